"""A whole plan is written and read back; nothing that it may hold is left out."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import datetime
import inspect
from dataclasses import is_dataclass
from fractions import Fraction
from types import ModuleType

import pytest

from parrules.methodology import model
from parrules.operators import expressions as op
from parrules.operators import ledger
from parrules.plan import plan as plans
from parrules.plan.text import RECORDS, plan_text, read_plan
from parrules.values import kinds

PROGRAM = ledger.Program((ledger.Post("award", 1, (ledger.Row(None, op.Constant(Fraction(1, 3)), line=9),)),))
PLAN = plans.Plan(
    model.Methodology(
        name="vn.x.commune",
        edition="2025",
        title=model.Title("Phân loại xã"),
        fidelity="illustrative",
        valid_from=datetime.date(2025, 1, 1),
        valid_to=None,
        levels=("tiêu chí",),
        basis=(model.Basis("nd", model.Title("Nghị định")),),
        figures=(model.Figure("area", kinds.Kind("number", "km2"), model.Title("Diện tích"), low=0),),
        tables=(
            model.Table("tasks", model.Title("Nhiệm vụ"), (model.Column("late", kinds.YES_NO, model.Title("Trễ")),)),
        ),
        parameters=(model.Parameter("base", kinds.MONEY, model.Title("Lương"), (model.ParameterValue(2340000),)),),
        criteria=(
            model.Criterion(
                "1", model.Title("Nhóm"), 10, 0, 0, 5, children=(model.Criterion("1.1", model.Title("A"), 10, 0, 1, 7),)
            ),
            model.Criterion("2", model.Title("B"), 5, -1, 0, 9, judged=model.Judged("Chủ tịch", Fraction(1, 4))),
        ),
        total=model.Total(places=2),
    ),
    (plans.PlannedCriterion("1.1", PROGRAM, op.Figure("area", 4), None, None, ("area",), ()),),
    ("1.1", "1", "2"),
    None,
    None,
    "00ff",
)


def test_a_plan_comes_back_as_it_was() -> None:
    back = read_plan(plan_text(PLAN))
    assert PLAN == back
    assert plan_text(PLAN) == plan_text(back)  # and with it the lines, which equality does not look at


@pytest.mark.parametrize("module", [model, op, ledger, plans, kinds])
def test_every_record_of_the_modules_that_a_plan_is_made_of_can_be_read_back(module: ModuleType) -> None:
    classes = [cls for _, cls in inspect.getmembers(module, inspect.isclass) if cls.__module__ == module.__name__]
    assert [] == [cls.__name__ for cls in classes if is_dataclass(cls) and cls not in RECORDS]


@pytest.mark.parametrize("text", ["", "[]", '{"values.Kind":["count","",[]]}', plan_text(PLAN)[:-2]])
def test_what_is_no_plan_is_none(text: str) -> None:
    assert read_plan(text) is None
