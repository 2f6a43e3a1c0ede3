"""Many bodies in one table: scores of the top criteria, total, index, class, and how much is missing."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.columns import wrapped
from parrules.report.grid import GridColumn
from parrules.report.phrases import waits_for
from parrules.report.side_by_side import Column, chunks, fits, table
from parrules.report.spelling import brief, brief_index, places_of
from parrules.report.table import classes_words, heading, notes
from parrules.report.words import said, titled
from parrules.scoring.sheet import Sheet
from parrules.standing.fields import top_of
from parrules.text.spelling import Language
from parrules.values.amounts import Number


def round_table(sheets: Sequence[Sheet], language: Language, width: int = 80, colour: bool = False) -> str:
    """A row a body, in their order. Criteria that do not fit beside the totals follow in tables of their own."""
    if not sheets:
        return ""
    codes = top_codes(sheets)
    closing = _closing_columns(sheets, language)
    first = (said("round.body", language), [sheet.body_name or sheet.body for sheet in sheets])
    scores = [_score_column(code, sheets, language) for code in codes]
    parts = [heading(sheets[0], language, width, body=False)]
    if fits([*scores, *closing], width):
        parts.append(table(first, [*scores, *closing], width, colour))
    else:
        parts += [table(first, chunk, width, colour) for chunk in chunks(closing, width)]
        parts.append(said("round.title_more", language))
        parts += [table(first, chunk, width, colour) for chunk in chunks(scores, width)]
    parts.append(_legend(sheets, codes, language, width))
    parts.append(notes("".join(parts), language, width))
    return "\n\n".join(part for part in parts if part) + "\n"


def top_codes(sheets: Sequence[Sheet]) -> list[str]:
    """Their codes, of all sheets."""
    return list(dict.fromkeys(line.code for sheet in sheets for line in top_of(sheet)))


def _score_column(code: str, sheets: Sequence[Sheet], language: Language) -> Column:
    scores = [next((line.score for line in top_of(sheet) if line.code == code), None) for sheet in sheets]
    return GridColumn(code, "right", keep=True), _numbers(scores, language)


def _numbers(values: Sequence[Number | None], language: Language, places: int | None = None) -> list[str]:
    shared = places_of(values) if places is None else places
    return ["–" if value is None else brief(value, language, shared) for value in values]


def _closing_columns(sheets: Sequence[Sheet], language: Language) -> list[Column]:
    totals, printed = [sheet.total for sheet in sheets], [sheet.printed_total for sheet in sheets]
    places = places_of([*totals, *printed])  # the two stand side by side to be compared
    columns = [(GridColumn(said("round.total", language), "right", keep=True), _numbers(totals, language, places))]
    if any(one is not None for one in printed):
        shown = _numbers(printed, language, places)
        columns.append((GridColumn(said("round.printed", language), "right", keep=True), shown))
    if any(sheet.index is not None for sheet in sheets):
        shown = ["–" if s.index is None else brief_index(s.index, language) for s in sheets]
        columns.append((GridColumn(said("round.index", language), "right", keep=True), shown))
    if any(sheet.classes or not sheet.assessed for sheet in sheets):
        columns.append((GridColumn(said("round.class", language)), [_class(s, language) for s in sheets]))
    missing = [str(len(missing_in(sheet, language))) if sheet.assessed else "–" for sheet in sheets]
    return [*columns, (GridColumn(said("round.missing", language), "right", keep=True), missing)]


def _class(sheet: Sheet, language: Language) -> str:
    return classes_words(sheet.classes, language) if sheet.assessed else said("round.not_assessed", language)


def missing_in(sheet: Sheet, language: Language) -> set[str]:
    """The names of all that is missing."""
    return {name for line in sheet.lines if not line.children for name in waits_for(line, language)}


def _legend(sheets: Sequence[Sheet], codes: Sequence[str], language: Language, width: int) -> str:
    """What each criterion's code stands for, and what is counted as missing."""
    lines = []
    for code in codes:
        line = next(one for sheet in sheets for one in top_of(sheet) if one.code == code)
        title = titled(line.title_vi, line.title_en, language)
        lines += wrapped(said("ledger.head", language, code=code, title=title), width, "", "  ")
    return "\n".join([*lines, *wrapped(said("round.legend", language), width)])
