"""One criterion by itself: whether it applies, its program or its mark, and what was lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import prod

from parrules.evidence.records import Body
from parrules.methodology.model import Criterion
from parrules.operators import expressions as op
from parrules.plan.plan import PlannedCriterion
from parrules.scoring import decisions, holding
from parrules.scoring.declared import choices
from parrules.scoring.evaluation import evaluate, truth
from parrules.scoring.facts import Facts
from parrules.scoring.ledger import Account, run
from parrules.scoring.losses import losses
from parrules.scoring.narrowing import assume
from parrules.scoring.outcome import LEFT_OUT, Case, Outcome, is_open
from parrules.scoring.records_behind import Members, Noted, keep_scored
from parrules.scoring.sheet import Entry, Quantity, Status
from parrules.scoring.tally import Member, join
from parrules.values import ranges
from parrules.values.amounts import Number, Value
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
        account = _each(criterion, planned, facts)
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


def _each(criterion: Criterion, planned: PlannedCriterion, facts: Facts) -> Account:
    """The program once a record; the scores are joined as the criterion's `combine` says."""
    each, program = criterion.each, planned.program
    assert each is not None and program is not None
    records = facts.tables.get(each.table)
    if records is None:
        return _any_records(criterion, planned, facts)
    members: list[Member] = []
    noting = Members()
    for record in records.records:
        here = facts.for_record(each.table, record.values)
        holds: bool | Unknown = True if planned.where is None else truth(planned.where, here)
        if holds is False:
            continue
        if isinstance(holds, Unknown) and planned.where is not None:
            here = assume(planned.where, True, here)
        account = run(program, here, criterion.maximum)
        members.append((holds is True, account.running))
        if facts.noted is not None:
            noting.note(record, account.running, holds is True, account)
    keep_scored(each.table, noting, facts.noted)
    return _joined(criterion, join(criterion.combine, members))


def _any_records(criterion: Criterion, planned: PlannedCriterion, facts: Facts) -> Account:
    """A table not handed in: any records, so whatever the program can give for one; of their sum, any number of it."""
    assert criterion.each is not None and planned.program is not None
    here = facts.for_record(criterion.each.table, {})
    if planned.where is not None:
        if truth(planned.where, here) is False:
            return _joined(criterion, join(criterion.combine, ()))
        here = assume(planned.where, True, here)
    one = ranges.as_range(run(planned.program, here, criterion.maximum).running)
    if criterion.combine == "sum":
        low = 0 if one.low is not None and one.low >= 0 else None
        one = Range(low, 0 if one.high is not None and one.high <= 0 else None)
    elif criterion.combine == "mean":
        one = replace(one, whole=False)
    return _joined(criterion, one)


def _joined(criterion: Criterion, value: Value) -> Account:
    """Of no records the sum is 0; the others are none, which `applies` has ruled out."""
    assert isinstance(value, (int, Fraction, Range)), "of no records; checks should have refused the criterion"
    known = ranges.settled(replace(value, none=False)) if isinstance(value, Range) else value
    return Account(known, [Entry(criterion.combine, known, known, perhaps=type(known) is Range)])


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
        here: Facts | None = facts.with_figures(dict(zip(tried, combination, strict=True)))
        if planned.applies is not None and here is not None:
            applies = truth(planned.applies, here)
            here = None if applies is False else assume(planned.applies, True, here)
        if here is not None:
            value = _account(criterion, planned, here, body)[0].running
            result = value if result is None else ranges.hull(result, value)
    return whole if result is None else result
