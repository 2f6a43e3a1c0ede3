"""Bands of a table that leave a hole or share values, and deductions that take nothing."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from parrules.api.load import read
from parrules.text.source import Source

RULES = """\
parrules: 1
methodology: vn.test
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  r: {type: ratio, title: Tỷ lệ, min: 0%}
  n: {type: count, title: Số lượng}
  d: {type: date, title: Ngày}
criteria:
  - code: "1"
    title: Một
    max: 5
    score: |
"""


def found(program: str) -> list[tuple[str, object]]:
    """The code of each finding about bands and deductions, and the value that it names."""
    lines = "".join(f"      {line}\n" for line in program.splitlines())
    given = read(Source("rules.yaml", RULES + lines), "rules.yaml").diagnostics
    return [(one.code, dict(one.arguments).get("value")) for one in given if one.code in ("PR314", "PR315", "PR316")]


@pytest.mark.parametrize(
    ("program", "value"),
    [
        ("award 5 when r < 30%\notherwise 2 when r > 30%\notherwise 0", "30%"),
        ("award 5 when n < 3\notherwise 2 when n > 3\notherwise 0", "3"),
        ("award 5 when 1 <= n <= 3\notherwise 2 when 5 <= n <= 9\notherwise 0", "4"),
        ("award 5 when 50% <= r <= 69%\notherwise 2 when 70% <= r <= 90%\notherwise 0", "69% .. 70%"),
        ("award 5 when 3 >= n >= 1\notherwise 2 when 9 >= n >= 8\notherwise 0", "4 .. 7"),
        ("award 5 when d < 2025-03-01\notherwise 2 when d > 2025-03-01\notherwise 0", "2025-03-01"),
        ("award 5 when 3 > n\notherwise 2 when 3 < n\notherwise 0", "3"),
    ],
    ids=[
        "one ratio",
        "one whole number",
        "one whole number between two bands",
        "what lies between whole percents",
        "several whole numbers, turned round",
        "one day",
        "the number first",
    ],
)
def test_a_value_that_falls_through_between_two_bands_is_told(program: str, value: str) -> None:
    assert [("PR314", value)] == found(program)


@pytest.mark.parametrize(
    "program",
    [
        "award 5 when r > 90%\notherwise 3 when r >= 70%\notherwise 0",
        "award 5 when r < 30%\notherwise 2 when r >= 30%\notherwise 0",
        "award 5 when r < 30%\notherwise 2 when r > 30%\notherwise 3",
        "award 5 when r < 20%\notherwise 2 when r > 80%\notherwise 0",
        "award 5 when 1 <= n <= 3\notherwise 2 when 4 <= n <= 9\notherwise 0",
        "award 5 when r < 30%\notherwise 2 when r > 30%\notherwise 1 when r = 30%\notherwise 0",
        "award 5 when r < 30%\notherwise 2 when r > 30%\notherwise 1 when r <= 30% and n > 2\notherwise 0",
        "award 0 when n = 0\notherwise 5 when n > 1\notherwise 0",
        "award 5 when 4 <= n <= 5\notherwise 2 when 0 <= n <= 10\notherwise 0",
        "award 5 when 0 <= n <= 5\notherwise 5 when 5 <= n <= 10\notherwise 0",
    ],
    ids=[
        "first match from above",
        "ends that meet",
        "what falls through gets something",
        "the middle is meant",
        "whole numbers that follow each other",
        "the value has a row",
        "asked for in another way",
        "a neighbour that gives nothing",
        "an exception inside a wider band",
        "the same amount",
    ],
)
def test_bands_that_may_be_meant_are_let_be(program: str) -> None:
    assert [] == found(program)


@pytest.mark.parametrize(
    ("program", "value"),
    [
        ("award 3 when 0 <= n <= 10\notherwise 5 when 10 <= n <= 20\notherwise 0", "10"),
        ("award 3 when 20% <= r <= 50%\notherwise 5 when 40% <= r < 90%\notherwise 0", "40% .. 50%"),
        ("award 5 when 10 <= n <= 20\notherwise 3 when 0 <= n <= 12\notherwise 0", "10 .. 12"),
    ],
    ids=["an end in both", "a stretch in both", "the higher band first"],
)
def test_values_in_two_bands_are_told(program: str, value: str) -> None:
    assert [("PR315", value)] == found(program)


def test_a_deduction_from_nothing_is_told_and_one_from_something_is_not() -> None:
    assert [("PR316", None)] == found("award 0\ndeduct 1 when n > 2")
    assert [] == found("award 1 when n > 5 otherwise 0\ndeduct 1 when n > 2")
    assert [] == found("award 0\ndeduct 1 when n > 2\nadd 2 when n > 1")
