"""Tables and queries of SQLite files, opened for reading only. A cell says itself whether it is a number or a text."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from parrules.evidence.relations.asked import Asked
from parrules.evidence.relations.columns import quoted
from parrules.evidence.relations.extracted import Extract, line_of
from parrules.evidence.relations.mistakes import database_lost, no_such_table, not_reached, query_refused
from parrules.evidence.relations.opened import OpenedSource
from parrules.text.diagnostic import Diagnostic

_DECIMAL = re.compile(r"(?:DECIMAL|NUMERIC)\s*\(\s*([0-9]{1,2})\s*,\s*([0-9]{1,2})\s*\)", re.IGNORECASE)
_LOST = (
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
)
"""What SQLite says when the file is damaged, or is not to be had."""
_DIGITS = 15
"""So many digits a binary fraction gives back as they were written."""


def opened_sqlite(asked: Asked, path: Path) -> OpenedSource | Diagnostic:
    """The rows that the file gives."""
    scratch = TemporaryDirectory(prefix="parrules-", ignore_cleanup_errors=True)
    extract = Extract(scratch)
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        return not_reached(asked.span, asked.place)
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            declared = _declared(connection, asked.relation)
            if asked.relation is not None and not declared:
                return no_such_table(asked.span, asked.place)
            cursor = connection.execute(asked.query or f"SELECT * FROM {quoted(asked.relation or '')}")
            names = [column[0] for column in cursor.description or ()]
            said = [declared.get(name, "") for name in names]
            kinds: list[set[str]] = [set() for _ in names]
            extract.take(_lines(cursor, said, kinds))
    except sqlite3.DatabaseError as error:
        lost = error.sqlite_errorcode & 0xFF in _LOST
        return database_lost(asked.span, asked.place) if lost else query_refused(asked.span, asked.place, str(error))
    types = [_type(one, found) for one, found in zip(said, kinds, strict=True)]
    return extract.opened(asked.place, names, types)


def _declared(connection: sqlite3.Connection, relation: str | None) -> dict[str, str]:
    """The types that the columns of a table are declared to have."""
    if relation is None:
        return {}
    return dict(connection.execute("SELECT name, type FROM pragma_table_info(?)", (relation,)).fetchall())


def _lines(rows: sqlite3.Cursor, said: Sequence[str], kinds: Sequence[set[str]]) -> Iterator[bytes]:
    """Each row as a line; of each column, which kinds of cells it has."""
    for row in rows:
        yield line_of(_cell(cell, said[at], kinds[at]) for at, cell in enumerate(row))


def _cell(cell: Any, said: str, kinds: set[str]) -> str | None:
    if cell is None:
        return None
    if isinstance(cell, float):
        written = _as_decimal(cell, said)
        kinds.add("inexact" if written is None else "decimal")
        return repr(cell) if written is None else written
    kinds.add("bytes" if isinstance(cell, bytes) else "text" if isinstance(cell, str) else "whole")
    return cell.hex() if isinstance(cell, bytes) else str(cell)


def _as_decimal(cell: float, said: str) -> str | None:
    """The number with the digits that its column declares, where it is no other; None where it is."""
    found = _DECIMAL.match(said)
    if found is None:
        return None
    written = f"{cell:.{int(found[2])}f}"
    digits = len(written.replace(".", "").lstrip("-0"))
    return written if digits <= _DIGITS and float(written) == cell else None


def _type(said: str, kinds: set[str]) -> str:
    if "bytes" in kinds:
        return "BLOB"
    if "inexact" in kinds:
        return "DOUBLE" if "text" not in kinds else "VARCHAR"
    if "text" in kinds:
        return "VARCHAR"
    if said.upper().startswith("BOOL"):
        return "BOOLEAN"
    found = _DECIMAL.match(said)
    if "decimal" in kinds and found is not None:
        return f"DECIMAL(38,{found[2]})"
    return "BIGINT" if kinds else "VARCHAR"
