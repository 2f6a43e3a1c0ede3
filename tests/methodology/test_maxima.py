# ruff: noqa: SIM300  (expected first, then actual)

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.said_for_tests_of_rules import mistakes, read, rules, said
from parrules.methodology.maxima import reached_by
from parrules.methodology.model import Criterion, Title
from parrules.values.numbers import Exact


def criterion(maximum: Exact, weight: Exact = 1, outside: bool = False) -> Criterion:
    return Criterion("x", Title("x"), maximum, 0, 0, 1, weight=weight, outside_scale=outside)


@pytest.mark.parametrize(
    ("combine", "expected"),
    [("sum", 5), ("mean", Fraction(5, 2)), ("highest", 3), ("lowest", 2)],
)
def test_what_is_inside_the_scale_comes_to(combine: str, expected: Exact) -> None:
    below = [criterion(3), criterion(Fraction(1, 2), weight=4), criterion(7, outside=True)]
    assert expected == reached_by(below, combine)


def test_a_block_of_bonuses_alone_comes_to_nothing_in_particular() -> None:
    assert reached_by([criterion(3, outside=True)], "sum") is None


@given(st.lists(st.fractions(min_value=0, max_denominator=8), min_size=1, max_size=5))
def test_lowest_mean_and_highest_stand_in_order(maxima: list[Fraction]) -> None:
    lowest, mean, highest = (reached_by([criterion(m) for m in maxima], way) for way in ("lowest", "mean", "highest"))
    assert lowest is not None
    assert mean is not None
    assert highest is not None
    assert lowest <= mean <= highest


BONUS = """\
criteria:
  - {code: "1", title: Kế hoạch, max: 100, score: award 100}
  - code: "2"
    title: Điểm thưởng
    max: 3
    outside_scale: yes
    criteria:
      - {code: "2.1", title: Khen thưởng, max: 2, score: award 2}
      - {code: "2.2", title: Sáng kiến, max: 2, score: award 2}
"""


def test_the_maximum_of_a_bonus_block_is_a_cap() -> None:
    assert 3 == read(rules("total: {scale: 100}\n", BONUS))[0].criteria[1].maximum


def test_what_stands_below_a_bonus_block_is_outside_the_scale_too() -> None:
    methodology, _ = read(rules("total: {scale: 100}\n", BONUS))
    outside = {one.code: one.outside_scale for one in methodology.every_criterion()}
    assert {"1": False, "2": True, "2.1": True, "2.2": True} == {code: outside[code] for code in sorted(outside)}


def test_without_a_scale_the_fields_may_come_to_anything() -> None:
    assert 2 == len(read(rules("", BONUS))[0].criteria)


def test_maxima_are_compared_exactly() -> None:
    criteria = """\
criteria:
  - code: "1"
    title: Ba phần
    max: 0.3
    criteria:
      - {code: "1.1", title: a, max: 0.1, score: award 0}
      - {code: "1.2", title: b, max: 0.1, weight: 2, score: award 0}
"""
    assert Fraction(3, 10) == read(rules("", criteria))[0].criteria[0].maximum
    assert [("PR406", "0.31")] == said(mistakes(rules("", criteria.replace("0.3\n", "0.31\n"))))
