"""An exact number may have very many digits: it is written and read back all the same."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parrules.values.numbers import from_written, written


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (10**9000, "1" + "0" * 9000),
        (Fraction(-1, 10**9000), "-0." + "0" * 8999 + "1"),
        (Fraction(10**9000, 3), "1" + "0" * 9000 + "/3"),
        (Fraction(-1, 3 * 10**9000), "-1/3" + "0" * 9000),
    ],
    ids=["whole", "decimal", "over 3", "below 3"],
)
def test_a_long_number_is_written_whole(number: int | Fraction, text: str) -> None:
    assert text == written(number)
    assert number == from_written(text)
