"""A maximum that no evidence can reach.

**What it finds**: a criterion of 2 points whose program never comes to more than 1.
**Why**: everybody loses the rest, whatever they do; mostly an amount is mistyped, or the text itself is wrong.
**Instead**: correct the amount or the maximum; where the text says so, leave it and say why in a `note`.
"""

from __future__ import annotations

from parrules.checks.reach import Reach
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span
from parrules.values.numbers import Exact


def maximum_unreachable(reach: Reach) -> tuple[Diagnostic, ...]:
    spans = reach.checked.trees.spans
    found = []
    for criterion in reach.plan.methodology.every_criterion():
        high = reach.highest.get(criterion.code)
        if high is not None and high < criterion.maximum:
            found.append(never_reached(spans.get(f"maximum:{criterion.code}"), criterion.code, criterion.maximum, high))
    return tuple(found)


def never_reached(span: Span | None, code: str, maximum: Exact, highest: Exact) -> Diagnostic:
    return warning("PR309", span, code=code, maximum=maximum, highest=highest)
