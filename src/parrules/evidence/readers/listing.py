"""What a reader of tables returns: a heading and rows of text, each cell with the way back to its place."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Protocol

from parrules.text.source import Source, Span

Holds = Literal["text", "number", "date", "uncomputed", "covered"]
"""What a cell holds: text (as every cell of a text file), a number or a day that was typed as one, a formula that was
never worked out, or nothing because it is merged with another. A number is text as well where nobody can misread it."""

HOLDS: Mapping[str, Holds] = {"t": "text", "n": "number", "d": "date", "u": "uncomputed", "c": "covered"}

Ratios = Literal["", "percent", "part"]
"""How a ratio without `%` reads: as a percentage, as a part of 1, or not at all."""


class Spelled(Protocol):
    """A text that somebody wrote, with its place: a scalar of a YAML file, a cell of a table."""

    @property
    def text(self) -> str: ...

    @property
    def span(self) -> Span: ...


class Layout(Hashable, Protocol):
    """How the cells of a row stand in the text of a source. It can be hashed, and equal ones find the same places."""

    def places(self, text: str, offset: int) -> tuple[tuple[int, int], ...]:
        """Where each cell of the row that begins at `offset` starts and ends."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the heading, as long as the heading. line: on which it begins; number: among the rows, from 1.

    offset: where it begins in the source. kinds: what its cells hold, a letter of `HOLDS` for each; empty where all
    is text.
    """

    texts: tuple[str, ...]
    line: int
    number: int
    offset: int
    kinds: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, by the offset of its row and its place in it (from 0). Its span is worked out when it is asked for."""

    text: str
    source: Source
    offset: int
    index: int
    layout: Layout
    holds: Holds = "text"
    ratios: Ratios = ""

    @property
    def span(self) -> Span:
        start, end = _places_in_row(self.source.text, self.offset, self.layout)[self.index]
        return Span(self.source, start, end)


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of text. file: its name relative to the evidence file; columns: the names in the heading.

    heading: the offset of the heading. whole: False where a
    row had to be left out: then nobody can say how many rows there are. twice: the names that stand over more than
    one column, and headings that may mean several, none of which is read. ratios: as in `Cell`. said: whether somebody
    said which column is which. doubtful: the names that such headings may mean.
    """

    file: str
    source: Source
    layout: Layout
    columns: tuple[str, ...]
    heading: int
    rows: tuple[Row, ...]
    whole: bool = True
    twice: frozenset[str] = frozenset()
    ratios: Ratios = ""
    said: bool = False
    doubtful: frozenset[str] = frozenset()

    def column(self, index: int) -> Cell:
        """The name of a column, where it stands."""
        return Cell(self.columns[index], self.source, self.heading, index, self.layout)

    @property
    def beginning(self) -> Span:
        """Where the table begins: the name of its first column, where it has one."""
        return self.column(0).span if self.columns else Span(self.source, self.heading, self.heading + 1)

    def cell(self, row: Row, index: int) -> Cell:
        holds = HOLDS[row.kinds[index]] if row.kinds else "text"
        return Cell(row.texts[index], self.source, row.offset, index, self.layout, holds, self.ratios)

    def index(self, name: str) -> int | None:
        """The place of the column called `name`; None where there is none, or more than one."""
        return self.columns.index(name) if name in self.columns and name not in self.twice else None

    def is_unasked(self, index: int, suggestion: str | None) -> bool:
        """Whether a column that nothing declares needs no word: it is blank, or somebody said which columns count.

        suggestion: the declared name that is like its own; then it may have been meant all the same.
        """
        return self.is_blank(index) or (self.said and suggestion is None)

    def is_blank(self, index: int) -> bool:
        """Whether a column has neither a name nor anything below it."""
        return not self.columns[index] and not any(row.texts[index].strip() for row in self.rows)

    def read_columns(self) -> Iterator[tuple[int, str]]:
        """The columns whose name stands once, each with its place; a column without a name has none to share."""
        return ((at, name) for at, name in enumerate(self.columns) if name not in self.twice)


@lru_cache(maxsize=2)
def _places_in_row(text: str, offset: int, layout: Layout) -> tuple[tuple[int, int], ...]:
    """All cells of a row: where one is asked for, those beside it often are, too."""
    return layout.places(text, offset)
