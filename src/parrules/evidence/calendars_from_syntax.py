"""The calendar of a round, from the evidence file or from a file that it names."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

from parrules.evidence.calendars import WEEK, Calendar
from parrules.evidence.files import YAML, content_of, relative, shown_beside
from parrules.evidence.shape_of_calendars import MOST_FREE, calendars_schema
from parrules.evidence.yaml_values import scalar, text_of
from parrules.syntax.nodes import Mapping, Node, Scalar, Sequence
from parrules.syntax.scalars import date_of
from parrules.syntax.shape import validate
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.files import source_of
from parrules.text.nearest import nearest
from parrules.text.source import Source, Span

MOST_IN_A_ROW = 366
"""So many days may one entry of a calendar say."""

Found = tuple[Diagnostic, ...]


def calendar_from(when: Mapping, folder: Path, source: Source) -> tuple[Calendar | None, dict[str, str], Found]:
    """The calendar of a round, the digests of the file that it was read from, and what is wrong with it.

    when: what stands under `round`. None where no calendar was handed in; one that is wrong says nothing of any day.
    """
    node = when.get("calendars")
    digests: dict[str, str] = {}
    found: Found = ()
    if isinstance(node, Scalar):
        node, digests, found = _from_file(node, folder, source)
    if node is None and not found:
        return None, {}, ()
    if not isinstance(node, Mapping) or any(one.is_error for one in found):
        return _UNKNOWN, digests, found
    chosen = _chosen(node, when)
    if isinstance(chosen, Diagnostic):
        return _UNKNOWN, digests, (*found, chosen)
    name, under = chosen
    calendar, mistakes = _calendar(name.text, under, _years_of(when))
    return calendar, digests, (*found, *mistakes)


def _from_file(name: Scalar, folder: Path, source: Source) -> tuple[Node | None, dict[str, str], Found]:
    shown = shown_beside(name.text, source)
    content = content_of(name, folder, shown, YAML)
    if isinstance(content, Diagnostic):
        return None, {}, (content,)
    digests = {relative(name.text): hashlib.sha256(content).hexdigest()}
    file = source_of(content, shown)
    if isinstance(file, Diagnostic):
        return None, digests, (file,)
    root, found = read_yaml(file)
    if root is None:
        return None, digests, found
    found = validate(root, calendars_schema(), file)
    return root.get("calendars") if isinstance(root, Mapping) else None, digests, found


def _chosen(calendars: Mapping, when: Mapping) -> tuple[Scalar, Mapping] | Diagnostic:
    """The one calendar that there is, or that is named."""
    wanted = scalar(when, "calendar")
    names = tuple(name.text for name, _ in calendars.entries)
    if wanted is None and len(names) != 1:
        return which_calendar(calendars.span if not names else calendars.entries[0][0].span, names)
    for name, under in calendars.entries:
        if isinstance(under, Mapping) and (wanted is None or name.text == wanted.text):
            return name, under
    span = wanted.span if wanted is not None else calendars.span
    return no_such_calendar(span, wanted.text if wanted else "", nearest(wanted.text if wanted else "", names))


def _years_of(when: Mapping) -> tuple[int, int]:
    """The years in which a round begins and ends."""
    days = [day for key in ("from", "to") if (day := _day(when, key)) is not None]
    return min(day.year for day in days), max(day.year for day in days)


def _is_readable(node: Mapping) -> bool:
    """Whether every day and every day of the week in it is one: the shape of the file says where one is not."""
    days = [one for key in ("from", "to") if (one := node.get(key)) is not None]
    for key in ("holidays", "working"):
        listed = node.get(key)
        for one in listed.entries if isinstance(listed, Sequence) else ():
            days += [one.get("from") or one, one.get("to") or one] if isinstance(one, Mapping) else [one]
    weekend = node.get("weekend")
    week = weekend.entries if isinstance(weekend, Sequence) else ()
    free = {one.text for one in week if isinstance(one, Scalar)}
    return all(_dated(day) is not None for day in days) and free <= {*WEEK} and len(free) <= MOST_FREE


def _calendar(name: str, node: Mapping, years: tuple[int, int]) -> tuple[Calendar, Found]:
    if not _is_readable(node):
        return _UNKNOWN, ()
    found: list[Diagnostic] = []
    weekend = _weekend(node.get("weekend"))
    holidays, working = _days(node.get("holidays"), found), _days(node.get("working"), found)
    listed = [*holidays, *working]
    first, last = _day(node, "from"), _day(node, "to")
    in_years = [datetime.date.fromordinal(day).year for day in listed] or list(years)
    start = first or datetime.date(min(in_years), 1, 1)
    end = last or datetime.date(max(in_years), 12, 31)
    said = scalar(node, "to") or scalar(node, "from")
    if start > end and said is not None:
        return _UNKNOWN, (*found, ends_first(said.span, start, end))
    calendar = Calendar(
        name,
        weekend,
        tuple(sorted(day for day in holidays if (day - 1) % 7 not in weekend)),
        tuple(sorted(day for day in working if (day - 1) % 7 in weekend)),
        start.toordinal(),
        end.toordinal(),
        text_of(node, "basis"),
    )
    found += _conflicts(calendar, holidays, working)
    return (_UNKNOWN if any(one.is_error for one in found) else calendar), tuple(found)


def _conflicts(calendar: Calendar, holidays: dict[int, Span], working: dict[int, Span]) -> list[Diagnostic]:
    """Days that cannot be what they are said to be, or need not be said."""
    found: list[Diagnostic] = []
    for day, span in working.items():
        date = datetime.date.fromordinal(day)
        if day in holidays:
            found.append(holiday_and_working(span, date, holidays[day].line))
        elif (day - 1) % 7 not in calendar.weekend:
            found.append(worked_anyway(span, date))
    for day, span in {**working, **holidays}.items():
        if not calendar.first <= day <= calendar.last:
            first, last = (datetime.date.fromordinal(one) for one in (calendar.first, calendar.last))
            found.append(outside_days(span, datetime.date.fromordinal(day), first, last))
    return found


def _weekend(node: Node | None) -> tuple[int, ...]:
    said = {one.text for one in node.entries if isinstance(one, Scalar)} if isinstance(node, Sequence) else None
    return tuple(place for place, name in enumerate(WEEK) if name in (("sat", "sun") if said is None else said))


def _days(node: Node | None, found: list[Diagnostic]) -> dict[int, Span]:
    """The days of a list, each with its place; one that stands there before is told."""
    days: dict[int, Span] = {}
    for one in node.entries if isinstance(node, Sequence) else ():
        first, last = (_day(one, key) for key in ("from", "to")) if isinstance(one, Mapping) else (_dated(one),) * 2
        place = (one.get("to") or one).span if isinstance(one, Mapping) else one.span
        if first is None or last is None:
            continue  # refused with the shape of the file
        if last < first:
            found.append(ends_first(place, first, last))
        elif (last - first).days >= MOST_IN_A_ROW:
            found.append(too_many_days(place, (last - first).days + 1))
        else:
            for day in range(first.toordinal(), last.toordinal() + 1):
                if day in days:
                    found.append(day_twice(place, datetime.date.fromordinal(day), days[day].line))
                    break
                days[day] = place
    return days


def _day(node: Mapping, key: str) -> datetime.date | None:
    under = node.get(key)
    return _dated(under) if under is not None else None


def _dated(node: Node) -> datetime.date | None:
    day = date_of(node) if isinstance(node, Scalar) else None
    return day if isinstance(day, datetime.date) else None


_UNKNOWN = Calendar("", (), (), (), 1, 0)
"""In place of a calendar that is wrong: it says nothing of any day."""


def which_calendar(span: Span, names: tuple[str, ...]) -> Diagnostic:
    return diagnostic("EV181", span, names=names, example=f"calendar: {names[0]}" if names else None)


def no_such_calendar(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("EV182", span, name=name, suggestion=suggestion)


def holiday_and_working(span: Span, day: datetime.date, line: int) -> Diagnostic:
    """line: where it is said to be a holiday."""
    return diagnostic("EV183", span, day=day, line=str(line))


def worked_anyway(span: Span, day: datetime.date) -> Diagnostic:
    """A day said to be worked that the week says is worked."""
    return warning("EV184", span, day=day)


def outside_days(span: Span, day: datetime.date, first: datetime.date, last: datetime.date) -> Diagnostic:
    """A day that is not among those that the calendar says it covers."""
    return diagnostic("EV185", span, day=day, first=first, last=last)


def ends_first(span: Span, first: datetime.date, last: datetime.date) -> Diagnostic:
    """Days that end before they begin."""
    return diagnostic("EV186", span, first=first, last=last)


def too_many_days(span: Span, count: int) -> Diagnostic:
    return diagnostic("EV187", span, count=count, most=MOST_IN_A_ROW)


def day_twice(span: Span, day: datetime.date, line: int) -> Diagnostic:
    """line: where it stands first."""
    return warning("EV188", span, day=day, line=str(line))
