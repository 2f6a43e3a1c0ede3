"""From the rows of a file to a listing: which row names the columns, and what each column is called here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from parrules.evidence.readers.column_names import (
    ColumnNames,
    by_titles,
    column_twice,
    heading_of_several,
    plain_heading,
)
from parrules.evidence.readers.listing import Layout, Listing, Ratios, Row
from parrules.evidence.readers.source import TableSource
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.digits import whole
from parrules.text.nearest import nearest
from parrules.text.source import Source, Span

_SEARCHED = 50
"""The heading is looked for in so many rows."""

_MOST_HEADINGS = 20
"""So many of the headings that stand there are named."""

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that were made one: from the line `top` to `bottom`, from the place `left` to `right`, all included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a file with any text in them, before it is known which of them is the heading.

    file, source, layout: as in `Listing`. whole: False where not all of the file could be read. even: whether all rows
    are equally long, because the reader made them so. merged: cells that are one.
    """

    file: str
    source: Source
    layout: Layout
    rows: Sequence[Row]
    whole: bool = True
    even: bool = False
    merged: Sequence[Merged] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The row that names the columns. at: its place among the rows. columns: what each is called here.

    unread: the names that stand over more than one column, and the headings that may mean several names: none of these
    columns is read. doubtful: the names that such headings may mean.
    """

    at: int
    row: Row
    columns: tuple[str, ...]
    unread: frozenset[str]
    doubtful: frozenset[str]


def headed(
    grid: Grid, said: TableSource | None, known: ColumnNames, first: bool = False
) -> tuple[Listing | None, Found]:
    """The listing of a grid with at least one row. known: what columns may be called. first: whether the first row is
    sure to be the heading.

    Unless it is said, the heading is the row with most of the known names and titles, where that is two or more, or
    else the first row. A row that is longer or shorter than it is left out and found.
    """
    heading, found = named(grid, said, known, first)
    if heading is None:
        return None, tuple(found)
    columns, line = heading.columns, heading.row.line
    end = max((one.bottom for one in grid.merged if one.top <= line <= one.bottom), default=0)
    below = [row for row in grid.rows[heading.at + 1 :] if row.line > end]
    kept: list[Row] = []
    for number, row in enumerate(below, start=1):
        texts = row.texts
        if len(texts) < len(columns) or (not grid.even and any(text.strip() for text in texts[len(columns) :])):
            found.append(row_of_other_length(_line_span(grid.source, row.offset), len(texts), len(columns)))
        else:
            kept.append(Row(texts[: len(columns)], row.line, number, row.offset, row.kinds))
    listing = Listing(
        grid.file,
        grid.source,
        grid.layout,
        columns,
        heading.row.offset,
        tuple(kept),
        grid.whole and len(kept) == len(below),
        heading.unread,
        _ratios(said),
        bool(said and said.columns),
        heading.doubtful,
    )
    return listing, tuple(found)


def named(
    grid: Grid, said: TableSource | None, known: ColumnNames, first: bool = False
) -> tuple[Heading | None, list[Diagnostic]]:
    """The heading; None where it is not where it is said to be. Names as in `headed`."""
    at, wrong = (0, ()) if first else _heading(grid, said, known)
    if at is None:
        return None, list(wrong)
    row = grid.rows[at]
    written = _without_blank_end(_names(row, grid))
    called, found = _called(written, said, row)
    columns, doubtful = by_titles(written, called, known)
    twice = {name for name in columns if name and columns.count(name) > 1}
    places = grid.layout.places(grid.source.text, row.offset) if twice or doubtful else ()
    for index, name in enumerate(columns):
        if index in doubtful:
            found.append(heading_of_several(Span(grid.source, *places[index]), name, doubtful[index]))
        elif name in twice and name in columns[:index]:
            headings = [written[place] for place, one in enumerate(columns) if one == name]
            found.append(column_twice(Span(grid.source, *places[index]), name, headings))
    unread = frozenset(twice.union(columns[index] for index in doubtful))
    return Heading(at, row, columns, unread, frozenset(name for names in doubtful.values() for name in names)), found


def _heading(grid: Grid, said: TableSource | None, known: ColumnNames) -> tuple[int | None, Found]:
    """Which row is the heading."""
    if said is not None and said.header is not None:
        line = whole(said.header.text) if said.header.text.isdecimal() else 0
        at = next((at for at, row in enumerate(grid.rows) if row.line == line), None)
        return at, () if at is not None else (no_heading_there(said.header.span, said.header.text),)
    theirs = {plain_heading(one.text) for _, one in said.columns} if said is not None else set()
    named_in = (set(_names(row, grid)) for row in islice(grid.rows, _SEARCHED))
    counts = [sum(name in theirs or known.is_known(name) for name in names) for names in named_in]
    best = max(counts, default=0)
    return counts.index(best) if best >= 2 or (best and theirs) else 0, ()


def _names(row: Row, grid: Grid) -> list[str]:
    """What a row calls the columns; a name that stands above, in a cell that goes down to this row, is of this row."""
    names = [plain_heading(text) for text in row.texts]
    for one in grid.merged:
        if one.top < row.line <= one.bottom and one.left < len(names) and not names[one.left]:
            above = next((upper for upper in grid.rows if upper.line == one.top), None)
            names[one.left] = plain_heading(above.texts[one.left]) if above is not None else ""
    return names


def _called(written: list[str], said: TableSource | None, heading: Row) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """The names of the columns as they are called here; a heading that is said and does not stand there is found."""
    columns, found = list(written), list[Diagnostic]()
    for ours, theirs in said.columns if said is not None else ():
        wanted = plain_heading(theirs.text)
        places = [at for at, name in enumerate(written) if name == wanted]
        for at in places:
            columns[at] = ours.text
        if not places:
            found.append(heading_missing(theirs.span, theirs.text, heading.line, nearest(wanted, written), written))
    return tuple(columns), found


def _ratios(said: TableSource | None) -> Ratios:
    text = said.ratios.text if said is not None and said.ratios is not None else ""
    return "percent" if text == "percent" else "part" if text == "part" else ""


def _without_blank_end(names: list[str]) -> list[str]:
    """Spreadsheets write separators for columns that were once used."""
    while names and not names[-1]:
        names = names[:-1]
    return names


def _line_span(source: Source, offset: int) -> Span:
    end = source.text.find("\n", offset)
    return Span(source, offset, end if end >= 0 else len(source.text))


def row_of_other_length(span: Span, cells: int, columns: int) -> Diagnostic:
    """cells: how many the row has; columns: how many the heading has."""
    return diagnostic("EV126", span, cells=cells, columns=columns)


def no_heading_there(span: Span, row: str) -> Diagnostic:
    """The row that is said to be the heading is blank, or is no row."""
    return diagnostic("EV300", span, row=row)


def heading_missing(span: Span, heading: str, row: int, suggestion: str | None, written: Sequence[str]) -> Diagnostic:
    """A heading that is said and that no column has. row: the line of the heading that was read; written: what
    stands there."""
    there = tuple(f"`{name}`" for name in written if name)[:_MOST_HEADINGS]
    return diagnostic("EV301", span, heading=heading, row=str(row), suggestion=suggestion, there=there or None)
