"""A criterion that scores records, where there may be none.

**What it finds**: `each:` joined by mean, highest or lowest, without an `applies` that asks for records.
**Why**: of no records these are none, and none is no score.
**Instead**: `applies: count(tasks) > 0`, with `if_not` saying what becomes of it otherwise.
"""

from __future__ import annotations

from parrules.checks.reach import Reach
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def records_without(reach: Reach) -> tuple[Diagnostic, ...]:
    criteria = {one.code: one for one in reach.plan.methodology.every_criterion()}
    found = []
    for code in sorted(reach.without_records):
        each = criteria[code].each
        if each is not None:
            where = f"count({each.table} where {each.where}) > 0" if each.where else f"count({each.table}) > 0"
            found.append(no_records(reach.checked.trees.spans[f"criterion:{code}"], each.table, where))
    return tuple(found)


def no_records(span: Span, table: str, applies: str) -> Diagnostic:
    return diagnostic("PR308", span, table=table, applies=applies)
