"""Whether what stands over a quotient is a part of what stands under it, so that the quotient lies between 0 and 1."""

from __future__ import annotations

from collections.abc import Mapping

from parrules.operators import expressions as op
from parrules.scoring.narrowing import bare


def is_part(over: op.Operator, under: op.Operator, within: Mapping[str, str]) -> bool:
    """Two figures declared so, or two counts of one table of which the first asks for all that the second asks for.

    within: for each figure that is a part, its whole.
    """
    part, whole = bare(over), bare(under)
    if isinstance(part, op.Figure) and isinstance(whole, op.Figure):
        return within.get(part.name) == whole.name
    if isinstance(part, op.Gather) and isinstance(whole, op.Gather):
        counted = part.way == whole.way == "count" and part.table == whole.table
        return counted and all(one in _conditions(part.where) for one in _conditions(whole.where))
    return False


def part_among(
    over: op.Operator, under: op.Operator, within: Mapping[str, str]
) -> tuple[op.Operator, tuple[op.Operator, ...]] | None:
    """Of `maximum * done / due`, the part `done` and what multiplies it; None where nothing above is a part."""
    product = bare(over)
    factors = product.factors if isinstance(product, op.Product) else (over,)
    for place, factor in enumerate(factors):
        if is_part(factor, under, within):
            return factor, factors[:place] + factors[place + 1 :]
    return None


def _conditions(where: op.Operator | None) -> tuple[op.Operator, ...]:
    """What must all hold."""
    if where is None:
        return ()
    return where.conditions if isinstance(where, op.All) else (where,)
