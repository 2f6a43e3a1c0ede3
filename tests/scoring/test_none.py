"""What may be none is asked for before it is used: the checks find every use, and scoring never meets one."""

from __future__ import annotations

import pytest

from parrules.operators import expressions as op
from parrules.scoring.evaluation import as_quantity, truth
from parrules.scoring.facts import Facts
from parrules.scoring.interpreter import RULES
from parrules.values.kinds import COUNT
from parrules.values.nothing import NONE
from parrules.values.ranges import Range
from scoring.small_rules import criterion, errors, lines, planned, sheet

EVIDENCE = """\
flag: {type: yes_no, none: chưa rõ, title: Cờ}
place: {type: text, none: chưa rõ, title: Nơi}
done: {type: count, none: chưa xong, title: Xong}
n: {type: count, title: Số}
m: {type: count, title: Số}
"""


@pytest.mark.parametrize(
    ("expected", "program"),
    [
        (["PR301"], "award 1 when flag\notherwise 0"),
        (["PR301"], "award 1 when flag is none and flag\notherwise 0"),
        (["PR301"], "award 1 when not flag\notherwise 0"),
        (["PR301"], 'award 1 when place = "Bắc"\notherwise 0'),
        (["PR301"], 'award 1 when place is none and place = "Bắc"\notherwise 0'),
        (["PR301"], "award 1 when flag = yes\notherwise 0"),
        (["PR301"], "award 1 when done > 3\notherwise 0"),
        (["PR301"], "award 1 when done is none and done > 3\notherwise 0"),
        (["PR301"], "award min(maximum, n / m * maximum)"),
        ([], "award 1 when flag is not none and flag\notherwise 0"),
        ([], "award 1 when flag is none or flag\notherwise 0"),
        ([], 'award 1 when place is none\notherwise 2 when place = "Bắc"\notherwise 0'),
        ([], "award 1 when done is not none and done > 3\notherwise 0"),
        ([], "award min(maximum, n / m * maximum) when m > 0\notherwise 0"),
        ([], "x = n / m\naward 0 when x is none\notherwise min(maximum, x * maximum)"),
        ([], "award 0 when not (m != 0)\notherwise min(maximum, n / m * maximum)"),
        ([], "award min(maximum, n / m * maximum) when 0 < m < 5 or m = 7\notherwise 0"),
        ([], "award min(maximum, n / m * maximum) when m = 3 or m = 7\notherwise 0"),
        ([], "award min(maximum, abs(n / (m - 5)) * maximum) when m > 5 or m < 5\notherwise 0"),
        ([], "award min(maximum, n / m * maximum) when not (m < 2 and n > 3) and m > 0\notherwise 0"),
        (["PR301"], "award min(maximum, n / m * maximum) when m = 3 or n = 7\notherwise 0"),
    ],
)
def test_a_use_of_what_may_be_none_is_found(expected: list[str], program: str) -> None:
    assert expected == errors(EVIDENCE, criterion(program))


@pytest.mark.parametrize(
    ("expected", "figures"),
    [
        (3, {"flag": NONE, "place": NONE, "done": NONE}),
        (5, {"flag": True, "place": "Bắc", "done": 4}),
        (1, {"flag": False, "place": "Nam", "done": 2}),
        (Range(2, 4, whole=True), {"place": NONE, "done": NONE, "flag": None}),
        (Range(0, 2, whole=True), {"flag": False, "done": 0}),
    ],
)
def test_none_is_neither_no_nor_zero(expected: object, figures: dict[str, object]) -> None:
    program = (
        "award 0\nadd 1 when flag is none\notherwise 2 when flag\n"
        'add 1 when place is none\notherwise 2 when place = "Bắc"\n'
        "add 1 when done is none or done > 3\notherwise 1 when done > 1"
    )
    handed = {name: value for name, value in figures.items() if value is not None}
    found = lines(sheet(planned(EVIDENCE, criterion(program)), handed))["1"].score
    if isinstance(expected, Range) and isinstance(found, Range):
        assert (expected.low, expected.high) == (found.low, found.high)
    else:
        assert expected == found


def test_scoring_what_the_checks_refuse_is_a_bug() -> None:
    facts = Facts(RULES, {"done": NONE}, {}, {}, {}, {}, {})
    with pytest.raises(AssertionError, match="a quantity is wanted"):
        as_quantity(NONE, op.Figure("done"), facts)
    with pytest.raises(AssertionError, match="yes or no is wanted"):
        truth(op.Figure("done"), facts)
    with pytest.raises(AssertionError, match="no row holds"):
        RULES[op.First](op.First((op.Choice(op.Constant(False), op.Constant(1)),)), facts)
    assert NONE is RULES[op.Named](op.Named("x", op.Figure("done"), COUNT), facts)


@pytest.mark.parametrize(
    ("expected", "program"),
    [
        (Range(1, 2, whole=True), "x = yes when n > 3 otherwise no\naward 1 when x\notherwise 2"),
        (1, "x = yes when n > 3 otherwise yes\naward 1 when x\notherwise 2"),
        (Range(1, 3, whole=True), 'x = "a" when n > 3 otherwise "b"\naward 1 when x = "a"\notherwise 3'),
        (Range(1, 3, whole=True), "x = n when n > 3 otherwise done\naward 1 when x is none\notherwise 3"),
        (Range(1, 3, whole=True), "x = flag when n > 3 otherwise no\naward 1 when x is none\notherwise 3"),
        (
            Range(2, 3, whole=True),
            'x = place when n > 3 otherwise "b"\naward 2 when x is none or x != "b"\notherwise 3',
        ),
    ],
)
def test_what_is_one_of_two_values_is_open_as_both_are(expected: object, program: str) -> None:
    assert expected == lines(sheet(planned(EVIDENCE, criterion(program))))["1"].score
