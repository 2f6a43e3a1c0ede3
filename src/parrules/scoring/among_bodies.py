"""How many bodies of the round are above, or below, the one that is scored: what ranks are made of.

Gathered one by one it would cost every body a look at every other; the others are put in order once instead, for all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

from parrules.methodology.scope import BODIES
from parrules.operators import expressions as op
from parrules.operators.walk import every
from parrules.scoring import narrowing
from parrules.scoring.evaluation import quantity, truth
from parrules.scoring.facts import Facts
from parrules.values.amounts import Value
from parrules.values.ends import End, high_end, low_end
from parrules.values.ranges import Range, Unknown


@dataclass(frozen=True, slots=True)
class _Compared:
    """`count(T where condition and value > own)` taken apart. itself: whether own is the value of the body itself, and
    so the body among those that are counted."""

    condition: op.Operator | None
    value: op.Operator
    own: op.Operator
    way: Literal["<", ">"]
    itself: bool


@dataclass(frozen=True, slots=True)
class _Ordered:
    """The ends of all values in order: of those that surely count, and of those that may."""

    compared: _Compared
    surely: list[End]
    possibly: list[End]


def count_of_bodies(one: op.Gather, facts: Facts) -> Value | None:
    """The count; None where it is of another form, and must be gathered as any other."""
    if facts.shared is None or facts.known or facts.records or one.table not in BODIES or one.way != "count":
        return None
    ordered = facts.shared.get(one)
    if ordered is None:
        ordered = facts.shared[one] = _ordered(one, facts)
    if not isinstance(ordered, _Ordered):
        return None
    own = quantity(ordered.compared.own, facts)
    if ordered.compared.way == ">":
        surely = len(ordered.surely) - bisect_right(ordered.surely, high_end(own))
        possibly = len(ordered.possibly) - bisect_right(ordered.possibly, low_end(own))
    else:
        surely = bisect_left(ordered.surely, low_end(own))
        possibly = bisect_left(ordered.possibly, high_end(own))
    if ordered.compared.itself and isinstance(own, Range) and low_end(own) < high_end(own):
        possibly -= 1  # nobody is above itself, however open it is
    return surely if surely == possibly else Range(surely, possibly, whole=True)


def _ordered(one: op.Gather, facts: Facts) -> _Ordered | Literal[False]:
    compared = _taken_apart(one)
    records = facts.tables.get(one.table)
    if compared is None or records is None:
        return False
    surely: list[End] = []
    possibly: list[End] = []
    for record in records.records:
        here = facts.of_record(one.table, record.values, one.level)
        holds: bool | Unknown = True if compared.condition is None else truth(compared.condition, here)
        if isinstance(holds, Unknown) and compared.condition is not None:
            here = narrowing.assume(compared.condition, True, here) or here
        if holds is False:
            continue
        number = quantity(compared.value, here)
        near, far = (low_end, high_end) if compared.way == ">" else (high_end, low_end)
        if holds is True and not record.perhaps:
            surely.append(near(number))
        possibly.append(far(number))
    return _Ordered(compared, sorted(surely), sorted(possibly))


def _taken_apart(one: op.Gather) -> _Compared | None:
    """The comparison, where one side is of the other bodies alone, and the other of the body that is scored."""
    condition: op.Operator | None = None
    last = one.where
    if isinstance(last, op.All):
        condition = last.conditions[0] if len(last.conditions) == 2 else op.All(last.conditions[:-1])
        last = last.conditions[-1]
    if not isinstance(last, op.Compared) or last.way not in ("<", ">"):
        return None
    way: Literal["<", ">"] = "<" if last.way == "<" else ">"
    theirs = [last.left] if condition is None else [condition, last.left]
    if not all(_is_theirs(part, one.level) for part in theirs) or any(map(_is_column, every(last.right))):
        return None
    return _Compared(condition, last.left, last.right, way, condition is None and _is_own_of(last.left, last.right))


def _is_theirs(part: op.Operator, level: int) -> bool:
    """Whether nothing in it is of the body that is scored."""
    return all(
        not isinstance(each, (op.Figure, op.Named, op.ScoreOf, op.Gather))
        and (not isinstance(each, op.Column) or each.level == level)
        for each in every(part)
    )


def _is_column(one: op.Operator) -> bool:
    return isinstance(one, op.Column)


def _is_own_of(value: op.Operator, own: op.Operator) -> bool:
    """Whether one column of the others stands beside the same figure of the body itself."""
    return isinstance(value, op.Column) and isinstance(own, (op.Figure, op.Named)) and value.name == own.name
