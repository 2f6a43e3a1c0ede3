# ruff: noqa: SIM300  (expected first, then actual)
"""Where a criterion does not apply, nothing below it does; and while that is open, so is all below it."""

from __future__ import annotations

from parrules.values.ranges import Range
from scoring.small_rules import criterion, errors, lines, planned, sheet

EVIDENCE = "mountain: {type: yes_no, of: body, title: Miền núi}\nn: {type: count, title: Số}"
FIELD = """\
- code: "{code}"
  title: Lĩnh vực
  max: 10
  applies: {applies}
  if_not: {if_not}
  criteria:
    - {{code: "{code}.1", title: Một, max: 10, judged: {{by: Hội đồng}}}}
"""
READER = 'award maximum when score of "2.1" is none\notherwise 1 when score of "2.1" > 5\notherwise 0'


def rules(if_not: str = "left_out") -> str:
    return criterion(READER) + FIELD.format(code="2", applies="mountain", if_not=if_not)


def test_a_score_below_what_does_not_apply_is_none_for_whoever_reads_it() -> None:
    for if_not in ("left_out", "full", "zero"):
        found = lines(sheet(planned(EVIDENCE, rules(if_not)), {"mountain": False}, marks={"2.1": 10}))
        assert (10, None, "left_out") == (found["1"].score, found["2.1"].score, found["2.1"].status)


def test_a_score_below_what_applies_is_read() -> None:
    found = lines(sheet(planned(EVIDENCE, rules()), {"mountain": True}, marks={"2.1": 10}))
    assert (1, 10, 10) == (found["1"].score, found["2.1"].score, found["2"].score)


def test_while_it_is_open_whether_the_field_applies_so_is_what_is_below_it() -> None:
    found = lines(sheet(planned(EVIDENCE, rules()), marks={"2.1": 10}))
    assert ("open", 10) == (found["2.1"].status, found["2.1"].score)
    assert ("open", Range(1, 10, whole=True)) == (found["1"].status, found["1"].score)


def test_a_condition_above_narrows_what_is_below() -> None:
    below = FIELD.format(code="1", applies="n > 5", if_not="left_out").split("    - {")[0]
    below += "    " + criterion("award 1 when n > 3\notherwise 0", "1.1").replace("\n", "\n    ").rstrip() + "\n"
    found = lines(sheet(planned(EVIDENCE, below)))
    assert ("open", 1) == (found["1.1"].status, found["1.1"].score)


def test_a_field_that_applies_by_the_score_below_it_goes_in_a_circle() -> None:
    circle = FIELD.format(code="2", applies='score of "2.1" is not none and score of "2.1" > 5', if_not="left_out")
    assert ["PR242"] == errors(EVIDENCE, circle)


def test_what_is_below_an_exempt_field_may_be_none_and_must_be_asked() -> None:
    reader = criterion('award maximum when score of "2.1" > 5\notherwise 0')
    assert ["PR301"] == errors(EVIDENCE, reader + FIELD.format(code="2", applies="mountain", if_not="full"))
