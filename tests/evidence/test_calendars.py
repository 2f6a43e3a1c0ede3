"""Counting working days, against counting them one by one."""
# ruff: noqa: SIM300  (expected first, then actual)

import datetime

from hypothesis import given
from hypothesis import strategies as st

from parrules.evidence.calendars import Calendar, between

START, END = datetime.date(2024, 12, 1).toordinal(), datetime.date(2025, 3, 31).toordinal()
DAYS = st.integers(START - 40, END + 40)


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Calendars of four months around Tết 2025, with any weekend, holidays and days that make up for them."""
    weekend = tuple(sorted(draw(st.sets(st.integers(0, 6), max_size=6))))
    special = draw(st.sets(st.integers(START, END), max_size=12))
    closed = sorted(day for day in special if (day - 1) % 7 not in weekend)
    opened = sorted(day for day in special if (day - 1) % 7 in weekend)
    return Calendar("vn", weekend, tuple(closed), tuple(opened), START, END)


def one_by_one(calendar: Calendar, start: int, end: int) -> tuple[int, int]:
    """The working days after start up to and including end, each looked at; and with those that nobody knows."""
    known = unknown = 0
    for day in range(start + 1, end + 1):
        if not calendar.first <= day <= calendar.last:
            unknown += 1
        elif datetime.date.fromordinal(day).weekday() in calendar.weekend:
            known += day in calendar.opened
        else:
            known += day not in calendar.closed
    return known, known + unknown


@given(calendars(), DAYS, DAYS)
def test_days_are_counted_as_one_by_one(calendar: Calendar, start: int, end: int) -> None:
    assert one_by_one(calendar, start, end) == calendar.between(start, end)


@given(calendars(), DAYS, DAYS)
def test_it_is_known_what_each_day_is_where_the_calendar_covers_it(calendar: Calendar, start: int, end: int) -> None:
    fewest, most = calendar.between(start, end)
    assert calendar.covers(start, end) == (fewest == most)


@given(calendars(), DAYS, DAYS, st.integers(0, 30))
def test_a_later_end_never_has_fewer_days_and_a_later_start_never_more(
    calendar: Calendar, start: int, end: int, more: int
) -> None:
    now, later_end, later_start = (
        calendar.between(*days) for days in ((start, end), (start, end + more), (start + more, end))
    )
    assert all(a <= b for a, b in zip(now, later_end, strict=True))
    assert all(a >= b for a, b in zip(now, later_start, strict=True))


@given(calendars(), DAYS, DAYS, DAYS)
def test_days_on_the_way_add_up(calendar: Calendar, a: int, b: int, c: int) -> None:
    first, second, third = sorted((a, b, c))
    parts = [calendar.between(first, second), calendar.between(second, third)]
    assert calendar.between(first, third) == tuple(sum(ends) for ends in zip(*parts, strict=True))


def test_without_a_calendar_any_day_may_be_one() -> None:
    assert [(0, 5), (0, 0), (0, 0)] == [between(None, 10, 15), between(None, 15, 15), between(None, 15, 10)]
