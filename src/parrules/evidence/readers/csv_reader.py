"""From a CSV file to a listing: separated by commas, semicolons or tabs, with the line on which each row begins."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator

from parrules.evidence.readers.decoding import decoded, file_empty
from parrules.evidence.readers.listing import Listing, Row, cell_places
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Source, Span

_SAID = re.compile("sep=([,;\t])\n")
_SEPARATORS = "\t;,"  # where two stand equally often, the first of them: commas also stand in names
_LONGEST_HEADING = 100_000

Found = tuple[Diagnostic, ...]
# A row as the csv module gives it: its cells, the line on which it begins, and its offset.
_Raw = tuple[list[str], int, int]


def listing_from_csv(raw: bytes, file: str, shown: str) -> tuple[Listing | None, Found]:
    """The table in the bytes of a CSV file. file: its name in provenance; shown: its name as people see it.

    Rows without any text are passed over. A row that is longer or shorter than the heading is left out and found.
    """
    source, strange = decoded(raw, shown)
    if source is None:
        return None, strange
    separator, start = _separator(source.text)
    rows, broken = _raw_rows(source, separator, start)
    if not rows:
        return None, (broken or file_empty(shown),)
    (names, _, heading), *below = rows
    columns = _without_blank_end([unicodedata.normalize("NFC", name).strip() for name in names])
    found = [*strange, *((broken,) if broken else ())]
    kept: list[Row] = []
    for number, (texts, line, offset) in enumerate(below, start=1):
        if len(texts) < len(columns) or any(text.strip() for text in texts[len(columns) :]):
            found.append(row_of_other_length(_line_span(source, offset), len(texts), len(columns)))
        else:
            kept.append(Row(tuple(texts[: len(columns)]), line, number, offset))
    whole = broken is None and len(kept) == len(below)
    twice = frozenset(name for name in columns if name and columns.count(name) > 1)
    listing = Listing(file, source, separator, tuple(columns), heading, tuple(kept), whole, twice)
    found += _same_names(listing)
    return listing, tuple(found)


def _separator(text: str) -> tuple[str, int]:
    """What separates the cells, and where the heading starts: as `sep=;` says, or what the first line has most of."""
    if said := _SAID.match(text):
        return said[1], said.end()
    start = len(text) - len(text.lstrip(" \n"))
    line = re.sub('"[^"]*"', "", text[start : start + _LONGEST_HEADING]).partition("\n")[0]
    counts = {mark: line.count(mark) for mark in _SEPARATORS}
    return max(counts, key=lambda mark: counts[mark]) if any(counts.values()) else ",", start


def _raw_rows(source: Source, separator: str, start: int) -> tuple[list[_Raw], Diagnostic | None]:
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
    rows: list[_Raw] = []
    begun = 0
    while True:
        try:
            texts = next(reader, None)
        except csv.Error:
            return rows, _wrong_quotes(source, offsets[begun], separator)
        if texts is None:
            return rows, None
        if any(text.strip() for text in texts):
            rows.append((texts, first + begun, offsets[begun]))
        begun = reader.line_num


def _wrong_quotes(source: Source, offset: int, separator: str) -> Diagnostic:
    """Which cell of the row at `offset` the csv module could not read, and why."""
    for start, end in cell_places(source.text, offset, separator):
        words = source.text[start:end]
        opened = words.startswith('"')
        if opened and end == len(source.text) and not re.fullmatch(r'"(?:[^"]|"")*"', words):
            return quotes_not_closed(Span(source, start, start + 1))
        if len(words) > csv.field_size_limit():
            return cell_too_long(Span(source, start, start + 1))
        if opened and not re.fullmatch(r'"(?:[^"]|"")*"', words):
            return text_after_quotes(Span(source, start, end))
    return quotes_not_closed(_line_span(source, offset))


def _without_blank_end(names: list[str]) -> list[str]:
    """Spreadsheets write separators for columns that were once used."""
    while names and not names[-1]:
        names = names[:-1]
    return names


def _same_names(listing: Listing) -> list[Diagnostic]:
    return [
        column_twice(listing.column(index).span, name)
        for index, name in enumerate(listing.columns)
        if name in listing.twice and name in listing.columns[:index]
    ]


def _line_span(source: Source, offset: int) -> Span:
    end = source.text.find("\n", offset)
    return Span(source, offset, end if end >= 0 else len(source.text))


def quotes_not_closed(span: Span) -> Diagnostic:
    return diagnostic("EV123", span)


def text_after_quotes(span: Span) -> Diagnostic:
    return diagnostic("EV124", span)


def cell_too_long(span: Span) -> Diagnostic:
    return diagnostic("EV125", span, most=csv.field_size_limit())


def row_of_other_length(span: Span, cells: int, columns: int) -> Diagnostic:
    """cells: how many the row has; columns: how many the heading has."""
    return diagnostic("EV126", span, cells=cells, columns=columns)


def column_twice(span: Span, name: str) -> Diagnostic:
    return diagnostic("EV127", span, name=name)
