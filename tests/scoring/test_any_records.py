# ruff: noqa: SIM300  (expected first, then actual)
"""A table that was not handed in stands for any records; of a table that was, each record is open for itself."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parrules.operators import expressions as op
from parrules.scoring.evaluation import as_quantity
from parrules.scoring.facts import Facts
from parrules.scoring.interpreter import RULES
from parrules.values.ranges import Range
from scoring.small_rules import criterion, errors, lines, planned, sheet

EVIDENCE = """\
n: {type: count, title: Số}
tasks:
  title: Nhiệm vụ
  columns:
    cost: {type: number, min: 0, max: 8, title: Chi phí}
    size: {type: count, min: 1, title: Cỡ}
    gain: {type: number, title: Lãi}
    urgent: {type: yes_no, title: Khẩn}
    audited: {type: yes_no, none: chưa, title: Kiểm toán}
"""


def scored(program: str, tasks: Any = None, more: str = "", **figures: Any) -> Any:
    tables = {} if tasks is None else {"tasks": tasks}
    return lines(sheet(planned(EVIDENCE, criterion(program, more=more)), figures, tables))["1"].score


def ends(score: Any) -> Any:
    return (score.low, score.high) if isinstance(score, Range) else score


def worth(aggregate: str, tasks: Any = None) -> Any:
    """The ends of what an aggregate can be; 9 where it is none."""
    amount = "x * 1" if "share" in aggregate else "1 per x"
    return ends(scored(f"x = {aggregate}\naward 0\nadd 9 when x is none\notherwise {amount}", tasks))


@pytest.mark.parametrize(
    ("expected", "aggregate"),
    [
        ((0, 10), "count(tasks)"),
        (0, "count(tasks where cost < 0)"),
        (0, "sum(cost of tasks where cost > 8)"),
        ((0, 10), "sum(cost of tasks)"),
        (9, "mean(cost of tasks where cost > 8)"),
        ((0, 9), "mean(cost of tasks)"),
        ((0, 9), "lowest(cost of tasks)"),
        ((2, 9), "highest(cost of tasks where cost >= 2)"),
        ((0, 9), "share(urgent of tasks)"),
        (0, "sum(cost - 8 of tasks) above 0"),
        ((0, 10), "sum(gain of tasks) above 0"),
    ],
)
def test_a_table_that_was_not_handed_in(expected: object, aggregate: str) -> None:
    assert expected == worth(aggregate)


@pytest.mark.parametrize(
    ("expected", "combine", "where", "more"),
    [
        ((0, 8), "mean", "cost > 1", "applies: count(tasks where cost > 1) > 0\nif_not: zero\n"),
        ((0, 8), "highest", "", "applies: count(tasks) > 0\nif_not: zero\n"),
        ((0, 10), "sum", "", ""),
        (0, "sum", " where cost > 8", ""),
    ],
)
def test_scores_of_any_records_are_joined(expected: object, combine: str, where: str, more: str) -> None:
    where = f" where {where}" if where and "where" not in where else where
    assert expected == ends(scored("award cost", more=f"each: tasks{where}\ncombine: {combine}\n{more}"))


RECORDS = [{"cost": 2, "urgent": True}, {"cost": 6}, {"urgent": True}]


@pytest.mark.parametrize(
    ("expected", "aggregate"),
    [
        ((2, 3), "count(tasks where urgent)"),
        ((2, 10), "sum(cost of tasks where urgent)"),
        ((Fraction(8, 3), Fraction(16, 3)), "mean(cost of tasks)"),
        ((1, Fraction(16, 3)), "mean(cost of tasks where urgent)"),
        ((0, 2), "lowest(cost of tasks where urgent)"),
        ((2, 8), "highest(cost of tasks where urgent)"),
        ((6, 8), "highest(cost of tasks)"),
        ((Fraction(2, 3), 1), "share(urgent of tasks)"),
        ((Fraction(1, 2), 1), "share(urgent of tasks where cost > 1)"),
        ((6, 9), "highest(cost of tasks where not urgent)"),
    ],
)
def test_records_that_are_open(expected: object, aggregate: str) -> None:
    assert expected == worth(aggregate, RECORDS)


def test_a_mean_of_what_has_no_bounds_has_none() -> None:
    x = "x = mean(gain of tasks)\n"
    assert (0, 1) == ends(scored(f"{x}award 1 when x is not none and x > 3\notherwise 0", RECORDS))
    assert (0, 1) == ends(scored(f"{x}award 1 when x is not none and x < -3\notherwise 0", RECORDS))


def test_a_record_that_surely_does_not_count_is_passed_over() -> None:
    more = "each: tasks where cost > 3\ncombine: {}\napplies: count(tasks where cost > 3) > 0\nif_not: zero\n"
    assert (6, 10) == ends(scored("award cost", RECORDS, more.format("sum")))
    assert (6, 8) == ends(scored("award cost", RECORDS, more.format("highest")))


def test_an_answer_under_which_a_criterion_does_not_apply_is_not_tried() -> None:
    figures = "a: {type: yes_no, title: A}\nb: {type: yes_no, title: B}\nn: {type: count, title: N}"
    program = "award 5 when a\notherwise 2 when b\notherwise 1 when n > 3\notherwise 0"
    plan = planned(figures, criterion(program, more="applies: (a or n > 3) and not (a and b)\nif_not: left_out\n"))
    assert (1, 5) == ends(lines(sheet(plan))["1"].score)
    assert (1, 2) == ends(lines(sheet(plan, {"a": False}))["1"].score)


def test_an_open_column_that_may_be_none_must_be_asked() -> None:
    assert ["PR301"] == errors(EVIDENCE, criterion("award 0\nadd 1 per count(tasks where audited)"))
    assert [] == errors(EVIDENCE, criterion("award 0\nadd 1 per count(tasks where audited is not none and audited)"))


def test_what_may_be_none_is_left_out_of_what_is_computed() -> None:
    facts = Facts(RULES, {}, {}, {}, {}, {}, {})
    assert Range(1, 2) == as_quantity(Range(1, 2, none=True), op.Figure("n"), facts)
    assert 1 == as_quantity(Range(1, 1, none=True), op.Figure("n"), facts)
