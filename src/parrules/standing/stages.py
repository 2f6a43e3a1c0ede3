"""Stages side by side: what each criterion got at each, and why a later one differs; it adds up to the totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parrules.evidence.records import Mark, Provenance, Round
from parrules.methodology.model import Methodology, Stage
from parrules.scoring.sheet import Decided, Line, Sheet
from parrules.standing.compare import Changed, ComparedRow, compare_sheets
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.ranges import Range

UNCLASSIFIED, DECIDED_NOW, FOLLOWS = "unclassified", "decided_now", "follows"
"""Kinds of difference beside those that a decision names: not said; first decided at this stage; what follows from
other differences, as rounding does or the limit of a section."""

NOWHERE = Provenance()
"""Where nothing is said of where a decision stands."""


@dataclass(frozen=True, slots=True)
class StageScores:
    """What one stage came to: a sheet for each body, in the order of the evidence."""

    stage: Stage
    round: Round
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a criterion got at one stage otherwise than at the one before.

    line: at the later stage; code is empty for what was done to the total. before, after: its score at both. points:
    what of the difference of the totals it makes. cause: one of `CAUSES`, or of the three above. by, reason,
    provenance: who decided, why, and on which document, as far as that is said; changed: the evidence that differs.
    """

    code: str
    line: Line | None
    stage: str
    before: Number | None
    after: Number | None
    points: Number
    cause: str
    by: str = ""
    reason: str = ""
    provenance: Provenance = NOWHERE
    changed: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyStages:
    """One body through the stages. sheets: at each. steps: the differences between each and the next.

    changes: of the total at each step; while totals are open, what the differences come to.
    """

    sheets: tuple[Sheet, ...]
    steps: tuple[tuple[Difference, ...], ...]
    changes: tuple[Number | None, ...]


def stages_of(scored: Sequence[StageScores], methodology: Methodology) -> tuple[BodyStages, ...]:
    """Each body through all stages that were handed in."""
    return tuple(_of_body(scored, place, methodology) for place in range(len(scored[0].sheets))) if scored else ()


def summed(differences: Iterable[Difference]) -> Number:
    """What they come to together."""
    total: Number = 0
    for one in differences:
        total = ranges.add(total, one.points)
    return total


def by_cause(differences: Iterable[Difference]) -> tuple[tuple[str, Number], ...]:
    """The points of each kind of difference, in the order in which they first stand."""
    sums: dict[str, Number] = {}
    for one in differences:
        sums[one.cause] = ranges.add(sums.get(one.cause, 0), one.points)
    return tuple(sums.items())


def _of_body(scored: Sequence[StageScores], place: int, methodology: Methodology) -> BodyStages:
    sheets = tuple(stage.sheets[place] for stage in scored)
    marks = [_marks(stage.round, sheets[0].body) for stage in scored]
    steps: list[tuple[Difference, ...]] = []
    changes: list[Number | None] = []
    for at in range(1, len(scored)):
        compared = compare_sheets(sheets[at - 1], sheets[at], (methodology, methodology))
        new = {code: mark for code, mark in marks[at].items() if marks[at - 1].get(code) != mark}
        rows = (row for row in compared.rows if row.counts and _differs(row, scored[at].stage))
        step = tuple(_difference(row, scored[at].stage, new) for row in rows)
        steps.append(step)
        changes.append(summed(step) if isinstance(compared.change, Range) else compared.change)
    return BodyStages(sheets, tuple(steps), tuple(changes))


def _marks(round_: Round, body: str) -> Mapping[str, Mark]:
    return next((one.marks for one in round_.bodies if one.id == body), {})


def _differs(row: ComparedRow, stage: Stage) -> bool:
    """Whether there is anything to say. What is open at both stages for one want of evidence does not differ."""
    first, second = _scores(row)
    if _decided_at(row, stage) is not None:
        return True
    if isinstance(row.change, Range):
        return not row.is_adjustment and (first != second or bool(_handed_in_anew(row.changed)))
    return row.change != 0 or first != second


def _scores(row: ComparedRow) -> tuple[Number | None, Number | None]:
    return row.first.score if row.first else None, row.second.score if row.second else None


def _decided_at(row: ComparedRow, stage: Stage) -> Decided | None:
    """The decision that this stage made itself."""
    decided = row.second.decided if row.second is not None and not row.is_adjustment else None
    return decided if decided is not None and decided.stage == stage.name else None


def _difference(row: ComparedRow, stage: Stage, marks: Mapping[str, Mark]) -> Difference:
    """marks: those that the stage gave anew."""
    before, after = _scores(row)
    by = stage.by if stage.by != "body" else ""
    made = Difference(row.code, row.line, stage.name, before, after, row.change, FOLLOWS)
    if row.is_adjustment:
        return made
    decided, mark = _decided_at(row, stage), marks.get(row.code)
    changed = _handed_in_anew(row.changed)
    came = row.first is not None and row.second is not None and row.first.waits_for_stage != row.second.waits_for_stage
    cause = DECIDED_NOW if came or (mark is not None and isinstance(before, Range)) else UNCLASSIFIED
    if decided is not None:
        cause = decided.cause or cause
        made = replace(made, reason=decided.reason, provenance=decided.provenance, by=decided.by or by)
    elif mark is not None:
        cause = cause if cause == DECIDED_NOW else "judgement"
        made = replace(made, reason=mark.reason, provenance=mark.provenance, by=mark.by or by)
    elif changed:
        made = replace(made, by=by, provenance=_proof(changed))
    else:
        cause = cause if cause == DECIDED_NOW else FOLLOWS
    return replace(made, cause=cause, changed=changed)


def _handed_in_anew(changed: Sequence[Changed]) -> tuple[Changed, ...]:
    """Without the tables that the later stage inherits: they stand in the same place."""
    return tuple(
        one
        for one in changed
        if one.first is None or one.second is None or one.first.provenance != one.second.provenance
    )


def _proof(changed: Sequence[Changed]) -> Provenance:
    """What shows the first figure that differs and has a document."""
    after = [one.second.provenance for one in changed if one.second is not None]
    return next((one for one in after if one.document), after[0] if after else Provenance())
