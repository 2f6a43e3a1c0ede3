"""Names and titles that nobody can tell apart are told."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

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
  dân_số: {type: count, title: Dân số}
  OTHER: {type: count, title: Dân số thường trú}
criteria:
  - {code: "1", title: Một, max: 5, score: award 5 when dân_số > OTHER otherwise 0}
  - {code: "2", title: TITLE, max: 5, judged: {by: Sở Nội vụ}}
"""


def found(other: str, title: str) -> list[tuple[str, dict[str, object]]]:
    text = RULES.replace("OTHER", other).replace("TITLE", title)
    return [(one.code, dict(one.arguments)) for one in read(Source("rules.yaml", text), "rules.yaml").diagnostics]


def test_names_and_titles_that_differ_are_right() -> None:
    assert [] == found("thường_trú", "Hai")


def test_names_that_differ_only_in_marks_capitals_or_lines_are_told() -> None:
    for other in ("dan_so", "Dân_Số", "dânsố"):
        assert [("PR319", {"name": other, "other": "dân_số"})] == found(other, "Hai")


def test_a_title_that_stands_twice_side_by_side_is_told() -> None:
    assert [("PR320", {"code": "2", "other": "1"})] == found("thường_trú", "một")
