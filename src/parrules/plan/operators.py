"""Every operator of a plan, whatever program, condition or formula it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from parrules.operators.expressions import Column, Figure, Operator
from parrules.operators.last_round import of_last_round
from parrules.operators.walk import every, every_in
from parrules.plan.plan import Plan


def every_operator(plan: Plan) -> Iterator[Operator]:
    """Those of the criteria in their order, then those of the classes, of the standing and of who is assessed."""
    programs = [program for one in plan.criteria for program in (one.program, one.classes)]
    for program in (*programs, plan.classes):
        yield from every_in(program) if program is not None else ()
    conditions = [condition for one in plan.criteria for condition in (one.applies, one.where)]
    conditions += [plan.applies, plan.ranked, *(quota.at_most for quota in plan.quotas)]
    for condition in (*conditions, *plan.formulas):
        yield from every(condition) if condition is not None else ()


def figures_of_last_round(plan: Plan) -> tuple[str, ...]:
    """The figures whose values in the last round some program reads, in order of their names."""
    names = {one.name for one in every_operator(plan) if isinstance(one, (Figure, Column))}
    return tuple(sorted(last for name in names if (last := of_last_round(name)) is not None))
