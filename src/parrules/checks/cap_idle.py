"""A cap that can never bite.

**What it finds**: `cap at 10` where the running score cannot be above 10.
**Why**: it reads like a rule, and is none: perhaps the figure is wrong, or it stands before what it should limit.
**Instead**: put it behind the statements that it limits, or remove it.
"""

from __future__ import annotations

from parrules.checks.reach import Reach
from parrules.operators.ledger import Limit
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span


def cap_idle(reach: Reach) -> tuple[Diagnostic, ...]:
    found = []
    for planned in reach.plan.criteria:
        watch = reach.watches[planned.code]
        for statement in planned.program.statements if planned.program is not None else ():
            if isinstance(statement, Limit):
                for row in statement.rows:
                    if row.node in watch.reached and row.node not in watch.bites:
                        found.append(never_bites(reach.checked.spans[row.node]))
    return tuple(found)


def never_bites(span: Span) -> Diagnostic:
    return warning("PR306", span)
