"""A figure marked as not applicable that an applicable criterion reads: only `applies` takes a criterion out."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest

from checks.programs_for_tests import HEAD
from parrules.api.load import read
from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.report.diagnostics import render
from parrules.scoring.score import prepare, score_body
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.text.spelling import Language
from parrules.values.nothing import NOT_APPLICABLE

RULES = (
    HEAD
    + """\
evidence: {late: {type: count}, issued: {type: yes_no}}
criteria:
  - {code: "2.1", title: A, max: 5, score: award 5 when late = 0 otherwise 0}
  - {code: "2.2", title: B, max: 5, applies: issued, if_not: left_out, score: award 5 when late = 0 otherwise 0}
"""
)
SAID: dict[Language, str] = {
    "vi": """\
so-lieu.yaml: lỗi EV201: Xã Ba Bể: `late` được ghi là không áp dụng, nhưng tiêu
    chí `2.1` cần số liệu này
  gợi ý: hãy cung cấp số liệu, hoặc sửa những số liệu quyết định tiêu chí có áp
         dụng hay không

1 lỗi
""",
    "en": """\
so-lieu.yaml: error EV201: Xã Ba Bể: `late` is marked as not applicable, and
    criterion `2.1` needs it
  hint: hand in its value, or correct the figures by which the criterion applies

1 error
""",
}


def found() -> tuple[Diagnostic, ...]:
    plan = read(Source("rules.yaml", RULES), "rules.yaml").plan
    assert plan is not None
    place = Provenance(file="so-lieu.yaml")
    figures = {"late": Supplied(NOT_APPLICABLE, "không áp dụng", place), "issued": Supplied(False, "không", place)}
    body = Body("xa-ba-be", "Xã Ba Bể", figures=figures)
    start, end = plan.methodology.valid_from, plan.methodology.valid_from.replace(month=12)
    return score_body(prepare(plan), Round("vn.kiem_thu", "2025", 2025, start, end, "self", (body,)), body)[1]


def test_it_is_found_only_where_a_criterion_applies() -> None:
    assert [("EV201", "2.1")] == [(one.code, dict(one.arguments)["code"]) for one in found()]


@pytest.mark.parametrize("language", SAID)
def test_it_is_told_in_words(language: Language) -> None:
    assert SAID[language] == render(found(), language)
