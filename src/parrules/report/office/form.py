"""The form that a body fills in: a workbook with a row for each criterion and each piece of evidence that it needs.

What a row is stands in a hidden column, so that texts may be changed and rows moved; which methodology, edition, round,
body and stage the form is for stands on a hidden sheet, so that the form alone can be scored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from parrules.methodology.model import Column, Figure, Table
from parrules.plan.plan import Plan
from parrules.report.office.form_input import Lists, choices, handed_words
from parrules.report.office.form_page import FormPage
from parrules.report.office.form_plan import FormRow, form_rows
from parrules.report.office.form_records import write_records
from parrules.report.office.words import office
from parrules.report.office.workbook import Book
from parrules.text.source import column_letters
from parrules.text.spelling import Language, day

FORMAT = 1
HIDDEN_SHEET = "_parrules"


@dataclass(frozen=True, slots=True)
class FormFor:
    """For whom a form is written, and for which round. name, group, region: of the body, as far as they are known."""

    body: str
    year: int
    start: date
    end: date
    stage: str = "self"
    name: str = ""
    group: str = ""
    region: str = ""


def form(plan: Plan, of: FormFor, language: Language) -> bytes:
    """The form. Its bytes are the same for the same methodology, body and round."""
    methodology = plan.methodology
    rows = form_rows(plan, of.stage)
    tables = [row.table for row in rows if row.table is not None]
    book = Book(methodology.title.said(language), of.end)
    main = book.sheet(office("form.sheet", language))
    pages = {table.name: book.sheet(table.title.said(language) or table.name) for table in tables}
    names = {name: page.get_name() for name, page in pages.items()}
    lists = _lists(rows, language)
    asked: tuple[Figure | Table, ...] = (*methodology.figures, *tables)
    titles = {one.name: one.title.said(language) or one.name for one in asked}
    page = FormPage(book, main, lists, names, titles, methodology.language, language)
    page.write(f"form:{FORMAT}", _above(plan, of, language), rows)
    for table in tables:
        write_records(book, pages[table.name], table, lists, language)
    _hidden_sheet(book, _said(plan, of, rows, names), lists)
    return book.closed()


def _above(plan: Plan, of: FormFor, language: Language) -> list[str]:
    """What stands above the table: the title, the methodology, the body, the round, how to fill the form."""
    methodology = plan.methodology
    key = "form.title" if of.stage == "self" else "form.title_of_stage"
    edition = {"name": methodology.name, "edition": methodology.edition}
    days = {"start": day(of.start, language), "end": day(of.end, language)}
    return [
        office(key, language, year=str(of.year), stage=of.stage),
        office("form.methodology", language, title=methodology.title.said(language), **edition),
        office("form.body", language, body=of.name or of.body, **days),
        office("form.guidance", language),
    ]


def _said(plan: Plan, of: FormFor, rows: Sequence[FormRow], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """What the form says of itself to whoever reads it: keys, which may stand more than once, and texts."""
    methodology = plan.methodology
    head = [
        ("parrules_form", str(FORMAT)),
        ("methodology", methodology.name),
        ("edition", methodology.edition),
        ("rules", plan.digest),
        ("year", str(of.year)),
        ("from", of.start.isoformat()),
        ("to", of.end.isoformat()),
        ("stage", of.stage),
        ("body", of.body),
        ("name", of.name),
        ("group", of.group),
        ("region", of.region),
    ]
    asked = [("row", row.id) for row in rows if row.asks != "section"]
    return [*head, *asked, *((f"table:{name}", sheet) for name, sheet in names.items())]


def _lists(rows: Sequence[FormRow], language: Language) -> Lists:
    """Every list of words that some cell chooses from, each in a column of the hidden sheet."""
    declared = [row.figure for row in rows if row.figure is not None]
    columns = [column for row in rows if row.table is not None for column in row.table.columns]
    asked: tuple[Figure | Column, ...] = (*declared, *columns)
    every = [handed_words(language), *(choices(one, language) for one in asked)]
    found: dict[tuple[str, ...], str] = {}
    for words in every:
        if words and words not in found:
            column = column_letters(3 + len(found))
            found[words] = f"='{HIDDEN_SHEET}'!${column}$1:${column}${len(words)}"
    return Lists(found)


def _hidden_sheet(book: Book, said: Sequence[tuple[str, str]], lists: Lists) -> None:
    page = book.sheet(HIDDEN_SHEET)
    page.very_hidden()
    for row, (key, words) in enumerate(said):
        book.text(page, row, 0, key, num_format="@")
        book.text(page, row, 1, words, num_format="@")
    for column, list_of in enumerate(lists.ranges, start=3):
        for row, word in enumerate(list_of):
            book.text(page, row, column, word, num_format="@")
