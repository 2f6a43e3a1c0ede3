# ruff: noqa: SIM300  (expected first, then actual)

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.said_for_tests_of_rules import mistakes, read, rules, said
from parrules.methodology.bounds import value, with_defaults
from parrules.methodology.model import Figure
from parrules.syntax.nodes import Scalar
from parrules.text.diagnostic import Diagnostic
from parrules.text.passage import whole
from parrules.values.kinds import COUNT, DATE, DAYS, MONEY, NUMBER, RATIO, Kind
from parrules.values.numbers import Exact, written


def scalar(text: str) -> Scalar:
    passage = whole("rules.yaml", text)
    return Scalar(text, passage.span(0, len(text)), passage, "plain")


def figure(declared: str) -> Figure:
    return read(rules(f"evidence:\n  x: {{{declared}}}\n"))[0].figures[0]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param("20%", RATIO, Fraction(1, 5), id="a ratio has a percent sign"),
        pytest.param("82.5 %", RATIO, Fraction(33, 40), id="with a space before it"),
        pytest.param("0", RATIO, 0, id="only 0 may stand alone for a ratio"),
        pytest.param("0%", RATIO, 0, id="0% is 0 too"),
        pytest.param("16000", COUNT, 16_000, id="a count is a whole number"),
        pytest.param("-0.25", NUMBER, Fraction(-1, 4), id="a number may be below 0"),
        pytest.param("12.5", MONEY, Fraction(25, 2), id="money has decimals"),
        pytest.param("0.125", NUMBER, Fraction(1, 8), id="0.125 cannot mean thousands"),
        pytest.param("2025-01-31", DATE, datetime.date(2025, 1, 31).toordinal(), id="a date is its ordinal"),
    ],
)
def test_values_by_kind(text: str, kind: Kind, expected: Exact) -> None:
    assert expected == value(scalar(text), kind)


@pytest.mark.parametrize(
    ("text", "kind", "code", "suggestion"),
    [
        pytest.param("20", RATIO, "PR442", "20%", id="a ratio without its sign"),
        pytest.param("0.825", RATIO, "PR442", "82.5%", id="a fraction for a ratio"),
        pytest.param("82,5%", RATIO, "PR442", "82.5%", id="a decimal comma"),
        pytest.param("16_000", COUNT, "PR442", "16000", id="an underscore"),
        pytest.param("2.5", COUNT, "PR442", None, id="half a person"),
        pytest.param("50%", NUMBER, "PR442", "50", id="a percentage of what is no ratio"),
        pytest.param("1e3", NUMBER, "PR442", "1000", id="an exponent"),
        pytest.param(".nan", NUMBER, "PR442", None, id="not a number"),
        pytest.param("", DAYS, "PR442", None, id="nothing"),
        pytest.param("１２", COUNT, "PR442", None, id="digits of another width"),
        pytest.param("16.000", NUMBER, "PR443", None, id="thousands or three decimals"),
        pytest.param("12.500%", RATIO, "PR443", None, id="likewise of a percentage"),
        pytest.param("31/12/2025", DATE, "PR058", "2025-12-31", id="a date in the order of Vietnam"),
        pytest.param("2025-02-29", DATE, "PR059", None, id="a day that the year does not have"),
        pytest.param("20250131", DATE, "PR058", None, id="a date without dashes"),
    ],
)
def test_what_is_not_a_value_of_its_kind(text: str, kind: Kind, code: str, suggestion: str | None) -> None:
    found = value(scalar(text), kind)
    assert isinstance(found, Diagnostic)
    assert (code, suggestion) == (found.code, dict(found.arguments).get("suggestion"))


def _is_written_in_full(number: Fraction) -> bool:
    """Whether it has a finite decimal, of 18 digits behind the point at most, as numbers of a file have."""
    return "/" not in written(number) and len(written(number).partition(".")[2]) <= 18


@given(st.fractions(-(10**12), 10**12, max_denominator=10**6).filter(_is_written_in_full))
def test_a_number_read_is_the_number_written_or_refused_as_ambiguous(number: Fraction) -> None:
    found = value(scalar(written(number)), NUMBER)
    assert found == number or (isinstance(found, Diagnostic) and found.code == "PR443")


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        pytest.param("type: count", (0, None), id="a count is never below 0"),
        pytest.param("type: count, min: -5", (-5, None), id="unless it says so"),
        pytest.param("type: ratio", (0, 1), id="a ratio lies from 0% to 100%"),
        pytest.param("type: ratio, max: 150%", (0, Fraction(3, 2)), id="or to what it says"),
        pytest.param("type: ratio, min: 120%", (Fraction(6, 5), None), id="above 100% it has no end"),
        pytest.param("type: number", (None, None), id="a number is unbounded"),
        pytest.param("type: days, max: 30", (None, 30), id="days are bounded as they say"),
    ],
)
def test_bounds_that_nobody_says(declared: str, expected: tuple[Exact | None, Exact | None]) -> None:
    one = figure(declared)
    assert expected == (one.low, one.high)


def test_a_negative_ratio_has_no_lower_end_by_silence() -> None:
    assert (None, Fraction(-1, 5)) == with_defaults((None, Fraction(-1, 5)), RATIO)


def test_columns_are_bounded_like_figures() -> None:
    (table,) = read(rules("evidence:\n  t: {columns: {a: {type: count}, b: {type: ratio, formula: a / a}}}\n"))[
        0
    ].tables
    assert [(0, None), (None, None)] == [(column.low, column.high) for column in table.columns]


def test_each_end_of_what_is_expected_is_pointed_at() -> None:
    found = mistakes(rules("evidence:\n  x: {type: ratio, expected: 20 .. 0.9}\n"))
    assert [("PR442", "20"), ("PR442", "0.9")] == said(found)
