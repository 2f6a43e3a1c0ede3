# ruff: noqa: SIM300  (expected first, then actual)
"""A name whose own expression is wrong is told once; what is made of it is not judged again."""

from __future__ import annotations

from parrules.api.load import read
from parrules.text.source import Source

RULES = """parrules: 1
methodology: vn.test
edition: "1"
title: {vi: Thử}
fidelity: illustrative
valid: {from: 2025-01-01}
levels: [tiêu chí]
evidence:
  assigned: {type: count, min: 1, title: {vi: Giao}}
  done: {type: count, within: assigned, title: {vi: Xong}}
criteria:
  - code: "1"
    title: {vi: Một}
    max: 2
    score: |
      share = don / assigned
      award maximum when share >= 90%
      otherwise 0
"""


def test_a_misspelt_figure_is_told_where_it_stands_and_nowhere_else() -> None:
    found = read(Source("rules.yaml", RULES), "rules.yaml").diagnostics
    assert [("PR211", 16, 15)] == [(one.code, one.span.line, one.span.column) for one in found if one.span]
