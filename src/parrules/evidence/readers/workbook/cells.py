"""The cells of a sheet, as its XML has them: each as text, and what it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parrules.evidence.readers.headed import Merged
from parrules.evidence.readers.workbook.numbers import day_of, one_reading, plain_number
from parrules.evidence.readers.workbook.package import Attributes, Events, Package, Refused, part_damaged, read_part
from parrules.evidence.readers.workbook.strings import TextOfCell, plain_text
from parrules.evidence.readers.workbook.styles import Format, Styles
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import column_letters

ROWS, COLUMNS = 1_048_576, 16_384
"""The rows and columns of a sheet, in any spreadsheet."""
MOST = 1_000_000
"""The most cells with something in them that a sheet may have."""
_MERGED = 50_000

_RANGE = re.compile("([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")


@dataclass(frozen=True, slots=True)
class Cells:
    """rows: by the number of the row and the place of the column, a letter of `HOLDS` and the text of each cell.

    hidden_rows: those that people do not see and that hold something; hidden_columns: the same, each from first to
    last.
    """

    rows: dict[int, dict[int, tuple[str, str]]]
    merged: tuple[Merged, ...]
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a workbook when a sheet of it is read. name: of the sheet; others as in `Contents`."""

    package: Package
    part: str
    name: str
    strings: tuple[str, ...]
    styles: Styles
    from_1904: bool
    uncomputed: bool


def cells_of(reading: Reading) -> Cells | Diagnostic:
    """Every cell of a sheet with something in it."""
    walk = _Walk(reading)
    found = read_part(reading.package, reading.part, walk.events())
    if found is not None:
        return found
    rows = walk.rows
    return Cells(rows, tuple(walk.merged), tuple(row for row in walk.hidden if row in rows), tuple(walk.columns))


class _Walk:
    """Goes through the XML of a sheet and keeps what is in its cells."""

    __slots__ = (
        "_at",
        "_formula",
        "_inside",
        "_kind",
        "_letters",
        "_reading",
        "_row",
        "_row_number",
        "_style",
        "_value",
        "columns",
        "count",
        "hidden",
        "merged",
        "rows",
        "text",
    )

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._letters: dict[str, int] = {}
        self._row: dict[int, tuple[str, str]] = {}
        self._row_number = 0
        self._at = -1
        self._kind = self._style = ""
        self._formula = self._inside = False
        self._value: list[str] | None = None
        self.text = TextOfCell(reading.package.shown)
        self.rows: dict[int, dict[int, tuple[str, str]]] = {}
        self.merged: list[Merged] = []
        self.hidden: list[int] = []
        self.columns: list[tuple[int, int]] = []
        self.count = 0

    def events(self) -> Events:
        starts = {
            "row": self.start_row,
            "c": self.start_cell,
            "v": self.start_value,
            "f": self.start_formula,
            "t": self.text.start,
            "rPh": self.text.start_silent,
            "mergeCell": self.merge,
            "col": self.column,
        }
        ends = {
            "c": self.end_cell,
            "v": self.end_value,
            "row": self.end_row,
            "t": self.text.end,
            "rPh": self.text.end_silent,
        }
        return Events(starts, ends, self.characters)

    def start_row(self, attributes: Attributes) -> None:
        said = attributes.get("r", "")
        number = int(said) if said.isascii() and said.isdecimal() and len(said) < 9 else self._row_number + 1
        if number > ROWS:
            raise Refused(too_many_rows(self._reading.package.shown, self._reading.name))
        if number <= self._row_number:
            raise Refused(part_damaged(self._reading.package.shown, self._reading.part))
        self._row_number, self._at, self._row = number, -1, {}
        if attributes.get("hidden") in ("1", "true"):
            self.hidden.append(number)

    def end_row(self) -> None:
        if self._row:
            self.rows[self._row_number] = self._row

    def start_cell(self, attributes: Attributes) -> None:
        said = attributes.get("r")
        self._at = self._at + 1 if said is None else self._place(said)
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._formula, self._value, self._inside = False, None, False
        self.text.taken()

    def start_formula(self, _: Attributes) -> None:
        self._formula = True

    def start_value(self, _: Attributes) -> None:
        self._value, self._inside = [], True

    def end_value(self) -> None:
        self._inside = False

    def characters(self, piece: str) -> None:
        if self._inside and self._value is not None:
            self._value.append(piece)
        else:
            self.text.text(piece)

    def end_cell(self) -> None:
        content = self._content()
        if content is None:
            return
        self.count += 1
        if self.count > MOST:
            raise Refused(too_many_cells(self._reading.package.shown, self._reading.name))
        if self._at in self._row:
            raise Refused(part_damaged(self._reading.package.shown, self._reading.part))
        self._row[self._at] = content

    def merge(self, attributes: Attributes) -> None:
        found = _RANGE.fullmatch(attributes.get("ref", ""))
        if found is None or len(self.merged) == _MERGED:
            raise Refused(part_damaged(self._reading.package.shown, self._reading.part))
        left, top = self._column(found[1]), int(found[2])
        right, bottom = (self._column(found[3]), int(found[4])) if found[3] else (left, top)
        if (bottom - top + 1) * (right - left + 1) > MOST:
            raise Refused(merged_too_far(self._reading.package.shown, self._reading.name, found[0]))
        self.merged.append(Merged(top, left, bottom, right))

    def column(self, attributes: Attributes) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in ("1", "true") and first.isdecimal() and last.isdecimal():
            self.columns.append((int(first) - 1, int(last) - 1))

    def _place(self, said: str) -> int:
        letters = said.rstrip("0123456789")
        at = self._letters.get(letters)
        if at is None:
            at = self._letters[letters] = self._column(letters)
        return at

    def _column(self, letters: str) -> int:
        at = 0
        for letter in letters:
            at = at * 26 + ord(letter) - 64
        if not (letters.isascii() and letters.isalpha() and letters.isupper() and at <= COLUMNS):
            raise Refused(part_damaged(self._reading.package.shown, self._reading.part))
        return at - 1

    def _content(self) -> tuple[str, str] | None:
        """A letter of `HOLDS` and the text of the cell that ends here; None where nothing is in it."""
        value = None if self._value is None else "".join(self._value)
        kind = self._kind
        if self._formula and (self._reading.uncomputed or value is None or (not value and kind != "str")):
            return "u", ""
        if kind == "inlineStr":
            text = self.text.taken()
            return ("t", text) if text else None
        if not value:
            return None
        if kind == "n":
            return self._number(value)
        if kind == "s":
            text = self._shared(value)
            return ("t", text) if text else None
        if kind == "b":
            return "t", "true" if value == "1" else "false"
        if kind == "d":
            return "d", value.removesuffix("T00:00:00").replace("T", " ")
        return "t", plain_text(value)  # the text that a formula gave, or the error that it ended in

    def _shared(self, value: str) -> str:
        place = int(value) if value.isascii() and value.isdecimal() and len(value) < 9 else -1
        if not 0 <= place < len(self._reading.strings):
            cell = f"{column_letters(self._at)}{self._row_number}"
            raise Refused(no_such_text(self._reading.package.shown, self._reading.name, cell, value))
        return self._reading.strings[place]

    def _number(self, value: str) -> tuple[str, str]:
        style, styles = self._style, self._reading.styles
        at = int(style) if style.isascii() and style.isdecimal() and len(style) < 8 else len(styles)
        said: Format = styles[at] if at < len(styles) else ""
        number = plain_number(value.strip(), said == "percent")
        if number is None:
            raise Refused(part_damaged(self._reading.package.shown, self._reading.part))
        if said == "percent":
            return "t", one_reading(number) + "%"
        day = day_of(number, self._reading.from_1904) if said == "day" else None
        return ("d", day) if day is not None else ("n", one_reading(number))


def too_many_rows(shown: str, sheet: str) -> Diagnostic:
    return diagnostic("EV317", place=shown, sheet=sheet, most=ROWS)


def too_many_cells(shown: str, sheet: str) -> Diagnostic:
    return diagnostic("EV318", place=shown, sheet=sheet, most=MOST)


def merged_too_far(shown: str, sheet: str, cells: str) -> Diagnostic:
    """cells: the merged range."""
    return diagnostic("EV319", place=shown, sheet=sheet, cells=cells)


def no_such_text(shown: str, sheet: str, cell: str, text: str) -> Diagnostic:
    """A cell that names a text which the workbook does not have. text: its place, as it stands there."""
    return diagnostic("EV322", place=shown, sheet=sheet, cell=cell, text=text[:20])
