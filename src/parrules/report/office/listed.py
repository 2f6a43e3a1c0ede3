"""A table on a sheet of a workbook: headings that stay, a row a record, columns of text, numbers and exact numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from parrules.report.office.workbook import Book, height_of
from parrules.report.spelling import brief, places_of
from parrules.text.spelling import Language
from parrules.values.amounts import Number
from parrules.values.numbers import Exact, written
from parrules.values.ranges import Range

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Content = str | Exact | None
FILL = "#E7EBF0"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. width: in letters. kind: what it mostly holds; a code is centred text, an exact number text."""

    heading: str
    width: float
    kind: Literal["text", "code", "number", "exact"] = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row, a content a column. strong: of what is made of other rows; depth: how far it is set in."""

    contents: tuple[Content, ...]
    strong: bool = False
    depth: int = 0


def write_table(book: Book, page: Worksheet, top: int, columns: Sequence[Column], rows: Sequence[Row]) -> int:
    """Writes the table from row `top` (from 0) on, and gives the first row below it.

    The headings stay in sight, stand on every page that is printed, and have a filter.
    """
    for at, column in enumerate(columns):
        page.set_column(at, at, column.width)
        head = {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter", "bg_color": FILL}
        book.text(page, top, at, column.heading, **head)
    page.set_row(top, height_of((column.heading, column.width * 0.8) for column in columns))
    styles = [_style(column, [row.contents[at] for row in rows]) for at, column in enumerate(columns)]
    set_in = next((at for at, column in enumerate(columns) if column.kind == "text" and column.width >= 30), -1)
    for below, row in enumerate(rows, start=top + 1):
        page.set_row(below, _height(row, columns))
        for at, content in enumerate(row.contents):
            style: dict[str, Any] = {**styles[at], **({"bold": True} if row.strong else {})}
            if at == set_in and row.depth:
                style["indent"] = row.depth
            if isinstance(content, str) or content is None:
                book.text(page, below, at, content or "", **style)
            else:
                book.number(page, below, at, content, **style)
    page.freeze_panes(top + 1, 0)
    page.repeat_rows(top)
    if rows:
        page.autofilter(top, 0, top + len(rows), len(columns) - 1)
    return top + 1 + len(rows)


def _height(row: Row, columns: Sequence[Column]) -> float:
    narrower = 0.9 if row.strong else 1
    texts = zip(row.contents, columns, strict=True)
    return height_of((one, column.width * narrower - row.depth) for one, column in texts if isinstance(one, str))


def _style(column: Column, contents: Sequence[Content]) -> dict[str, Any]:
    style: dict[str, Any] = {"border": 1, "text_wrap": True}
    if column.kind == "number":
        numbers = [one for one in contents if one is not None and not isinstance(one, str)]
        style |= {"align": "right", "indent": 1, "num_format": number_format(numbers)}
    elif column.kind != "text":
        style |= {"align": "center"} if column.kind == "code" else {"align": "right", "indent": 1}
        style["num_format"] = "@"
    return style


def number_format(numbers: Sequence[Exact]) -> str:
    """As many decimals as say these numbers exactly; four where one of them has no end."""
    endless = any(10**6 % number.denominator for number in numbers)
    places = max(places_of(numbers), 4 if endless else 0)
    return "#,##0" + ("." + "0" * places if places else "")


def or_words(value: Number, language: Language) -> Content:
    """A number; in words how far it is open."""
    return brief(value, language) if isinstance(value, Range) else value


def with_exact(value: Number, language: Language) -> tuple[Content, Content]:
    """A number, and the text that says it exactly."""
    return or_words(value, language), exact_text(value)


def exact_text(value: Number) -> str:
    """`12.25`, `1/3`; an open one as `5..10`."""
    if not isinstance(value, Range):
        return written(value)
    return "..".join("" if end is None else written(end) for end in (value.low, value.high))
