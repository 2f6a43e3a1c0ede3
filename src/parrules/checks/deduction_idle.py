"""A deduction where there is nothing left to take.

**What it finds**: `deduct 1` where the score stands at the criterion's minimum, whatever the evidence.
**Why**: the score is held at its minimum, so the line reads like a rule and takes nothing.
**Instead**: put it behind what it should reduce; or say a lower `min`, where the score may go below 0.
"""

from __future__ import annotations

from parrules.checks.reach import Reach
from parrules.operators.ledger import Post
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span


def deduction_idle(reach: Reach) -> tuple[Diagnostic, ...]:
    minima = {one.code: one.minimum for one in reach.plan.methodology.every_criterion()}
    found = []
    for planned in reach.plan.criteria:
        highest = reach.watches[planned.code].highest_before
        statements = planned.program.statements if planned.program is not None else ()
        for place, statement in enumerate(statements):
            is_raised = any(isinstance(one, Post) and one.sign > 0 for one in statements[place + 1 :])
            if not isinstance(statement, Post) or statement.sign > 0 or is_raised:
                continue
            for row in statement.rows:
                before = highest.get(row.node)
                if before is not None and before <= minima[planned.code]:
                    found.append(takes_nothing(reach.checked.spans[row.node]))
    return tuple(found)


def takes_nothing(span: Span) -> Diagnostic:
    return warning("PR316", span)
