"""A row of `award` that may come to more than the maximum.

**What it finds**: `award r * maximum` where r may be above 100%.
**Why**: a ratio above 1 is mostly a wrong figure; holding it at the maximum in silence would hide that.
**Instead**: say that the figure is a part of the other (`within:`), give it a `max`, or write `min(..., maximum)`.
"""

from __future__ import annotations

from parrules.checks.nodes import nodes_of
from parrules.checks.reach import Reach
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def award_exceeds(reach: Reach) -> tuple[Diagnostic, ...]:
    above = sorted({node for watch in reach.watches.values() for node in watch.above_maximum})
    nodes = nodes_of(reach.checked.trees) if above else {}
    rows = (nodes[node] for node in above)
    return tuple(above_maximum(row.amount.span) for row in rows if isinstance(row, tree.Row))


def above_maximum(span: Span) -> Diagnostic:
    return diagnostic("PR304", span)
