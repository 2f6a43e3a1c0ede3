"""A source of records, open: under the same names whatever it is read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """The table `source` in a database of its own: `nr` is the row from 1, `c0`, `c1` ... are the columns.

    place: the source as findings name it. file: as provenance does. names and types: of each column, in order. digest:
    of what is in it. scratch: where the database puts what has no room in memory; it goes with this. is_named: whether
    the names are ours already. line: where the table begins in a text file, else 0. lines: rows of a text file from
    which on the lines follow each other, and the line of each; empty where a row has no line.
    """

    connection: DuckDBPyConnection
    place: str
    file: str
    names: tuple[str, ...]
    types: tuple[str, ...]
    digest: str
    scratch: TemporaryDirectory[str]
    is_named: bool = False
    line: int = 0
    lines: tuple[Sequence[int], Sequence[int]] = ((), ())

    @property
    def columns(self) -> Mapping[str, tuple[str, str]]:
        """By name, how SQL names a column and its type."""
        every = zip(self.names, self.types, strict=True)
        return {name: (f"c{at}", type_) for at, (name, type_) in enumerate(every)}

    def line_of(self, row: int) -> int:
        """The line of a text file on which a row begins; elsewhere the row itself."""
        rows, lines = self.lines
        at = bisect_right(rows, row) - 1
        return row if at < 0 else lines[at] + row - rows[at]

    def place_of(self, row: int) -> str:
        """A row as findings name it."""
        return f"{self.place}:{self.line_of(row)}"
