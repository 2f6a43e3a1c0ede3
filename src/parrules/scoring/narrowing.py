"""What a condition says about what is still open: assumed to hold, or not to, it narrows the quantities it compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from typing import Protocol, TypeVar, cast

from parrules.operators import expressions as op
from parrules.scoring.evaluation import evaluate, truth
from parrules.scoring.facts import Facts
from parrules.values import ranges
from parrules.values.amounts import Number, Value
from parrules.values.nothing import NONE, Nothing
from parrules.values.ranges import MAYBE, Range, Unknown

_CONTRARY: dict[op.Comparing, op.Comparing] = {"<": ">=", "<=": ">", "=": "!=", "!=": "=", ">": "<=", ">=": "<"}
_TURNED: dict[op.Comparing, op.Comparing] = {"<": ">", "<=": ">=", "=": "=", "!=": "!=", ">": "<", ">=": "<="}


class _HasCondition(Protocol):
    @property
    def when(self) -> op.Operator | None: ...


Row = TypeVar("Row", bound=_HasCondition)


def outcomes(rows: Sequence[Row], facts: Facts) -> tuple[list[tuple[Row, Facts]], bool]:
    """Each row that may be the first that holds, with what is then known; and whether it may be that none does.

    When nothing is open there is one row, or none.
    """
    found: list[tuple[Row, Facts]] = []
    here = facts
    for row in rows:
        holds = True if row.when is None else truth(row.when, here)
        if holds is True:
            found.append((row, here))
            return found, False
        if holds is False or row.when is None:
            continue
        found.append((row, suppose(row.when, True, here)))
        here = suppose(row.when, False, here)
    return found, True


def suppose(condition: op.Operator, holds: bool, facts: Facts) -> Facts:
    """The facts narrowed by a condition of which it is open whether it is so."""
    return replace(assume(condition, holds, facts), supposed=True)


def assume(condition: op.Operator, holds: bool, facts: Facts) -> Facts:
    """The facts narrowed by a condition, of which it has been asked whether it may be so."""
    condition = bare(condition)
    match condition:
        case op.Not():
            return assume(condition.condition, not holds, facts)
        case op.All():
            return _each(condition.conditions, True, facts) if holds else _some(condition.conditions, False, facts)
        case op.Any():
            return _some(condition.conditions, True, facts) if holds else _each(condition.conditions, False, facts)
        case op.Compared():
            return _compared(condition, holds, facts)
        case op.IsNone():
            return _is_none(condition, holds, facts)
        case _:
            return facts.knowing(condition, holds)


def bare(one: op.Operator) -> op.Operator:
    """The operator without the names that stand for it."""
    while isinstance(one, op.Named):
        one = one.value
    return one


def compared(way: op.Comparing, a: Range, b: Range) -> bool | Unknown:
    """Whether a comparison holds for all that two ranges can be, for none, or MAYBE."""
    if way in ("=", "!="):
        if ranges.intersection(replace(a, none=False), replace(b, none=False)).is_empty:
            return way == "!="
        return MAYBE
    if way in (">", ">="):
        return compared(_TURNED[way], b, a)
    if _surely_below(a, b, way == "<"):
        return True
    return False if _surely_below(b, a, way == "<=") else MAYBE


def _surely_below(a: Range, b: Range, strictly: bool) -> bool:
    """Whether everything in `a` is below (or, if not strictly, at most equal to) everything in `b`."""
    if a.high is None or b.low is None:
        return False
    if a.high == b.low:
        return not strictly or a.high_open or b.low_open
    return a.high < b.low


def _each(conditions: tuple[op.Operator, ...], holds: bool, facts: Facts) -> Facts:
    """Every condition of an `and` holds, or every one of an `or` fails."""
    for condition in conditions:
        facts = assume(condition, holds, facts)
    return facts


def _some(conditions: tuple[op.Operator, ...], holds: bool, facts: Facts) -> Facts:
    """Some condition of an `and` fails, or some of an `or` holds: what is known whichever is the first of them."""
    here = facts
    cases = []
    for condition in conditions:
        now = truth(condition, here)
        if now is holds:
            cases.append(here)
            break
        if isinstance(now, Unknown):
            cases.append(assume(condition, holds, here))
            here = assume(condition, not holds, here)
    return reduce(_in_both, cases)


def _in_both(a: Facts, b: Facts) -> Facts:
    """What is known in either of two cases."""
    known = {}
    for one, value in a.known.items():
        other = b.known.get(one)
        if value == other and type(value) is type(other):
            known[one] = value
        elif type(value) in _NUMBERS and type(other) in _NUMBERS:
            known[one] = _either(ranges.as_range(cast(Number, value)), ranges.as_range(cast(Number, other)))
    return replace(a, known=known)


def _either(a: Range, b: Range) -> Range:
    """Every number in one or the other; not 0, where it is in neither."""
    both = ranges.as_range(ranges.hull(a, b))
    return replace(both, without_zero=not (a.holds_zero or b.holds_zero))


_NUMBERS = (int, Fraction, Range)


def _is_none(condition: op.IsNone, holds: bool, facts: Facts) -> Facts:
    asked = bare(condition.value)
    value = evaluate(asked, facts)
    if not isinstance(value, (Range, Unknown)):
        return facts
    return facts.knowing(asked, NONE if holds else replace(value, none=False))


def _compared(condition: op.Compared, holds: bool, facts: Facts) -> Facts:
    way = condition.way if holds else _CONTRARY[condition.way]
    left, right = bare(condition.left), bare(condition.right)
    a, b = evaluate(left, facts), evaluate(right, facts)
    if isinstance(a, (bool, str, Unknown)) or isinstance(b, (bool, str, Unknown)):
        return _same(left, a, right, b, way == "=", facts)
    narrowed = _one_side(right, b, _TURNED[way], a, _one_side(left, a, way, b, facts))
    return narrowed if way == "=" else _difference(condition, way, narrowed)


def _difference(condition: op.Compared, way: op.Comparing, facts: Facts) -> Facts:
    """What a comparison says of one side minus the other, as an author writes it below the line of a quotient."""
    for first, second, said in (
        (condition.left, condition.right, way),
        (condition.right, condition.left, _TURNED[way]),
    ):
        facts = facts.knowing(op.Sum((first, op.Negative(second))), _beyond_zero(said))
    return facts


def _beyond_zero(way: op.Comparing) -> Range:
    """What a number can be that is compared so with 0."""
    if way in ("<", "<="):
        return Range(None, 0, high_open=way == "<")
    if way in (">", ">="):
        return Range(0, None, low_open=way == ">")
    return Range(without_zero=True)


def _same(left: op.Operator, a: Value, right: op.Operator, b: Value, equal: bool, facts: Facts) -> Facts:
    """An open answer of yes or no that is compared with a known one is known too; an open text, when equal."""
    for side, value, other in ((left, a, b), (right, b, a)):
        if isinstance(value, Unknown) and isinstance(other, bool):
            return facts.knowing(side, other == equal)
        if isinstance(value, Unknown) and isinstance(other, str) and equal:
            return facts.knowing(side, other)
    return facts


def _one_side(side: op.Operator, value: Value, way: op.Comparing, other: Value, facts: Facts) -> Facts:
    """The side of a comparison that is open, narrowed by what the other can be."""
    if not isinstance(value, Range) or isinstance(other, (bool, str, Unknown, Nothing)):
        return facts
    bound = ranges.as_range(other)
    if way == "=":
        limit = replace(bound, none=False)
    elif way in ("<", "<="):
        limit = Range(None, bound.high, high_open=bound.high_open or way == "<")
    elif way in (">", ">="):
        limit = Range(bound.low, None, low_open=bound.low_open or way == ">")
    else:
        limit = _without(value, other)
    return facts.knowing(side, ranges.intersection(value, limit))


def _without(value: Range, other: Value) -> Range:
    """A range without one number at its end."""
    low_open = not isinstance(other, Range) and value.low is not None and value.low == other
    high_open = not isinstance(other, Range) and value.high is not None and value.high == other
    return Range(
        value.low, value.high, value.low_open or low_open, value.high_open or high_open, without_zero=other == 0
    )
