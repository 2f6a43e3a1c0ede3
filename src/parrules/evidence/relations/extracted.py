"""Rows that were taken out of a database, kept in a scratch folder and asked from there: what a database has afterwards
does not change a score."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from parrules.evidence.relations.columns import literal, quoted
from parrules.evidence.relations.connection import connected
from parrules.evidence.relations.opened import OpenedSource
from parrules.evidence.relations.parquet import view_of


class Extract:
    """Takes rows as lines of CSV, in which a blank is NULL, and a quoted blank is a text without letters."""

    def __init__(self, scratch: TemporaryDirectory[str]) -> None:
        self._scratch = scratch
        self._path = Path(scratch.name) / "rows.csv"
        self._digest = hashlib.sha256()
        self._file: BinaryIO = self._path.open("wb")

    def take(self, lines: Iterable[bytes | bytearray | memoryview]) -> None:
        for line in lines:
            self._digest.update(line)
            self._file.write(line)

    def close(self) -> None:
        """Nothing more is taken."""
        self._file.close()

    def opened(self, place: str, names: Sequence[str], types: Sequence[str]) -> OpenedSource:
        """The rows as a source. types: as DuckDB calls them."""
        self.close()
        folder = Path(self._scratch.name)
        connection = connected((), folder)
        columns = ", ".join(f"'c{at}': {literal(type_)}" for at, type_ in enumerate(types))
        read = (
            f"read_csv({literal(self._path.as_posix())}, auto_detect = false, header = false, delim = ',', "
            f"quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, columns = {{{columns}}})"
        )
        kept = literal((folder / "rows.parquet").as_posix())
        renamed = ", ".join(f"c{at} AS {quoted(name)}" for at, name in enumerate(names))
        connection.execute(f"COPY (SELECT {renamed} FROM {read}) TO {kept} (FORMAT parquet)")
        self._path.unlink()
        view_of(connection, f"read_parquet({kept}, file_row_number = true)", "file_row_number + 1")
        return OpenedSource(
            connection, place, place, tuple(names), tuple(types), self._digest.hexdigest(), self._scratch
        )


def line_of(cells: Iterable[str | None]) -> bytes:
    """A row as a line of CSV."""
    written = ("" if cell is None else '"' + cell.replace('"', '""') + '"' for cell in cells)
    return (",".join(written) + "\n").encode("utf-8")
