"""Numbers are exact from the text of a file to the printed score."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from parrules.values.numbers import Way, exact, from_written, plus, quotient, rounded, times, written

DECIMAL: dict[Way, str] = {"half_up": ROUND_HALF_UP, "up": ROUND_CEILING, "down": ROUND_FLOOR}

numbers = some.integers(-(10**18), 10**18) | some.fractions(max_denominator=10**6)


@pytest.mark.parametrize(
    ("number", "places", "way", "expected"),
    [
        (Fraction(535, 1000), 2, "half_up", Fraction(54, 100)),
        (Fraction(-535, 1000), 2, "half_up", Fraction(-54, 100)),
        (3 * Fraction(107, 600), 2, "half_up", Fraction(54, 100)),
        (Fraction(5, 2), 0, "half_up", 3),
        (Fraction(-5, 2), 0, "half_up", -3),
        (Fraction(21, 10), 0, "up", 3),
        (Fraction(-21, 10), 0, "up", -2),
        (Fraction(21, 10), 0, "down", 2),
        (Fraction(-21, 10), 0, "down", -3),
        (7, 2, "half_up", 7),
        (1249, -2, "half_up", 1200),
        (Fraction(1, 3), 4, "half_up", Fraction(3333, 10000)),
    ],
)
def test_a_half_goes_away_from_zero(number: int | Fraction, places: int, way: Way, expected: int | Fraction) -> None:
    assert expected == rounded(number, places, way)


@given(some.integers(-(10**20), 10**20), some.integers(0, 8), some.integers(0, 6), some.sampled_from(list(DECIMAL)))
def test_rounding_is_that_of_decimals(digits: int, behind: int, places: int, way: Way) -> None:
    by_decimal = Decimal(digits).scaleb(-behind).quantize(Decimal(1).scaleb(-places), DECIMAL[way], Context(prec=60))
    assert Fraction(by_decimal) == rounded(Fraction(digits, 10**behind), places, way)


@given(numbers, some.integers(0, 4), some.sampled_from(list(DECIMAL)))
def test_rounding_keeps_what_is_round_already(number: int | Fraction, places: int, way: Way) -> None:
    once = rounded(number, places, way)
    assert once == rounded(once, places, way)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (-12, "-12"),
        (Fraction(49, 4), "12.25"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 20), "0.05"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-7, 6), "-7/6"),
        (Fraction(3, 1), "3"),
    ],
)
def test_a_number_is_written_exactly(number: int | Fraction, text: str) -> None:
    assert text == written(number)
    assert number == from_written(text)


@given(numbers)
def test_what_is_written_is_read_back(number: int | Fraction) -> None:
    assert number == from_written(written(number))


@given(numbers, numbers.filter(bool))
def test_a_quotient_is_exact_and_whole_where_it_can_be(over: int | Fraction, under: int | Fraction) -> None:
    found = quotient(over, under)
    assert Fraction(over) / Fraction(under) == found
    assert (found.denominator == 1) == isinstance(found, int)


@given(numbers, numbers)
def test_sums_and_products_take_no_short_cut_that_shows(a: int | Fraction, b: int | Fraction) -> None:
    assert (a + b, b, a) == (plus(a, b), plus(0, b), times(a, 1))
    assert a * b == times(a, b)


def test_a_whole_number_is_an_int() -> None:
    assert (3, int) == (exact(Fraction(6, 2)), type(exact(Fraction(6, 2))))
    assert Fraction(1, 2) == exact(Fraction(1, 2))
