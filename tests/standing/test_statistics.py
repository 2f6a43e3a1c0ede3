"""Mean, median, best, worst and distances, exact; and while scores are open, beside a full search."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from fractions import Fraction
from itertools import product
from statistics import median as median_of

import pytest
from hypothesis import given
from hypothesis import strategies as some

from parrules.scoring.tally import Member
from parrules.standing.standing import Statistics
from parrules.standing.statistics import distances, median, statistics_of
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.ranges import Range


def test_of_known_scores() -> None:
    expected = Statistics(count=4, mean=Fraction(25, 4), median=Fraction(13, 2), best=9, worst=3)
    assert expected == statistics_of([(True, 9), (True, 6), (True, 7), (True, 3)])


def test_of_nobody_there_are_none() -> None:
    assert None is statistics_of([])


@pytest.mark.parametrize(
    ("expected", "numbers"),
    [
        pytest.param(5, [9, 5, 1], id="the middle one"),
        pytest.param(Fraction(9, 2), [9, 5, 4, 1], id="between the two in the middle"),
        pytest.param(Range(5, 7), [9, Range(1, 7), 5], id="as far as an open one moves it"),
        pytest.param(Range(1, None), [Range(0, None), Range(1, None)][1:], id="unbounded"),
    ],
)
def test_the_median(expected: Number, numbers: list[Number]) -> None:
    assert expected == median([(True, one) for one in numbers])


def test_distances_of_known_scores() -> None:
    assert [(0, 3), (4, -1), (5, -2)] == distances([(True, 9), (True, 5), (True, 4)], 6)


def test_the_first_is_not_behind_itself() -> None:
    assert [(0, 0)] == distances([(True, 9)], 9)
    assert (0, Fraction(0)) == distances([(True, Range(3, 9))], Range(3, 9))[0]


def test_an_unbounded_score_leaves_the_distance_open_above() -> None:
    behind, _ = distances([(True, 9), (True, Range(5, None))], Range(7, None))[0]
    assert Range(0, None) == behind


MEMBER = some.tuples(some.booleans(), some.integers(0, 6), some.integers(0, 3))


@given(some.lists(MEMBER, min_size=1, max_size=5))
def test_every_completion_lies_within(said: list[tuple[bool, int, int]]) -> None:
    members = [(surely, _range(low, low + more)) for surely, low, more in said]
    found = statistics_of(members)
    assert found is not None
    between = distances(members, found.mean)
    medians = []
    for there in product(*([True] if surely else [True, False] for surely, _, _ in said)):
        for scores in product(*(range(low, low + more + 1) for _, low, more in said)):
            present = [one for one, is_there in zip(scores, there, strict=True) if is_there]
            if not present:
                continue
            mean = Fraction(sum(present), len(present))
            medians.append(median_of(map(Fraction, present)))
            assert _holds(found.count, len(present))
            assert _holds(found.mean, mean)
            assert _holds(found.best, max(present)) and _holds(found.worst, min(present))
            for (behind, beyond), own, is_there in zip(between, scores, there, strict=True):
                if is_there:
                    assert _holds(behind, max(present) - own) and _holds(beyond, own - mean)
    ends = ranges.as_range(found.median)
    assert (min(medians), max(medians)) == (ends.low, ends.high)


@given(some.lists(some.tuples(some.integers(0, 6), some.integers(0, 3)), min_size=1, max_size=4))
def test_distances_are_no_wider_than_they_must_be(said: list[tuple[int, int]]) -> None:
    members: list[Member] = [(True, _range(low, low + more)) for low, more in said]
    found = statistics_of(members)
    assert found is not None
    every = list(product(*(range(low, low + more + 1) for low, more in said)))
    for at, (behind, beyond) in enumerate(distances(members, found.mean)):
        of_first = [max(scores) - scores[at] for scores in every]
        of_mean = [scores[at] - Fraction(sum(scores), len(scores)) for scores in every]
        assert (min(of_first), max(of_first)) == (ranges.as_range(behind).low, ranges.as_range(behind).high)
        assert (min(of_mean), max(of_mean)) == (ranges.as_range(beyond).low, ranges.as_range(beyond).high)


def _range(low: int, high: int) -> Number:
    return low if low == high else Range(low, high)


def _holds(value: Number, one: int | Fraction) -> bool:
    return not ranges.intersection(ranges.as_range(value), ranges.as_range(one)).is_empty
