"""A row that no evidence can reach.

**What it finds**: a row whose condition is already settled by the rows above it, or by what its figures can be.
**Why**: the author meant something by it, and it never happens: bands in the wrong order, a threshold mistyped.
**Instead**: put the narrower condition first, or remove the row. A closing `otherwise 0` is let be: it does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator

from parrules.checks.reach import Reach
from parrules.operators.expressions import Constant
from parrules.operators.ledger import Program, Row
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span


def row_unreachable(reach: Reach) -> tuple[Diagnostic, ...]:
    return tuple(unreachable(reach.checked.spans[node]) for node in _never(reach))


def _never(reach: Reach) -> Iterator[int]:
    for planned in reach.plan.criteria:
        for program in (planned.program, planned.classes):
            yield from _rows(program, reach.watches[planned.code].reached)
    yield from _rows(reach.plan.classes, reach.watches[""].reached)


def _rows(program: Program | None, reached: set[int]) -> Iterator[int]:
    for statement in program.statements if program is not None else ():
        for row in statement.rows:
            if row.node not in reached and not _closes(row):
                yield row.node


def _closes(row: Row) -> bool:
    """`otherwise 0`, which closes a table for its reader though every case stands above it."""
    return row.when is None and isinstance(row.amount, Constant) and row.amount.value == 0


def unreachable(span: Span) -> Diagnostic:
    return warning("PR305", span)
