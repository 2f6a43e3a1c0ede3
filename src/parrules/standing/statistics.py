"""Mean, median, best and worst of what bodies are ranked by, and how far each is from the first and from the mean.

Exact; while scores are open, every value that they allow.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from heapq import nlargest

from parrules.scoring.tally import Member, join
from parrules.standing.standing import Statistics
from parrules.values import ranges
from parrules.values.amounts import Number, Value
from parrules.values.numbers import Exact, quotient
from parrules.values.ranges import Range


def statistics_of(members: Sequence[Member]) -> Statistics | None:
    """members: for each body, whether it is surely ranked, and its number. None where there is nobody."""
    if not members:
        return None
    return Statistics(
        count=_number(join("count", members)),
        mean=_number(join("mean", members)),
        median=median(members),
        best=_number(join("highest", members)),
        worst=_number(join("lowest", members)),
    )


def median(members: Sequence[Member]) -> Number:
    """The middle one, or the mean of the two in the middle."""
    lows = [(surely, ranges.as_range(number).low) for surely, number in members]
    highs = [(surely, ranges.as_range(number).high) for surely, number in members]
    turned = [(surely, None if end is None else -end) for surely, end in highs]
    low, high = _lowest_median(lows), _lowest_median(turned)
    return ranges.settled(Range(low, None if high is None else -high))


def distances(members: Sequence[Member], mean: Number) -> list[tuple[Number, Number]]:
    """For each body in turn, how far it is behind the first, and how far above the mean."""
    known = [(surely, ranges.as_range(number)) for surely, number in members]
    lows = _two_greatest([_BELOW_ALL if one.low is None or not surely else (0, one.low) for surely, one in known])
    highs = _two_greatest([_ABOVE_ALL if one.high is None else (0, one.high) for _, one in known])
    sums = _sums([one for _, one in known]) if all(surely for surely, _ in known) else None
    found = []
    for at, (_, one) in enumerate(known):
        beyond = ranges.add(one, ranges.negative(mean)) if sums is None else _beyond_mean(one, sums, len(known))
        found.append((_behind(one, _other(lows, at), _other(highs, at)), ranges.settled(ranges.as_range(beyond))))
    return found


def _lowest_median(ends: Sequence[tuple[bool, Exact | None]]) -> Exact | None:
    """The least median of those that are sure and any choice of the others; None when it has no bound.

    Another one lowers the median only where it lies below it, so they are taken from the least up.
    """
    if any(end is None for _, end in ends):
        return None
    chosen = sorted(end for surely, end in ends if surely and end is not None)
    for end in sorted(end for surely, end in ends if not surely and end is not None):
        if chosen and end >= _middle(chosen):
            break
        insort(chosen, end)
    return _middle(chosen)


def _middle(numbers: Sequence[Exact]) -> Exact:
    half = len(numbers) // 2
    return numbers[half] if len(numbers) % 2 else quotient(numbers[half - 1] + numbers[half], 2)


_Bound = tuple[int, Exact]
"""A number behind 0; or -1 below, and 1 above, every number."""

_BELOW_ALL: _Bound = (-1, 0)
_ABOVE_ALL: _Bound = (1, 0)


def _two_greatest(bounds: Sequence[_Bound]) -> list[tuple[_Bound, int]]:
    """The greatest two, with their places."""
    return nlargest(2, ((bound, at) for at, bound in enumerate(bounds)))


def _other(greatest: list[tuple[_Bound, int]], at: int) -> _Bound:
    """The greatest that is not the one at this place."""
    return next((bound for bound, place in greatest if place != at), _BELOW_ALL)


def _behind(own: Range, best_low: _Bound, best_high: _Bound) -> Number:
    """How far it is behind the best of the others, where that is better. best_low, best_high: what that can be."""
    low: Exact = 0
    if own.high is not None and best_low[0] == 0:
        low = max(0, best_low[1] - own.high)
    if best_high == _BELOW_ALL:
        return 0
    if own.low is None or best_high == _ABOVE_ALL:
        return Range(low, None)
    return ranges.settled(Range(low, max(0, best_high[1] - own.low)))


def _sums(known: Sequence[Range]) -> tuple[Exact | None, Exact | None]:
    lows, highs = [one.low for one in known], [one.high for one in known]
    return (
        None if None in lows else sum(low for low in lows if low is not None),
        None if None in highs else sum(high for high in highs if high is not None),
    )


def _beyond_mean(own: Range, sums: tuple[Exact | None, Exact | None], count: int) -> Number:
    """How far it is above the mean of all, of which it is one itself."""
    low = high = None
    if own.low is not None and own.high is not None:
        if sums[1] is not None:
            low = own.low - quotient(own.low + sums[1] - own.high, count)
        if sums[0] is not None:
            high = own.high - quotient(own.high + sums[0] - own.low, count)
    return Range(low, high)


def _number(value: Value) -> Number:
    if isinstance(value, (int, Fraction)):
        return value
    if isinstance(value, Range):
        return ranges.settled(replace(value, none=False))
    raise AssertionError(f"of some numbers there is a number, and this is {value!r}")
