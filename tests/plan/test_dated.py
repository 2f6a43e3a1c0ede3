"""`fee on due_on`: the value of the day, none where there is none, and what is told of it."""
# ruff: noqa: SIM300  (expected first, then actual)

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.methodology.model import ParameterValue
from parrules.operators.expressions import Constant, Figure
from parrules.plan.dated import rewrite
from parrules.scoring.evaluation import evaluate
from parrules.scoring.facts import Facts
from parrules.scoring.interpreter import RULES
from parrules.values.amounts import Value
from parrules.values.nothing import NONE
from parrules.values.ranges import Range
from scoring.small_rules import criterion, errors, lines, loaded, planned, sheet

FIRST = datetime.date(2025, 1, 1)


@st.composite
def dated(draw: st.DrawFn) -> tuple[ParameterValue, ...]:
    """Values one after another, with days between them that have none, the first and the last perhaps without end."""
    days = sorted(draw(st.sets(st.integers(1, 300), min_size=2, max_size=8)))
    pairs = [pair for pair in zip(days[::2], days[1::2], strict=False) if draw(st.booleans())] or [(1, 5)]
    values = []
    for number, (start, end) in enumerate(pairs):
        opens = number > 0 or draw(st.booleans())
        closes = number < len(pairs) - 1 or draw(st.booleans())
        values.append(ParameterValue(number, _day(start) if opens else None, _day(end) if closes else None))
    return tuple(values)


def _day(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(number)


def worth(values: Sequence[ParameterValue], day: Value) -> Value:
    return evaluate(rewrite(tuple(values), Figure("day"), 1), Facts(RULES, {"day": day}, {}, {}, {}, {}, {}))


@given(dated(), st.integers(-10, 310))
def test_on_each_day_it_is_worth_what_its_values_say(values: tuple[ParameterValue, ...], number: int) -> None:
    day = _day(number)
    holding = [
        one.value
        for one in values
        if (one.valid_from is None or one.valid_from <= day) and (one.valid_to is None or day <= one.valid_to)
    ]
    assert (holding or [NONE]) == [worth(values, day.toordinal())]


@given(dated(), st.integers(-10, 300), st.integers(0, 300))
def test_an_open_day_leaves_all_that_its_days_are_worth(
    values: tuple[ParameterValue, ...], start: int, more: int
) -> None:
    low, high = _day(start).toordinal(), _day(start + more).toordinal()
    found = worth(values, Range(low, high, whole=True) if more else low)
    for day in range(low, high + 1, 3):
        exact = worth(values, day)
        if not isinstance(found, Range):
            assert found == exact
        elif exact is NONE:
            assert found.none
        else:
            assert found.low is not None
            assert found.high is not None
            assert found.low <= exact <= found.high  # type: ignore[operator]


def test_one_value_for_ever_is_that_value() -> None:
    assert Constant(3) == rewrite((ParameterValue(3),), Figure("day"), 1)


FEE = "parameters:\n  fee: {type: points, values: [{value: 1, to: 2025-06-30}, {value: 2, from: 2025-07-01}]}\n"
SINCE = FEE.replace("value: 1,", "value: 1, from: 2025-01-01,")
DUE = "due_on: {type: date}"


def test_the_value_of_the_day_is_awarded() -> None:
    plan = planned(DUE, criterion("award fee on due_on"), FEE)
    for expected, day in ((1, "2025-06-30"), (2, "2025-07-01"), (1, "1999-01-01")):
        handed = {"due_on": datetime.date.fromisoformat(day).toordinal()}
        assert expected == lines(sheet(plan, handed))["1"].score
    assert Range(1, 2, whole=True) == lines(sheet(plan))["1"].score


@pytest.mark.parametrize(
    ("expected", "evidence", "program", "parameters"),
    [
        ([], DUE, "award (fee on due_on) * 2", FEE),
        ([], DUE, "award fee on due_on * 2", FEE),
        ([], DUE, "award fee on (due_on + 10)", FEE),
        ([], DUE, "award fee on date(year, 6, 30)", FEE),
        ([], DUE, "award fee on 2025-06-30", FEE),
        (["PR301"], DUE, "award fee on due_on", SINCE),
        ([], DUE, "award 0 when fee on due_on is none otherwise fee on due_on", SINCE),
        ([], "due_on: {type: date, min: 2025-01-01}", "award fee on due_on", SINCE),
        (["PR261"], "due_on: {type: count}", "award fee on due_on", FEE),
        (["PR266"], "due_on: {type: date}\nx: {type: points}", "award x on due_on", FEE),
        (["PR266"], DUE, "now = fee\naward now on due_on", FEE),
        (["PR211"], DUE, "award fees on due_on", FEE),
        (["PR261"], DUE, "award fee on fee on due_on", FEE),
        (["PR301"], "due_on: {type: date, none: chưa có}", "award fee on due_on", FEE),
    ],
)
def test_what_can_be_read_for_a_date(expected: list[str], evidence: str, program: str, parameters: str) -> None:
    assert expected == [code for code in errors(evidence, criterion(program), parameters) if code != "PR244"]


def test_what_is_proposed_asks_for_the_day() -> None:
    found = [one for one in loaded(DUE, criterion("award fee on due_on"), SINCE).diagnostics if one.is_error]
    assert [("fee on due_on", "fee on due_on")] == [
        (one.span.words, dict(one.arguments)["asked"]) for one in found if one.span
    ]


def test_many_values_read_one_inside_another_come_to_too_much() -> None:
    values = ", ".join(f"{{value: {2000 + n}-01-01, from: {2000 + n}-01-01, to: {2000 + n}-12-31}}" for n in range(40))
    nested = "d on (" * 4 + "due_on" + ")" * 4
    found = errors(
        DUE,
        criterion(f"award 1 when {nested} > 2025-01-01 otherwise 0"),
        f"parameters:\n  d: {{type: date, values: [{values}]}}\n",
    )
    assert ["PR247"] == found
