"""How much of a sheet stays at hand once it is written: a round of thousands of bodies has no room for all ledgers."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from parrules.scoring.sheet import Sheet

Kept = Literal["whole", "scores", "totals"]
"""What is kept of a sheet at hand: all of it; its lines without their ledgers and evidence; no lines at all."""


def kept(sheet: Sheet, what: Kept) -> Sheet:
    """So much of the sheet."""
    if what == "whole":
        return sheet
    if what == "totals":
        return replace(sheet, lines=())
    bare = (replace(line, entries=(), named=(), evidence=(), lost=(), behind=()) for line in sheet.lines)
    return replace(sheet, lines=tuple(bare))
