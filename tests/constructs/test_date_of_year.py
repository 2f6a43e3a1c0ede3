"""`date(year, 12, 15)`: the day of every year, against the calendar of the standard library; and what is refused."""
# ruff: noqa: SIM300  (expected first, then actual)

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.constructs.date_of_year import rewrite
from parrules.operators.expressions import Constant, Figure
from parrules.scoring.evaluation import evaluate
from parrules.scoring.facts import Facts
from parrules.scoring.interpreter import RULES
from parrules.values.amounts import Value
from parrules.values.ranges import Range, as_range
from scoring.small_rules import criterion, errors, loaded

DAYS = st.dates(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
YEARS = st.integers(1, 9999)


def ordinal(year: Value, month: int, day: int) -> Value:
    facts = Facts(RULES, {"year": year}, {}, {}, {}, {}, {})
    return evaluate(rewrite((Figure("year"), Constant(month), Constant(day)), 1), facts)


@given(YEARS, DAYS)
def test_it_is_that_day_of_the_year(year: int, day: datetime.date) -> None:
    assert day.replace(year=year).toordinal() == ordinal(year, day.month, day.day)


@given(YEARS, YEARS, DAYS)
def test_while_the_year_is_open_it_lies_between_those_of_its_ends(one: int, other: int, day: datetime.date) -> None:
    low, high = sorted((one, other))
    found = as_range(ordinal(Range(low, high, whole=True), day.month, day.day))  # type: ignore[arg-type]
    assert found.low is not None
    assert found.high is not None
    assert found.low <= day.replace(year=low).toordinal() <= day.replace(year=high).toordinal() <= found.high


@pytest.mark.parametrize(
    ("code", "words", "written"),
    [
        (None, "", "date(year, 12, 15)"),
        (None, "", "date(year + 1, 1, 31)"),
        (None, "", "date(year, 3, 1) - 1"),
        ("PR262", "count_1", "date(year, count_1, 15)"),
        ("PR262", "7 + 8", "date(year, 12, 7 + 8)"),
        ("PR263", "date(2025, 12, 15)", "date(2025, 12, 15)"),
        ("PR264", "due_on", "date(due_on, 12, 15)"),
        ("PR265", "2, 29", "date(year, 2, 29)"),
        ("PR265", "13, 1", "date(year, 13, 1)"),
        ("PR265", "4, 31", "date(year, 4, 31)"),
        ("PR265", "12, 0", "date(year, 12, 0)"),
    ],
)
def test_what_is_no_day_of_every_year_is_refused(code: str | None, words: str, written: str) -> None:
    evidence = "due_on: {type: date}\ncount_1: {type: count}"
    program = f"award 1 when due_on <= {written} and count_1 > 0 otherwise 0"
    found = [one for one in loaded(evidence, criterion(program)).diagnostics if one.is_error]
    assert ([] if code is None else [(code, words)]) == [(one.code, one.span.words) for one in found if one.span]


def test_the_day_that_was_meant_is_proposed() -> None:
    evidence = "due_on: {type: date}"
    for written, proposed in (("2025, 12, 15", "2025-12-15"), ("year, 2, 29", "date(year, 3, 1) - 1")):
        found = loaded(evidence, criterion(f"award 1 when due_on <= date({written}) otherwise 0")).diagnostics
        assert proposed in [value for one in found for _, value in one.arguments]


def test_it_takes_three_arguments() -> None:
    assert ["PR225"] == errors("x: {type: count}", criterion("award 1 when date(year, 1) > date(year) otherwise x"))[:1]
