# ruff: noqa: SIM300  (expected first, then actual)
"""A count of some records of a table over a count of more of them is never above 1."""

from __future__ import annotations

import pytest

from parrules.api.load import read
from parrules.text.source import Source

RULES = """parrules: 1
methodology: vn.test
edition: "1"
title: Thử
fidelity: illustrative
valid: {{from: 2025-01-01}}
evidence:
  tasks:
    columns: {{due_on: {{type: date}}, good: {{type: yes_no}}, on_time: {{type: yes_no}}}}
criteria:
  - code: "1"
    title: Một
    max: 2
    score: |
      part = {part}
      whole = {whole}
      award maximum when whole = 0
      otherwise part / whole * maximum
"""


def codes(part: str, whole: str) -> list[str]:
    text = RULES.format(part=part, whole=whole)
    return [one.code for one in read(Source("rules.yaml", text), "rules.yaml").diagnostics if one.is_error]


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("count(tasks where good)", "count(tasks)"),
        ("count(tasks where good and on_time)", "count(tasks where good)"),
        (
            "count(tasks where on_time and due_on <= period_end and good)",
            "count(tasks where due_on <= period_end and good)",
        ),
        ("count(tasks where good)", "count(tasks where good)"),
    ],
)
def test_a_count_that_asks_for_more_is_a_part_of_one_that_asks_for_less(part: str, whole: str) -> None:
    assert [] == codes(part, whole)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("count(tasks)", "count(tasks where good)"),
        ("count(tasks where good)", "count(tasks where on_time)"),
        ("count(tasks where good or on_time)", "count(tasks where good)"),
        ("2 * count(tasks where good)", "count(tasks)"),
    ],
)
def test_any_other_two_counts_may_exceed_the_maximum(part: str, whole: str) -> None:
    assert ["PR304"] == codes(part, whole)


@pytest.mark.parametrize("order", ["part / whole * maximum", "maximum * part / whole", "50% * maximum * part / whole"])
def test_a_part_of_a_whole_is_one_in_whatever_order_it_is_multiplied(order: str) -> None:
    text = RULES.format(part="count(tasks where good)", whole="count(tasks)").replace("part / whole * maximum", order)
    assert [] == [one.code for one in read(Source("rules.yaml", text), "rules.yaml").diagnostics if one.is_error]
