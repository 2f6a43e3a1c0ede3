"""DuckDB, closed to everything but the files that it is given: nothing installed, nothing loaded, no network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parrules.evidence.relations.columns import literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "700MB"
"""What DuckDB may keep in memory; what is more goes to a scratch folder."""

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": MEMORY,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
}


def is_installed() -> bool:
    """Whether DuckDB is there at all: it comes with the extra `parrules[tables]`."""
    from importlib.util import find_spec

    return find_spec("duckdb") is not None


def connected(reads: Sequence[Path], scratch: Path, database: Path | None = None) -> DuckDBPyConnection:
    """A database in memory that may read these files, and write in `scratch` alone.

    database: a file of DuckDB whose tables it has, too, to read.
    """
    import duckdb

    connection = duckdb.connect(":memory:", config={**_SETTINGS, "temp_directory": str(scratch)})
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET enable_progress_bar = false")  # it would be written among the results
    if database is not None:
        connection.execute(f"ATTACH {literal(str(database))} AS inside (READ_ONLY)")
        connection.execute("USE inside")
    connection.execute("SET allowed_paths = $paths", {"paths": [str(path) for path in reads]})
    connection.execute("SET allowed_directories = $folders", {"folders": [str(scratch)]})
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection
