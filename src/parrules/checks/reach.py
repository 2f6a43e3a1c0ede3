"""Scoring with nothing known: what could happen in each program, whatever the evidence.

A possible none, a possible negative amount, a row that cannot be reached: `Watch` takes note of them. Open answers of
yes or no, and of one of a list, are tried in turn, so that what they rule out together is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from parrules.methodology.checked import Checked
from parrules.methodology.model import Criterion
from parrules.methodology.scope import UNDECIDED
from parrules.operators import expressions as op
from parrules.operators.ledger import Program
from parrules.operators.walk import every_in
from parrules.plan.plan import Plan, PlannedCriterion
from parrules.scoring.body import Declared, declared_by, facts_of_nothing
from parrules.scoring.criterion import MOST_CASES
from parrules.scoring.declared import choices
from parrules.scoring.evaluation import evaluate, quantity, truth
from parrules.scoring.facts import Facts, Rule
from parrules.scoring.interpreter import RULES
from parrules.scoring.ledger import run
from parrules.scoring.narrowing import assume
from parrules.scoring.watch import Watch
from parrules.values import ranges
from parrules.values.amounts import Value
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

# A program that gives classes, and how many there are.
_Given = tuple[Program, int]


@dataclass(frozen=True, slots=True)
class Reach:
    """checked and plan: of one methodology. watches: by criterion code, and `""` for the methodology itself. without:
    codes of criteria that score records, of which there may be none. highest, lowest: by criterion with a program, how
    high and how low its score can come before it is held (None: unlimited).
    """

    checked: Checked
    plan: Plan
    watches: Mapping[str, Watch]
    without_records: frozenset[str]
    highest: Mapping[str, Exact | None]
    lowest: Mapping[str, Exact | None]


def reach_of(checked: Checked, plan: Plan, rules: Mapping[type, Rule] = RULES) -> Reach:
    """One run of every program with nothing known. rules: how operators are evaluated, where the run is observed."""
    said = replace(declared_by(plan.methodology, plan.lasts), rules=rules)
    criteria = {one.code: one for one in plan.methodology.every_criterion()}
    scores = _scores(plan.methodology.criteria)
    watches: dict[str, Watch] = {}
    without: set[str] = set()
    highest: dict[str, Exact | None] = {}
    lowest: dict[str, Exact | None] = {}
    for planned in plan.criteria:
        watch = watches[planned.code] = Watch()
        criterion = criteria[planned.code]
        ends: list[Range] = []
        for facts in _cases(plan, said, planned, watch, scores):
            if _run(criterion, planned, facts, ends):
                without.add(planned.code)
        if ends:
            highest[planned.code] = _outermost(max, [one.high for one in ends])
            lowest[planned.code] = _outermost(min, [one.low for one in ends])
        if planned.classes is not None:
            _run_classes(plan, said, (planned.classes, len(criterion.classes)), criterion, watch, scores)
    whole = watches[""] = Watch()
    _run_standings(plan, said, whole, scores)
    for formula in plan.formulas:
        evaluate(formula, facts_of_nothing(plan.methodology, said, whole))
    if plan.applies is not None:
        truth(plan.applies, facts_of_nothing(plan.methodology, said, whole))
    if plan.classes is not None:
        _run_classes(plan, said, (plan.classes, len(plan.methodology.classes)), None, whole, scores)
    return Reach(checked, plan, watches, frozenset(without), highest, lowest)


def _cases(
    plan: Plan, said: Declared, planned: PlannedCriterion, watch: Watch, scores: Mapping[str, Value]
) -> Iterator[Facts]:
    """The facts of each combination of open answers for which the criterion may apply."""
    for facts in _answers(plan, said, planned.reads, watch, scores):
        here = _applying(planned.applies, facts)
        if here is not None:
            yield here


def _answers(
    plan: Plan, said: Declared, reads: Iterable[str], watch: Watch, scores: Mapping[str, Value]
) -> Iterator[Facts]:
    """The facts of each combination of open answers for which the methodology may hold."""
    nothing = facts_of_nothing(plan.methodology, said, watch).with_scores(scores)
    tried = {name: choices(said.kinds[name], nothing.figures[name]) for name in reads if name in said.kinds}
    tried = {name: values for name, values in tried.items() if values}
    if prod(len(values) for values in tried.values()) > MOST_CASES:
        tried = {}
    for combination in product(*tried.values()):
        here = _applying(plan.applies, nothing.with_figures(dict(zip(tried, combination, strict=True))))
        if here is not None:
            yield here


def _applying(applies: op.Operator | None, facts: Facts | None) -> Facts | None:
    """The facts where a methodology, or a criterion, applies; None where it does not."""
    if applies is None or facts is None:
        return facts
    return None if truth(applies, facts) is False else assume(applies, True, facts)


def _outermost(choose: Callable[[list[Exact]], Exact], ends: list[Exact | None]) -> Exact | None:
    """None where one of them is unlimited."""
    known = [end for end in ends if end is not None]
    return choose(known) if len(known) == len(ends) else None


def _run(criterion: Criterion, planned: PlannedCriterion, facts: Facts, ends: list[Range]) -> bool:
    """Runs the program; whether it scores records, of which there may be none. ends: what the scores can be."""
    if planned.program is None:
        return False
    if criterion.each is None:
        ends.append(ranges.as_range(run(planned.program, replace(facts, seen={}), criterion.maximum).running))
        return False
    table = criterion.each.table
    counted = quantity(op.Gather("count", table, planned.where, None), facts)
    here = _applying(planned.where, facts.for_record(table, {}))
    if here is not None:
        one = ranges.as_range(run(planned.program, here, criterion.maximum).running)
        below = None if one.low is None or one.low < 0 else 0
        ends.append(Range(below, None) if criterion.combine == "sum" else one)
    return criterion.combine != "sum" and ranges.as_range(counted).holds_zero


def _run_classes(
    plan: Plan, said: Declared, given: _Given, criterion: Criterion | None, watch: Watch, scores: Mapping[str, Value]
) -> None:
    """Runs a program that gives classes: of a criterion, or of the whole."""
    program, count = given
    reads = sorted({each.name for each in every_in(program) if isinstance(each, op.Figure)})
    for facts in _answers(plan, said, reads, watch, scores):
        results = _results(plan, facts) if criterion is None else _results_of(criterion)
        undecided = {UNDECIDED: Range(0, count - 1, whole=True)}
        run(program, facts.with_figures({**results, **undecided}), count - 1)


def _run_standings(plan: Plan, said: Declared, watch: Watch, scores: Mapping[str, Value]) -> None:
    """Works out the quotas of classes and the condition of the ranking."""
    facts = facts_of_nothing(plan.methodology, said, watch).with_scores(scores)
    for planned in plan.quotas:
        quantity(planned.at_most, facts)
    if plan.ranked is not None:
        truth(plan.ranked, facts.with_figures(_results(plan, facts)))


def _results(plan: Plan, facts: Facts) -> Mapping[str, Value]:
    """What total and index can be; where every criterion may be left out they may be none."""
    total, planned = plan.methodology.total, {one.code: one for one in plan.criteria}
    left_out = {one.code: _may_be_left_out(one, planned, facts) for one in plan.methodology.criteria}
    inside = (one.code for one in plan.methodology.criteria if not one.outside_scale)
    return {
        "total": Range(total.minimum, total.maximum, none=all(left_out.values())),
        "index": Range(none=all(left_out[code] for code in inside)),
    }


def _results_of(criterion: Criterion) -> Mapping[str, Value]:
    """In the classes of a criterion, which are given where it applies, the total is its own score."""
    return {"total": Range(criterion.minimum, criterion.maximum), "index": Range()}


def _may_be_left_out(criterion: Criterion, planned: Mapping[str, PlannedCriterion], facts: Facts) -> bool:
    applies = planned[criterion.code].applies
    leaves = applies is not None and criterion.if_not in ("left_out", "shared")
    if applies is not None and leaves and truth(applies, facts) is not True:
        return True
    return bool(criterion.children) and all(_may_be_left_out(child, planned, facts) for child in criterion.children)


def _scores(criteria: tuple[Criterion, ...], may_be_left_out: bool = False) -> dict[str, Value]:
    """What another criterion's score can be: between its bounds, and perhaps none."""
    scores: dict[str, Value] = {}
    for one in criteria:
        left_out = may_be_left_out or (one.applies is not None and one.if_not in ("left_out", "shared"))
        scores[one.code] = Range(one.minimum, one.maximum, none=left_out)
        below = _scores(one.children, left_out)
        if one.children and all(isinstance(each, Range) and each.none for each in below.values()):
            scores[one.code] = Range(one.minimum, one.maximum, none=True)
        scores |= below if one.applies is None else _scores(one.children, True)
    return scores
