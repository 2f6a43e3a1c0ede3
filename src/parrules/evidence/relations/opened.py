"""A source of records, open: under the same names whatever it is read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """The table `source` in a database of its own: `nr` is the row from 1, `c0`, `c1` ... are the columns.

    place: the source as findings name it. file: as provenance does. names and types: of each column, in order. digest:
    of what is in it. scratch: where the database puts what has no room in memory; it goes with this.
    """

    connection: DuckDBPyConnection
    place: str
    file: str
    names: tuple[str, ...]
    types: tuple[str, ...]
    digest: str
    scratch: TemporaryDirectory[str]

    @property
    def columns(self) -> Mapping[str, tuple[str, str]]:
        """By name, how SQL names a column and its type."""
        every = zip(self.names, self.types, strict=True)
        return {name: (f"c{at}", type_) for at, (name, type_) in enumerate(every)}
