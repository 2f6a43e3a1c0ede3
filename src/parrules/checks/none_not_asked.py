"""A quantity that may be none is computed or compared with, and nothing has asked whether it is.

**What it finds**: a quotient whose divisor may be 0, the mean, share, lowest or highest of what may be no records, a
figure that may be known to be absent, used where none has not been ruled out.
**Why**: nobody's 0/0 may become 0, or full marks, by accident.
**Instead**: ask first, in an earlier row, with `and`, in `applies`, or declare a minimum above 0.
"""

from __future__ import annotations

from parrules.checks.nodes import nodes_of
from parrules.checks.reach import Reach
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def none_not_asked(reach: Reach) -> tuple[Diagnostic, ...]:
    spans = reach.checked.spans
    used = sorted(node for watch in reach.watches.values() for node in watch.none_used if node in spans)
    nodes = nodes_of(reach.checked.trees) if used else {}
    return tuple(may_be_none(spans[node], spans[node].words, _divisor(nodes.get(node))) for node in used)


def _divisor(node: tree.Node | None) -> str | None:
    """What a quotient divides by, where it is one and no written number."""
    if not isinstance(node, tree.Product):
        return None
    divisors = (factor for sign, factor in node.factors if sign == "/" and not isinstance(factor, tree.Number))
    return next((one.span.words for one in divisors), None)


def may_be_none(span: Span, quantity: str, divisor: str | None = None) -> Diagnostic:
    """divisor: what a quotient divides by; anything else is asked for itself."""
    said = " ".join(quantity.split())
    return diagnostic("PR301", span, quantity=said, divisor=divisor, asked=said if divisor is None else None)
