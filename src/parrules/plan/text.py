"""A plan as canonical JSON, and back."""

from __future__ import annotations

from typing import get_args

from parrules.methodology import model
from parrules.operators import expressions, ledger
from parrules.plan.canonical import from_json, to_json
from parrules.plan.plan import Plan, PlannedCriterion, PlannedQuota
from parrules.values.kinds import Kind

RECORDS: tuple[type, ...] = (
    *get_args(expressions.Operator),
    expressions.Choice,
    ledger.Because,
    ledger.Part,
    ledger.Row,
    ledger.Post,
    ledger.Limit,
    ledger.Program,
    Kind,
    model.Title,
    model.Basis,
    model.Column,
    model.Figure,
    model.Table,
    model.ParameterValue,
    model.Parameter,
    model.Judged,
    model.Each,
    model.Criterion,
    model.Total,
    model.Quota,
    model.Ranking,
    model.Stage,
    model.Methodology,
    PlannedCriterion,
    PlannedQuota,
    Plan,
)
"""Every kind of record that a plan is made of."""


def plan_text(plan: Plan) -> str:
    """The text of a plan: the same for equal plans, on any machine."""
    return to_json(plan)


def read_plan(text: str) -> Plan | None:
    """The plan of a text that `plan_text` wrote; None when it is torn, or of another engine."""
    plan = from_json(text, RECORDS)
    return plan if isinstance(plan, Plan) else None
