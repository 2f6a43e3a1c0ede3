"""A figure that is computed and comes to more or less than it is declared to be is a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.api.verbs import evaluate
from parrules.text.wording import message

RULES = """\
parrules: 1
methodology: vn.beyond
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2020-01-01}
evidence:
  staff: {type: count, title: Biên chế}
  norm: {type: number, title: Định mức, min: 1, max: 10, formula: staff / 4}
criteria:
  - code: "1"
    title: Định mức
    max: 10
    score: |
      award min(norm, maximum)
"""
EVIDENCE = """\
parrules: 1
evidence: vn.beyond
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: {xa-a: Xã A}
values: {xa-a: {staff: #}}
"""


@pytest.mark.parametrize(
    ("staff", "expected"),
    [
        ("4", []),
        ("40", []),
        ("3", ["EV203: `norm` of Xã A comes to 0.75, outside what it is declared to be"]),
        ("41", ["EV203: `norm` of Xã A comes to 10.25, outside what it is declared to be"]),
    ],
)
def test_a_computed_figure_beyond_its_bounds_is_told(tmp_path: Path, staff: str, expected: list[str]) -> None:
    for name, text in (("rules.yaml", RULES), ("evidence.yaml", EVIDENCE.replace("#", staff))):
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    found = evaluate(str(tmp_path / "rules.yaml"), tmp_path / "evidence.yaml").findings
    assert expected == [f"{one.code}: {message(one, 'en').says}" for one in found]
