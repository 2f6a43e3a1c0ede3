"""A quantity that may be none is computed or compared with, and nothing has asked whether it is.

**What it finds**: a quotient whose divisor may be 0, the mean, share, lowest or highest of what may be no records, a
figure that may be known to be absent, used where none has not been ruled out.
**Why**: nobody's 0/0 may become 0, or full marks, by accident.
**Instead**: ask first, in an earlier row, with `and`, in `applies`, or declare a minimum above 0.
"""

from __future__ import annotations

from parrules.checks.reach import Reach
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def none_not_asked(reach: Reach) -> tuple[Diagnostic, ...]:
    spans = reach.checked.spans
    used = {node for watch in reach.watches.values() for node in watch.none_used}
    return tuple(may_be_none(spans[node], spans[node].words) for node in sorted(used) if node in spans)


def may_be_none(span: Span, quantity: str) -> Diagnostic:
    return diagnostic("PR301", span, quantity=" ".join(quantity.split()))
