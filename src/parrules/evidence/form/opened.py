"""A form that came back: what it says that it is for, before the methodology itself is known."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from parrules.evidence.form.mistakes import not_a_form, other_format
from parrules.evidence.header import Header
from parrules.evidence.readers.decoding import LARGEST, file_too_large
from parrules.evidence.readers.headed import Grid
from parrules.evidence.readers.listing import HOLDS, Cell, Row
from parrules.evidence.readers.workbook.whole import grids_of
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import read_content

ENDINGS = (".xlsx", ".xlsm")
"""The endings of files that are opened as forms."""

FORMAT = "1"
"""The number of the form's format that is read here."""

HIDDEN_SHEET = "_parrules"
_SAID = ("methodology", "edition", "year", "from", "to", "stage", "body")

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class FormFile:
    """A form that was opened. file: its name without its folder; shown: its name as people see it.

    said: what its hidden sheet says, by key. asked: the rows that it had when it was written. tables: by table, the
    name that its sheet had then. main: the sheet with the criteria. grids: all sheets by name. digest: as of a round
    read from this file alone.
    """

    file: str
    shown: str
    header: Header
    said: Mapping[str, Cell]
    asked: tuple[str, ...]
    tables: Mapping[str, str]
    main: Grid
    grids: Mapping[str, Grid]
    digest: str

    def text(self, key: str) -> str:
        """What the hidden sheet says under a key; empty where it says nothing."""
        return self.said[key].text.strip() if key in self.said else ""


def open_form(path: Path, shown: str) -> tuple[FormFile | None, Found]:
    """Reads a form and its head; None where it is no form, or cannot be read."""
    raw = read_content(path, shown, LARGEST)
    if isinstance(raw, Diagnostic):
        return None, (raw,)
    if len(raw) > LARGEST:
        return None, (file_too_large(shown),)
    return form_in(raw, path.name, shown)


def form_in(raw: bytes, file: str, shown: str) -> tuple[FormFile | None, Found]:
    """The same for the bytes of a workbook."""
    grids, found = grids_of(raw, file, shown)
    if grids is None:
        return None, found
    hidden = grids.get(HIDDEN_SHEET)
    pairs = _pairs(hidden) if hidden is not None else []
    said = {key: cell for key, cell in pairs if key != "row"}
    if "parrules_form" not in said:
        return None, (*found, not_a_form(shown))
    if said["parrules_form"].text.strip() != FORMAT:
        return None, (other_format(said["parrules_form"].span, said["parrules_form"].text, FORMAT),)
    header = _header({key: cell.text.strip() for key, cell in said.items()})
    main = next((grid for grid in grids.values() if id_row(grid, f"form:{FORMAT}") is not None), None)
    if header is None or main is None:
        return None, (*found, not_a_form(shown))
    tables = {key.removeprefix("table:"): cell.text for key, cell in said.items() if key.startswith("table:")}
    asked = tuple(cell.text for key, cell in pairs if key == "row")
    line = f"{hashlib.sha256(raw).hexdigest()}  {file}\n"  # as `sha256sum` writes it
    digest = hashlib.sha256(line.encode()).hexdigest()
    return FormFile(file, shown, header, said, asked, tables, main, grids, digest), found


def id_row(grid: Grid, id: str) -> int | None:
    """The place of the row whose hidden cell says `id`."""
    return next((at for at, row in enumerate(grid.rows) if row.texts[0].strip() == id), None)


def cell_of(grid: Grid, row: Row, index: int) -> Cell:
    """A cell of a row, with the way back to its place."""
    holds = HOLDS[row.kinds[index]] if row.kinds else "text"
    return Cell(row.texts[index], grid.source, row.offset, index, grid.layout, holds)


def _pairs(grid: Grid) -> list[tuple[str, Cell]]:
    """Keys and what stands beside them. A number is no matter: a year is digits either way."""
    return [(row.texts[0].strip(), cell_of(grid, row, 1)) for row in grid.rows if len(row.texts) > 1 and row.texts[0]]


def _header(said: Mapping[str, str]) -> Header | None:
    if any(not said.get(key) for key in _SAID) or not (said["year"].isdecimal() and len(said["year"]) == 4):
        return None
    try:
        start, end = datetime.date.fromisoformat(said["from"]), datetime.date.fromisoformat(said["to"])
    except ValueError:
        return None
    if start > end:
        return None
    return Header(said["methodology"], said["edition"], int(said["year"]), start, end, said["stage"])
