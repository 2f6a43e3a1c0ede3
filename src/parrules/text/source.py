"""Where text stands: a source, and a span of its characters."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

BETWEEN_CELLS = " │ "
"""What stands between the cells of a row in the text that a sheet is shown as; never inside a cell."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read. `name` is what a person sees: the path as it was given, with forward slashes.

    sheet: of a workbook, the name of the sheet, of which each row is a line of the text; else empty. spelling: of an
    expression that is given by itself, the language of its words; empty where a file says it, or there are none.
    """

    name: str
    text: str
    sheet: str = ""
    spelling: str = ""
    _starts: list[int] = field(default_factory=list, compare=False, repr=False)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both counted from 1, of the character at `offset`."""
        starts = self._line_starts()
        line = bisect_right(starts, offset) - 1
        return line + 1, offset - starts[line] + 1

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its end."""
        starts = self._line_starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def cell(self, offset: int) -> str:
        """The cell of a sheet in which a character stands: `C7`. Empty where the source is no sheet."""
        if not self.sheet:
            return ""
        line, column = self.position(offset)
        return f"{column_letters(self.text.count(BETWEEN_CELLS, offset - column + 1, offset))}{line}"

    def _line_starts(self) -> list[int]:
        if not self._starts:
            self._starts.append(0)
            at = self.text.find("\n")
            while at >= 0:
                self._starts.append(at + 1)
                at = self.text.find("\n", at + 1)
        return self._starts


@dataclass(frozen=True, slots=True)
class Span:
    """The characters `start` to `end` (not included) of a source."""

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        return self.source.position(self.start)[1]

    @property
    def cell(self) -> str:
        """The cell of a sheet in which it starts; empty where the source is no sheet."""
        return self.source.cell(self.start)

    @property
    def words(self) -> str:
        return self.source.text[self.start : self.end]

    def upto(self, other: Span) -> Span:
        """From where this span starts to where `other` ends."""
        return Span(self.source, self.start, max(self.end, other.end))


def column_letters(index: int) -> str:
    """The letters of a column of a sheet, from 0: A, B, ..., Z, AA."""
    letters = ""
    index += 1
    while index:
        index, last = divmod(index - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
