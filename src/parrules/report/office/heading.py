"""What stands above a table in a workbook: the title, the body, the methodology, the round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parrules.report.office.workbook import Book
from parrules.report.table import heading
from parrules.scoring.sheet import Sheet
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_ONE_LINE = 100_000


def write_heading(book: Book, page: Worksheet, sheets: Sequence[Sheet], title: str, language: Language) -> int:
    """Writes the heading, and gives the row of the table below it. The body is named where there is one."""
    body = (sheets[0].body_name or sheets[0].body) if len(sheets) == 1 else ""
    book.text(page, 0, 0, f"{title} · {body}" if body else title, bold=True, font_size=14)
    page.set_row(0, 21)
    lines = heading_lines(sheets[0], language)
    for row, line in enumerate(lines, start=1):
        book.text(page, row, 0, line, italic=row > 1)
    return len(lines) + 2


def heading_lines(sheet: Sheet, language: Language) -> list[str]:
    """The methodology, the round and its stage, and how near the rules are to the law."""
    return heading(sheet, language, _ONE_LINE, body=False).splitlines()[1:]
