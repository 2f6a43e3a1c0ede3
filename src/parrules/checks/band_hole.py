"""Bands that leave a hole, so that a value between two of them falls through to the last row.

**What it finds**: `award 1 when r < 30% otherwise 2 when r > 30% otherwise 0`, where 30% itself gets 0.
**Why**: whoever has just that value gets nothing, though both neighbours get something; mostly a `<` should be `<=`.
**Instead**: let each band begin where the one before ends, with `<=` at one of the two; or write the value as a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parrules.checks.bands import Band, Table, said, tables_of
from parrules.checks.reach import Reach
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span


def band_hole(reach: Reach) -> tuple[Diagnostic, ...]:
    return tuple(found for table in tables_of(reach.checked) for found in _holes(table))


def _holes(table: Table) -> Iterator[Diagnostic]:
    """Only where what falls through gets nothing, and both bands beside it give something."""
    last = table.statement.rows[-1]
    if table.unclear or last.when is not None or not _is_nothing(last.amount):
        return
    ordered = sorted((one for one in table.bands if one.low is not None or one.high is not None), key=_by_low)
    covered: list[Band] = []
    for band in ordered:
        if covered and _apart(covered, band, table.whole):
            below = max(covered, key=_by_high)
            if _is_mistake(below, band, table.whole) and not any(_is_nothing(one.row.amount) for one in (below, band)):
                assert below.high is not None and band.low is not None
                first, last_value = below.high, band.low
                if table.whole:
                    first, last_value = first + 1, last_value - 1
                ends = said(first, table.kind), said(last_value, table.kind)
                value = ends[0] if ends[0] == ends[1] else None
                between = None if value else f"{ends[0]} .. {ends[1]}"
                assert band.row.when is not None
                yield hole(band.row.when.span, table.quantity, value or between or "")
        covered.append(band)


def _by_low(band: Band) -> tuple[bool, object, bool]:
    return (band.low is not None, band.low if band.low is not None else 0, not band.low_closed)


def _by_high(band: Band) -> tuple[bool, object, bool]:
    return (band.high is None, band.high if band.high is not None else 0, band.high_closed)


def _apart(covered: Sequence[Band], band: Band, whole: bool) -> bool:
    """Whether something lies between all that is covered and the band."""
    below = max(covered, key=_by_high)
    if below.high is None or band.low is None:
        return False
    if whole:
        return band.low - below.high > 1
    return band.low > below.high or (band.low == below.high and not (band.low_closed or below.high_closed))


def _is_mistake(below: Band, band: Band, whole: bool) -> bool:
    """A single value, or a stretch between two bands that both have two ends; else the middle may be meant."""
    assert below.high is not None and band.low is not None
    alone = band.low - below.high == 2 if whole else band.low == below.high
    return alone or (below.is_two_sided and band.is_two_sided)


def _is_nothing(amount: tree.Expression) -> bool:
    return isinstance(amount, tree.Number | tree.Percent) and amount.value == 0


def hole(span: Span, quantity: str, value: str) -> Diagnostic:
    return warning("PR314", span, quantity=quantity, value=value)
