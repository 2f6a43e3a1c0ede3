"""An `add ... up to L` whose L is more than what is left under the maximum.

**What it finds**: `award 10` and then `add ... up to 25` where the maximum is 25.
**Why**: `up to` limits this entry alone; the author most likely meant the score.
**Instead**: `cap at L` limits the running score.
"""

from __future__ import annotations

from parrules.checks.nodes import nodes_of
from parrules.checks.reach import Reach
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def limit_without_room(reach: Reach) -> tuple[Diagnostic, ...]:
    without = sorted({node for watch in reach.watches.values() for node in watch.no_room})
    nodes = nodes_of(reach.checked.trees) if without else {}
    limits = (row.up_to for row in (nodes[node] for node in without) if isinstance(row, tree.Row))
    return tuple(no_room(limit.span, limit.span.words) for limit in limits if limit is not None)


def no_room(span: Span, limit: str) -> Diagnostic:
    return diagnostic("PR307", span, cap=f"cap at {limit}")
