"""Places: of equal bodies, of open scores, and beside what a full search of every completion gives."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from parrules.standing.order import Contender, contender
from parrules.standing.ranks import Ties, places
from parrules.values.amounts import Number
from parrules.values.ranges import Range

Places = list[tuple[int, int]]


def placed(numbers: Sequence[Number | Sequence[Number]], ties: Ties = "competition") -> Places:
    """The places of contenders, in turn."""
    made = [contender(str(at), (one,) if isinstance(one, (int, Range)) else one) for at, one in enumerate(numbers)]  # type: ignore[arg-type]
    return _in_turn(made, ties)


def _in_turn(contenders: Sequence[Contender], ties: Ties) -> Places:
    found = places(contenders, ties)
    return [(found[one.body].first, found[one.body].last) for one in contenders]


@pytest.mark.parametrize(
    ("expected", "ties"),
    [
        ([(1, 1), (2, 2), (2, 2), (4, 4)], "competition"),
        ([(1, 1), (2, 2), (2, 2), (3, 3)], "dense"),
        ([(1, 1), (2, 3), (2, 3), (4, 4)], "undecided"),
    ],
)
def test_equal_scores(expected: Places, ties: Ties) -> None:
    assert expected == placed([9, 7, 7, 3], ties)


def test_the_next_criterion_tells_equal_bodies_apart() -> None:
    assert [(2, 2), (1, 1), (3, 3)] == placed([(7, 2, 9), (7, 5, 0), (6, 9, 9)])


def test_a_tie_that_no_criterion_breaks_stays_one() -> None:
    assert [(1, 1), (1, 1), (3, 3)] == placed([(7, 5), (7, 5), (7, 4)])


@pytest.mark.parametrize(
    ("expected", "numbers"),
    [
        pytest.param([(1, 2), (1, 2)], [Range(3, 8), 5], id="one that may be above and below"),
        pytest.param([(1, 1), (2, 2)], [Range(6, 8), 5], id="one that is surely above"),
        pytest.param([(1, 1), (1, 2)], [5, Range(3, 5)], id="one that may at best be equal"),
        pytest.param([(1, 1), (2, 2)], [5, Range(3, 5, high_open=True)], id="one that comes near, and is never equal"),
        pytest.param([(1, 2), (1, 2)], [5, Range(3, None)], id="one that has no bound above"),
        pytest.param([(1, 1), (1, 2)], [5, Range(None, 5)], id="one that has no bound below"),
        pytest.param([(1, 1), (2, 2)], [5, Range(None, 4)], id="one without a bound that is surely below"),
        pytest.param([(1, 2), (1, 2)], [(5, 3), (Range(4, 5), 9)], id="equal at best, and then ahead"),
        pytest.param([(1, 1), (2, 2)], [(5, 3), (Range(4, 5), 2)], id="equal at best, and then behind"),
    ],
)
def test_open_scores(expected: Places, numbers: Sequence[Number]) -> None:
    assert expected == placed(numbers)


def test_many_open_scores_may_all_share_one_place() -> None:
    assert [(1, 3), (1, 3), (1, 3), (2, 4)] == placed([Range(5, 9), Range(6, 8), Range(6, 7), 4], "dense")


def test_who_is_perhaps_not_ranked_may_push_others_down() -> None:
    made = [contender("a", [9], surely=False), contender("b", [5]), contender("c", [3])]
    assert [(1, 1), (1, 2), (2, 3)] == _in_turn(made, "competition")


def test_equal_settled_bodies_are_counted() -> None:
    made = [contender("a", [5]), contender("b", [5]), contender("c", [Range(5, 6)])]
    assert {"a": 2, "b": 2, "c": 1} == {body: place.level for body, place in places(made, "competition").items()}


SCORE = some.tuples(some.integers(0, 4), some.integers(0, 2)).map(lambda one: range(one[0], one[0] + one[1] + 1))
BODY = some.tuples(SCORE, SCORE, some.sampled_from([True, True, True, False]))


@given(some.lists(BODY, min_size=1, max_size=4), some.sampled_from(["competition", "dense", "undecided"]))
def test_places_are_those_of_every_completion_and_no_others(
    bodies: list[tuple[range, range, bool]], ties: Ties
) -> None:
    made = [contender(str(at), [_range(a), _range(b)], surely) for at, (a, b, surely) in enumerate(bodies)]
    found = _in_turn(made, ties)
    best, worst = [99] * len(bodies), [0] * len(bodies)
    for there in product(*([True] if surely else [True, False] for _, _, surely in bodies)):
        for scores in product(*(tuple(product(a, b)) for a, b, _ in bodies)):
            for at, own in enumerate(scores):
                others = [one for other, one in enumerate(scores) if other != at and there[other]]
                first, last = _by_counting(own, others, ties)
                best[at], worst[at] = min(best[at], first), max(worst[at], last)
    assert all(low <= first for (low, _), first in zip(found, best, strict=True))
    assert all(last <= high for (_, high), last in zip(found, worst, strict=True))
    if ties != "dense":  # where scores overlap, dense places are told from outside
        assert found == list(zip(best, worst, strict=True))


def _range(values: range) -> Number:
    return values[0] if len(values) == 1 else Range(values[0], values[-1], whole=True)


def _by_counting(own: tuple[int, int], others: Sequence[tuple[int, int]], ties: Ties) -> tuple[int, int]:
    above = [one for one in others if one > own]
    if ties == "dense":
        return 1 + len(set(above)), 1 + len(set(above))
    level = sum(one == own for one in others) if ties == "undecided" else 0
    return 1 + len(above), 1 + len(above) + level
