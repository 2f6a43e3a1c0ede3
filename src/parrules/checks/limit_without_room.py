"""An `add ... up to L` whose L is more than what is left under the maximum.

**What it finds**: `award 10` and then `add ... up to 25` where the maximum is 25.
**Why**: `up to` limits this entry alone; the author most likely meant the score.
**Instead**: `cap at L` limits the running score.
"""

from __future__ import annotations

from parrules.checks.reach import Reach
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def limit_without_room(reach: Reach) -> tuple[Diagnostic, ...]:
    spans = reach.checked.spans
    nodes = {node for watch in reach.watches.values() for node in watch.no_room}
    return tuple(no_room(spans[node]) for node in sorted(nodes))


def no_room(span: Span) -> Diagnostic:
    return diagnostic("PR307", span)
