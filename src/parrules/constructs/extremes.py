"""`min(a, b, ...)` and `max(a, b, ...)`: the least and the greatest of values of one kind."""

from __future__ import annotations

from parrules.constructs import mistakes
from parrules.constructs.vocabulary import Argument, Function
from parrules.operators.expressions import Greatest, Least, Operator
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.kind_rules import beside
from parrules.values.kinds import Kind


def kind(arguments: tuple[Argument, ...], span: Span) -> Kind | Diagnostic:
    """The one kind of all arguments."""
    result = arguments[0].kind
    for argument in arguments[1:]:
        is_zero_beside_ratio = "ratio" in (result.name, argument.kind.name) and argument.literal == 0
        both = result if is_zero_beside_ratio else beside(result, argument.kind)
        if both is None and arguments[0].literal == 0 and argument.kind.name == "ratio":
            both = argument.kind
        if both is None:
            return mistakes.kinds_do_not_mix(argument.span, result, argument.kind)
        result = both
    if not (result.is_quantity or result.name in ("date", "one_of")):
        return mistakes.not_a_quantity(span, result)
    return result


def least(values: tuple[Operator, ...], node: int) -> Operator:
    return Least(values, node)


def greatest(values: tuple[Operator, ...], node: int) -> Operator:
    return Greatest(values, node)


MIN = Function("min", 2, None, kind, least)
MAX = Function("max", 2, None, kind, greatest)
