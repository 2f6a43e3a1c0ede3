"""Places: 1, 2, 2, 4 (competition), 1, 2, 2, 3 (dense), or left to the authority; a range while scores are open."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from parrules.standing.order import Contender, Ends, Order
from parrules.standing.standing import Place

Ties = Literal["competition", "dense", "undecided"]


def places(contenders: Iterable[Contender], ties: Ties) -> Mapping[str, Place]:
    """The place of each body, by its id: the best is first."""
    order = Order(contenders)
    level = Counter(one.low for one in order.contenders if one.is_settled)
    dense = _Dense(order.contenders) if ties == "dense" else None
    found = {}
    for one in order.contenders:
        if dense is not None:
            first, last = dense.at_least_above(one), dense.at_most_above(one)
        else:
            first = order.surely_above(one)
            last = order.possibly_as_good(one) if ties == "undecided" else order.possibly_above(one)
        found[one.body] = Place(first + 1, last + 1, level[one.low] if one.is_settled else 1)
    return found


class _Dense:
    """How many different scores may stand above one: equal bodies share a place, and the next place follows it."""

    def __init__(self, contenders: tuple[Contender, ...]) -> None:
        settled = {one.low for one in contenders if one.is_settled}
        others = [one.high for one in contenders if not one.is_settled]
        self._highs = sorted([*settled, *others])
        self._lows, self._fewest = _fewest_scores([one for one in contenders if one.surely])

    def at_most_above(self, one: Contender) -> int:
        """Every open score may be one of its own."""
        above = len(self._highs) - bisect_right(self._highs, one.low)
        return above - (one.high > one.low)

    def at_least_above(self, one: Contender) -> int:
        """Open scores may be equal wherever they overlap."""
        surely = len(self._lows) - bisect_right(self._lows, one.high)
        return self._fewest[surely]


def _fewest_scores(sure: list[Contender]) -> tuple[list[Ends], list[int]]:
    """The low ends in order; and for the best of them, none, one, two ..., how few different scores they can have.

    From the best down: a score as low as the next one allows serves all that reach up to it.
    """
    downwards = sorted(sure, key=lambda one: one.low, reverse=True)
    fewest, scores = [0], 0
    lowest: Ends | None = None
    for one in downwards:
        if lowest is None or one.high < lowest:
            lowest, scores = one.low, scores + 1
        fewest.append(scores)
    return [one.low for one in reversed(downwards)], fewest
