"""Sheets written in a format that is written body by body."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.layouts import CsvLayout, Layout
from parrules.scoring.sheet import Sheet
from parrules.text.spelling import Language


def laid_out(layout: Layout, sheets: Sequence[Sheet]) -> str:
    """The whole text."""
    frame = layout.frame
    pieces = [layout.head(sheet) + layout.criteria(sheet) + layout.foot(sheet) for sheet in sheets]
    return frame.opening + frame.between.join(pieces) + frame.closing


def scores_csv(sheets: Sequence[Sheet], language: Language) -> str:
    return laid_out(CsvLayout(language), sheets)
