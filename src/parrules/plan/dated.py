"""`fee on due_on`: what a parameter is worth on a day, as a choice by date."""

from __future__ import annotations

from parrules.methodology.model import ParameterValue
from parrules.operators.expressions import Choice, Compared, Comparing, Constant, First, Operator
from parrules.values.nothing import NONE


def rewrite(values: tuple[ParameterValue, ...], day: Operator, node: int) -> Operator:
    """values: in the order of their days, none of which has two. Of a day without a value it is none."""
    rows: list[Choice] = []
    free: int | None = None  # the first day that is not settled yet; None: every day from the first on
    for value in values:
        start = value.valid_from.toordinal() if value.valid_from is not None else None
        if start is not None and (free is None or free < start):
            rows.append(Choice(_when(day, "<", start, node), Constant(NONE, node)))
        if value.valid_to is None:
            rows.append(Choice(None, Constant(value.value, node)))
            break
        end = value.valid_to.toordinal()
        rows.append(Choice(_when(day, "<=", end, node), Constant(value.value, node)))
        free = end + 1
    else:
        rows.append(Choice(None, Constant(NONE, node)))
    return rows[0].value if len(rows) == 1 else First(tuple(rows), node)


def _when(day: Operator, way: Comparing, than: int, node: int) -> Operator:
    return Compared(way, day, Constant(than, node), node)
