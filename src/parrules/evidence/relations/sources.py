"""The sources of an evidence file that are asked, and not read as a whole: which they are, and opening them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from parrules.evidence.files import file_of, relative, shown_beside
from parrules.evidence.readers.column_names import NO_NAMES, ColumnNames
from parrules.evidence.readers.decoding import LARGEST
from parrules.evidence.readers.source import TableSource
from parrules.evidence.relations.connection import is_installed
from parrules.evidence.relations.csv_file import ENDINGS as TEXT
from parrules.evidence.relations.csv_file import opened_csv
from parrules.evidence.relations.databases import opened_database
from parrules.evidence.relations.mistakes import needs_duckdb, only_under_tables
from parrules.evidence.relations.opened import OpenedSource
from parrules.evidence.relations.parquet import ENDINGS as PARQUET
from parrules.evidence.relations.parquet import digest_of, opened_parquet
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source


@dataclass(frozen=True, slots=True)
class LargeSources:
    """Those that were opened, by their key; digests: of what is in them, by name."""

    opened: Mapping[int, OpenedSource]
    digests: Mapping[str, str]


def large_and_small(
    sources: Iterable[TableSource], folder: Path, elsewhere: Container[int]
) -> tuple[list[TableSource], list[TableSource]]:
    """Those that are read by asking them, and the others. elsewhere: the keys of those that stand for no records."""
    large: list[TableSource] = []
    small: list[TableSource] = []
    for one in sources:
        (large if _is_large(one, folder, one.key not in elsewhere) else small).append(one)
    return large, small


def _is_large(source: TableSource, folder: Path, has_records: bool) -> bool:
    if source.database is not None:
        return True
    if source.file is None:
        return False
    ending = PurePosixPath(source.file.text).suffix.lower()
    return ending in PARQUET or (ending in TEXT and has_records and _size(folder / source.file.text) > LARGEST)


def _size(path: Path) -> int:
    """How many bytes it has; 0 where it is not there, which is found when it is read."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def open_large(
    sources: Iterable[TableSource],
    folder: Path,
    evidence: Source,
    known: Mapping[int, ColumnNames],
    elsewhere: Container[int] = (),
) -> tuple[LargeSources, Sequence[Diagnostic]]:
    """Opens every source, in files relative to `folder` and nothing outside it. evidence: the evidence file.

    known: by the key of a source, what its columns may be called. elsewhere: the keys of those that stand for no
    table of records, and are refused.
    """
    opened: dict[int, OpenedSource] = {}
    digests: dict[str, str] = {}
    found: list[Diagnostic] = []
    for one in sources:
        if one.key in elsewhere:
            found.append(only_under_tables(one.span))
            continue
        source, mistakes = _opened(one, folder, evidence, known.get(one.key, NO_NAMES), digests)
        found += mistakes
        if source is not None:
            opened[one.key] = source
            digests[source.file] = source.digest
    return LargeSources(opened, digests), found


def _opened(
    one: TableSource, folder: Path, evidence: Source, known: ColumnNames, digests: dict[str, str]
) -> tuple[OpenedSource | None, Sequence[Diagnostic]]:
    if not is_installed():
        return None, [needs_duckdb(one.span)]
    if one.file is None or one.database is not None:
        return _either(opened_database(one, folder))
    path = file_of(one.file, folder, (*PARQUET, *TEXT))
    if isinstance(path, Diagnostic):
        return None, [path]
    file, shown = relative(one.file.text), shown_beside(one.file.text, evidence)
    if path.suffix.lower() in TEXT:
        opened, found = opened_csv(path, file, shown, one, known)
        if opened is None:
            digests[file] = digest_of(path)  # it was handed in, whatever is wrong in it
        return opened, found
    return _either(opened_parquet(path, file, shown, one.file.span))


def _either(opened: OpenedSource | Diagnostic) -> tuple[OpenedSource | None, Sequence[Diagnostic]]:
    return (None, [opened]) if isinstance(opened, Diagnostic) else (opened, ())
