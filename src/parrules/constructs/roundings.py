"""`round(x)`, `round(x, 2)`, `round_down`, `round_up`: to whole numbers, or to so many decimals.

Half goes away from zero, as a spreadsheet rounds. A ratio is not rounded: round the points that it gives.
"""

from __future__ import annotations

from collections.abc import Callable

from parrules.constructs import mistakes
from parrules.constructs.vocabulary import Argument, Function
from parrules.operators.expressions import Constant, Operator, Rounded
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.kinds import Kind
from parrules.values.numbers import Way

MOST_PLACES = 6


def kind(arguments: tuple[Argument, ...], span: Span) -> Kind | Diagnostic:
    value = arguments[0]
    if not value.kind.is_quantity or value.kind.name == "ratio":
        return mistakes.cannot_be_rounded(value.span, value.kind)
    if len(arguments) == 2:
        places = arguments[1].literal
        if places is None or not 0 <= places <= MOST_PLACES:
            return mistakes.places_not_written(arguments[1].span, MOST_PLACES)
    return value.kind


def rewriting(way: Way) -> Callable[[tuple[Operator, ...], int], Operator]:
    def rewrite(values: tuple[Operator, ...], node: int) -> Operator:
        places = 0
        if len(values) == 2 and isinstance(values[1], Constant) and isinstance(values[1].value, int):
            places = values[1].value
        return Rounded(values[0], places, way, node)

    return rewrite


ROUND = Function("round", 1, 2, kind, rewriting("half_up"))
ROUND_DOWN = Function("round_down", 1, 2, kind, rewriting("down"))
ROUND_UP = Function("round_up", 1, 2, kind, rewriting("up"))
