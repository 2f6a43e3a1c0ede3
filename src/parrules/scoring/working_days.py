"""How many working days lie between two days; and what the calendar of a round does not say."""

from __future__ import annotations

import datetime

from parrules.evidence.calendars import between
from parrules.evidence.records import Body, Round
from parrules.operators import expressions as op
from parrules.plan.operators import every_operator
from parrules.plan.plan import Plan
from parrules.scoring.evaluation import quantity
from parrules.scoring.facts import Facts
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.values import ranges
from parrules.values.amounts import Value
from parrules.values.numbers import Exact
from parrules.values.ranges import Range


def working_days(one: op.WorkingDays, facts: Facts) -> Value:
    """Fewest from the latest start to the earliest end, most the other way; days that are not known may be either."""
    start, end = quantity(one.start, facts), quantity(one.end, facts)
    a, b = ranges.as_range(start), ranges.as_range(end)
    fewest, most = 0, None
    if a.high is not None and b.low is not None:
        fewest = between(facts.calendar, _day(a.high), _day(b.low))[0]
    if a.low is not None and b.high is not None:
        most = between(facts.calendar, _day(a.low), _day(b.high))[1]
    if not isinstance(start, Range) and not isinstance(end, Range) and fewest != most:
        facts.uncounted.add((_day(start), _day(end)))
    return ranges.settled(Range(fewest, most, whole=True))


def _day(at: Exact) -> int:
    """The day in which a point in time lies."""
    return at.numerator // at.denominator


def without_calendar(plan: Plan, round_: Round) -> tuple[Diagnostic, ...]:
    """That working days are to be counted, and the round has no calendar."""
    if round_.calendar is not None:
        return ()
    counted = any(isinstance(one, op.WorkingDays) for one in every_operator(plan))
    return (no_calendar(),) if counted else ()


def beyond_calendar(round_: Round, body: Body, facts: Facts) -> tuple[Diagnostic, ...]:
    """That working days of a body were to be counted of which the calendar says nothing; the first of them."""
    calendar = round_.calendar
    if calendar is None or not calendar.is_known or not facts.uncounted:
        return ()
    start, _ = min(facts.uncounted)
    day = start + 1 if start + 1 < calendar.first else max(start, calendar.last) + 1
    first, last = (datetime.date.fromordinal(one) for one in (calendar.first, calendar.last))
    told = datetime.date.fromordinal(day) if 1 <= day <= datetime.date.max.toordinal() else None
    return (outside_calendar(body.name, calendar.name, told, first, last),)


def no_calendar() -> Diagnostic:
    return diagnostic("EV250")


def outside_calendar(
    body: str, calendar: str, day: datetime.date | None, first: datetime.date, last: datetime.date
) -> Diagnostic:
    """day: the first that is not known; first and last: what the calendar covers."""
    return diagnostic("EV251", body=body, calendar=calendar, day=day, first=first, last=last)
