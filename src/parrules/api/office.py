"""Results as files of office programs: a workbook of a round, a Word report of one body."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from parrules.api.lost import lost_of
from parrules.api.mistakes import which_body
from parrules.api.outcome import Evaluation
from parrules.api.rank import standings_in
from parrules.scoring.sheet import Sheet
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.spelling import Language

LIBRARIES = {"xlsx": ("xlsxwriter", "XlsxWriter"), "docx": ("docx", "python-docx")}
"""What each format is written with: the module, and the name under which it is installed."""


def score_file(evaluation: Evaluation, sheets: Sequence[Sheet], format: str, language: Language) -> bytes | Diagnostic:
    """The file, or why there is none. sheets: those of the evaluation, or as much of them as was asked for."""
    missing = without_library(format)
    if missing is not None:
        return missing
    lost = lost_of(evaluation, sheets)
    if format == "docx":
        from parrules.report.office.score_document import score_document

        if len(sheets) != 1:
            return which_body(sheet.body for sheet in sheets)
        return score_document(sheets[0], lost, language)
    from parrules.report.office.score_book import Results, score_book

    whole = evaluation.round is not None and len(evaluation.round.bodies) == len(sheets) > 1
    return score_book(Results(sheets, lost, standings_in(evaluation) if whole else ()), language)


def without_library(format: str) -> Diagnostic | None:
    """That the library which writes a format is not installed; None where it is."""
    module, name = LIBRARIES[format]
    return library_missing(format, name) if find_spec(module) is None else None


def library_missing(format: str, library: str) -> Diagnostic:
    return diagnostic("UC161", format=format, library=library)
