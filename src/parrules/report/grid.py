"""A ruled table in plain text: the one place that knows rich, which is slow to import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from parrules.report.columns import visible


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column. side: where its cells stand. keep: never broken over lines, as numbers are.

    ratio: its share of the room that the other columns leave; 0: as wide as its cells need, `least` at least and `most`
    at most (0: without limit).
    """

    heading: str
    side: Literal["left", "right"] = "left"
    keep: bool = False
    ratio: int = 0
    least: int = 0
    most: int = 0


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
    """The table as text, no wider than `width`, each line without blanks at its end."""
    from rich.box import Box
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    rules = Box("    \n    \n ── \n    \n ── \n ── \n    \n    \n")
    stretched = any(column.ratio for column in columns)
    table = Table(
        box=rules,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold" if colour else "",
        expand=stretched,
    )
    for column in columns:
        table.add_column(
            Text(column.heading, justify=column.side),
            justify=column.side,
            no_wrap=column.keep,
            overflow="fold",
            ratio=column.ratio or None,
            min_width=column.least or None,
            max_width=column.most or None,
        )
    for row in rows:
        cells = [
            Padding(Text(visible(cell)), (0, 0, 0, 2 * row.deep if at == 1 else 0)) for at, cell in enumerate(row.cells)
        ]
        table.add_row(*cells, style="bold" if row.strong and colour else "", end_section=row.ruled)
    return _printed(table, width, colour)


def _printed(table: object, width: int, colour: bool) -> str:
    """What rich prints, whatever the terminal and its environment are."""
    import io

    from rich.console import Console

    text = io.StringIO()
    console = Console(
        file=text,
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        force_jupyter=False,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
        _environ={},
    )
    console.print(table)
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines())
