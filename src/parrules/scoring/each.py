"""A program that scores every record of a table: once a record, or, in a large table, once for all that are alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from parrules.evidence.records import Record
from parrules.evidence.relations.relation import Relation
from parrules.methodology.model import Criterion
from parrules.operators import expressions as op
from parrules.operators.walk import every, every_in
from parrules.plan.plan import PlannedCriterion
from parrules.scoring.evaluation import truth
from parrules.scoring.facts import Facts
from parrules.scoring.ledger import Account, run
from parrules.scoring.narrowing import assume
from parrules.scoring.records_behind import MOST, Members, keep_scored
from parrules.scoring.sheet import Entry
from parrules.scoring.tally import Member, Tally, join
from parrules.values import ranges
from parrules.values.amounts import Value
from parrules.values.ranges import Range, Unknown

_KEPT = 20_000
"""The ledgers of so many kinds of records are kept while a table is gone through."""

_Scored = tuple[bool, Account]
"""Whether a record surely counts, and its ledger."""


def score_each(criterion: Criterion, planned: PlannedCriterion, facts: Facts) -> Account:
    """The program once a record; the scores are joined as the criterion's `combine` says."""
    assert criterion.each is not None
    records = facts.tables.get(criterion.each.table)
    if records is None:
        return _any_records(criterion, planned, facts)
    noting, members = Members(), list[Member]()
    tally: Tally | None = None
    if isinstance(records.records, Relation):
        relation = records.records
        tally = _go_through(_Alike(criterion, planned, facts), relation, members, noting)
        if relation.lost is not None:
            return _any_records(criterion, planned, facts)
    else:
        for record in records.records:
            scored = _scored(criterion, planned, record.values, facts)
            if scored is not None:
                members.append((scored[0], scored[1].running))
                _note(noting, record, scored, facts)
    keep_scored(criterion.each.table, noting, facts.noted)
    return _joined(criterion, join(criterion.combine, members, tally))


def _scored(
    criterion: Criterion, planned: PlannedCriterion, values: Mapping[str, Value], facts: Facts
) -> _Scored | None:
    """What the program comes to for a record with these cells; None where it does not count."""
    assert criterion.each is not None and planned.program is not None
    here = facts.for_record(criterion.each.table, values)
    holds: bool | Unknown = True if planned.where is None else truth(planned.where, here)
    if holds is False:
        return None
    if isinstance(holds, Unknown) and planned.where is not None:
        here = assume(planned.where, True, here)
    return holds is True, run(planned.program, here, criterion.maximum)


def _note(noting: Members, record: Record, scored: _Scored, facts: Facts) -> None:
    if facts.noted is not None:
        noting.note(record, scored[1].running, scored[0], scored[1])


class _Alike:
    """Scores records with the same cells once."""

    def __init__(self, criterion: Criterion, planned: PlannedCriterion, facts: Facts) -> None:
        self.criterion, self.planned, self.facts = criterion, planned, facts
        self._kept: dict[tuple[tuple[str, Value], ...], _Scored | None] = {}

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the record that are read, each once."""
        program, where = self.planned.program, self.planned.where
        parts = [*(every_in(program) if program is not None else ()), *(every(where) if where is not None else ())]
        return tuple(dict.fromkeys(one.name for one in parts if isinstance(one, op.Column) and one.level == 0))

    def of(self, values: tuple[tuple[str, Value], ...]) -> _Scored | None:
        if values not in self._kept:
            if len(self._kept) == _KEPT:
                self._kept.clear()
            self._kept[values] = _scored(self.criterion, self.planned, dict(values), self.facts)
        return self._kept[values]


def _go_through(alike: _Alike, relation: Relation, members: list[Member], noting: Members) -> Tally:
    """The records of a large table; what is returned counts those that surely count, and whose score is known."""
    tally, columns = Tally(), alike.columns
    groups = relation.few_alike(columns)
    counted = sum(_count(alike.of(group.values), group.count, tally, members) for group in groups or ())
    shown = min(MOST, counted) if alike.facts.noted is not None else 0
    for record in relation.reading(columns, incomplete=False):
        if groups is not None and noting.total == shown:
            break
        scored = alike.of(tuple(record.values.items()))
        if groups is None:
            _count(scored, 1, tally, members)
        if scored is not None:
            _note(noting, record, scored, alike.facts)
    if groups is not None:
        noting.total = counted
    return tally


def _count(scored: _Scored | None, times: int, tally: Tally, members: list[Member]) -> int:
    """Counts so many records that are alike; how many of them count."""
    if scored is None:
        return 0
    surely, worth = scored[0], scored[1].running
    if surely and not isinstance(worth, Range):
        tally.add(worth, times)
    else:
        members += [(surely, worth)] * times
    return times


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
