"""Cells that hold something else than what their column is for: formulas never worked out, days, numbers, nothing."""

from __future__ import annotations

from datetime import date

from parrules.evidence import mistakes
from parrules.evidence.mistakes import Mistake
from parrules.evidence.readers.listing import Cell
from parrules.evidence.readers.workbook.numbers import day_of
from parrules.values.kinds import Kind


def misheld(cell: Cell, kind: Kind) -> Mistake | None:
    """Why what a cell holds cannot be a value of this kind; None where its text decides.

    A whole number may be a code; another may have lost zeros at its end, so that `1.10` and `1.1` are the same.
    """
    if cell.holds == "text":
        return None
    text = cell.text.strip()
    if cell.holds == "uncomputed":
        return mistakes.never_computed()
    if cell.holds == "covered":
        return mistakes.covered()
    if cell.holds == "number" and kind.name == "text" and "." in text:
        return mistakes.number_as_text(text)
    if cell.holds == "number" and kind.name == "date":
        day = day_of(text, from_1904=False)
        return mistakes.number_as_day(text, date.fromisoformat(day) if day and len(day) == 10 else None)
    if cell.holds == "date" and kind.name not in ("date", "yes_no", "one_of"):
        return mistakes.day_instead(text)
    return None
