"""`date(year, 12, 15)`: a day of the round's year, or of one beside it: `date(year + 1, 1, 31)`."""

from __future__ import annotations

import datetime

from parrules.constructs import mistakes
from parrules.constructs.vocabulary import Argument, Function
from parrules.operators.expressions import Constant, Negative, Operator, Product, Quotient, Rounded, Sum
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.kinds import COUNT, DATE, Kind

_COMMON = 2025
"""A year of 365 days: what it does not have is not a day of every year."""


def kind(arguments: tuple[Argument, ...], span: Span) -> Kind | Diagnostic:
    year, month, day = arguments
    if month.literal is None or day.literal is None:
        return mistakes.day_not_written(month.span if month.literal is None else day.span)
    if year.literal is not None:
        return mistakes.year_written(span, _written(year.literal, month.literal, day.literal))
    if year.kind != COUNT:
        return mistakes.not_a_year(year.span, year.kind)
    if _in_year(_COMMON, month.literal, day.literal) is None:
        return mistakes.not_in_every_year(month.span.upto(day.span), day.literal, month.literal)
    return DATE


def rewrite(values: tuple[Operator, ...], node: int) -> Operator:
    """The ordinal of the day: 365 for each year, and one for each leap day before it.

    From March on the leap day of the year itself comes before it; until February only those of earlier years.
    """
    year = values[0]
    month, day = (_number(one) for one in values[1:])
    in_year = _in_year(_COMMON, month, day)
    if in_year is None:
        raise AssertionError("kind() takes only days that every year has")
    before = Sum((year, Constant(-1, node)), node)
    leaping = year if month > 2 else before
    leap_days = (_whole(leaping, 4, node), Negative(_whole(leaping, 100, node), node), _whole(leaping, 400, node))
    return Sum((Product((Constant(365, node), before), node), *leap_days, Constant(in_year, node)), node)


def _number(written: Operator) -> int:
    if not isinstance(written, Constant) or not isinstance(written.value, int):
        raise AssertionError("kind() takes only numbers that are written")
    return written.value


def _whole(year: Operator, each: int, node: int) -> Operator:
    """How many times `each` years have passed."""
    return Rounded(Quotient(year, Constant(each, node), node), 0, "down", node)


def _in_year(year: int, month: int, day: int) -> int | None:
    """Which day of the year it is, from 1; None where the year has no such day."""
    try:
        return datetime.date(year, month, day).timetuple().tm_yday
    except ValueError:
        return None


def _written(year: int, month: int, day: int) -> str | None:
    """The day as it is written, where there is one."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


DATE_OF_YEAR = Function("date", 3, 3, kind, rewrite)
