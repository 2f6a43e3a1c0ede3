"""A section that is rescaled to less than it carries.

**What it finds**: `rescale_to: 10` on a section of 20 points, of which something may be left out.
**Why**: whoever has something left out cannot reach the same total as the others, and perhaps not the highest class.
**Instead**: `rescale_to` the maximum of the section; where the text says so, leave it and say why in a `note`.
"""

from __future__ import annotations

from parrules.checks.reach import Reach
from parrules.methodology.model import Criterion
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span
from parrules.values.numbers import Exact


def rescaled_lower(reach: Reach) -> tuple[Diagnostic, ...]:
    methodology = reach.plan.methodology
    scale = sum(one.maximum for one in methodology.criteria if not one.outside_scale)
    found = []
    for one in methodology.every_criterion():
        if one.rescale_to is not None and one.rescale_to < one.maximum and _may_shrink(one):
            most = scale - one.maximum + one.rescale_to
            span = reach.checked.trees.spans[f"criterion:{one.code}"]
            found.append(weighs_less(span, one.code, one.maximum, one.rescale_to, most))
    return tuple(found)


def _may_shrink(section: Criterion) -> bool:
    return any(
        (child.applies is not None and child.if_not in ("left_out", "shared")) or _may_shrink(child)
        for child in section.children
    )


def weighs_less(span: Span, code: str, maximum: Exact, rescaled: Exact, most: Exact) -> Diagnostic:
    return warning("PR310", span, code=code, maximum=maximum, rescaled=rescaled, most=most)
