"""Tables and queries of DuckDB files: opened for reading only, and what they give is taken out before it is asked."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

from parrules.evidence.relations.asked import Asked
from parrules.evidence.relations.columns import literal, quoted
from parrules.evidence.relations.connection import connected
from parrules.evidence.relations.mistakes import no_such_table, not_reached, query_refused
from parrules.evidence.relations.opened import OpenedSource
from parrules.evidence.relations.parquet import view_of
from parrules.text.diagnostic import Diagnostic


def opened_duckdb(asked: Asked, path: Path) -> OpenedSource | Diagnostic:
    """The rows that the file gives."""
    import duckdb

    scratch = TemporaryDirectory(prefix="parrules-", ignore_cleanup_errors=True)
    folder = Path(scratch.name)
    kept = folder / "rows.parquet"
    try:
        inside = connected((), folder, path)
    except duckdb.Error:
        return not_reached(asked.span, asked.place)
    selected = (
        asked.query.strip().rstrip(";")
        if asked.query is not None
        else f"SELECT * FROM {'.'.join(quoted(part) for part in (asked.relation or '').split('.'))}"
    )
    try:
        inside.execute(f"COPY ({selected}) TO {literal(kept.as_posix())} (FORMAT parquet)")
    except duckdb.CatalogException:
        return no_such_table(asked.span, asked.place)
    except duckdb.Error as error:
        return query_refused(asked.span, asked.place, str(error).partition("\n")[0])
    finally:
        inside.close()
    connection = connected((kept,), folder)
    read = f"read_parquet({literal(kept.as_posix())}, file_row_number = true)"
    names, types = view_of(connection, read, "file_row_number + 1")
    with kept.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return OpenedSource(connection, asked.place, asked.place, names, types, digest, scratch)
