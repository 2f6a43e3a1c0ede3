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
    above = {node for watch in reach.watches.values() for node in watch.above_maximum}
    words = reach.checked.vocabulary.statements
    lines = nodes_of(reach.checked.trees).values() if above else ()
    bases = (one for one in lines if isinstance(one, tree.Statement) and words[one.word].is_base)
    return tuple(above_maximum(row.amount.span) for line in bases for row in line.rows if row.id in above)


def above_maximum(span: Span) -> Diagnostic:
    return diagnostic("PR304", span)
