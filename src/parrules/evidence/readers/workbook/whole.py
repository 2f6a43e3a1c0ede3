"""A workbook whole: every sheet with anything in it, as a grid."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from parrules.evidence.readers.headed import Grid
from parrules.evidence.readers.workbook.cells import Reading, cells_of
from parrules.evidence.readers.workbook.contents import contents_of
from parrules.evidence.readers.workbook.package import package_of
from parrules.evidence.readers.workbook.strings import shared_strings
from parrules.evidence.readers.workbook.styles import styles_of
from parrules.evidence.readers.workbook.xlsx_reader import grid_of
from parrules.text.characters import control_characters, unsafe_characters
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span

_EMPTY = "EV122"


def grids_of(raw: bytes, file: str, shown: str) -> tuple[Mapping[str, Grid] | None, tuple[Diagnostic, ...]]:
    """The sheets by their names, in order; those that hold nothing are left out. None where one cannot be read.

    file: its name in provenance; shown: its name as people see it.
    """
    package = package_of(raw, shown)
    if isinstance(package, Diagnostic):
        return None, (package,)
    contents = contents_of(package)
    if isinstance(contents, Diagnostic):
        return None, (contents,)
    strings = shared_strings(package, contents.strings)
    if isinstance(strings, Diagnostic):
        return None, (strings,)
    styles = styles_of(package, contents.styles)
    if isinstance(styles, Diagnostic):
        return None, (styles,)
    grids: dict[str, Grid] = {}
    found: list[Diagnostic] = []
    for sheet in contents.sheets:
        reading = Reading(package, sheet.part, sheet.name, strings, styles, contents.from_1904, contents.uncomputed)
        cells = cells_of(reading)
        if isinstance(cells, Diagnostic):
            return None, (cells,)
        grid = grid_of(cells, file, shown, sheet.name)
        if isinstance(grid, Diagnostic):
            if grid.code != _EMPTY:
                return None, (grid,)
            continue
        span = partial(Span, grid.source)
        control = control_characters(grid.source.text, span)
        if control:
            return None, control
        found += unsafe_characters(grid.source.text, span)
        grids[sheet.name] = grid
    return grids, tuple(found)
