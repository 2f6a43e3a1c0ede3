"""A workbook as we write it: the same bytes every time, numbers as numbers, and no text that becomes a formula."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from parrules.values.numbers import Exact, rounded, written

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "Times New Roman"
SIZE = 11
LINE = 15
"""How high a line of text is at that size, in points."""

LONGEST_NAME = 31
"""So many letters the name of a sheet may have."""

LONGEST_TEXT = 32_767
"""So many letters a cell may hold."""

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_STARTS_A_FORMULA = ("=", "+", "-", "@")
_DIGITS = 15
"""So many digits a number in a workbook keeps."""


class Book:
    """A workbook being written, in memory. day: of the round, said to be the day on which it was made."""

    def __init__(self, title: str, day: date) -> None:
        from xlsxwriter import Workbook

        self._bytes = io.BytesIO()
        plain = {"font_name": FONT, "font_size": SIZE}
        self.workbook: Workbook = Workbook(self._bytes, {"in_memory": True, "default_format_properties": plain})
        made = datetime(day.year, day.month, day.day, tzinfo=UTC)
        self.workbook.set_properties({"title": title, "author": "parrules", "created": made})
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._names: set[str] = set()

    def sheet(self, name: str) -> Worksheet:
        """A sheet more, on A4 across, as wide as one page."""
        page = self.workbook.add_worksheet(self._free_name(name))
        page.set_paper(9)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.6, right=0.5, top=0.7, bottom=0.7)
        page.set_footer('&C&"Times New Roman"&10&P/&N')
        return page

    def style(self, **wanted: Any) -> Format:
        """The format with these properties; each is made once."""
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            plain = {"font_name": FONT, "font_size": SIZE, "valign": "top"}
            self._formats[key] = self.workbook.add_format({**plain, **wanted})
        return self._formats[key]

    def text(self, page: Worksheet, row: int, column: int, text: str, **style: Any) -> None:
        """A text as it stands, never a formula; one that looks like one stays text when it is edited."""
        shown = printable(text)
        if shown.lstrip().startswith(_STARTS_A_FORMULA):
            style["quote_prefix"] = True
        if shown:
            page.write_string(row, column, shown, self.style(**style))
        else:
            page.write_blank(row, column, None, self.style(**style))

    def number(self, page: Worksheet, row: int, column: int, value: Exact, **style: Any) -> None:
        """A number as a number, to the digits that a workbook keeps."""
        page.write_number(row, column, decimal_of(value), self.style(**style))

    def closed(self) -> bytes:
        """The file."""
        self.workbook.close()
        return self._bytes.getvalue()

    def _free_name(self, wanted: str) -> str:
        name = sheet_name(wanted)
        number = 1
        while name.casefold() in self._names:
            number += 1
            tail = f" ({number})"
            name = sheet_name(wanted)[: LONGEST_NAME - len(tail)].rstrip() + tail
        self._names.add(name.casefold())
        return name


def sheet_name(wanted: str) -> str:
    """As much of a title as may name a sheet, cut between words."""
    name = " ".join(_NOT_IN_A_NAME.sub(" ", wanted).split()).strip("' ")
    if len(name) > LONGEST_NAME:
        cut = name[: LONGEST_NAME + 1].rpartition(" ")[0] or name[:LONGEST_NAME]
        name = cut[:LONGEST_NAME].rstrip(" ,;'")
    return name or "-"


def printable(text: str) -> str:
    """The text without what no workbook can hold, as long as a cell may be."""
    shown = "".join(
        letter for letter in text if letter in "\t\n" or (letter >= " " and not "\ud800" <= letter <= "\udfff")
    )
    return shown if len(shown) <= LONGEST_TEXT else shown[: LONGEST_TEXT - 1] + "…"


def height_of(cells: Iterable[tuple[str, float]]) -> float:
    """How high a row must be so that these texts show, each in a column of so many letters; in points.

    Not every program works that out itself when it opens a file.
    """
    lines = [
        sum(max(1, len(textwrap.wrap(line, max(4, int(width))))) for line in text.split("\n")) for text, width in cells
    ]
    return min(409, LINE * max(lines, default=1) + 1)


def decimal_of(value: Exact) -> Decimal:
    """The number in as many digits as a workbook keeps; the exact one is said in text beside it."""
    whole = len(str(abs(value.numerator) // value.denominator)) if abs(value.numerator) < 10**40 else 40
    places = max(0, min(12, _DIGITS - whole))
    return Decimal(written(rounded(value, places)))
