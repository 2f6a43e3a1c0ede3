"""The sources of an evidence file that are asked, and not read as a whole: which they are, and opening them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from parrules.evidence.files import file_of, relative, shown_beside
from parrules.evidence.readers.source import TableSource
from parrules.evidence.relations.connection import is_installed
from parrules.evidence.relations.databases import opened_database
from parrules.evidence.relations.mistakes import needs_duckdb, only_under_tables
from parrules.evidence.relations.opened import OpenedSource
from parrules.evidence.relations.parquet import ENDINGS, opened_parquet
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source


@dataclass(frozen=True, slots=True)
class LargeSources:
    """Those that were opened, by their key; digests: of what is in them, by name."""

    opened: Mapping[int, OpenedSource]
    digests: Mapping[str, str]


NO_LARGE_SOURCES = LargeSources({}, {})


def is_large(source: TableSource) -> bool:
    """Whether it is read by asking it."""
    if source.database is not None:
        return True
    return source.file is not None and PurePosixPath(source.file.text).suffix.lower() in ENDINGS


def open_large(
    sources: Iterable[TableSource], folder: Path, evidence: Source, elsewhere: Container[int] = ()
) -> tuple[LargeSources, Sequence[Diagnostic]]:
    """Opens every source, in files relative to `folder` and nothing outside it. evidence: the evidence file.

    elsewhere: the keys of those that stand for no table of records, and are refused.
    """
    opened: dict[int, OpenedSource] = {}
    digests: dict[str, str] = {}
    found: list[Diagnostic] = []
    for one in sources:
        if one.key in elsewhere:
            found.append(only_under_tables(one.span))
            continue
        source = _opened(one, folder, evidence) if is_installed() else needs_duckdb(one.span)
        if isinstance(source, Diagnostic):
            found.append(source)
        else:
            opened[one.key] = source
            digests[source.file] = source.digest
    return LargeSources(opened, digests), found


def _opened(one: TableSource, folder: Path, evidence: Source) -> OpenedSource | Diagnostic:
    if one.file is None or one.database is not None:
        return opened_database(one, folder)
    path = file_of(one.file, folder, ENDINGS)
    if isinstance(path, Diagnostic):
        return path
    return opened_parquet(path, relative(one.file.text), shown_beside(one.file.text, evidence), one.file.span)
