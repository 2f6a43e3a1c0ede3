"""The files that an evidence file names: found beside it, read once, and counted into the digest of the round."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from parrules.evidence.readers.column_names import NO_NAMES, ColumnNames
from parrules.evidence.readers.decoding import LARGEST, file_too_large
from parrules.evidence.readers.foreign import NO_READERS, RowsOf, listing_from_rows
from parrules.evidence.readers.listing import Listing, Spelled
from parrules.evidence.readers.opened import READERS, opened
from parrules.evidence.readers.source import TableSource
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Source, Span

READ = tuple(READERS)
"""The endings of files that are read as tables."""

OTHER_WORKBOOKS = (".xls", ".xlsb", ".ods")
"""The endings of workbooks that are not read: a spreadsheet saves each as `.xlsx`."""

YAML = (".yaml", ".yml")
"""The endings of files that are read as evidence files are: calendars, the round before."""

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|[A-Za-z]:|[/\\~]")


@dataclass(frozen=True, slots=True)
class Files:
    """The tables that were read, by the key of their source; digests: sha256 of the bytes of their files."""

    listings: Mapping[int, Listing]
    digests: Mapping[str, str]


def read_sources(
    sources: Iterable[TableSource],
    folder: Path,
    source: Source,
    known: Mapping[int, ColumnNames],
    readers: Mapping[str, RowsOf] = NO_READERS,
) -> tuple[Files, tuple[Diagnostic, ...]]:
    """Reads the table of every source, in files relative to `folder` and nothing outside it.

    source: the evidence file. known: by the key of a source, what its columns may be called. What is read twice in the
    same way is read once.
    readers: of files of other kinds, by their endings.
    """
    listings: dict[int, Listing] = {}
    digests: dict[str, str] = {}
    contents: dict[str, bytes] = {}
    read: dict[tuple[object, ...], Listing | None] = {}
    found: list[Diagnostic] = []
    for one in sources:
        if one.file is None:
            continue
        names = known.get(one.key, NO_NAMES)
        way = (one.same, names.of)
        if way not in read:
            shown = shown_beside(one.file.text, source)
            raw = contents.get(one.file.text) or content_of(one.file, folder, shown, (*READ, *readers))
            if isinstance(raw, Diagnostic):
                found.append(raw)
                continue
            file = relative(one.file.text)
            contents[one.file.text] = raw
            digests[file] = hashlib.sha256(raw).hexdigest()
            rows_of = readers.get(PurePosixPath(file).suffix.lower())
            read[way], mistakes = (
                opened(raw, file, shown, one, names)
                if rows_of is None
                else listing_from_rows(rows_of, raw, file, shown, one, names)
            )
            found += mistakes
        listing = read[way]
        if listing is not None:
            listings[one.key] = listing
    return Files(listings, digests), tuple(found)


def relative(name: str) -> str:
    """The name of a file as provenance says it: `./tasks.csv` is `tasks.csv`."""
    return PurePosixPath(name).as_posix()


def digest(source: Source, digests: Mapping[str, str]) -> str:
    """The sha256 of a list of all files in order of their names, one a line, as `sha256sum` writes it."""
    every = {**digests, own_name(source): hashlib.sha256(source.text.encode("utf-8")).hexdigest()}
    lines = "".join(f"{every[name]}  {name}\n" for name in sorted(every))
    return hashlib.sha256(lines.encode("utf-8")).hexdigest()


def own_name(source: Source) -> str:
    """The name of the evidence file without its folder."""
    return PurePosixPath(source.name).name


def shown_beside(name: str, source: Source) -> str:
    """How people are told of a file named in the evidence file: as they gave that file's own name."""
    return (PurePosixPath(source.name).parent / name).as_posix()


def content_of(name: Spelled, folder: Path, shown: str, endings: tuple[str, ...] = READ) -> bytes | Diagnostic:
    """The bytes of a file that an evidence file names, with one of these endings, or why it is not read."""
    path = file_of(name, folder, endings)
    if isinstance(path, Diagnostic):
        return path
    try:
        return file_too_large(shown) if path.stat().st_size > LARGEST else path.read_bytes()
    except OSError:
        return not_readable(name.span, name.text)


def file_of(name: Spelled, folder: Path, endings: tuple[str, ...]) -> Path | Diagnostic:
    """Where a file lies that an evidence file names, with one of these endings, or why it is not read."""
    text, span = name.text, name.span
    if _ELSEWHERE.match(text):
        return not_beside(span)
    if "\\" in text:
        return with_backslash(span, text.replace("\\", "/"))
    path = folder / text
    if ".." in PurePosixPath(text).parts or not _inside(path, folder):
        return outside_folder(span)
    if path.suffix.lower() not in endings:
        if endings != YAML and path.suffix.lower() in OTHER_WORKBOOKS:
            return other_workbook(span, path.suffix)
        return not_a_yaml_file(span, path.suffix) if endings == YAML else not_a_table_file(span, path.suffix)
    try:
        if path.is_dir():
            return not_readable(span, text)
        return path if path.is_file() else no_such_file(span, text, _namesake(path, folder, endings))
    except OSError:
        return not_readable(span, text)


def _inside(path: Path, folder: Path) -> bool:
    """Whether it lies in the folder when links are followed; a link that goes in a circle leads nowhere else."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _namesake(path: Path, folder: Path, endings: tuple[str, ...]) -> str | None:
    """The file nearest in name to a missing one, beside it or else in `folder`."""
    try:
        beside = path.parent if path.parent.is_dir() else folder
        near = nearest(path.name, [one.name for one in beside.iterdir() if one.suffix.lower() in endings])
    except OSError:
        return None
    return (beside / near).relative_to(folder).as_posix() if near else None


def not_beside(span: Span) -> Diagnostic:
    """A path from the root of a disk, an address."""
    return diagnostic("EV130", span)


def with_backslash(span: Span, suggestion: str) -> Diagnostic:
    return diagnostic("EV131", span, suggestion=suggestion)


def outside_folder(span: Span) -> Diagnostic:
    return diagnostic("EV132", span)


def no_such_file(span: Span, file: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("EV133", span, file=file, suggestion=suggestion)


def not_readable(span: Span, file: str) -> Diagnostic:
    """A folder, or a file that may not be opened."""
    return diagnostic("EV134", span, file=file)


def other_workbook(span: Span, ending: str) -> Diagnostic:
    """A workbook of a kind in which a formula that was never worked out cannot be told from a value."""
    return diagnostic("EV347", span, ending=ending)


def not_a_table_file(span: Span, ending: str) -> Diagnostic:
    return diagnostic("EV135", span, ending=ending or None)


def not_a_yaml_file(span: Span, ending: str) -> Diagnostic:
    return diagnostic("EV180", span, ending=ending or None)
