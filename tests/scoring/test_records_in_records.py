# ruff: noqa: SIM300  (expected first, then actual)
"""Aggregates inside aggregates, and inside programs over records: every column is of its own record."""

from __future__ import annotations

import pytest

from parrules.scoring.sheet import Line
from parrules.values.nothing import NONE
from parrules.values.ranges import Range
from scoring.small_rules import criterion, lines, planned, sheet

EVIDENCE = """\
n: {type: count, title: Số}
tasks:
  title: Nhiệm vụ
  columns:
    cost: {type: count, title: Chi phí}
    urgent: {type: yes_no, title: Khẩn}
    done: {type: count, none: chưa xong, title: Xong}
    twice: {type: count, formula: cost * 2, title: Gấp đôi}
items:
  title: Mục
  columns:
    cost: {type: count, title: Chi phí}
    size: {type: count, title: Cỡ}
"""
TASKS = [{"cost": 1, "urgent": True, "done": 1}, {"cost": 4, "urgent": False, "done": NONE}]
ITEMS = [{"cost": 9, "size": 3}, {"cost": 0, "size": 1}, {"cost": 2, "size": 5}]
UNKNOWN = [{"cost": 1}, {"cost": 1}]
EACH = "each: tasks\ncombine: sum\n"


def scored(program: str, more: str = "", tasks: object = TASKS) -> Line:
    plan = planned(EVIDENCE, criterion(program, more=more))
    return lines(sheet(plan, {"n": 2}, {"tasks": tasks, "items": ITEMS}))["1"]  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("expected", "program", "more"),
    [
        (3, "own = cost\naward 0\nadd 1 per count(tasks where cost >= own)", EACH),
        (2, "award 0\nadd 1 per count(items where size > n - 1)", ""),
        (3, "own = cost\naward 0\nadd 1 per count(items where size > own)", EACH),
        (2, "award 0\nadd 1 per count(items where size >= twice)", EACH),
        (3, "award 0\nadd 1 per sum(cost of tasks where count(items where size > n) > 1) below 8", ""),
        (
            2,
            "most = highest(cost of tasks)\naward 0\nadd 1 per count(items where most is not none and size < most)",
            "",
        ),
        (1, "late = count(tasks where done is none)\naward 0\nadd 1 per count(items where size = late)", ""),
        (1, "late = count(tasks where cost > 3)\naward 0\nadd 1 per count(tasks where cost > late)", ""),
    ],
)
def test_a_column_is_of_the_record_that_it_is_written_for(expected: int, program: str, more: str) -> None:
    assert expected == scored(program, more).score


def test_what_is_assumed_of_one_record_says_nothing_of_another_that_a_name_looks_at() -> None:
    program = "late = count(tasks where urgent)\naward 0\nadd 1 per count(tasks where not urgent and late >= 1)"
    line = scored(program, tasks=UNKNOWN)
    assert isinstance(line.score, Range)
    assert (0, 2) == (line.score.low, line.score.high)


def test_a_reason_quotes_the_record_and_the_maximum() -> None:
    program = 'award 1 because "{cost} đồng, gấp đôi {twice}, xong {done}, tối đa {maximum}"'
    line = scored(program, EACH)
    assert 2 == line.score
