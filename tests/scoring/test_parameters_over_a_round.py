"""Parameters that do not have one value over the whole round, and rounds without a calendar: told once, scores open."""
# ruff: noqa: SIM300  (expected first, then actual)

import datetime
from dataclasses import replace

import pytest

from parrules.api.verbs import score_round
from parrules.evidence.calendars import Calendar
from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.scoring.round_findings import unsettled
from parrules.scoring.score import prepare, score_body
from scoring.small_rules import criterion, lines, planned, sheet

DUE = "due_on: {type: date}"


def told(program: str, values: str, start: str = "2025-01-01", end: str = "2025-12-31") -> list[tuple[str, object]]:
    """The code and the day of each finding about the parameter `fee` of a round."""
    plan = planned(DUE, criterion(program), f"parameters:\n  fee: {{type: points, values: [{values}]}}\n")
    days = (datetime.date.fromisoformat(day) for day in (start, end))
    return [(one.code, dict(one.arguments)["day"]) for one in unsettled(plan, Round("a", "1", 2025, *days, "self", ()))]


CHANGES = "{value: 1, to: 2025-06-30}, {value: 2, from: 2025-07-01}"
CHANGE = datetime.date(2025, 7, 1)


@pytest.mark.parametrize(
    ("expected", "values", "start", "end"),
    [
        ([("EV252", CHANGE)], CHANGES, "2025-01-01", "2025-12-31"),
        ([], CHANGES, "2025-01-01", "2025-06-30"),
        ([], CHANGES, "2025-07-01", "2025-12-31"),
        ([], "{value: 1, to: 2025-06-30}, {value: 1, from: 2025-07-01}", "2025-01-01", "2025-12-31"),
        ([("EV253", datetime.date(2025, 1, 1))], "{value: 1, from: 2025-02-01}", "2025-01-01", "2025-12-31"),
        ([("EV253", CHANGE)], "{value: 1, to: 2025-06-30}", "2025-01-01", "2025-12-31"),
        ([("EV253", CHANGE)], "{value: 1, to: 2025-06-30}, {value: 1, from: 2025-08-01}", "2025-01-01", "2025-12-31"),
        ([("EV253", datetime.date(2025, 1, 1))], "{value: 1, to: 2024-06-30}", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_parameter_has_one_value_on_every_day_of_the_round(
    expected: list[tuple[str, object]], values: str, start: str, end: str
) -> None:
    assert expected == told("award fee when due_on > 2025-01-01 otherwise 0", values, start, end)


def test_one_that_is_read_for_a_date_may_change() -> None:
    assert [] == told("award fee on due_on", CHANGES)


def test_it_is_told_where_it_is_also_read_without_one() -> None:
    assert [("EV252", CHANGE)] == told("award fee on due_on\nadd fee", CHANGES)


def test_the_score_stays_open_between_its_values() -> None:
    plan = planned(DUE, criterion("award fee"), f"parameters:\n  fee: {{type: points, values: [{CHANGES}]}}\n")
    line = lines(sheet(plan))["1"]
    assert ("open", 1, 2) == (line.status, line.score.low, line.score.high)  # type: ignore[union-attr]


LATE = planned(DUE, criterion("award maximum\ndeduct 0.5 per working_days(due_on, period_end)"))
ROUND = Round("a.test", "1", 2025, datetime.date(2025, 1, 1), datetime.date(2025, 12, 31), "self", ())
VN = Calendar("vn", (5, 6), (), (), ROUND.start.toordinal(), ROUND.end.toordinal())


def test_working_days_without_a_calendar_are_told_once() -> None:
    assert ["EV250"] == [one.code for one in unsettled(LATE, ROUND)]
    assert () == unsettled(LATE, replace(ROUND, calendar=VN))
    assert () == unsettled(planned(DUE, criterion("award 1 when due_on < period_end otherwise 0")), ROUND)


def test_a_body_whose_days_lie_beyond_the_calendar_is_told() -> None:
    due = datetime.date(2024, 12, 20)
    body = Body("a", "Xã A", figures={"due_on": Supplied(due.toordinal(), "", Provenance())})
    found = score_body(prepare(LATE), replace(ROUND, bodies=(body,), calendar=VN), body)[1]
    assert [("EV251", "Xã A", datetime.date(2024, 12, 21))] == [
        (one.code, dict(one.arguments)["body"], dict(one.arguments)["day"]) for one in found
    ]


def test_a_formula_that_others_look_at_is_told_for_the_body_that_it_is_of() -> None:
    evidence = f"{DUE}\nlate: {{type: days, formula: 'working_days(due_on, period_end)'}}"
    plan = planned(evidence, criterion("award 1 when mean(late of bodies) > 3 otherwise 2"))
    bodies = tuple(
        Body(name, name, figures={"due_on": Supplied(day.toordinal(), "", Provenance())})
        for name, day in (("a", datetime.date(2025, 3, 1)), ("b", datetime.date(2024, 3, 1)))
    )
    found = score_round(plan, replace(ROUND, bodies=bodies, calendar=VN), bodies[:1], ())[1]
    assert [("EV251", "b")] == [(one.code, dict(one.arguments)["body"]) for one in found]
