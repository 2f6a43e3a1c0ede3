# ruff: noqa: SIM300  (expected first, then actual)
"""What operations on open values come to holds everything that their values can come to, and no more at its ends."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from parrules.values import ranges
from parrules.values.numbers import Way, exact, quotient, rounded
from parrules.values.ranges import Range

Number = int | Fraction

small = some.integers(-12, 12) | some.fractions(-12, 12, max_denominator=8).map(exact)
ways = some.sampled_from(["half_up", "up", "down"])


def holds(range_: Number | Range, number: Number) -> bool:
    """Whether a number is one of those that a range says."""
    if not isinstance(range_, Range):
        return range_ == number
    above = range_.low is None or number > range_.low or (number == range_.low and not range_.low_open)
    below = range_.high is None or number < range_.high or (number == range_.high and not range_.high_open)
    fits = number.denominator == 1 or not range_.whole
    return above and below and fits and not (range_.without_zero and number == 0)


@some.composite
def open_values(draw: Callable[[Any], Any]) -> tuple[Number | Range, Number]:
    """Something open, or a number that is known, and a number that it may turn out to be."""
    number: Number = draw(small)
    if draw(some.integers(0, 4)) == 0:
        return number, number
    low = draw(some.none() | some.just(number) | small.map(lambda by: number - abs(by)))
    high = draw(some.none() | some.just(number) | small.map(lambda by: number + abs(by)))
    open_low, open_high = draw(some.booleans()) and low != number, draw(some.booleans()) and high != number
    whole = number.denominator == 1 and draw(some.booleans())
    without_zero = number != 0 and draw(some.booleans())
    known = Range(low, high, open_low and low is not None, open_high and high is not None, whole, False, without_zero)
    return ranges.normal(known), number


OPERATIONS: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "sum": (ranges.add, lambda a, b: a + b),
    "product": (ranges.multiply, lambda a, b: a * b),
    "least": (ranges.least, min),
    "greatest": (ranges.greatest, max),
}


@pytest.mark.parametrize("name", OPERATIONS)
@given(a=open_values(), b=open_values())
def test_an_operation_holds_every_result(name: str, a: tuple[Any, Number], b: tuple[Any, Number]) -> None:
    on_ranges, on_numbers = OPERATIONS[name]
    assert holds(on_ranges(a[0], b[0]), on_numbers(a[1], b[1]))


@given(a=open_values(), b=open_values())
def test_a_quotient_holds_every_result(a: tuple[Any, Number], b: tuple[Any, Number]) -> None:
    assume(b[1] != 0)
    assert holds(ranges.divide(a[0], b[0]), quotient(a[1], b[1]))


@given(a=open_values())
def test_what_is_turned_round_holds_every_result(a: tuple[Any, Number]) -> None:
    assert holds(ranges.negative(a[0]), -a[1])


@given(a=open_values(), places=some.integers(0, 2), way=ways)
def test_what_is_rounded_holds_every_result(a: tuple[Any, Number], places: int, way: Way) -> None:
    assert holds(ranges.round_range(a[0], places, way), rounded(a[1], places, way))


@given(a=open_values(), b=open_values())
def test_a_hull_holds_both(a: tuple[Any, Number], b: tuple[Any, Number]) -> None:
    both = ranges.hull(a[0], b[0])
    assert holds(both, a[1])
    assert holds(both, b[1])


@given(a=open_values(), b=open_values(), number=small)
def test_an_intersection_holds_what_both_hold(a: tuple[Any, Number], b: tuple[Any, Number], number: Number) -> None:
    x, y = ranges.as_range(a[0]), ranges.as_range(b[0])
    both = ranges.intersection(x, y)
    for one in (number, a[1], b[1]):
        assert (holds(x, one) and holds(y, one)) == (holds(both, one) and not both.is_empty)


@given(a=open_values(), number=small)
def test_zero_is_held_where_it_is_said_to_be(a: tuple[Any, Number], number: Number) -> None:
    known = ranges.as_range(a[0])
    assert not known.is_empty
    assert holds(known, 0) == known.holds_zero
    assert a[0] == ranges.settled(known) or isinstance(a[0], Range)


@given(small, small)
def test_what_is_known_is_worked_out_as_numbers_are(a: Number, b: Number) -> None:
    for on_ranges, on_numbers in OPERATIONS.values():
        assert on_numbers(a, b) == on_ranges(a, b)
    assert -a == ranges.negative(a)
    assert rounded(a, 1, "down") == ranges.round_range(a, 1, "down")
    assert b == 0 or quotient(a, b) == ranges.divide(a, b)
    assert (a if a == b else Range(min(a, b), max(a, b), whole=a.denominator == b.denominator == 1)) == ranges.hull(
        a, b
    )


TO_TWO = Range(0, 2, low_open=True)
UP = Range(3, None)


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        (Range(3, 5, low_open=True), ranges.add(TO_TWO, 3)),
        (Range(3, None, low_open=True), ranges.add(TO_TWO, UP)),
        (Range(0, 8, low_open=True), ranges.multiply(TO_TWO, 4)),
        (0, ranges.multiply(Range(), 0)),
        (Range(), ranges.multiply(UP, Range(-1, 1))),
        (Range(None, 0), ranges.multiply(UP, Range(-2, 0))),
        (Range(Fraction(3, 2), None), ranges.divide(3, TO_TWO)),
        (Range(Fraction(3, 10), 3), ranges.divide(3, Range(0, 10, whole=True))),
        (Range(None, Fraction(-3, 2)), ranges.divide(3, Range(-2, 0))),
        (Range(), ranges.divide(3, Range(-1, 1))),
        (Range(0, 1, low_open=True), ranges.divide(3, UP)),
        (Range(0, 1, low_open=True), ranges.least(TO_TWO, 1)),
        (Range(1, 2), ranges.greatest(TO_TWO, 1)),
        (Range(0, 2, low_open=True), ranges.greatest(TO_TWO, Range(0, 2))),
        (Range(0, 2, low_open=True), ranges.greatest(Range(0, 2), TO_TWO)),
        (2, ranges.greatest(TO_TWO, 2)),
        (Range(3, None), ranges.greatest(Range(), UP)),
        (Range(None, 2), ranges.least(Range(), 2)),
    ],
)
def test_ends_are_as_near_as_they_can_be(expected: object, found: object) -> None:
    assert expected == found


@pytest.mark.parametrize(
    ("expected", "known", "places", "way"),
    [
        (Range(0, 2, whole=True), Range(0, Fraction(5, 2), high_open=True), 0, "half_up"),
        (Range(0, 3, whole=True), Range(0, Fraction(5, 2)), 0, "half_up"),
        (Range(-2, 0, whole=True), Range(Fraction(-5, 2), 0, low_open=True), 0, "half_up"),
        (Range(-3, -3, whole=True), Range(-3, Fraction(-5, 2), high_open=True), 0, "half_up"),
        (Range(0, 2, whole=True), Range(0, 3, high_open=True), 0, "down"),
        (Range(1, 3, whole=True), Range(0, 3, low_open=True, high_open=True), 0, "up"),
        (Range(None, Fraction(14, 10)), Range(None, Fraction(145, 100), high_open=True), 1, "half_up"),
        (Range(0, None, whole=True), Range(Fraction(-1, 2), None, low_open=True), 0, "half_up"),
    ],
)
def test_an_end_left_out_is_rounded_from_inside(expected: Range, known: Range, places: int, way: Way) -> None:
    assert ranges.settled(expected) == ranges.round_range(known, places, way)


@pytest.mark.parametrize(
    ("expected", "known"),
    [
        (Range(1, 9, whole=True), Range(0, 10, low_open=True, high_open=True, whole=True)),
        (Range(1, 2, whole=True), Range(Fraction(1, 2), Fraction(5, 2), whole=True)),
        (Range(1, None, whole=True, without_zero=True), Range(0, None, whole=True, without_zero=True)),
        (Range(-3, 0, high_open=True, without_zero=True), Range(-3, 0, without_zero=True)),
        (Range(None, None, whole=True), Range(None, None, whole=True)),
        (Range(0, 1), Range(0, 1)),
    ],
)
def test_whole_numbers_and_no_zero_draw_the_ends_in(expected: Range, known: Range) -> None:
    assert expected == ranges.normal(known)


@pytest.mark.parametrize(
    ("expected", "known"),
    [
        (True, Range(2, 1)),
        (True, Range(1, 1, low_open=True)),
        (True, Range(1, 1, high_open=True)),
        (False, Range(1, 1)),
        (False, Range(None, 1)),
        (False, Range(1, None)),
        (True, ranges.intersection(Range(0, None, without_zero=True), Range(None, 0))),
    ],
)
def test_a_range_is_empty_where_nothing_lies_in_it(expected: bool, known: Range) -> None:
    assert expected == known.is_empty


def test_a_range_that_may_be_none_is_not_a_number() -> None:
    known = Range(1, 1, none=True)
    assert known == ranges.settled(known)
    assert 1 == ranges.settled(Range(1, 1))
    assert Range(1, 2, none=True) == ranges.hull(known, 2) or ranges.as_range(ranges.hull(known, 2)).none


@pytest.mark.parametrize(
    ("expected", "a", "b"),
    [
        (Range(0, 1, low_open=True), Range(0, 1, low_open=True), Range(0, 1, low_open=True)),
        (Range(0, 1), Range(0, 1, low_open=True), Range(0, 1, high_open=True)),
        (Range(None, 3), Range(None, 3), 1),
        (Range(1, None), Range(2, None), 1),
        (Range(0, 5, high_open=True), Range(0, 1), Range(2, 5, high_open=True)),
    ],
)
def test_a_hull_has_an_end_that_one_of_both_has(expected: Range, a: Number | Range, b: Number | Range) -> None:
    assert expected == ranges.hull(a, b)
