"""The plain interpreter: what a core operator is worth. The specification: anything faster is tested against it.

A value is exact, or the range of what it can still be. Each operator has one rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any, cast

from parrules.operators import expressions as op
from parrules.scoring import gathering, narrowing
from parrules.scoring.evaluation import as_quantity, evaluate, note_none, quantity, truth
from parrules.scoring.facts import Facts
from parrules.scoring.parts import part_among
from parrules.scoring.working_days import working_days
from parrules.values import ranges
from parrules.values.amounts import Number, Value
from parrules.values.nothing import NONE, Nothing
from parrules.values.numbers import quotient
from parrules.values.ranges import MAYBE, Range, Unknown


def _constant(one: op.Constant, facts: Facts) -> Value:
    return one.value


def _figure(one: op.Figure, facts: Facts) -> Value:
    return facts.figures[one.name]


def _column(one: op.Column, facts: Facts) -> Value:
    return facts.records[one.level][one.name]


def _named(one: op.Named, facts: Facts) -> Value:
    """Worked out where it is used, under the conditions that hold there; a known value once."""
    seen = facts.seen.get(one.name)
    if seen is not None and not isinstance(seen[0], (Range, Unknown)):
        return seen[0]
    value = evaluate(one.value, facts)
    if facts.noted is not None and type(one.value) is op.Gather:
        facts.noted.names[one.value] = one.name
    if type(value) is Range and one.name in facts.bounds:
        value = _within(value, facts.bounds[one.name])
    if not facts.known or (seen is None and isinstance(value, (Range, Unknown))):  # else it holds only under them
        facts.seen[one.name] = (value, one.kind)
    return value


def _within(value: Range, bounds: Range) -> Value:
    """A figure that is computed lies within what it is declared to; a known one that does not is a finding."""
    return ranges.settled(ranges.intersection(value, replace(bounds, none=value.none)))


def _score_of(one: op.ScoreOf, facts: Facts) -> Value:
    return facts.scores[one.code]


def _sum(one: op.Sum, facts: Facts) -> Value:
    return _folded(one.terms, ranges.add, facts)


def _product(one: op.Product, facts: Facts) -> Value:
    return _folded(one.factors, ranges.multiply, facts)


def _least(one: op.Least, facts: Facts) -> Value:
    return _folded(one.values, ranges.least, facts)


def _greatest(one: op.Greatest, facts: Facts) -> Value:
    return _folded(one.values, ranges.greatest, facts)


def _folded(parts: tuple[op.Operator, ...], join: Callable[[Number, Number], Number], facts: Facts) -> Number:
    value = quantity(parts[0], facts)
    for part in parts[1:]:
        value = join(value, quantity(part, facts))
    return value


def _negative(one: op.Negative, facts: Facts) -> Value:
    return ranges.negative(quantity(one.value, facts))


def _quotient(one: op.Quotient, facts: Facts) -> Value:
    over, under = quantity(one.over, facts), quantity(one.under, facts)
    if type(over) is not Range and type(under) is not Range:
        exact_under = cast("int | Fraction", under)
        return quotient(cast("int | Fraction", over), exact_under) if exact_under != 0 else NONE
    may_be_none = ranges.as_range(under).holds_zero
    if type(under) is not Range and under == 0:
        return NONE
    value = ranges.divide(over, under)
    found = part_among(one.over, one.under, facts.within)
    if found is not None:
        part, others = found
        share = ranges.divide(quantity(part, facts), under)
        value = ranges.settled(ranges.intersection(ranges.as_range(share), Range(0, 1)))
        for other in others:
            value = ranges.multiply(value, quantity(other, facts))
    return replace(ranges.as_range(value), none=True) if may_be_none else value


def _rounded(one: op.Rounded, facts: Facts) -> Value:
    return ranges.round_range(quantity(one.value, facts), one.places, one.way)


def _compared(one: op.Compared, facts: Facts) -> Value:
    left, right = evaluate(one.left, facts), evaluate(one.right, facts)
    if isinstance(left, (bool, str, Unknown)) or isinstance(right, (bool, str, Unknown)):
        return _same(one, left, right, facts)
    a, b = as_quantity(left, one.left, facts), as_quantity(right, one.right, facts)
    if type(a) is not Range and type(b) is not Range:
        return _WAYS[one.way](a, b)
    return narrowing.compared(one.way, ranges.as_range(a), ranges.as_range(b))


def _same(one: op.Compared, left: Value, right: Value, facts: Facts) -> Value:
    """Whether two texts, or two answers of yes or no, are equal."""
    for side, value in ((one.left, left), (one.right, right)):
        if isinstance(value, Nothing) or (isinstance(value, Unknown) and value.none):
            note_none(side, facts)
    if isinstance(left, (Unknown, Nothing)) or isinstance(right, (Unknown, Nothing)):
        return MAYBE
    return (left == right) == (one.way == "=")


def _is_none(one: op.IsNone, facts: Facts) -> Value:
    value = evaluate(one.value, facts)
    if isinstance(value, (Range, Unknown)):
        return MAYBE if value.none else False
    return value is NONE


def _all(one: op.All, facts: Facts) -> Value:
    return _joined(one.conditions, facts, decides=False)


def _any(one: op.Any, facts: Facts) -> Value:
    return _joined(one.conditions, facts, decides=True)


def _joined(conditions: tuple[op.Operator, ...], facts: Facts, decides: bool) -> bool | Unknown:
    """`and` (one no decides) and `or` (one yes decides): each condition under those before it not deciding."""
    result: bool | Unknown = not decides
    here = facts
    for condition in conditions:
        holds = truth(condition, here)
        if holds is decides:
            return decides
        if isinstance(holds, Unknown):
            result = MAYBE
            here = narrowing.suppose(condition, not decides, here)
    return result


def _not(one: op.Not, facts: Facts) -> Value:
    holds = truth(one.condition, facts)
    return MAYBE if isinstance(holds, Unknown) else not holds


def _first(one: op.First, facts: Facts) -> Value:
    """The row that holds; while that is open, whatever the rows that can be first may give."""
    result: Value | None = None
    for row, here in narrowing.outcomes(one.rows, facts)[0]:
        value = evaluate(row.value, here)
        result = value if result is None else joined(result, value)
    if result is None:
        raise AssertionError("no row holds; checks should have refused the program")
    return result


def joined(a: Value, b: Value) -> Value:
    """What is known of a value that is one of two."""
    if a == b and type(a) is type(b):
        return a
    if isinstance(a, (str, bool, Unknown)) or isinstance(b, (str, bool, Unknown)):
        may = any(value is NONE or (isinstance(value, Unknown) and value.none) for value in (a, b))
        return Unknown(may)
    if isinstance(a, Nothing) or isinstance(b, Nothing):
        other = b if isinstance(a, Nothing) else a
        return NONE if isinstance(other, Nothing) else replace(ranges.as_range(other), none=True)
    return ranges.hull(a, b)


def _gather(one: op.Gather, facts: Facts) -> Value:
    return gathering.gather(one, facts)


_WAYS: dict[str, Callable[[Any, Any], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}

RULES: dict[type, Callable[[Any, Facts], Value]] = {
    op.Constant: _constant,
    op.Figure: _figure,
    op.Column: _column,
    op.Named: _named,
    op.ScoreOf: _score_of,
    op.Sum: _sum,
    op.Negative: _negative,
    op.Product: _product,
    op.Quotient: _quotient,
    op.Least: _least,
    op.Greatest: _greatest,
    op.Rounded: _rounded,
    op.Compared: _compared,
    op.IsNone: _is_none,
    op.All: _all,
    op.Any: _any,
    op.Not: _not,
    op.First: _first,
    op.Gather: _gather,
    op.WorkingDays: working_days,
}
