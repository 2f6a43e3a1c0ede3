"""`working_days(a, b)` in rules: what it counts, what it may still come to, and what it takes."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.evidence.calendars import Calendar
from parrules.operators.expressions import Figure, WorkingDays
from parrules.scoring.evaluation import evaluate
from parrules.scoring.facts import Facts
from parrules.scoring.interpreter import RULES
from parrules.values.amounts import Value
from parrules.values.ranges import Range, as_range
from scoring.small_rules import criterion, errors

YEAR = Calendar(
    "vn",
    (5, 6),
    (datetime.date(2025, 5, 1).toordinal(),),
    (),
    *(datetime.date(2025, month, day).toordinal() for month, day in ((1, 1), (12, 31))),
)
DATES = "due_on: {type: date}\ncompleted_on: {type: date, none: chưa xong}"
DAYS = st.integers(YEAR.first - 5, YEAR.first + 60)
ENDS = st.tuples(DAYS, DAYS).map(sorted)


def counted(start: Value, end: Value, calendar: Calendar | None = YEAR) -> tuple[Value, set[tuple[int, int]]]:
    """The working days, and what the calendar did not say."""
    facts = Facts(RULES, {"a": start, "b": end}, {}, {}, {}, {}, {}, calendar=calendar)
    return evaluate(WorkingDays(Figure("a"), Figure("b")), facts), facts.uncounted


@pytest.mark.parametrize(
    ("expected", "start", "end"),
    [
        (1, "2025-04-25", "2025-04-28"),  # due on Friday, done on Monday
        (0, "2025-04-25", "2025-04-27"),
        (0, "2025-04-25", "2025-04-25"),
        (0, "2025-04-28", "2025-04-25"),
        (1, "2025-04-30", "2025-05-02"),  # May Day lies between
        (260, "2024-12-31", "2025-12-31"),
    ],
)
def test_days_after_the_first_up_to_and_including_the_last(expected: int, start: str, end: str) -> None:
    ordinals = (datetime.date.fromisoformat(day).toordinal() for day in (start, end))
    assert (expected, set()) == counted(*ordinals)


@given(ENDS, ENDS, st.booleans())
def test_what_is_open_holds_every_number_that_it_can_come_to(start: list[int], end: list[int], known: bool) -> None:
    calendar = YEAR if known else None
    found = as_range(counted(_between(start), _between(end), calendar)[0])  # type: ignore[arg-type]
    assert found.low is not None
    assert found.high is not None
    for one in range(start[0], start[1] + 1, 7):
        for other in range(end[0], end[1] + 1, 7):
            exact = as_range(counted(one, other, calendar)[0])  # type: ignore[arg-type]
            assert exact.low is not None
            assert exact.high is not None
            assert found.low <= exact.low <= exact.high <= found.high


def _between(ends: list[int]) -> Value:
    return ends[0] if ends[0] == ends[1] else Range(ends[0], ends[1], whole=True)


def test_of_an_open_day_without_an_end_there_may_be_any_number() -> None:
    day = YEAR.first + 100
    assert Range(0, None, whole=True) == counted(Range(whole=True), Range(whole=True))[0]
    assert Range(0, None, whole=True) == counted(day, Range(whole=True))[0]
    assert Range(0, None, whole=True) == counted(Range(whole=True), day)[0]
    assert Range(72, None, whole=True) == counted(Range(None, YEAR.first, whole=True), day)[0]


def test_days_beyond_the_calendar_may_be_worked_or_not_and_are_noted() -> None:
    late, later = YEAR.last, YEAR.last + 3
    assert (Range(0, 3, whole=True), {(late, later)}) == counted(late, later)
    assert (Range(0, 3, whole=True), {(late, later)}) == counted(late, later, None)
    assert (Range(0, 3, whole=True), set()) == counted(Range(late, None, whole=True), later)


def test_a_calendar_that_is_wrong_says_nothing_of_any_day() -> None:
    assert Range(0, 7, whole=True) == counted(YEAR.first, YEAR.first + 7, replace(YEAR, first=1, last=0))[0]


@pytest.mark.parametrize(
    ("expected", "program"),
    [
        (
            [],
            "award 3 when completed_on is none\notherwise 1 when working_days(due_on, completed_on) > 3\notherwise 2",
        ),
        ([], "award maximum\ndeduct 0.5 per working_days(due_on, period_end)"),
        (["PR301"], "award 1 when working_days(due_on, completed_on) > 3 otherwise 2"),
        (["PR261"], "award 1 when working_days(due_on, 10) > 3 otherwise 2"),
        (["PR201"], "award 1 when working_days(due_on, period_end) > 30% otherwise 2"),
        (["PR225"], "award 1 when working_days(due_on) > 3 otherwise 2"),
        (["PR231"], "award working_days(due_on, period_end)"),
    ],
)
def test_it_counts_days_between_two_dates_that_are_there(expected: list[str], program: str) -> None:
    assert expected == errors(DATES, criterion(program))
