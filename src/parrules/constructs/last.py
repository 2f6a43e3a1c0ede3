"""`last(x)`: what figure x of this body was in the last round; none where the body had none then.

It is a figure of its own, handed in with the evidence of the last round.
"""

from __future__ import annotations

from parrules.constructs import mistakes
from parrules.constructs.vocabulary import Argument, Function
from parrules.operators.expressions import Column, Figure, Operator
from parrules.operators.last_round import in_last_round
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.kinds import Kind


def kind(arguments: tuple[Argument, ...], span: Span) -> Kind | Diagnostic:
    only = arguments[0]
    return only.kind if only.figure else mistakes.not_of_last_round(only.span, only.span.words)


def rewrite(values: tuple[Operator, ...], node: int) -> Operator:
    match values[0]:
        case Figure(name):
            return Figure(in_last_round(name), node)
        case Column(name, level=level):
            return Column(in_last_round(name), node, level)
        case _:
            raise AssertionError("kind() takes only figures")


LAST = Function("last", 1, 1, kind, rewrite)
