"""One criterion by itself: whether it applies, its program or its mark, and what was lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from math import prod

from parrules.evidence.records import Body
from parrules.methodology.model import Criterion
from parrules.operators import expressions as op
from parrules.plan.plan import PlannedCriterion
from parrules.scoring import decisions, holding
from parrules.scoring.declared import choices
from parrules.scoring.each import score_each
from parrules.scoring.evaluation import evaluate, truth
from parrules.scoring.facts import Facts
from parrules.scoring.ledger import Account, run
from parrules.scoring.losses import losses
from parrules.scoring.narrowing import assume
from parrules.scoring.outcome import LEFT_OUT, Case, Outcome, is_open
from parrules.scoring.records_behind import Noted
from parrules.scoring.sheet import Entry, Quantity, Status
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.kinds import Kind
from parrules.values.nothing import Nothing
from parrules.values.ranges import Range, Unknown

MOST_CASES = 64
"""Open answers of yes or no, and of one of a list, are tried in turn, so many combinations at most."""


def score(
    criterion: Criterion,
    planned: PlannedCriterion,
    facts: Facts,
    kinds: Mapping[str, Kind],
    body: Body,
    waits_for: str = "",
) -> Outcome:
    """What a criterion without children came to. kinds: of every figure. waits_for: the stage that decides it, while
    that has not come."""
    applies = True if planned.applies is None else truth(planned.applies, facts)
    if applies is False:
        return not_applicable(criterion)
    if applies is True or planned.applies is None:
        return _applicable(criterion, planned, facts, kinds, body, waits_for)
    here = assume(planned.applies, True, facts)
    outcome = _applicable(criterion, planned, here, kinds, body, waits_for)
    cases = (*outcome.cases, *not_applicable(criterion).cases)
    entries = tuple(replace(entry, perhaps=True) for entry in outcome.entries)
    return Outcome(cases, "open", entries, outcome.named, behind=outcome.behind, findings=outcome.findings)


def not_applicable(criterion: Criterion) -> Outcome:
    """What the methodology says becomes of a criterion that does not apply."""
    maximum, applicable = criterion.maximum, 0 if criterion.outside_scale else criterion.maximum
    if criterion.if_not == "full":
        entry = Entry("exempt", maximum, maximum)
        return Outcome((Case(maximum, applicable),), "exempt", (entry,), lost=losses(applicable, maximum, [entry]))
    if criterion.if_not == "zero":
        return Outcome((Case(0, applicable),), "exempt", lost=losses(applicable, 0, ()))
    return Outcome((LEFT_OUT,), "left_out")


def _applicable(
    criterion: Criterion,
    planned: PlannedCriterion,
    facts: Facts,
    kinds: Mapping[str, Kind],
    body: Body,
    waits_for: str,
) -> Outcome:
    applicable = 0 if criterion.outside_scale else decisions.maximum_of(criterion, body.decided.get(criterion.code))
    if waits_for:
        account = decisions.not_yet(criterion, waits_for)
        return Outcome((Case(account.running, applicable),), "open", tuple(account.entries))
    noted = Noted() if body.tables else None
    here = replace(facts, noted=noted, seen={})  # what other criteria named is not of this one
    account, named = _account(criterion, planned, here, body)
    behind = noted.found() if noted is not None else ()
    value, wrong = account.running, tuple(account.findings)
    if is_open(value) and criterion.python is None:
        value = _case_by_case(criterion, planned, facts, kinds, body, value)
    entries = tuple(account.entries)
    if isinstance(value, Range):
        return Outcome((Case(value, applicable),), "open", entries, named, behind=behind, findings=wrong)
    status: Status = "judged" if criterion.judged is not None else "scored"
    lost = losses(applicable, value, entries)
    return Outcome((Case(value, applicable),), status, entries, named, lost, behind, wrong)


def _account(
    criterion: Criterion, planned: PlannedCriterion, facts: Facts, body: Body
) -> tuple[Account, tuple[Quantity, ...]]:
    """The ledger to its end, and the quantities named in it. facts: in which nothing is named yet."""
    if criterion.judged is not None:
        account = _mark(criterion, body)
    elif criterion.python is not None:
        account = _python(criterion, facts, body)
    elif criterion.each is not None:
        account = score_each(criterion, planned, facts)
    else:
        assert planned.program is not None  # a criterion has a program, a judgement, a plugin or children
        account = run(planned.program, facts, criterion.maximum)
    holding.hold(account, criterion.minimum, criterion.maximum)
    holding.round_to(account, criterion.places, criterion.minimum, criterion.maximum)
    decisions.settle(account, criterion, body.decided.get(criterion.code))
    return account, tuple(Quantity(name, value, kind) for name, (value, kind) in facts.seen.items())


def _mark(criterion: Criterion, body: Body) -> Account:
    """A judged mark; open between the bounds until it is given."""
    mark = body.marks.get(criterion.code)
    value: Number = Range(criterion.minimum, criterion.maximum)
    if mark is not None and not isinstance(mark.value, (Nothing, Unknown, bool, str)):
        value = mark.value
    return Account(value, [Entry("mark", value, value, perhaps=mark is None)])


def _python(criterion: Criterion, facts: Facts, body: Body) -> Account:
    from parrules.scoring.in_python import NOTHING_BROUGHT, scored_in_python

    return scored_in_python(criterion, facts, body, facts.python or NOTHING_BROUGHT)


def _case_by_case(
    criterion: Criterion,
    planned: PlannedCriterion,
    facts: Facts,
    kinds: Mapping[str, Kind],
    body: Body,
    whole: Number,
) -> Number:
    """The score with each open answer tried in turn: tighter than taking them all at once."""
    figures = [name for name in planned.reads if name in facts.figures]
    tried = {name: choices(kinds[name], evaluate(op.Figure(name), facts)) for name in figures}
    tried = {name: values for name, values in tried.items() if values}
    if not tried or prod(len(values) for values in tried.values()) > MOST_CASES:
        return whole
    result: Number | None = None
    for combination in product(*tried.values()):
        here: Facts | None = replace(facts.with_figures(dict(zip(tried, combination, strict=True))), supposed=True)
        if planned.applies is not None and here is not None:
            applies = truth(planned.applies, here)
            here = None if applies is False else assume(planned.applies, True, here)
        if here is not None:
            value = _account(criterion, planned, here, body)[0].running
            result = value if result is None else ranges.hull(result, value)
    return whole if result is None else result
