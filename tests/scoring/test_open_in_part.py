# ruff: noqa: SIM300  (expected first, then actual)
"""What is known in part: a score of which one side is open, a parameter that has run out, children of whom some are."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest

from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.scoring.score import prepare, score_body
from parrules.scoring.sheet import Line
from parrules.values.ranges import Range
from scoring.small_rules import criterion, errors, lines, planned, sheet

ANSWERS = "a: {type: yes_no, title: A}\nb: {type: yes_no, title: B}"


def field(children: str, more: str = "") -> str:
    below = "\n".join(f"    - {child}" for child in children.splitlines())
    return f'- code: "1"\n  title: Lĩnh vực\n  max: 10\n{more}  criteria:\n{below}\n'


def judged(code: str, maximum: int, more: str = "") -> str:
    return f'{{code: "{code}", title: Một, max: {maximum}, judged: {{by: Hội đồng}}{more}}}'


def first(criteria: str, figures: dict[str, object], marks: dict[str, object]) -> Line:
    return lines(sheet(planned(ANSWERS, criteria), figures, marks=marks))["1"]


def test_a_share_of_an_open_score_is_open() -> None:
    children = f"{judged('1.1', 4)}\n{judged('1.2', 6, ', applies: a, if_not: shared')}"
    line = first(field(children), {"a": False}, {})
    assert [("child", Range(0, 4), True), ("share", Range(0, 6), True)] == [
        (one.construct, one.amount, one.perhaps) for one in line.entries
    ]
    assert (Range(0, 10), 10) == (line.score, line.applicable)


def test_an_open_score_that_is_rescaled_stays_open() -> None:
    children = f"{judged('1.1', 4)}\n{judged('1.2', 6, ', applies: a, if_not: left_out')}"
    line = first(field(children, "  rescale_to: 10\n"), {"a": False}, {})
    assert (Range(0, 10), 10, ()) == (line.score, line.applicable, line.lost)


def test_a_child_that_is_left_out_for_certain_has_no_entry_while_another_may_be() -> None:
    left_out = ", applies: {}, if_not: left_out"
    children = f"{judged('1.1', 4)}\n{judged('1.2', 3, left_out.format('a'))}\n{judged('1.3', 3, left_out.format('b'))}"
    line = first(field(children), {"a": False}, {"1.1": 2, "1.3": 3})
    assert ["1.1", "1.3"] == [one.words for one in line.entries]
    assert (Range(2, 5, whole=True), Range(4, 7, whole=True)) == (line.score, line.applicable)


def test_what_is_left_out_for_certain_stays_so_below_what_may_be() -> None:
    below = judged("1.1", 5, ", applies: b, if_not: left_out")
    criteria = field(f"{below}\n{judged('1.2', 5)}", "  applies: a\n  if_not: left_out\n")
    found = lines(sheet(planned(ANSWERS, criteria), {"b": False}))
    assert ("left_out", "open") == (found["1.1"].status, found["1.2"].status)


def test_an_open_figure_divided_by_nothing_is_none() -> None:
    evidence = "done: {type: count, title: Xong}\nplanned: {type: count, title: Kế hoạch}"
    rows = ("award maximum when rate is none", "otherwise rate * maximum when rate <= 100%", "otherwise 0")
    program = "\n".join(("rate = done / planned", *rows))
    line = lines(sheet(planned(evidence, criterion(program)), {"planned": 0}))["1"]
    assert ("scored", 10) == (line.status, line.score)


def test_the_mean_of_no_records_is_none() -> None:
    evidence = "tasks:\n  title: Việc\n  columns:\n    days: {type: count, title: Ngày}"
    program = "award maximum when mean(days of tasks) is none\notherwise 0 when mean(days of tasks) > 5\notherwise 4"
    found = planned(evidence, criterion(program))
    assert [10, 0, 4] == [
        lines(sheet(found, tables={"tasks": [{"days": days} for days in said]}))["1"].score
        for said in ([], [6, 7], [5])
    ]


@pytest.mark.parametrize("equal", ["=", "!="])
def test_what_can_never_be_equal_decides_though_both_are_open(equal: str) -> None:
    evidence = "low: {type: count, max: 3, title: Thấp}\nhigh: {type: count, min: 5, title: Cao}"
    line = lines(sheet(planned(evidence, criterion(f"award 10 when low {equal} high\notherwise 4"))))["1"]
    assert ("scored", 10 if equal == "!=" else 4) == (line.status, line.score)


def test_an_answer_that_is_compared_with_a_known_one_is_known_in_that_row() -> None:
    program = "award 10 when a = b and a\notherwise 7 when a = b\notherwise 5 when a\notherwise 3"
    plan = planned(ANSWERS, criterion(program))
    assert 7 == lines(sheet(plan, {"a": False, "b": False}))["1"].score
    open_score = lines(sheet(plan, {"b": False}))["1"].score
    assert isinstance(open_score, Range)
    assert (5, 7) == (open_score.low, open_score.high)


def test_a_limit_with_room_below_the_maximum_is_let_be() -> None:
    assert [] == errors("late: {type: count, title: Chậm}", criterion("award 5\nadd 1 per late up to 2"))


def test_records_are_scored_while_an_answer_is_tried_in_turn() -> None:
    evidence = ANSWERS + "\ntasks:\n  title: Việc\n  columns:\n    days: {type: count, title: Ngày}"
    more = "each: tasks\ncombine: sum\n"
    plan = planned(evidence, criterion("award 2 when a and days > 5\notherwise 1", more=more))
    line = lines(sheet(plan, tables={"tasks": [{"days": 3}, {"days": 9}]}))["1"]
    assert isinstance(line.score, Range)
    assert (2, 3) == (line.score.low, line.score.high)
    assert 2 == len(line.behind[0].records)


def test_a_parameter_that_has_run_out_before_the_round_leaves_the_score_open() -> None:
    fee = "parameters:\n  fee: {type: points, values: [{value: 1, to: 2025-06-30}]}\n"
    plan = planned(ANSWERS, criterion("award 5 when fee >= 1\notherwise 3"), fee)
    days = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)
    body = Body("a", "A", figures={"a": Supplied(True, "", Provenance())})
    found, _ = score_body(prepare(plan), Round("a.test", "1", 2026, *days, "self", (body,)), body)
    score = lines(found)["1"].score
    assert isinstance(score, Range)
    assert (3, 5) == (score.low, score.high)


@pytest.mark.parametrize(("mark", "given"), [(8, ("Tốt",)), (3, ("Đạt",)), (None, ("Đạt", "Tốt"))])
def test_a_criterion_has_a_class_of_its_own(mark: int | None, given: tuple[str, ...]) -> None:
    classed = ', classes: [Đạt, Tốt], class: award "Tốt" when total >= 5 otherwise "Đạt"'
    criteria = f"- {judged('1', 10, classed)}\n- {judged('2', 10)}"
    found = lines(sheet(planned(ANSWERS, criteria), marks={} if mark is None else {"1": mark}))
    assert (given, ()) == (found["1"].classes, found["2"].classes)


def test_half_of_an_open_share_is_exact() -> None:
    children = f"{judged('1.1', 4)}\n{judged('1.2', 3, ', applies: a, if_not: shared')}\n{judged('1.3', 3)}"
    line = first(field(children), {"a": False}, {"1.1": 3})
    assert [Fraction(9, 8), Range(0, Fraction(3, 2))] == [
        one.amount for one in line.entries if one.construct == "share"
    ]
