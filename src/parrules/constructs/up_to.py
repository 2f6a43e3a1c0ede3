"""`E up to L`: this entry is never more than L."""

from __future__ import annotations

from parrules.operators.expressions import Least, Operator
from parrules.operators.ledger import Part
from parrules.values.kinds import POINTS


def rewrite(amount: Operator, limit: Operator, node: int) -> tuple[Operator, Part]:
    return Least((amount, limit), node), Part("limit", limit, POINTS)
