"""Numbers and dates as people read them."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from parrules.text.spelling import day, number, percent


@pytest.mark.parametrize(
    ("value", "places", "vietnamese", "english"),
    [
        (0, None, "0", "0"),
        (7, 2, "7,00", "7.00"),
        (999, None, "999", "999"),
        (1000, None, "1.000", "1,000"),
        (-1234567, None, "-1.234.567", "-1,234,567"),
        (Fraction(-1, 4), 1, "-0,25", "-0.25"),
        (Fraction(123456789, 100), None, "1.234.567,89", "1,234,567.89"),
        (Fraction(1, 3), 1, "≈ 0,3333", "≈ 0.3333"),
        (Fraction(1, 20000), None, "0,00005", "0.00005"),
        (Fraction(1, 10**7), None, "≈ 0,0000", "≈ 0.0000"),
    ],
)
def test_a_number_is_written_as_each_language_does(
    value: int | Fraction, places: int | None, vietnamese: str, english: str
) -> None:
    assert (vietnamese, english) == (number(value, "vi", places), number(value, "en", places))


def test_a_number_may_be_very_long() -> None:
    assert "1" + ".000" * 3000 == number(10**9000, "vi")
    assert "≈ 0,3333" == number(Fraction(10**9000 - 1, 3 * 10**9000), "vi")


def test_a_ratio_is_a_percentage() -> None:
    assert ("82,5%", "82.50%") == (percent(Fraction(33, 40), "vi"), percent(Fraction(33, 40), "en", 2))


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [(date(2025, 2, 1), "01/02/2025", "2025-02-01"), (date(1, 12, 31), "31/12/0001", "0001-12-31")],
)
def test_a_day_is_written_as_each_language_does(value: date, vietnamese: str, english: str) -> None:
    assert (vietnamese, english) == (day(value, "vi"), day(value, "en"))
