"""The beginning of a large CSV file: what separates its cells, which row names the columns, and where records begin."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from parrules.evidence.readers.csv_reader import Separated, rows_of, separator_of
from parrules.evidence.readers.decoding import file_empty
from parrules.evidence.readers.headed import Grid, column_twice, named
from parrules.evidence.readers.source import TableSource
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source, Span

READ = 1_000_000
"""The heading is looked for in so many characters."""


@dataclass(frozen=True, slots=True)
class Head:
    """columns: their places among the cells of a row, and what they are called here. Those without a name, and those
    whose name stands twice, are left out. width: how many columns the heading has. cells: how many cells its row has.

    offset and line: where the first record begins, in the text and from 1.
    """

    separator: str
    columns: tuple[tuple[int, str], ...]
    width: int
    cells: int
    offset: int
    line: int


def head_of(
    text: str, file: str, shown: str, said: TableSource, known: Collection[str]
) -> tuple[Head | None, list[Diagnostic]]:
    """text: the first `READ` characters or more. known: the names that columns may have."""
    begun = text[:READ]
    source = Source(shown, begun[: begun.rfind("\n") + 1] or begun)
    separator, start = separator_of(source.text, said)
    rows, broken = rows_of(source, separator, start)  # quotes that are wrong further on are found with the records
    if not rows:
        return None, [broken or file_empty(shown)]
    grid = Grid(file, source, Separated(separator), rows)
    at, names, found = named(grid, said, known)
    if at is None:
        return None, found
    heading = rows[at]
    places = grid.layout.places(source.text, heading.offset)
    end = min(places[-1][1] + 1, len(source.text))
    found += [
        column_twice(Span(source, *places[at]), name) for at, name in enumerate(names) if name and name in names[:at]
    ]
    columns = tuple((at, name) for at, name in enumerate(names) if name and names.count(name) == 1)
    line = source.text.count("\n", 0, end) + 1
    return Head(separator, columns, len(names), len(heading.texts), end, line), found
