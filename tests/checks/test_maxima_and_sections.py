"""A maximum nobody can reach, and a section that is rescaled to less than it carries, are told."""

from __future__ import annotations

import pytest

from parrules.api.load import read
from parrules.text.source import Source

HEAD = """parrules: 1
methodology: vn.test
edition: "1"
title: {vi: Thử}
fidelity: illustrative
valid: {from: 2025-01-01}
levels: [phần, tiêu chí]
evidence:
  given: {type: yes_no, title: {vi: Được giao}}
  met: {type: yes_no, title: {vi: Đạt}}
"""


def found(criteria: str) -> list[tuple[str, int, int]]:
    source = Source("rules.yaml", HEAD + criteria)
    told = read(source, "rules.yaml").diagnostics
    return [(one.code, one.span.line if one.span else 0, one.span.column if one.span else 0) for one in told]


@pytest.mark.parametrize(
    ("amount", "expected"), [("1", [("PR309", 14, 10)]), ("2", [])], ids=["one of two is told", "two of two is fine"]
)
def test_a_maximum_that_nobody_reaches(amount: str, expected: list[tuple[str, int, int]]) -> None:
    criteria = f"""criteria:
  - code: "1"
    title: {{vi: Chỉ tiêu}}
    max: 2
    score: award {amount} when met and given otherwise 0
"""
    assert expected == found(criteria)


@pytest.mark.parametrize(
    ("rescaled", "expected"), [("10", [("PR310", 12, 11)]), ("20", [])], ids=["to less is told", "to the same is fine"]
)
def test_a_section_that_is_rescaled(rescaled: str, expected: list[tuple[str, int, int]]) -> None:
    criteria = f"""criteria:
  - code: "3"
    title: {{vi: Kết quả}}
    max: 20
    rescale_to: {rescaled}
    criteria:
      - code: "3.1"
        title: {{vi: Một}}
        max: 15
        applies: given
        if_not: left_out
        score: award 15 when met otherwise 0
      - code: "3.2"
        title: {{vi: Hai}}
        max: 5
        score: award 5 when met otherwise 0
"""
    assert expected == found(criteria)
