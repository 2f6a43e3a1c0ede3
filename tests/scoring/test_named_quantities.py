"""A line of the sheet names the quantities of its own program, and none that another criterion worked out."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import parrules

RULES = """\
parrules: 1
methodology: vn.named
edition: "1"
title: {vi: Đại lượng có tên}
fidelity: illustrative
valid: {from: 2020-01-01}
basis: {qd: {title: {vi: Quyết định}}}
levels: [tiêu chí]
evidence:
  assigned: {type: count, title: {vi: Được giao}, min: 1}
  done: {type: count, title: {vi: Hoàn thành}, within: assigned}
  done_share: {type: ratio, title: {vi: Tỷ lệ hoàn thành}, formula: done / assigned}
criteria:
  - code: "1"
    title: {vi: Chỉ tính khi có việc hoàn thành}
    max: 2
    basis: qd
    applies: done_share > 10%
    if_not: left_out
    score: |
      half = 50% * maximum
      award half
  - {code: "2", title: {vi: Chấm điểm}, max: 2, basis: qd, judged: {by: Sở Nội vụ}}
"""
EVIDENCE = """\
parrules: 1
evidence: vn.named
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: {xa-ba-be: {name: Xã Ba Bể}}
values: {xa-ba-be: {assigned: 10, done: 5}}
marks: {xa-ba-be: {"2": {mark: "1.5", by: Nguyễn Văn A}}}
"""


def test_a_judged_criterion_does_not_show_what_another_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "evidence.yaml").write_text(EVIDENCE, encoding="utf-8")
    result = parrules.evaluate(str(tmp_path / "rules.yaml"), tmp_path / "evidence.yaml")
    expected = [("1", 1, [("half", 1)]), ("2", Fraction(3, 2), [])]
    lines = result.sheets[0].lines
    assert expected == [(line.code, line.score, [(one.role, one.value) for one in line.named]) for line in lines]
