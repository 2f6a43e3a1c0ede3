"""One value from the records of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parrules.methodology.scope import BODIES
from parrules.operators import expressions as op
from parrules.operators.walk import every
from parrules.scoring import narrowing
from parrules.scoring.among_bodies import count_of_bodies
from parrules.scoring.evaluation import quantity, truth
from parrules.scoring.facts import Facts
from parrules.scoring.records_behind import counts, keep, members_of
from parrules.values import ranges
from parrules.values.amounts import Number, Value
from parrules.values.nothing import NONE
from parrules.values.numbers import Exact, quotient
from parrules.values.ranges import Range, Unknown

Member = tuple[bool, Number]
"""Whether a record surely counts, and what it is worth."""


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
    members: list[Member] = []
    noting = members_of(one, facts.noted, len(facts.records))
    for record in records.records:
        here = facts.of_record(one.table, record.values, one.level)
        holds: bool | Unknown = True if one.where is None else truth(one.where, here)
        if holds is False:
            continue
        surely = holds is True and not record.perhaps
        if holds is not True and one.where is not None:
            here = narrowing.assume(one.where, True, here)
        worth = _worth(one, here)
        members.append((surely, worth))
        if noting is not None and counts(one, worth):
            noting.note(record, worth, surely)
    if noting is not None:
        keep(one, noting, facts.noted)
    return join(one.way, members)


def join(way: op.Gathering, members: Sequence[Member]) -> Value:
    """One value of many: of nothing, the count and the sum are 0 and the others none."""
    sure = [worth for surely, worth in members if surely]
    if way == "count":
        return len(sure) if len(sure) == len(members) else Range(len(sure), len(members), whole=True)
    if way == "sum":
        return _total([worth if surely else ranges.hull(0, worth) for surely, worth in members])
    if not members:
        return NONE
    if len(sure) == len(members) and not any(type(worth) is Range for worth in sure):
        return _of_exact(way, sure)
    value = _of_open(way, members, sure)
    return value if sure else replace(value, none=True)


def _of_exact(way: op.Gathering, worths: list[Number]) -> Exact:
    numbers: list[Exact] = [worth for worth in worths if not isinstance(worth, Range)]
    if way == "lowest":
        return min(numbers)
    if way == "highest":
        return max(numbers)
    return quotient(sum(numbers), len(numbers))


def _of_open(way: op.Gathering, members: Sequence[Member], sure: list[Number]) -> Range:
    """The hull of every choice of the records that may count and of what they may be worth."""
    if way in ("lowest", "highest"):
        turned = way == "highest"
        everyone = [_turned(worth, turned) for _, worth in members]
        certain = [_turned(worth, turned) for worth in sure]
        lows = [worth.low for worth in everyone]
        highs = [worth.high for worth in (certain or everyone)]
        low = None if None in lows else min(low for low in lows if low is not None)
        known = [high for high in highs if high is not None]
        high = (min(known) if known else None) if certain else (None if None in highs else max(known))
        return ranges.as_range(_turned(Range(low, high), turned))
    low = _lowest_mean([ranges.as_range(worth).low for worth in sure], _ends(members, sure_only=False, low=True))
    highs_negative = [_minus(ranges.as_range(worth).high) for worth in sure]
    high = _minus(_lowest_mean(highs_negative, [_minus(end) for end in _ends(members, sure_only=False, low=False)]))
    return Range(low, high)


def _ends(members: Sequence[Member], *, sure_only: bool, low: bool) -> list[Exact | None]:
    ends = [ranges.as_range(worth) for surely, worth in members if surely == sure_only]
    return [end.low if low else end.high for end in ends]


def _lowest_mean(sure: list[Exact | None], perhaps: list[Exact | None]) -> Exact | None:
    """The least mean of the sure and any choice of the others; None when it has no bound."""
    if None in sure or None in perhaps:
        return None
    chosen = [end for end in sure if end is not None]
    for end in sorted(end for end in perhaps if end is not None):
        if chosen and end * len(chosen) >= sum(chosen):
            break
        chosen.append(end)
    return quotient(sum(chosen), len(chosen))


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
    worth = ranges.as_range(_worth(one, here))
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


def _worth(one: op.Gather, facts: Facts) -> Number:
    """What one record brings in; for a share, 1 where the condition holds."""
    if one.value is None:
        return 1
    if one.way != "share":
        return quantity(one.value, facts)
    holds = truth(one.value, facts)
    return Range(0, 1, whole=True) if isinstance(holds, Unknown) else int(holds)


def _total(worths: list[Number]) -> Number:
    total: Number = 0
    for worth in worths:
        total = ranges.add(total, worth)
    return total


def _turned(worth: Number, turned: bool) -> Range:
    return ranges.as_range(ranges.negative(worth)) if turned else ranges.as_range(worth)


def _minus(end: Exact | None) -> Exact | None:
    return None if end is None else -end
