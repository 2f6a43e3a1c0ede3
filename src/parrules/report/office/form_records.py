"""A sheet of a form for a table of records: a column a column, and rows to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parrules.methodology.model import Column, Table
from parrules.report.office.form_input import INPUT, Lists, number_format, validation, wanted_words
from parrules.report.office.words import office
from parrules.report.office.workbook import Book, height_of
from parrules.text.source import column_letters
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

ROWS = 200
"""So many rows are ready to be filled in; more may be added below them, or between."""
_FIRST = 5
_WIDTH = {"text": 30, "one_of": 24, "date": 14, "yes_no": 12}


def write_records(book: Book, page: Worksheet, table: Table, lists: Lists, language: Language) -> None:
    """Writes the sheet: its title, a hidden row of names, headings, what each column takes, and rows to fill in."""
    columns = [column for column in table.columns if column.formula is None]
    title = table.title.said(language) or table.name
    book.text(page, 0, 1, title, bold=True, font_size=14)
    page.set_row(0, 21)
    book.text(page, 1, 1, office("form.records_guidance", language), italic=True)
    for at, words in enumerate((f"table:{table.name}", *(column.name for column in columns))):
        book.text(page, 2, at, words)
    page.set_row(2, None, None, {"hidden": True})
    head: dict[str, Any] = {"border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    book.text(page, 3, 0, "head")
    book.text(page, 4, 0, "head")
    page.set_column(0, 0, None, None, {"hidden": True})
    for at, column in enumerate(columns, start=1):
        book.text(page, 3, at, _title(column, language), bold=True, bg_color="#D9E2EC", **head)
        book.text(page, 4, at, wanted_words(column, language), **{**head, "italic": True, "font_size": 9})
        _column(book, page, at, column, lists, language)
    widths = [(_WIDTH.get(column.kind.name, 16), column) for column in columns]
    page.set_row(3, height_of((_title(column, language), width * 0.8) for width, column in widths))
    page.set_row(4, height_of((wanted_words(column, language), width) for width, column in widths))
    page.freeze_panes(_FIRST, 1)
    page.repeat_rows(3)


def _column(book: Book, page: Worksheet, at: int, column: Column, lists: Lists, language: Language) -> None:
    look = book.style(border=1, bg_color=INPUT, num_format=number_format(column.kind), locked=False)
    page.set_column(at, at, _WIDTH.get(column.kind.name, 16))
    for row in range(_FIRST, _FIRST + ROWS):
        page.write_blank(row, at, None, look)
    cell = f"{column_letters(at)}{_FIRST + 1}"
    takes = validation(column, cell, lists, language)
    page.data_validation(_FIRST, at, _FIRST + ROWS - 1, at, takes)


def _title(column: Column, language: Language) -> str:
    return column.title.said(language) or column.name
