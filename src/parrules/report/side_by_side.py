"""Many columns beside the names of bodies: in one table where they fit, else in as few as they fit in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parrules.report.columns import width_of
from parrules.report.grid import GridColumn, GridRow, grid

NAME = 16
"""The least room for the name of a body."""

BROKEN = 12
"""The room for cells that may be broken over lines, such as a class."""

Column = tuple[GridColumn, list[str]]
"""A column with its cells, a body each."""


def room_for(name: tuple[str, list[str]]) -> int:
    """The least room for these names: their heading and the cells."""
    return min(NAME, max(map(width_of, (name[0], *name[1]))))


def fits(columns: Sequence[Column], width: int, before: Sequence[Column] = (), room: int = NAME) -> bool:
    """Whether the columns fit beside names with so much room, and behind those that stand before them."""
    return room + sum(2 + _wide(column) for column in (*before, *columns)) <= width


def chunks(
    columns: Sequence[Column], width: int, before: Sequence[Column] = (), room: int = NAME
) -> list[list[Column]]:
    """The columns in as few tables as they fit in."""
    found: list[list[Column]] = []
    for column in columns:
        if found and fits([*found[-1], column], width, before, room):
            found[-1].append(column)
        else:
            found.append([column])
    return found


def table(
    name: tuple[str, list[str]],
    columns: Sequence[Column],
    width: int,
    colour: bool,
    before: Sequence[Column] = (),
) -> str:
    """name: the heading and the cells of the names. before: what stands before the name, such as a place."""
    least = room_for(name)
    spare = width - least - sum(2 + _wide(column) for column in (*before, *columns))
    named, spare = _with_more(GridColumn(name[0]), name[1], least, spare)
    heads = []
    for column, cells in columns:
        head, spare = _with_more(column, cells, _wide((column, cells)), spare)
        heads.append(head)
    heads = [*(replace(column[0], least=_wide(column)) for column in before), named, *heads]
    shown = [*(cells for _, cells in before), name[1], *(cells for _, cells in columns)]
    return grid(heads, [GridRow(row) for row in zip(*shown, strict=True)], width, colour)


def _with_more(head: GridColumn, cells: Sequence[str], least: int, spare: int) -> tuple[GridColumn, int]:
    """A column as wide as it must be, or wider where its cells can use what room is spare; and what is left of that."""
    if head.keep:
        return replace(head, least=least), spare
    longest = max(width_of(text) for text in (head.heading, *cells))
    wide = least + max(0, min(spare, longest - least))
    return replace(head, least=wide, most=wide), spare - (wide - least)


def widest(cells: Sequence[str]) -> int:
    """The room that the longest cell needs."""
    return max(map(width_of, cells), default=0)


def _wide(column: Column) -> int:
    """The room that a column needs: its longest cell, or, of cells that may be broken, so much of it as is fair."""
    head, cells = column
    longest = max(width_of(text) for text in (head.heading, *cells))
    if head.keep:
        return longest
    if head.side == "right":  # numbers are never broken, their heading may be
        return max(widest(cells), widest(head.heading.split(" ")))
    word = max(width_of(word) for text in (head.heading, *cells) for word in text.split(" "))
    return max(word, min(longest, BROKEN))
