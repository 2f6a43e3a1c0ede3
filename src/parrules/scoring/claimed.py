"""The points that a body believes to have, held against those that the rules give it."""

from __future__ import annotations

from fractions import Fraction

from parrules.evidence.records import Body, Mark, Provenance
from parrules.scoring.sheet import Line, Sheet
from parrules.text.diagnostic import Diagnostic, warning
from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range


def claims_that_differ(sheet: Sheet, body: Body) -> tuple[Diagnostic, ...]:
    """A finding for each criterion whose self-score is another than the computed one, or cannot be it."""
    claims = ((line, body.claimed[line.code]) for line in sheet.lines if line.code in body.claimed)
    return tuple(_differs(claim, line) for line, claim in claims if not _may_be(claim, line.score))


def _may_be(claim: Mark, score: Number | None) -> bool:
    """Whether the score is, or may still become, what is claimed."""
    value = _points(claim)
    if score is None or value is None:
        return False
    if not isinstance(score, Range):
        return value == score
    return (score.low is None or score.low <= value) and (score.high is None or value <= score.high)


def _differs(claim: Mark, line: Line) -> Diagnostic:
    place, score = place_of_cell(claim.provenance), line.score
    if score is None:
        return claimed_where_left_out(place, line.code, claim)
    if not isinstance(score, Range):
        return claimed_otherwise(place, line, claim)
    return claimed_beyond(place, line, claim, score)


def place_of_cell(where: Provenance) -> str:
    """`form.xlsx, Biểu tự chấm!G12`."""
    return f"{where.file}, {where.sheet}!{where.cell}" if where.cell else where.file


def claimed_otherwise(place: str, line: Line, claim: Mark) -> Diagnostic:
    score = None if isinstance(line.score, Range) else line.score
    return warning("EV420", place=place, code=line.code, claimed=_points(claim), score=score)


def claimed_beyond(place: str, line: Line, claim: Mark, score: Range) -> Diagnostic:
    """The score is open, and cannot become what is claimed."""
    return warning("EV421", place=place, code=line.code, claimed=_points(claim), low=score.low, high=score.high)


def claimed_where_left_out(place: str, code: str, claim: Mark) -> Diagnostic:
    return warning("EV422", place=place, code=code, claimed=_points(claim))


def _points(claim: Mark) -> Exact | None:
    value = claim.value
    return value if isinstance(value, int | Fraction) else None
