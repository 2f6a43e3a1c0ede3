"""Who stands above whom, where scores may be open: counted for all bodies at once, by sorting their ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from parrules.values.amounts import Number
from parrules.values.ends import BELOW_ALL, End, high_end, low_end

Ends = tuple[End, ...]


@dataclass(frozen=True, slots=True)
class Contender:
    """One body. low and high: the ends of its numbers, of which the first that differ decide; more is better.

    surely: False where it depends on what is missing whether it is there at all.
    """

    body: str
    low: Ends
    high: Ends
    surely: bool = True

    @property
    def is_settled(self) -> bool:
        return self.surely and self.low == self.high


def contender(body: str, numbers: Sequence[Number | None], surely: bool = True) -> Contender:
    """numbers: what it is compared by, the next where those before are equal; None stands below every number."""
    return Contender(body, _ends(low_end, numbers), _ends(high_end, numbers), surely)


def _ends(of: Callable[[Number], End], numbers: Sequence[Number | None]) -> Ends:
    return tuple(BELOW_ALL if number is None else of(number) for number in numbers)


class Order:
    """Contenders set beside each other. What is counted for one of them leaves that one out."""

    def __init__(self, contenders: Iterable[Contender]) -> None:
        self.contenders = tuple(contenders)
        self._sure_lows = sorted(one.low for one in self.contenders if one.surely)
        self._highs = sorted(one.high for one in self.contenders)

    def surely_above(self, one: Contender) -> int:
        return _above(self._sure_lows, one.high)

    def possibly_above(self, one: Contender) -> int:
        return _above(self._highs, one.low) - (one.high > one.low)

    def surely_as_good(self, one: Contender) -> int:
        """How many others are above it or equal."""
        return _from(self._sure_lows, one.high) - (one.surely and one.low >= one.high)

    def possibly_as_good(self, one: Contender) -> int:
        return _from(self._highs, one.low) - 1


def _above(ends: list[Ends], bound: Ends) -> int:
    return len(ends) - bisect_right(ends, bound)


def _from(ends: list[Ends], bound: Ends) -> int:
    return len(ends) - bisect_left(ends, bound)
