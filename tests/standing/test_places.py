"""The place of a body among scores that are open or printed rounded."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parrules.evidence.published import Printed
from parrules.standing.places import Places
from parrules.values.numbers import rounded
from parrules.values.ranges import Range

scores = st.lists(st.fractions(0, 10, max_denominator=400), min_size=1, max_size=8)


def places(values: list[Fraction], decimals: int) -> Places:
    printed = [Printed("", rounded(value, decimals), decimals) for value in values]
    return Places({str(at): (one.value, one.range) for at, one in enumerate(printed)})


@given(scores)
def test_settled_scores_have_one_place_each(values: list[Fraction]) -> None:
    found = Places({str(at): (value, value) for at, value in enumerate(values)})
    for at, value in enumerate(values):
        place = 1 + sum(other > value for other in values)
        assert place == found.place(str(at))
        assert (place, place) == found.possible(str(at))


@given(scores, st.integers(0, 2))
def test_the_true_place_lies_among_those_that_the_printed_digits_allow(values: list[Fraction], decimals: int) -> None:
    found = places(values, decimals)
    for at, value in enumerate(values):
        best, worst = found.possible(str(at))
        assert best <= 1 + sum(other > value for other in values) <= worst


def test_scores_that_print_alike_may_stand_either_way() -> None:
    found = places([Fraction("91.04"), Fraction("91.04"), Fraction("90.51")], 2)
    assert [(1, 2), (1, 2), (3, 3)] == [found.possible(str(at)) for at in range(3)]
    assert [1, 1, 3] == [found.place(str(at)) for at in range(3)]


def test_intervals_that_touch_do_not_overlap() -> None:
    found = places([Fraction("1.1"), Fraction("1.0")], 1)  # [1.05, 1.15) and [0.95, 1.05)
    assert [(1, 1), (2, 2)] == [found.possible(str(at)) for at in range(2)]


def test_an_open_score_without_bounds_may_stand_anywhere() -> None:
    found = Places({"a": (Range(), Range()), "b": (5, 5), "c": (7, 7)})
    assert [(1, 3), (2, 3), (1, 2)] == [found.possible(body) for body in "abc"]
    assert None is found.place("b")
