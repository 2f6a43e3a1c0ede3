"""One value from the records of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parrules.evidence.records import Record
from parrules.evidence.relations.relation import Relation
from parrules.methodology.scope import BODIES
from parrules.operators import expressions as op
from parrules.operators.walk import every
from parrules.scoring import narrowing
from parrules.scoring.among_bodies import count_of_bodies
from parrules.scoring.asking import asked
from parrules.scoring.evaluation import quantity, truth
from parrules.scoring.facts import Facts
from parrules.scoring.membership import member_of, worth_of
from parrules.scoring.records_behind import Members, counts, keep, members_of
from parrules.scoring.tally import Member, join
from parrules.values import ranges
from parrules.values.amounts import Value
from parrules.values.nothing import NONE
from parrules.values.ranges import Range


def gather(one: op.Gather, facts: Facts) -> Value:
    """The value of an aggregate; inside another that it reads nothing of, it is gathered once for all its records."""
    if not facts.records or facts.known:
        return _of_body(one, facts)
    if id(one) not in facts.once:
        value = None if _reads_around(one) else _of_body(one, facts)
        facts.once[id(one)] = (one, value)
    kept = facts.once[id(one)][1]
    return _of_body(one, facts) if kept is None else kept


def _reads_around(one: op.Gather) -> bool:
    """Whether it reads a column of a record that stands around it."""
    parts = [part for part in (one.where, one.value) if part is not None]
    return any(isinstance(each, op.Column) and each.level < one.level for part in parts for each in every(part))


def _of_body(one: op.Gather, facts: Facts) -> Value:
    """The value for this body; what belongs to no body alone is gathered once for all of its group."""
    if facts.shared is None or facts.known:
        return _gathered(one, facts)
    if one.own_read:
        counted = count_of_bodies(one, facts)
        return _gathered(one, facts) if counted is None else counted
    if one not in facts.shared:
        facts.shared[one] = _gathered(one, facts)
    value: Value = facts.shared[one]
    return value


def _gathered(one: op.Gather, facts: Facts) -> Value:
    """The value from the records; a table not handed in stands for any records."""
    records = facts.tables.get(one.table)
    if records is None:
        return _of_any(one, facts)
    noting = members_of(one, facts.noted, len(facts.records))
    if isinstance(records.records, Relation):
        value = asked(one, records.records, facts, noting)
    else:
        value = join(one.way, _members(one, records.records, facts, noting))
    if noting is not None and facts.noted is not None:
        keep(one, noting, facts.noted)
    return _of_any(one, facts) if value is None else value


def _members(one: op.Gather, records: Sequence[Record], facts: Facts, noting: Members | None) -> list[Member]:
    """The records that may count, each with what it is worth."""
    members: list[Member] = []
    for record in records:
        member = member_of(one, record.values, facts)
        if member is None:
            continue
        surely, worth = member[0] and not record.perhaps, member[1]
        members.append((surely, worth))
        if noting is not None and counts(one, worth):
            noting.note(record, worth, surely)
    return members


def _of_any(one: op.Gather, facts: Facts) -> Value:
    """What an aggregate can be over a table that was not handed in."""
    here: Facts | None = facts.of_record(one.table, {}, one.level)
    if one.where is not None and here is not None:
        here = None if truth(one.where, here) is False else narrowing.assume(one.where, True, here)
    if here is None:
        return 0 if one.way in ("count", "sum") else NONE
    has_one = one.table in BODIES and one.where is None  # a body is always among the bodies of its round
    if one.way == "count":
        return Range(1 if has_one else 0, None, whole=True)
    worth = ranges.as_range(worth_of(one, here))
    if one.way == "sum":
        low = 0 if worth.low is not None and worth.low >= 0 else None
        high = 0 if worth.high is not None and worth.high <= 0 else None
        return ranges.settled(Range(low, high, whole=worth.whole))
    whole = worth.whole and one.way in ("lowest", "highest")
    value = replace(worth, none=True, whole=whole)
    some = quantity(op.Gather("count", one.table, one.where, None, level=one.level), facts)
    if has_one or not ranges.as_range(some).holds_zero:
        value = replace(value, none=False)
    return value
