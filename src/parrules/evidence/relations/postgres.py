"""Tables and queries of PostgreSQL: read in one transaction that cannot write, in an order of their own."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from parrules.evidence.relations.asked import Asked
from parrules.evidence.relations.columns import quoted
from parrules.evidence.relations.extracted import Extract
from parrules.evidence.relations.mistakes import database_lost, needs_psycopg, no_such_table, not_reached, query_refused
from parrules.evidence.relations.opened import OpenedSource
from parrules.text.diagnostic import Diagnostic

if TYPE_CHECKING:
    from psycopg import Cursor

_PATIENCE: dict[str, str | int] = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
    "options": "-c statement_timeout=900000 -c TimeZone=UTC -c DateStyle=ISO -c extra_float_digits=1",
    "application_name": "parrules",
    "client_encoding": "UTF8",
}
_TYPES = {
    "bool": "BOOLEAN",
    "int2": "SMALLINT",
    "int4": "INTEGER",
    "int8": "BIGINT",
    "float4": "FLOAT",
    "float8": "DOUBLE",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
    "bytea": "BLOB",
}
_WIDEST, _PLACES = 38, 18


def opened_postgres(asked: Asked) -> OpenedSource | Diagnostic:
    """The rows that a database gives, as they are at one moment."""
    try:
        import psycopg
    except ImportError:
        return needs_psycopg(asked.span)
    try:
        connection = psycopg.connect(asked.address, **_PATIENCE)  # type: ignore[arg-type]
    except (psycopg.Error, ValueError):
        return not_reached(asked.span, asked.place)
    scratch = TemporaryDirectory(prefix="parrules-", ignore_cleanup_errors=True)
    extract = Extract(scratch)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            selected = _selected(asked)
            names, types = _columns(cursor, selected)
            ordered = f'SELECT * FROM ({selected}) AS t ORDER BY (t.*)::text COLLATE "C"'
            with cursor.copy(f"COPY ({ordered}) TO STDOUT (FORMAT csv)".encode()) as copy:
                extract.take(copy)
    except (psycopg.errors.UndefinedTable, psycopg.errors.InvalidSchemaName):
        return no_such_table(asked.span, asked.place)
    except psycopg.OperationalError:
        return database_lost(asked.span, asked.place)
    except psycopg.Error as error:
        return query_refused(asked.span, asked.place, error.diag.message_primary)
    return extract.opened(asked.place, names, types)


def _selected(asked: Asked) -> str:
    if asked.query is not None:
        return asked.query.strip().rstrip(";")
    return f"SELECT * FROM {'.'.join(quoted(part) for part in (asked.relation or '').split('.'))}"


def _columns(cursor: Cursor[Any], selected: str) -> tuple[list[str], list[str]]:
    """The names of the columns, and their types as DuckDB calls them."""
    cursor.execute(f"SELECT * FROM ({selected}) AS t LIMIT 0".encode())
    described = list(cursor.description or ())
    names, types = [], []
    for column in described:
        names.append(column.name)
        kind = column.type_display.partition("(")[0]
        if kind != "numeric":
            types.append("VARCHAR[]" if kind.endswith("[]") else _TYPES.get(kind, "VARCHAR"))
        elif column.precision is not None and column.precision <= _WIDEST:
            types.append(f"DECIMAL({column.precision},{column.scale or 0})")
        else:
            cursor.execute(f"SELECT max(scale({quoted(column.name)})) FROM ({selected}) AS t".encode())
            places = (cursor.fetchone() or (0,))[0] or 0
            types.append(f"DECIMAL({_WIDEST},{places})" if places <= _PLACES else "VARCHAR")
    return names, types
