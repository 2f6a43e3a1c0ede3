"""What may be none is asked for inside `count(... where ...)`, too."""

from __future__ import annotations

import pytest

from parrules.api.load import read
from parrules.report.diagnostics import render
from parrules.text.source import Source

RULES = """\
parrules: 1
methodology: a.tasks
edition: "1"
title: Nhiệm vụ
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  tasks:
    title: Nhiệm vụ
    columns:
      due_on: {type: date, title: Hạn}
      completed_on: {type: date, none: chưa hoàn thành, title: Ngày hoàn thành}
criteria:
  - code: "1"
    title: Đúng hạn
    max: 2
    score: |
      award maximum
      deduct 0.25 per count(tasks where completed_on > due_on) up to 1
"""


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("completed_on > due_on", ["completed_on"]),
        ("completed_on is none or completed_on > due_on", []),
        ("completed_on is not none and completed_on > due_on", []),
    ],
)
def test_a_column_that_may_be_none_is_asked_before_it_is_compared(condition: str, words: list[str]) -> None:
    found = read(Source("a.yaml", RULES.replace("completed_on > due_on", condition)), "a.yaml").diagnostics
    assert [("PR301", one) for one in words] == [(one.code, one.span.words) for one in found if one.span]


PLANNED = """\
      completed_on: {type: date, none: chưa hoàn thành, title: Ngày hoàn thành}
      planned: {type: count, title: Số phải làm}
      done: {type: count, title: Số đã làm}
"""


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("count(tasks where completed_on > due_on)", "ask first: `completed_on is not none and ...` where records"),
        (
            "count(tasks where done / planned < 50%)",
            "`planned` may be 0 in a record: ask first, in `where`: `planned != 0 and ...`",
        ),
        (
            "sum(done / planned of tasks) * 5",
            "`planned` may be 0 in a record: ask first, in `where`: `planned != 0 and ...`",
        ),
        (
            "sum(done of tasks) / sum(planned of tasks) * 5",
            "`sum(planned of tasks)` may be 0: ask first, with a row above such as"
            " `award ... when sum(planned of tasks) = 0`",
        ),
    ],
)
def test_the_hint_says_where_it_can_be_asked(written: str, hint: str) -> None:
    before, after = RULES.split("      completed_on", 1)
    rules = before + PLANNED + after.split("\n", 1)[1].replace("count(tasks where completed_on > due_on)", written)
    found = [one for one in read(Source("a.yaml", rules), "a.yaml").diagnostics if one.code == "PR301"]
    assert hint in " ".join(render(found, "en").split())


def test_a_condition_that_stands_alone_is_told_how_it_can_ask() -> None:
    rules = RULES.replace(
        "    max: 2\n", "    max: 2\n    applies: highest(due_on of tasks) > period_start\n    if_not: left_out\n"
    )
    found = [one for one in read(Source("a.yaml", rules), "a.yaml").diagnostics if one.code == "PR301"]
    assert "ask first: `highest(due_on of tasks) is not none and ...`" in " ".join(render(found, "en").split())
