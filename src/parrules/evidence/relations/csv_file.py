"""CSV files that are too large to be read as a whole: their cells are taken over as text, and asked like any others.

Where no quote stands in the file, DuckDB takes its lines apart. All else, and what is wrong, is read as in small files.
"""

from __future__ import annotations

import csv
import io
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from parrules.evidence.readers.column_names import ColumnNames
from parrules.evidence.readers.csv_reader import wrong_quotes
from parrules.evidence.readers.headed import row_of_other_length
from parrules.evidence.readers.source import TableSource
from parrules.evidence.relations.columns import literal
from parrules.evidence.relations.connection import connected
from parrules.evidence.relations.extracted import Extract, line_of
from parrules.evidence.relations.mistakes import only_utf_8
from parrules.evidence.relations.opened import OpenedSource
from parrules.evidence.relations.parquet import view_of
from parrules.evidence.relations.text_head import Head, head_of
from parrules.evidence.relations.text_scan import Scanned, placed, scanned
from parrules.evidence.shortened import MOST_ALIKE, and_more
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source, Span

ENDINGS = (".csv", ".tsv", ".txt")

_LETTER = r"[\pL\pN]"

Found = list[Diagnostic]


def opened_csv(
    path: Path, file: str, shown: str, said: TableSource, known: ColumnNames
) -> tuple[OpenedSource | None, Found]:
    """The rows of a file in UTF-8. file: its name relative to the evidence file; shown: as findings name it.

    said: how it is to be read; known: what its columns may be called. None where a row could not be read; then the
    other cells are not looked at.
    """
    if said.encoding is not None and said.encoding.text != "utf-8":
        return None, [only_utf_8(said.encoding.span)]
    scan = scanned(path, shown, partial(head_of, file=file, shown=shown, said=said, known=known))
    found = list(scan.found)
    if scan.head is None or not scan.head.columns:
        return None, found
    opened = _of_lines(path, shown, scan, scan.head)
    if opened is None:
        opened, wrong = _of_rows(path, shown, scan.head)
        found += wrong
    if opened is None:
        return None, found
    return replace(opened, file=file, digest=scan.digest, is_named=True, line=1), found


def _of_lines(path: Path, shown: str, scan: Scanned, head: Head) -> OpenedSource | None:
    """The file as DuckDB takes it apart; None where not each of its lines is a row of as many cells."""
    import duckdb

    if not scan.is_plain or not scan.line_end:
        return None
    scratch = TemporaryDirectory(prefix="parrules-", ignore_cleanup_errors=True)
    folder = Path(scratch.name)
    connection = connected((path,), folder)
    cells = ", ".join(f"'c{at}': 'VARCHAR'" for at in range(head.cells))
    read = (
        f"read_csv({literal(path.as_posix())}, auto_detect = false, header = false, skip = {head.line - 1}, "
        f"delim = {literal(head.separator)}, quote = '', escape = '', max_line_size = {csv.field_size_limit()}, "
        f"columns = {{{cells}}})"
    )
    kept, chosen = literal((folder / "rows.parquet").as_posix()), ", ".join(f"c{at}" for at, _ in head.columns)
    try:
        connection.execute(f"COPY (SELECT {chosen} FROM {read}) TO {kept} (FORMAT parquet)")
        names, types = view_of(connection, f"read_parquet({kept}, file_row_number = true)", "file_row_number + 1")
        every = " || ".join(f"coalesce(c{at}, '')" for at in range(len(names)))
        is_blank = f"(c0 IS NULL OR NOT regexp_matches(c0, '{_LETTER}')) AND NOT regexp_matches({every}, '{_LETTER}')"
        rows, blank = connection.execute(f"SELECT count(*), count(*) FILTER (WHERE {is_blank}) FROM source").fetchall()[
            0
        ]
    except duckdb.Error:
        return None
    if rows != scan.lines or blank:
        return None
    named = tuple(name for _, name in head.columns)
    return OpenedSource(connection, shown, "", named, types, "", scratch, lines=((1,), (head.line,)))


def _of_rows(path: Path, shown: str, head: Head) -> tuple[OpenedSource | None, Found]:
    """The file read row by row, as a small one is."""
    scratch = TemporaryDirectory(prefix="parrules-", ignore_cleanup_errors=True)
    extract, places = Extract(scratch), [at for at, _ in head.columns]
    rows = _Rows(shown, head)
    with path.open(encoding="utf-8-sig", newline=None) as opened:
        extract.take(line_of([texts[at] or None for at in places]) for texts in rows.of(opened))
    if rows.found:
        extract.close()
        return None, rows.all_found
    names = [name for _, name in head.columns]
    source = extract.opened(shown, names, ["VARCHAR"] * len(names))
    return replace(source, lines=(rows.numbers, rows.lines)), []


@dataclass(slots=True)
class _Rows:
    """Rows below the heading with any text in them. numbers and lines: as in `OpenedSource`."""

    shown: str
    head: Head
    numbers: array[int] = field(default_factory=lambda: array("q"))
    lines: array[int] = field(default_factory=lambda: array("q"))
    found: Found = field(default_factory=list)
    wrong: int = 0

    @property
    def all_found(self) -> Found:
        more = self.wrong - len(self.found)
        return [*self.found, and_more(self.found[0], more)] if more > 0 else self.found

    def of(self, opened: io.TextIOBase | Iterator[str]) -> Iterator[list[str]]:
        """Their cells; those that are wrong are found and left out."""
        begun: list[str] = []

        def lines() -> Iterator[str]:
            for at, line in enumerate(opened, start=1):
                if at >= self.head.line:
                    begun.append(line)
                    yield line

        reader = csv.reader(lines(), delimiter=self.head.separator, strict=True)
        number = shift = line = 0
        width = self.head.width
        while True:
            line = self.head.line + reader.line_num
            begun.clear()
            try:
                texts = next(reader, None)
            except csv.Error:
                source = Source(self.shown, "".join(begun))
                self._note(wrong_quotes(source, 0, self.head.separator), line)
                return
            if texts is None:
                return
            if not any(text.strip() for text in texts):
                continue
            number += 1
            if len(texts) < width or (len(texts) > width and any(text.strip() for text in texts[width:])):
                source = Source(self.shown, "".join(begun))
                self._note(row_of_other_length(Span(source, 0, 1), len(texts), width), line)
                continue
            if line - number != shift or number == 1:
                shift = line - number
                self.numbers.append(number)
                self.lines.append(line)
            yield texts

    def _note(self, one: Diagnostic, line: int) -> None:
        self.wrong += 1
        if len(self.found) < MOST_ALIKE:
            self.found.append(placed(one, self.shown, line - 1))
