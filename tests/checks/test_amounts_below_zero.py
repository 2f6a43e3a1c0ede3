"""What may be below 0 behind `per` is told once, at the quantity; `abs` and `above` never are."""

from __future__ import annotations

import pytest

from parrules.api.load import read
from parrules.text.source import Source

RULES = """\
parrules: 1
methodology: a.meetings
edition: "1"
title: Đối thoại
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  held: {type: count, title: Số cuộc đối thoại}
criteria:
  - code: "1"
    title: Đối thoại
    max: 2
    score: |
      award maximum
      deduct 0.5 per QUANTITY
"""


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        ("held - 1", ["held - 1"]),
        ("held - 1 up to 1", ["held - 1"]),
        ("2 of held - 1", ["held - 1"]),
        ("abs(held - 1)", []),
        ("abs(held - 1) up to 1", []),
        ("held above 1", []),
        ("max(0, held - 1)", []),
    ],
)
def test_a_quantity_that_may_be_negative_is_told_once(quantity: str, words: list[str]) -> None:
    found = read(Source("a.yaml", RULES.replace("QUANTITY", quantity)), "a.yaml").diagnostics
    assert [("PR303", one) for one in words] == [(one.code, one.span.words) for one in found if one.span]
