"""How an operator is evaluated: by its rule among the facts' rules, and then by what conditions have shown of it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from parrules.operators.expressions import Operator
from parrules.scoring.facts import Facts
from parrules.values import ranges
from parrules.values.amounts import Number, Value
from parrules.values.nothing import Nothing
from parrules.values.ranges import MAYBE, Range, Unknown


def evaluate(one: Operator, facts: Facts) -> Value:
    """What the operator is worth, as far as the facts say."""
    value = facts.rules[type(one)](one, facts)
    return _narrower(value, facts.known[one]) if facts.known and one in facts.known else value


def quantity(one: Operator, facts: Facts) -> Number:
    """The number that the operator is worth, to compute or compare with. What may be none is noted, and left out."""
    return as_quantity(evaluate(one, facts), one, facts)


def as_quantity(value: Value, one: Operator, facts: Facts) -> Number:
    """The same for an operator that was evaluated to `value`."""
    if type(value) is int or type(value) is Fraction:
        return value
    if type(value) is Range:
        if not value.none:
            return value
        note_none(one, facts)
        return ranges.settled(replace(value, none=False))
    if isinstance(value, Nothing) and facts.watch is not None:
        note_none(one, facts)
        return Range()
    raise AssertionError(f"a quantity is wanted, and this is {value!r}; checks should have refused the program")


def truth(one: Operator, facts: Facts) -> bool | Unknown:
    """Whether a condition holds; MAYBE while evidence is missing."""
    value = evaluate(one, facts)
    if isinstance(value, bool):
        return value
    if isinstance(value, Unknown):
        if value.none:
            note_none(one, facts)
        return MAYBE
    if isinstance(value, Nothing) and facts.watch is not None:
        note_none(one, facts)
        return MAYBE
    raise AssertionError(f"yes or no is wanted, and this is {value!r}; checks should have refused the program")


def note_none(one: Operator, facts: Facts) -> None:
    if facts.watch is not None:
        facts.watch.none_used.add(one.origin)


def _narrower(value: Value, known: Value) -> Value:
    """A value with what conditions have shown of it."""
    if isinstance(value, Range):
        if isinstance(known, Range):
            return ranges.settled(ranges.intersection(value, known))
        return known if not isinstance(known, Unknown) else value
    return known if isinstance(value, Unknown) and not isinstance(known, Range) else value
