# ruff: noqa: SIM300  (expected first, then actual)
"""Where no criterion applies there is no total, and a class may still be given; the program must ask first."""

from __future__ import annotations

import pytest

from parrules.api.load import read
from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.scoring.score import prepare, score_body
from parrules.scoring.sheet import Sheet
from parrules.text.source import Source

RULES = """\
parrules: 1
methodology: a.city
edition: "1"
title: Thành phố
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  kind: {type: one_of, of: body, options: [tỉnh, thành phố], title: Loại}
criteria:
  - {code: "1", title: Một, max: 10, applies: kind = "tỉnh", if_not: left_out, judged: {by: Hội đồng}}
classes: [II, I]
class: |
"""
ASKED = RULES + '  award "I" when kind = "thành phố"\n  otherwise "I" when total >= 5\n  otherwise "II"\n'
NOT_ASKED = RULES + '  award "I" when total >= 5\n  otherwise "II"\n'
INDEX_NOT_ASKED = RULES + '  award "I" when index >= 50%\n  otherwise "II"\n'


def test_a_class_is_given_though_nothing_is_scored() -> None:
    found = _sheet(1)
    assert (None, None, ("I",)) == (found.total, found.index, found.classes)


def test_what_is_not_scored_yet_leaves_the_class_open() -> None:
    assert ("II", "I") == _sheet(0).classes


def test_a_row_that_names_the_kind_rules_out_that_there_is_no_total() -> None:
    assert [] == _codes(ASKED)


@pytest.mark.parametrize("rules", [NOT_ASKED, INDEX_NOT_ASKED], ids=["total", "index"])
def test_comparing_with_what_may_be_none_is_refused(rules: str) -> None:
    assert ["PR301"] == _codes(rules)


def _codes(rules: str) -> list[str]:
    return [one.code for one in read(Source("a.yaml", rules), "a.yaml").diagnostics if one.is_error]


def _sheet(kind: int) -> Sheet:
    plan = read(Source("a.yaml", ASKED), "a.yaml").plan
    assert plan is not None
    start, end = plan.methodology.valid_from, plan.methodology.valid_from.replace(month=12)
    body = Body("a", "A", figures={"kind": Supplied(kind, "", Provenance())})
    return score_body(prepare(plan), Round("a.city", "1", 2025, start, end, "self", (body,)), body)[0]
