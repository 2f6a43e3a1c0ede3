"""An amount, or the quantity after `per`, that may be below 0.

**What it finds**: `deduct 100% - r`, `per 1_000 of population - 16_000`, where the difference may turn round.
**Why**: a deduction that turns into a gift, or a bonus into a penalty, is never what was meant.
**Instead**: say `Q above T` or `Q below T`, which are never below 0, or `max(0, ...)`.
"""

from __future__ import annotations

from parrules.checks.reach import Reach
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def negative_amount(reach: Reach) -> tuple[Diagnostic, ...]:
    spans = reach.checked.spans
    nodes = {node for watch in reach.watches.values() for node in watch.negative}
    return tuple(may_be_negative(spans[node], spans[node].words) for node in sorted(nodes) if node in spans)


def may_be_negative(span: Span, quantity: str) -> Diagnostic:
    return diagnostic("PR303", span, quantity=" ".join(quantity.split()))
