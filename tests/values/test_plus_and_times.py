from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.values.numbers import Exact, exact, plus, times

numbers = st.one_of(st.sampled_from([0, 1, -1]), st.integers(), st.fractions().map(exact))


@given(numbers, numbers)
def test_nothing_is_left_out_of_a_sum_or_a_product(a: Exact, b: Exact) -> None:
    assert (Fraction(a) + Fraction(b), Fraction(a) * Fraction(b)) == (plus(a, b), times(a, b))


@pytest.mark.parametrize("number", [0, 1, 7, Fraction(107, 200), Fraction(-1, 3)])
def test_a_sum_begins_at_0_and_a_weight_of_1_changes_nothing(number: Exact) -> None:
    assert (number, number) == (plus(0, number), times(number, 1))
    assert (type(number), type(number)) == (type(plus(0, number)), type(times(number, 1)))
