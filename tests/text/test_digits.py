"""Whole numbers of any length as decimal digits, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.text.digits import AT_ONCE, digits, whole


@given(st.integers())
def test_short_numbers_are_as_python_writes_them(number: int) -> None:
    assert str(number) == digits(number)
    assert number == whole(digits(number))


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("count", [AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 2 * AT_ONCE, 3 * AT_ONCE + 7, 10 * AT_ONCE])
def test_long_numbers_are_written_whole_and_read_back(count: int, sign: int) -> None:
    number = sign * (10**count + 12)
    expected = ("-" if sign < 0 else "") + "1" + "0" * (count - 2) + "12"
    assert expected == digits(number)
    assert number == whole(expected)
    assert sign * (10**count - 1) == whole(("-" if sign < 0 else "") + "9" * count)
