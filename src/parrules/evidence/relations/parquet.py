"""Parquet files, as they lie: nothing is copied."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from parrules.evidence.relations.columns import literal, quoted
from parrules.evidence.relations.connection import connected
from parrules.evidence.relations.mistakes import not_a_parquet
from parrules.evidence.relations.opened import OpenedSource
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ENDINGS = (".parquet", ".pq")


def opened_parquet(path: Path, file: str, shown: str, span: Span) -> OpenedSource | Diagnostic:
    """file: its name relative to the evidence file; shown: as findings name it; span: where the evidence names it."""
    import duckdb

    scratch = TemporaryDirectory(prefix="parrules-", ignore_cleanup_errors=True)
    connection = connected([path], Path(scratch.name))
    read = f"read_parquet({literal(str(path))}, file_row_number = true)"
    try:
        names, types = view_of(connection, read, "file_row_number + 1")
    except duckdb.Error:
        return not_a_parquet(span, file)
    return OpenedSource(connection, shown, file, names, types, digest_of(path), scratch)


def view_of(connection: DuckDBPyConnection, read: str, row: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The view `source` over what is read; the names and types of its columns. row: its number from 1, in SQL."""
    described = connection.execute(f"DESCRIBE SELECT * FROM {read}").fetchall()
    columns = [(str(name), str(type_)) for name, type_, *_ in described if name != "file_row_number"]
    cells = "".join(f", {quoted(name)} AS c{at}" for at, (name, _) in enumerate(columns))
    connection.execute(f"CREATE VIEW source AS SELECT {row} AS nr{cells} FROM {read}")
    return tuple(name for name, _ in columns), tuple(type_ for _, type_ in columns)


def digest_of(path: Path) -> str:
    """The sha256 of the file."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
