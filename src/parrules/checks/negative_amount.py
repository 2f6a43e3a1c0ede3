"""An amount, or the quantity after `per`, that may be below 0.

**What it finds**: `deduct 100% - r`, `per 1_000 of population - 16_000`, where the difference may turn round.
**Why**: a deduction that turns into a gift, or a bonus into a penalty, is never what was meant.
**Instead**: say `Q above T` or `Q below T`, which are never below 0, or `max(0, ...)`.
"""

from __future__ import annotations

from parrules.checks.nodes import nodes_of
from parrules.checks.reach import Reach
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def negative_amount(reach: Reach) -> tuple[Diagnostic, ...]:
    spans = reach.checked.spans
    negative = sorted(node for watch in reach.watches.values() for node in watch.negative if node in spans)
    nodes = nodes_of(reach.checked.trees) if negative else {}
    return tuple(may_be_negative(spans[node], spans[node].words, _meant(nodes.get(node))) for node in negative)


def _meant(node: tree.Node | None) -> str | None:
    """The excess or shortfall that a difference of two was meant to be; or what stands behind a minus."""
    if isinstance(node, tree.Minus):
        return node.value.span.words
    if not isinstance(node, tree.Sum) or [sign for sign, _ in node.terms] != ["+", "-"]:
        return None
    (_, first), (_, second) = node.terms
    is_bound = isinstance(first, tree.Number | tree.Percent)
    value, way, threshold = (second, "below", first) if is_bound else (first, "above", second)
    return f"{value.span.words} {way} {threshold.span.words}"


def may_be_negative(span: Span, quantity: str, meant: str | None) -> Diagnostic:
    return diagnostic("PR303", span, quantity=" ".join(quantity.split()), meant=meant)
