"""One value of the worths of many records: counted where they are known, and the hull where they are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parrules.operators import expressions as op
from parrules.values import ranges
from parrules.values.amounts import Number, Value
from parrules.values.nothing import NONE
from parrules.values.numbers import Exact, quotient
from parrules.values.ranges import Range

Member = tuple[bool, Number]
"""Whether a record surely counts, and what it is worth."""


@dataclass(slots=True)
class Tally:
    """What records that surely count, of known worth, come to. least and greatest: None where there are none."""

    count: int = 0
    total: Exact = 0
    least: Exact | None = None
    greatest: Exact | None = None

    def add(self, worth: Exact, times: int = 1) -> None:
        """Counts so many records more, each of this worth."""
        self.count += times
        self.total += worth * times
        self.least = worth if self.least is None else min(self.least, worth)
        self.greatest = worth if self.greatest is None else max(self.greatest, worth)


def join(way: op.Gathering, members: Sequence[Member], known: Tally | None = None) -> Value:
    """One value of many: of nothing, the count and the sum are 0 and the others none.

    known: what other records come to, beside the members.
    """
    known = known or Tally()
    sure = [worth for surely, worth in members if surely]
    if way == "count":
        least = known.count + len(sure)
        return least if len(sure) == len(members) else Range(least, known.count + len(members), whole=True)
    if way == "sum":
        return _total(known.total, [worth if surely else ranges.hull(0, worth) for surely, worth in members])
    if not members and not known.count:
        return NONE
    if len(sure) == len(members) and not any(type(worth) is Range for worth in sure):
        return _of_exact(way, sure, known)
    value = _of_open(way, members, sure, known)
    return value if sure or known.count else replace(value, none=True)


def _of_exact(way: op.Gathering, worths: list[Number], known: Tally) -> Exact:
    numbers: list[Exact] = [worth for worth in worths if not isinstance(worth, Range)]
    if way == "lowest":
        return min([*numbers, *([] if known.least is None else [known.least])])
    if way == "highest":
        return max([*numbers, *([] if known.greatest is None else [known.greatest])])
    return quotient(sum(numbers, known.total), len(numbers) + known.count)


def _of_open(way: op.Gathering, members: Sequence[Member], sure: list[Number], known: Tally) -> Range:
    """The hull of every choice of the records that may count and of what they may be worth."""
    if way in ("lowest", "highest"):
        turned = way == "highest"
        best = known.greatest if turned else known.least
        counted = [] if best is None else [_turned(best, turned)]
        everyone = [*counted, *(_turned(worth, turned) for _, worth in members)]
        certain = [*counted, *(_turned(worth, turned) for worth in sure)]
        lows = [worth.low for worth in everyone]
        highs = [worth.high for worth in (certain or everyone)]
        low = None if None in lows else min(low for low in lows if low is not None)
        ends = [high for high in highs if high is not None]
        high = (min(ends) if ends else None) if certain else (None if None in highs else max(ends))
        return ranges.as_range(_turned(Range(low, high), turned))
    start = (known.total, known.count)
    low = _lowest_mean([ranges.as_range(worth).low for worth in sure], _ends(members, low=True), start)
    highs_negative = [_minus(ranges.as_range(worth).high) for worth in sure]
    turned_ends = [_minus(end) for end in _ends(members, low=False)]
    return Range(low, _minus(_lowest_mean(highs_negative, turned_ends, (-known.total, known.count))))


def _ends(members: Sequence[Member], *, low: bool) -> list[Exact | None]:
    """The ends of those that may count, and may not."""
    ends = [ranges.as_range(worth) for surely, worth in members if not surely]
    return [end.low if low else end.high for end in ends]


def _lowest_mean(sure: list[Exact | None], perhaps: list[Exact | None], start: tuple[Exact, int]) -> Exact | None:
    """The least mean of the sure and any choice of the others; None when it has no bound.

    start: the sum and the number of those that are known beside.
    """
    certain = [end for end in sure if end is not None]
    others = sorted(end for end in perhaps if end is not None)
    if len(certain) < len(sure) or len(others) < len(perhaps):
        return None
    total, count = sum(certain, start[0]), start[1] + len(certain)
    for end in others:
        if count and end * count >= total:
            break
        total, count = total + end, count + 1
    return quotient(total, count)


def _total(known: Exact, worths: list[Number]) -> Number:
    total: Number = known
    for worth in worths:
        total = ranges.add(total, worth)
    return total


def _turned(worth: Number, turned: bool) -> Range:
    return ranges.as_range(ranges.negative(worth)) if turned else ranges.as_range(worth)


def _minus(end: Exact | None) -> Exact | None:
    return None if end is None else -end
