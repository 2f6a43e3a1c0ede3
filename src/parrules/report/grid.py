"""A ruled table in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from parrules.report.colour import coloured
from parrules.report.columns import left, right, visible, width_of, wrapped

_BETWEEN = "  "
_LEAST = 8
"""A column whose cells may be broken over lines is never narrower, unless its cells are."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column. side: where its cells stand. keep: never broken over lines, as numbers are.

    ratio: its share of the room that the other columns leave; 0: as wide as its cells need, `least` at least.
    """

    heading: str
    side: Literal["left", "right"] = "left"
    keep: bool = False
    ratio: int = 0
    least: int = 0


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row. strong: a heading or a total, bold where there is colour. ruled: with a line below it.

    deep: how deep the second cell, a title, stands below others.
    """

    cells: tuple[str, ...]
    strong: bool = False
    ruled: bool = False
    deep: int = 0


def grid(columns: Sequence[GridColumn], rows: Sequence[GridRow], width: int, colour: bool) -> str:
    """The table as text, no wider than `width` as long as what may not be broken leaves room for the rest.

    Lines have no blanks at their end.
    """
    head = GridRow(tuple(column.heading for column in columns), strong=True, ruled=True)
    shown = [head, *rows]
    rooms = _rooms(columns, shown, width - len(_BETWEEN) * (len(columns) - 1))
    rule = "─" * (sum(rooms) + len(_BETWEEN) * (len(columns) - 1))
    lines: list[str] = []
    for row in shown:
        lines += [coloured(line, "bold", colour and row.strong) for line in _lines(columns, row, rooms)]
        if row.ruled and row is not shown[-1]:
            lines.append(rule)
    return "\n".join(lines)


def _rooms(columns: Sequence[GridColumn], rows: Sequence[GridRow], width: int) -> list[int]:
    """How wide each column is, without the blanks between them."""
    needed = [
        max(column.least, *(width_of(visible(row.cells[at])) for row in rows)) for at, column in enumerate(columns)
    ]
    if any(column.ratio for column in columns):
        return _shared_out(columns, needed, width)
    while sum(needed) > width:
        breakable = [at for at, column in enumerate(columns) if not column.keep and needed[at] > _least(column)]
        if not breakable:
            break
        needed[max(breakable, key=needed.__getitem__)] -= 1
    return needed


def _least(column: GridColumn) -> int:
    return max(column.least, _LEAST)


def _shared_out(columns: Sequence[GridColumn], needed: list[int], width: int) -> list[int]:
    """The room that is left, shared out by the ratios; a share is rounded up, and the last one is the rest.

    The blank behind a column is part of its share.
    """
    behind = [1] * (len(columns) - 1) + [0]
    flexible = [at for at, column in enumerate(columns) if column.ratio]
    shares = sum(columns[at].ratio for at in flexible)
    rest = width - sum(needed) + sum(needed[at] + behind[at] for at in flexible)
    rooms = list(needed)
    for at in flexible:
        share = -(-columns[at].ratio * rest // shares)
        rooms[at] = max(_least(columns[at]), share - behind[at])
        rest -= rooms[at] + behind[at]
        shares -= columns[at].ratio
    return rooms


def _lines(columns: Sequence[GridColumn], row: GridRow, rooms: Sequence[int]) -> list[str]:
    """A row in as many lines as its longest cell needs."""
    cells = [_cell(column, row, at, rooms[at]) for at, column in enumerate(columns)]
    height = max(len(pieces) for pieces in cells)
    return [
        _BETWEEN.join(
            (right if column.side == "right" else left)(pieces[at] if at < len(pieces) else "", room)
            for column, pieces, room in zip(columns, cells, rooms, strict=True)
        ).rstrip()
        for at in range(height)
    ]


def _cell(column: GridColumn, row: GridRow, at: int, room: int) -> list[str]:
    text = visible(row.cells[at])
    if column.keep:
        return [text]
    indent = "  " * row.deep if at == 1 else ""
    return wrapped(text, room, indent, indent)
