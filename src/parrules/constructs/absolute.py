"""`abs(x)`: x without its sign."""

from __future__ import annotations

from parrules.constructs import mistakes
from parrules.constructs.vocabulary import Argument, Function
from parrules.operators.expressions import Constant, Greatest, Negative, Operator
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.kinds import Kind


def kind(arguments: tuple[Argument, ...], span: Span) -> Kind | Diagnostic:
    if arguments[0].kind.is_quantity:
        return arguments[0].kind
    return mistakes.not_a_quantity(arguments[0].span, arguments[0].kind)


def rewrite(values: tuple[Operator, ...], node: int) -> Operator:
    # The 0 changes no value; with it, what is open is never taken to be below 0.
    return Greatest((Constant(0, node), values[0], Negative(values[0], node)), node)


ABS = Function("abs", 1, 1, kind, rewrite)
