"""The results on which a class of the whole is given, kept while only what the classes themselves read is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parrules.evidence.records import Body, Round
from parrules.operators import expressions as op
from parrules.operators.walk import every
from parrules.plan.plan import Plan
from parrules.scoring.classes import class_of
from parrules.scoring.facts import Facts
from parrules.scoring.score import Prepared, score_body
from parrules.scoring.sheet import Sheet
from parrules.scoring.watch import Watch
from parrules.trials.observed import Observed
from parrules.trials.run import observed
from parrules.values.amounts import Value
from parrules.values.numbers import Exact

_MOST_KEPT = 500
_Key = tuple[object, ...]
_Kept = tuple[Sheet, Observed, Watch]


@dataclass(frozen=True, slots=True)
class Results:
    """Sheets of bodies whose scores are set outright. deciding: the figures that say which criteria apply."""

    deciding: tuple[str, ...]
    kept: dict[_Key, _Kept]

    def before_class(self, prepared: Prepared, round_: Round, body: Body) -> _Kept:
        """The sheet without its class, and the notes of that run: those of a body before that had the same scores."""
        key: _Key = (
            *((code, one.points) for code, one in body.decided.items()),
            *(_value(name, body, round_) for name in self.deciding),
        )
        if key not in self.kept:
            if len(self.kept) >= _MOST_KEPT:
                self.kept.clear()
            self.kept[key] = _scored(prepared, round_, body)
        return self.kept[key]


def with_class(sheet: Sheet, plan: Plan, facts: Facts) -> Sheet:
    """The sheet with its class. facts: with the results on it."""
    if not sheet.assessed or plan.classes is None:
        return sheet
    given, entries = class_of(plan.classes, plan.methodology.classes, facts)
    return replace(sheet, classes=given, class_entries=entries)


def results_of(plan: Plan) -> Results | None:
    """Room for the results of a plan; None where a class, or what applies, looks at other bodies or at records."""
    conditions = list(_conditions(plan))
    operators = [each for one in conditions for each in every(one)]
    if plan.reads_bodies or plan.class_reads_bodies or plan.quotas or plan.classes is None:
        return None
    if any(isinstance(one, op.Gather) for one in operators):
        return None
    return Results(tuple(sorted({one.name for one in operators if isinstance(one, op.Figure)})), {})


def _conditions(plan: Plan) -> Iterator[op.Operator]:
    for one in (plan.applies, *(one.applies for one in plan.criteria)):
        if one is not None:
            yield one


def _scored(prepared: Prepared, round_: Round, body: Body) -> _Kept:
    seen, watch = Observed(), Watch(only_sure=True)
    without = observed(replace(prepared, plan=replace(prepared.plan, classes=None)), seen.rules(), watch)
    sheet, _ = score_body(without, round_, body)
    return sheet, seen, watch


def _value(name: str, body: Body, round_: Round) -> Value | Exact | None:
    handed_in = body.figures.get(name) or round_.figures.get(name)
    return None if handed_in is None else handed_in.value
