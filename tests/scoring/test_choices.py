# ruff: noqa: SIM300  (expected first, then actual)
"""Open answers of yes or no, and of one of a list, are tried in turn: each that they can still be, and none."""

from __future__ import annotations

import pytest

from parrules.scoring.declared import choices
from parrules.values.amounts import Value
from parrules.values.kinds import COUNT, YES_NO, Kind
from parrules.values.nothing import NONE
from parrules.values.ranges import Range, Unknown
from scoring.small_rules import criterion, lines, planned, sheet

GRADE = Kind("one_of", options=("kém", "khá", "tốt"))
EVIDENCE = """\
audited: {type: yes_no, none: chưa kiểm toán, title: Kiểm toán}
sound: {type: yes_no, title: Tốt}
grade: {type: one_of, options: [kém, khá, tốt], title: Loại}
"""


@pytest.mark.parametrize(
    ("expected", "kind", "value"),
    [
        ((True, False), YES_NO, Unknown()),
        ((True, False, NONE), YES_NO, Unknown(none=True)),
        ((), YES_NO, True),
        ((0, 1, 2), GRADE, Range(0, 2, whole=True)),
        ((1, 2, NONE), GRADE, Range(1, 2, whole=True, none=True)),
        ((0, 1, 2), GRADE, Range()),
        ((), GRADE, 1),
        ((), COUNT, Range(0, 2, whole=True)),
    ],
)
def test_what_is_tried(expected: tuple[Value, ...], kind: Kind, value: Value) -> None:
    assert expected == choices(kind, value)


def score(program: str, more: str = "") -> object:
    return lines(sheet(planned(EVIDENCE, criterion(program, more=more))))["1"].score


def test_an_answer_that_may_be_none_is_tried_as_none_too() -> None:
    assert Range(0, 5, whole=True) == score("award 5 when audited is none\notherwise 1 when audited\notherwise 0")


def test_answers_that_rule_each_other_out_are_seen_together() -> None:
    program = 'award 5 when grade = "tốt"\notherwise 0\nadd 3 when grade < "tốt"'
    assert Range(3, 5, whole=True) == score(program)


def test_what_a_condition_above_rules_out_is_not_tried() -> None:
    program = 'award 5 when grade = "tốt"\notherwise 2 when grade = "khá"\notherwise 0'
    assert Range(2, 5, whole=True) == score(program, 'applies: grade >= "khá"\nif_not: left_out\n')


def test_more_than_64_combinations_are_taken_at_once() -> None:
    figures = "\n".join(f"a{place}: {{type: yes_no, title: Câu {place}}}" for place in range(7))
    rows = "\n".join(f"add 1 when a{place}\nadd 1 when not a{place}" for place in range(7))
    plan = planned(figures, criterion("award 0\n" + rows, maximum=14))
    assert Range(0, 14, whole=True) == lines(sheet(plan))["1"].score
    assert 7 == lines(sheet(plan, {f"a{place}": True for place in range(6)}))["1"].score
