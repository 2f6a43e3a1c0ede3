"""Whether a record counts towards an aggregate, and what it is worth there."""

from __future__ import annotations

from collections.abc import Mapping

from parrules.operators import expressions as op
from parrules.scoring import narrowing
from parrules.scoring.evaluation import quantity, truth
from parrules.scoring.facts import Facts
from parrules.scoring.tally import Member
from parrules.values.amounts import Number, Value
from parrules.values.ranges import Range, Unknown


def member_of(one: op.Gather, values: Mapping[str, Value], facts: Facts) -> Member | None:
    """Whether a record with these cells surely counts, and its worth; None where it does not count."""
    here = facts.of_record(one.table, values, one.level)
    holds: bool | Unknown = True if one.where is None else truth(one.where, here)
    if holds is False:
        return None
    if holds is not True and one.where is not None:
        here = narrowing.assume(one.where, True, here)
    return holds is True, worth_of(one, here)


def worth_of(one: op.Gather, facts: Facts) -> Number:
    """What one record brings in; for a share, 1 where the condition holds."""
    if one.value is None:
        return 1
    if one.way != "share":
        return quantity(one.value, facts)
    holds = truth(one.value, facts)
    return Range(0, 1, whole=True) if isinstance(holds, Unknown) else int(holds)
