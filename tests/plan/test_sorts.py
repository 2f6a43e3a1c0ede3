"""What operators may stand inside one another, whatever a plugin's word makes of them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from parrules.methodology.model import Column, Table, Title
from parrules.operators import expressions as op
from parrules.plan.sorts import Sorts, Unsound
from parrules.values.kinds import COUNT, DATE, TABLE, TEXT, YES_NO, Kind
from parrules.values.nothing import MISSING, NONE

TASKS = Table("tasks", Title(""), (Column("due", DATE, Title("")), Column("late", YES_NO, Title(""))))
GRADE = Kind("one_of", options=("low", "high"))
SORTS = Sorts({"n": COUNT, "sure": YES_NO, "place": TEXT, "grade": GRADE, "tasks": TABLE}, {"tasks": TASKS})
N, SURE, PLACE = op.Figure("n"), op.Figure("sure"), op.Figure("place")
ONE, LATE, DUE = op.Constant(1), op.Column("late"), op.Column("due")


@pytest.mark.parametrize(
    ("sort", "one"),
    [
        ("number", op.Constant(Fraction(1, 3))),
        ("answer", op.Constant(True)),
        ("text", op.Constant("Hà Giang")),
        ("none", op.Constant(NONE)),
        ("number", op.Figure("grade")),
        ("number", op.Figure("last(n)")),
        ("number", op.ScoreOf("1.2")),
        ("number", op.Named("twice", op.Product((op.Constant(2), N)), COUNT)),
        ("number", op.Sum((N, op.Negative(ONE), op.Constant(NONE)))),
        ("number", op.Quotient(N, op.Rounded(N, 2, "half_up"))),
        ("number", op.WorkingDays(N, ONE)),
        ("number", op.Least((N, op.Greatest((N, ONE))))),
        ("answer", op.Compared("<", N, ONE)),
        ("answer", op.Compared("=", PLACE, op.Constant("x"))),
        ("answer", op.All((SURE, op.Not(SURE), op.Any((op.IsNone(PLACE),))))),
        ("text", op.First((op.Choice(SURE, PLACE), op.Choice(None, op.Constant(NONE))))),
        ("none", op.First((op.Choice(None, op.Constant(NONE)),))),
        ("number", op.Gather("count", "tasks", LATE, None)),
        ("number", op.Gather("share", "tasks", None, LATE)),
        ("number", op.Gather("highest", "tasks", None, DUE)),
        (
            "number",
            op.Gather("sum", "tasks", None, op.Gather("count", "tasks", op.Column("late", level=1), None, level=1)),
        ),
    ],
)
def test_what_has_a_value_has_a_sort(sort: str, one: op.Operator) -> None:
    assert sort == SORTS.of(one)


@pytest.mark.parametrize(
    "one",
    [
        op.Constant(MISSING),
        op.Constant(Decimal("0.5")),  # type: ignore[arg-type]
        op.Figure("nowhere"),
        op.Figure("tasks"),
        LATE,
        op.Sum((N, SURE)),
        op.Sum(()),
        op.Negative(PLACE),
        op.Rounded(N, 2, "near"),  # type: ignore[arg-type]
        op.Rounded(N, 10**9, "up"),
        op.Quotient(N, SURE),
        op.Compared("<", PLACE, PLACE),
        op.Compared("<", SURE, SURE),
        op.Compared("=", SURE, N),
        op.Compared("~", N, N),  # type: ignore[arg-type]
        op.All((N,)),
        op.Any(()),
        op.Not(N),
        op.First(()),
        op.First((op.Choice(SURE, N),)),
        op.First((op.Choice(N, N), op.Choice(None, N))),
        op.First((op.Choice(SURE, N), op.Choice(None, PLACE))),
        op.Gather("count", "nowhere", None, None),
        op.Gather("count", "tasks", DUE, None),
        op.Gather("count", "tasks", None, DUE),
        op.Gather("sum", "tasks", None, None),
        op.Gather("sum", "tasks", None, LATE),
        op.Column("due", level=1),
        op.Gather("sum", "tasks", None, DUE, level=1),
        op.Gather("most", "tasks", None, DUE),  # type: ignore[arg-type]
    ],
)
def test_what_has_no_value_is_named(one: op.Operator) -> None:
    with pytest.raises(Unsound) as refused:
        SORTS.of(one)
    assert (one,) == refused.value.args


def test_what_is_wrong_inside_is_named_and_not_what_stands_around_it() -> None:
    inside = op.Sum((N, SURE))
    with pytest.raises(Unsound) as refused:
        SORTS.wanted(op.Product((ONE, inside)), "number")
    assert (inside,) == refused.value.args
    with pytest.raises(Unsound):
        SORTS.wanted(SURE, "number")
