"""What a reader of tables returns: a heading and rows of text, each cell with the way back to its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from parrules.text.source import Source, Span


class Spelled(Protocol):
    """A text that somebody wrote, with its place: a scalar of a YAML file, a cell of a table."""

    @property
    def text(self) -> str: ...

    @property
    def span(self) -> Span: ...


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the heading, as long as the heading. line: on which it begins; number: among the rows, from 1.

    offset: where it begins in the source.
    """

    texts: tuple[str, ...]
    line: int
    number: int
    offset: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, by the offset of its row and its place in it (from 0). Its span is worked out when it is asked for."""

    text: str
    source: Source
    offset: int
    index: int
    separator: str

    @property
    def span(self) -> Span:
        start, end = _places_in_row(self.source.text, self.offset, self.separator)[self.index]
        return Span(self.source, start, end)


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of text. file: its name relative to the evidence file; columns: the names in the heading.

    whole: False where a row had to be left out: then nobody can say how many rows there are. twice: the names that
    stand over more than one column, none of which is read.
    """

    file: str
    source: Source
    separator: str
    columns: tuple[str, ...]
    heading: int
    rows: tuple[Row, ...]
    whole: bool = True
    twice: frozenset[str] = frozenset()

    def column(self, index: int) -> Cell:
        """The name of a column, where it stands."""
        return Cell(self.columns[index], self.source, self.heading, index, self.separator)

    def cell(self, row: Row, index: int) -> Cell:
        return Cell(row.texts[index], self.source, row.offset, index, self.separator)

    def index(self, name: str) -> int | None:
        """The place of the column called `name`; None where there is none, or more than one."""
        return self.columns.index(name) if name in self.columns and name not in self.twice else None

    def is_blank(self, index: int) -> bool:
        """Whether a column has neither a name nor anything below it."""
        return not self.columns[index] and not any(row.texts[index].strip() for row in self.rows)

    def read_columns(self) -> Iterator[tuple[int, str]]:
        """The columns whose name stands once, each with its place; a column without a name has none to share."""
        return ((at, name) for at, name in enumerate(self.columns) if name not in self.twice)


@lru_cache(maxsize=2)
def _places_in_row(text: str, offset: int, separator: str) -> tuple[tuple[int, int], ...]:
    """All cells of a row: where one is asked for, those beside it often are, too."""
    return tuple(cell_places(text, offset, separator))


def cell_places(text: str, offset: int, separator: str) -> Iterator[tuple[int, int]]:
    """Where each cell of the row that begins at `offset` starts and ends, its quotes with it."""
    while True:
        end = _end_of_cell(text, offset, separator)
        yield offset, end
        if end >= len(text) or text[end] != separator:
            return
        offset = end + 1


def _end_of_cell(text: str, start: int, separator: str) -> int:
    at = start
    if text[at : at + 1] == '"':
        at = text.find('"', at + 1)
        while at >= 0 and text[at + 1 : at + 2] == '"':
            at = text.find('"', at + 2)
        if at < 0:
            return len(text)
    ends = (text.find(separator, at), text.find("\n", at))
    return min((end for end in ends if end >= 0), default=len(text))
