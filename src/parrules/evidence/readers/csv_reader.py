"""From a CSV file to a listing: separated by commas, semicolons or tabs, with the line on which each row begins."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from parrules.evidence.readers.column_names import NO_NAMES, ColumnNames
from parrules.evidence.readers.decoding import decoded, file_empty
from parrules.evidence.readers.headed import Grid, headed
from parrules.evidence.readers.listing import Listing, Row
from parrules.evidence.readers.source import TableSource
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Source, Span

_SAID = re.compile("sep=([,;\t])\n")
SEPARATORS = {",": ",", ";": ";", "tab": "\t", "|": "|"}
"""What may be said to separate cells."""

_SEPARATORS = "\t;,"  # where two stand equally often, the first of them: commas also stand in names
_LONGEST_HEADING = 100_000

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Separated:
    """Cells one behind the other with a mark between them, some of them in quotes."""

    separator: str

    def places(self, text: str, offset: int) -> tuple[tuple[int, int], ...]:
        return tuple(_cell_places(text, offset, self.separator))


def listing_from_csv(
    raw: bytes, file: str, shown: str, said: TableSource | None = None, known: ColumnNames = NO_NAMES
) -> tuple[Listing | None, Found]:
    """The table in the bytes of a CSV file. file: its name in provenance; shown: its name as people see it.

    said: how it is to be read; known: what its columns may be called. Rows without any text are passed over.
    """
    source, strange = decoded(raw, shown, said)
    if source is None:
        return None, strange
    separator, start = separator_of(source.text, said)
    rows, broken = rows_of(source, separator, start)
    if not rows:
        return None, (broken or file_empty(shown),)
    listing, found = headed(Grid(file, source, Separated(separator), rows, broken is None), said, known)
    return listing, (*strange, *((broken,) if broken else ()), *found)


def separator_of(text: str, said: TableSource | None) -> tuple[str, int]:
    """What separates the cells, and where they start: as is said, or what the first line has most of."""
    if first := _SAID.match(text):
        return first[1], first.end()
    start = len(text) - len(text.lstrip(" \n"))
    if said is not None and said.separator is not None:
        return SEPARATORS.get(said.separator.text, ","), start
    line = re.sub('"[^"]*"', "", text[start : start + _LONGEST_HEADING]).partition("\n")[0]
    counts = {mark: line.count(mark) for mark in _SEPARATORS}
    return max(counts, key=lambda mark: counts[mark]) if any(counts.values()) else ",", start


def rows_of(source: Source, separator: str, start: int) -> tuple[list[Row], Diagnostic | None]:
    """The rows with any text in them, up to the first place where quotes are wrong."""
    offsets: list[int] = []

    def lines() -> Iterator[str]:
        at = start
        while at < len(source.text):
            offsets.append(at)
            end = source.text.find("\n", at) + 1 or len(source.text)
            yield source.text[at:end]
            at = end

    first = source.position(start)[0]
    reader = csv.reader(lines(), delimiter=separator, strict=True)
    rows: list[Row] = []
    begun = 0
    while True:
        try:
            texts = next(reader, None)
        except csv.Error:
            return rows, wrong_quotes(source, offsets[begun], separator)
        if texts is None:
            return rows, None
        if any(text.strip() for text in texts):
            rows.append(Row(tuple(texts), first + begun, len(rows), offsets[begun]))
        begun = reader.line_num


def wrong_quotes(source: Source, offset: int, separator: str) -> Diagnostic:
    """Which cell of the row at `offset` the csv module could not read, and why."""
    for start, end in _cell_places(source.text, offset, separator):
        words = source.text[start:end]
        opened = words.startswith('"')
        if opened and end == len(source.text) and not _is_closed(words):
            return quotes_not_closed(Span(source, start, start + 1))
        if len(words) > csv.field_size_limit():
            return cell_too_long(Span(source, start, start + 1))
        if opened and not _is_closed(words):
            return text_after_quotes(Span(source, start, end))
    return quotes_not_closed(_line_span(source, offset))


def _is_closed(words: str) -> bool:
    """Whether a cell that begins with a quote ends with the one that closes it."""
    return len(words) > 1 and words.endswith('"') and '"' not in words[1:-1].replace('""', "")


def _line_span(source: Source, offset: int) -> Span:
    end = source.text.find("\n", offset)
    return Span(source, offset, end if end >= 0 else len(source.text))


def _cell_places(text: str, offset: int, separator: str) -> Iterator[tuple[int, int]]:
    """Where each cell of the row that begins at `offset` starts and ends, its quotes with it."""
    while True:
        end = _end_of_cell(text, offset, separator)
        yield offset, end
        if end >= len(text) or text[end] != separator:
            return
        offset = end + 1


def _end_of_cell(text: str, start: int, separator: str) -> int:
    at = start
    if text[at : at + 1] == '"':
        at = text.find('"', at + 1)
        while at >= 0 and text[at + 1 : at + 2] == '"':
            at = text.find('"', at + 2)
        if at < 0:
            return len(text)
    ends = (text.find(separator, at), text.find("\n", at))
    return min((end for end in ends if end >= 0), default=len(text))


def quotes_not_closed(span: Span) -> Diagnostic:
    return diagnostic("EV123", span)


def text_after_quotes(span: Span) -> Diagnostic:
    return diagnostic("EV124", span)


def cell_too_long(span: Span) -> Diagnostic:
    return diagnostic("EV125", span, most=csv.field_size_limit())
