"""What may be none is asked for inside `count(... where ...)`, too."""

from __future__ import annotations

import pytest

from parrules.api.load import read
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
