"""Two bands of one table that share values and give different amounts.

**What it finds**: `award 3 when 0 <= n <= 10 otherwise 5 when 10 <= n <= 20`, where 10 is in both.
**Why**: the first row that holds decides, so the order of the rows does, which the text does not say.
**Instead**: let a value belong to one band only, with `<` at one of the two ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from parrules.checks.bands import Band, Table, said, tables_of
from parrules.checks.reach import Reach
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span
from parrules.values.numbers import Exact


def band_overlap(reach: Reach) -> tuple[Diagnostic, ...]:
    return tuple(found for table in tables_of(reach.checked) for found in _overlaps(table))


def _overlaps(table: Table) -> Iterator[Diagnostic]:
    two_sided = [band for band in table.bands if band.is_two_sided]
    for first, second in combinations(two_sided, 2):
        if first.row.amount == second.row.amount:
            continue
        below, above = sorted((first, second), key=_by_low)
        if _share(below, above):
            assert above.low is not None and below.high is not None and second.row.when is not None
            ends = said(above.low, table.kind), said(below.high, table.kind)
            value = ends[0] if ends[0] == ends[1] else f"{ends[0]} .. {ends[1]}"
            yield in_both(second.row.when.span, table.quantity, value)


def _by_low(band: Band) -> tuple[Exact, bool]:
    assert band.low is not None  # it has two ends
    return band.low, not band.low_closed


def _share(below: Band, above: Band) -> bool:
    """Whether they share values, and neither holds the other: an exception inside a wider band is meant."""
    if below.low is None or below.high is None or above.low is None or above.high is None:
        return False
    touches = above.low == below.high and above.low_closed and below.high_closed
    starts_later = (above.low, not above.low_closed) > (below.low, not below.low_closed)
    ends_later = (above.high, above.high_closed) > (below.high, below.high_closed)
    return (above.low < below.high or touches) and starts_later and ends_later


def in_both(span: Span, quantity: str, value: str) -> Diagnostic:
    return warning("PR315", span, quantity=quantity, value=value)
