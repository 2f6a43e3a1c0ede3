"""Whether a printed figure agrees with another, and what would explain that it does not."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.evidence.published import Printed
from parrules.standing.verdicts import is_misprint, policy_of, verdict_of
from parrules.values.numbers import rounded
from parrules.values.ranges import Range


def printed(text: str) -> Printed:
    return Printed(text, Fraction(text), len(text.partition(".")[2]))


def found(text: str, computed: str, low: str, high: str, parts: tuple[str, ...] = ()) -> tuple[str, str]:
    value, within = Fraction(computed), Range(Fraction(low), Fraction(high), high_open=True)
    verdict = verdict_of(printed(text), value, within)
    return policy_of(printed(text), value, within, verdict, tuple(map(Fraction, parts)))


@pytest.mark.parametrize(
    ("expected", "text", "computed", "low", "high"),
    [
        pytest.param(("exact", ""), "86.93", "86.93", "86.91", "86.95", id="the same"),
        pytest.param(("exact", "rounded"), "84.38", "84.376", "84.37", "84.38", id="rounded in print"),
        pytest.param(
            ("within_rounding", "unrounded_parts"), "89.95", "89.96", "89.95", "89.97", id="from unrounded parts"
        ),
        pytest.param(("contradicts", ""), "89.95", "90.40", "90.39", "90.41", id="far off"),
        pytest.param(("contradicts", "truncated"), "89.95", "89.958", "89.958", "89.959", id="cut off"),
        pytest.param(("contradicts", "misprint"), "8.21", "81.21", "81.20", "81.22", id="a digit left out"),
        pytest.param(("contradicts", "misprint"), "89.59", "89.95", "89.94", "89.96", id="digits swapped"),
        pytest.param(("contradicts", "truncated"), "-0.75", "-0.758", "-0.758", "-0.757", id="cut off below 0"),
    ],
)
def test_a_printed_figure_is(expected: tuple[str, str], text: str, computed: str, low: str, high: str) -> None:
    assert expected == found(text, computed, low, high)


def test_intervals_that_only_touch_at_an_end_left_out_do_not_meet() -> None:
    assert "contradicts" == found("89.95", "89.94", "89.93", "89.945")[0]  # below 89.945, and 89.945 or more
    assert "within_rounding" == found("89.95", "89.94", "89.93", "89.9451")[0]


def test_parts_that_were_rounded_before_they_were_added_excuse_the_sum() -> None:
    assert ("within_rounding", "parts_rounded") == found("20.00", "20.008", "20.008", "20.008001", ("10.004", "10.004"))
    assert ("contradicts", "truncated") == found("20.00", "20.008", "20.008", "20.008001")


def test_an_open_figure_contradicts_only_where_it_cannot_come_to_it() -> None:
    open_ = Range(Fraction(50), Fraction(90))
    assert ("open", "") == policy_of(printed("85.42"), open_, open_, verdict_of(printed("85.42"), open_, open_))
    assert "contradicts" == verdict_of(printed("90.42"), open_, open_)


@given(st.fractions(-200, 200, max_denominator=9999), st.integers(0, 4))
def test_what_is_printed_as_it_is_rounded_is_exact(value: Fraction, places: int) -> None:
    one = Printed("", rounded(value, places), places)
    assert "exact" == verdict_of(one, value, value)


@given(st.fractions(0, 100, max_denominator=999), st.fractions(0, 100, max_denominator=999))
def test_a_total_of_unrounded_parts_is_never_said_to_contradict_its_rounded_parts(a: Fraction, b: Fraction) -> None:
    parts = [Printed("", rounded(one, 2), 2) for one in (a, b)]
    low = sum(part.range.low or 0 for part in parts)
    high = sum(part.range.high or 0 for part in parts)
    value = parts[0].value + parts[1].value
    total = Printed("", rounded(a + b, 2), 2)
    assert "contradicts" != verdict_of(total, value, Range(low, high, high_open=True))


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, "8.21", "81.21"),
        (True, "81.21", "8.21"),
        (True, "18.21", "81.21"),
        (False, "81.21", "81.21"),
        (False, "81.22", "81.21"),
        (False, "1.0", "2.0"),
        (False, "-8.21", "81.21"),
    ],
)
def test_a_misprint_is_one_digit_too_few_too_many_or_swapped(expected: bool, one: str, other: str) -> None:
    assert expected == is_misprint(printed(one), Fraction(other))
