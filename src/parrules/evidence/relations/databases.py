"""Databases as sources: which reader opens which."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from parrules.evidence.files import file_of
from parrules.evidence.readers.source import TableSource
from parrules.evidence.relations.asked import Asked, asked_of
from parrules.evidence.relations.mistakes import query_refused, unknown_database
from parrules.evidence.relations.opened import OpenedSource
from parrules.syntax.nodes import Scalar
from parrules.text.diagnostic import Diagnostic

DUCKDB = (".duckdb", ".ddb")
SQLITE = (".sqlite", ".sqlite3", ".db")


def opened_database(source: TableSource, folder: Path) -> OpenedSource | Diagnostic:
    """The rows that a database gives. folder: where the evidence file lies, and a database that is a file."""
    import duckdb

    asked = asked_of(source)
    if isinstance(asked, Diagnostic):
        return asked
    try:
        return _opened(source, asked, folder)
    except duckdb.Error as error:  # a cell that DuckDB cannot hold, as a number that is none
        return query_refused(asked.span, asked.place, str(error).partition("\n")[0])


def _opened(source: TableSource, asked: Asked, folder: Path) -> OpenedSource | Diagnostic:
    if asked.is_postgres:
        from parrules.evidence.relations.postgres import opened_postgres

        return opened_postgres(asked)
    path = None if asked.is_address else _path(source, asked, folder)
    if isinstance(path, Diagnostic):
        return path
    ending = path.suffix.lower() if path is not None else ""
    if path is not None and ending in SQLITE:
        from parrules.evidence.relations.sqlite import opened_sqlite

        return opened_sqlite(asked, path)
    if path is not None and ending in DUCKDB:
        from parrules.evidence.relations.duckdb_file import opened_duckdb

        return opened_duckdb(asked, path)
    return unknown_database(asked.span)


def _path(source: TableSource, asked: Asked, folder: Path) -> Path | Diagnostic | None:
    """Where the file of a database lies: beside the evidence file, or where the variable says."""
    if Path(asked.address).suffix.lower() not in (*DUCKDB, *SQLITE):
        return None
    if isinstance(source.database, Scalar):
        return file_of(replace(source.database, text=asked.address), folder, (*DUCKDB, *SQLITE))
    return folder / asked.address
