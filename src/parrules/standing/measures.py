"""What bodies are ranked by: the total, the index, or the score of one criterion."""

from __future__ import annotations

from parrules.methodology.model import Methodology, Ranking
from parrules.scoring.sheet import Sheet
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact, quotient
from parrules.values.ranges import Range

TOTAL, INDEX = "total", "index"


def ranking_of(methodology: Methodology) -> Ranking:
    """What the methodology says of ranking; where it says nothing, totals as they stand on the sheets."""
    return methodology.ranking or Ranking()


def measured(sheet: Sheet, by: str, ranking: Ranking, methodology: Methodology) -> Number | None:
    """What the body is ranked by; None where it has none. by: `total`, `index`, or a criterion's code."""
    if by not in (TOTAL, INDEX):
        return score_of(sheet, by)
    rounded = ranking.rounded or methodology.total.places is None
    if by == TOTAL:
        return sheet.total if rounded else _before_rounding(sheet, methodology.total.places)
    if rounded or sheet.index is None:
        return sheet.index
    total = _before_rounding(sheet, methodology.total.places)
    return None if total is None else _over_applicable(total, sheet)


def told_apart_by(sheet: Sheet, ranking: Ranking) -> tuple[Number, ...]:
    """The scores that decide between those who are equal, in turn. The rule file leaves none of them out."""
    scores = (score_of(sheet, code) for code in ranking.then)
    return tuple(0 if score is None else score for score in scores)


def may_be_without(sheet: Sheet, by: str) -> bool:
    """Whether it is open that the body has anything to be ranked by: all that counts may be left out."""
    line = next((line for line in sheet.lines if line.code == by), None)
    applicable = sheet.applicable if line is None else line.applicable
    return isinstance(applicable, Range) and applicable.low == 0


def score_of(sheet: Sheet, code: str) -> Number | None:
    """The score of a criterion; None where it is left out, and where there is none with the code."""
    return next((line.score for line in sheet.lines if line.code == code), None)


def _before_rounding(sheet: Sheet, places: int | None) -> Number | None:
    """The total before its rounding, which is the last entry of its ledger where it changed anything."""
    entries, total = sheet.total_entries, sheet.total
    if total is None or places is None:
        return total
    if entries and entries[-1].construct == "round":
        return entries[-2].running if len(entries) > 1 else 0
    if not isinstance(total, Range) and not isinstance(sheet.applicable, Range):
        return total
    half = quotient(1, 2 * 10**places)  # it was rounded case by case: at most half a unit lies between
    known = ranges.as_range(total)
    return Range(_moved(known.low, -half), _moved(known.high, half))


def _moved(end: Exact | None, by: Exact) -> Exact | None:
    return None if end is None else end + by


def _over_applicable(total: Number, sheet: Sheet) -> Number | None:
    if sheet.applicable == 0:
        return None
    return ranges.divide(total, sheet.applicable)
