"""`E per U of Q`: E for each U of Q, pro rata; `per full U of Q` counts whole steps only; `per Q` is E for each one."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.operators.expressions import Operator, Product, Quotient, Rounded
from parrules.operators.ledger import Part
from parrules.values.kind_rules import beside
from parrules.values.kinds import COUNT, POINTS, Kind


def steps_mix(unit: Kind, quantity: Kind) -> bool:
    """Whether a quantity can be measured in steps of `unit`."""
    both = beside(unit, quantity)
    return both is not None and both.is_quantity


def is_countable(quantity: Kind) -> bool:
    """Whether `per Q` alone says what one of Q is: a count, days or a number, not a ratio or money."""
    return quantity.name in ("count", "days") or quantity.is_plain


@dataclass(frozen=True, slots=True)
class Step:
    """What stands behind `per`. unit: None where each one of `quantity` counts. node: the clause's id."""

    unit: Operator | None
    unit_kind: Kind
    quantity: Operator
    quantity_kind: Kind
    full: bool
    node: int


def rewrite(rate: Operator, step: Step) -> tuple[Operator, tuple[Part, ...]]:
    """The amount, and the parts that it is shown with."""
    shown = [Part("rate", rate, POINTS)]
    steps = step.quantity
    if step.unit is not None:
        steps = Quotient(step.quantity, step.unit, step.node)
        shown.append(Part("unit", step.unit, step.quantity_kind if step.unit_kind.is_plain else step.unit_kind))
    shown.append(Part("quantity", step.quantity, step.quantity_kind))
    if step.full:
        steps = Rounded(steps, 0, "down", step.node)
        shown.append(Part("steps", steps, COUNT))
    return Product((rate, steps), step.node), tuple(shown)
