# ruff: noqa: SIM300  (expected first, then actual)
"""Which kinds stand beside each other, and what kind a sum, a difference and a product have."""

from __future__ import annotations

from itertools import product

import pytest

from parrules.values.kind_rules import beside, is_points, of_product, of_sum
from parrules.values.kinds import BARE, COUNT, DATE, DAYS, NUMBER, POINTS, RATIO, TABLE, TEXT, YES_NO, Kind

DONG, MILLIONS = Kind("money", "đồng"), Kind("money", "triệu đồng")
KM2 = Kind("number", "km2")
GRADE = Kind("one_of", options=("khá", "tốt"))
ALL = (POINTS, COUNT, NUMBER, KM2, RATIO, DONG, MILLIONS, DAYS, DATE, TEXT, YES_NO, GRADE, BARE, TABLE)


@pytest.mark.parametrize(
    ("expected", "a", "b"),
    [
        (COUNT, COUNT, COUNT),
        (POINTS, BARE, POINTS),
        (DAYS, DAYS, NUMBER),
        (DONG, NUMBER, DONG),
        (KM2, KM2, BARE),
        (NUMBER, NUMBER, BARE),
        (BARE, BARE, BARE),
        (None, BARE, RATIO),
        (None, RATIO, NUMBER),
        (None, DONG, MILLIONS),
        (None, KM2, DONG),
        (None, COUNT, DAYS),
        (None, DATE, BARE),
        (None, TEXT, YES_NO),
        (GRADE, GRADE, GRADE),
        (None, GRADE, TEXT),
    ],
)
def test_two_values_stand_beside_each_other(expected: Kind | None, a: Kind, b: Kind) -> None:
    assert (expected, expected) == (beside(a, b), beside(b, a))


@pytest.mark.parametrize(("a", "b"), list(product(ALL, repeat=2)))
def test_it_does_not_matter_which_stands_first(a: Kind, b: Kind) -> None:
    assert beside(a, b) == beside(b, a)


@pytest.mark.parametrize(
    ("expected", "first", "sign", "second"),
    [
        (DAYS, DATE, "-", DATE),
        (None, DATE, "+", DATE),
        (None, BARE, "-", DATE),
        (None, DAYS, "+", DATE),
        (DATE, DATE, "+", BARE),
        (DATE, DATE, "-", DAYS),
        (DATE, DATE, "+", COUNT),
        (None, DATE, "+", RATIO),
        (RATIO, RATIO, "-", RATIO),
        (POINTS, POINTS, "+", BARE),
        (None, POINTS, "+", COUNT),
        (None, TEXT, "+", TEXT),
        (None, GRADE, "-", GRADE),
    ],
)
def test_a_sum_has_the_kind_of_its_terms(expected: Kind | None, first: Kind, sign: str, second: Kind) -> None:
    assert expected == of_sum(first, sign, second)


@pytest.mark.parametrize(
    ("expected", "over", "under"),
    [
        (BARE, [BARE, BARE], [BARE]),
        (RATIO, [COUNT], [COUNT]),
        (RATIO, [DONG], [DONG]),
        (RATIO, [RATIO, RATIO], []),
        (NUMBER, [RATIO, BARE], []),
        (NUMBER, [COUNT, BARE], [COUNT]),
        (POINTS, [RATIO, POINTS], []),
        (DONG, [RATIO, DONG], [BARE]),
        (COUNT, [COUNT, BARE], []),
        (DONG, [COUNT, DONG], []),
        (DONG, [DONG], [COUNT]),
        (NUMBER, [COUNT, COUNT], []),
        (NUMBER, [DONG], [MILLIONS]),
        (NUMBER, [DONG, DONG], []),
        (NUMBER, [BARE], [COUNT]),
        (NUMBER, [BARE], [DONG]),
        (DONG, [DONG, KM2], [KM2]),
        (NUMBER, [DONG], [KM2]),
        (COUNT, [COUNT, COUNT], [COUNT]),
        (NUMBER, [COUNT], [DONG]),
    ],
)
def test_equal_kinds_cancel_and_what_is_left_is_the_kind(expected: Kind, over: list[Kind], under: list[Kind]) -> None:
    assert expected == of_product(over, under)
    assert expected == of_product(over[::-1], under[::-1])


def test_points_and_numbers_may_be_awarded() -> None:
    assert [POINTS, NUMBER, BARE] == [kind for kind in ALL if is_points(kind)]
