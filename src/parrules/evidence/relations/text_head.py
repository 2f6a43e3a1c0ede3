"""The beginning of a large CSV file: what separates its cells, which row names the columns, and where records begin."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.evidence.readers.column_names import ColumnNames
from parrules.evidence.readers.csv_reader import Separated, rows_of, separator_of
from parrules.evidence.readers.decoding import file_empty
from parrules.evidence.readers.headed import Grid, named
from parrules.evidence.readers.source import TableSource
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source

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
    text: str, file: str, shown: str, said: TableSource, known: ColumnNames
) -> tuple[Head | None, list[Diagnostic]]:
    """text: the first `READ` characters or more. known: what columns may be called."""
    begun = text[:READ]
    source = Source(shown, begun[: begun.rfind("\n") + 1] or begun)
    separator, start = separator_of(source.text, said)
    rows, broken = rows_of(source, separator, start)  # quotes that are wrong further on are found with the records
    if not rows:
        return None, [broken or file_empty(shown)]
    grid = Grid(file, source, Separated(separator), rows)
    heading, found = named(grid, said, known)
    if heading is None:
        return None, found
    places = grid.layout.places(source.text, heading.row.offset)
    end = min(places[-1][1] + 1, len(source.text))
    columns = tuple((at, name) for at, name in enumerate(heading.columns) if name and name not in heading.unread)
    line = source.text.count("\n", 0, end) + 1
    return Head(separator, columns, len(heading.columns), len(heading.row.texts), end, line), found
