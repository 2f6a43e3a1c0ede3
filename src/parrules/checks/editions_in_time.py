"""Editions of one methodology that leave days between them, or hold on the same days.

**What it finds**: an edition that begins before the one before it ends, or later than the day after.
**Why**: a round whose last day lies there has two editions to be scored by, or none.
**Instead**: end each edition, in `valid: {to: ...}`, on the day before the next one begins.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parrules.methodology.checked import Checked
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OtherEdition:
    """Another rule file of the same methodology: its edition, its first and last day, and its name."""

    edition: str
    valid_from: datetime.date
    valid_to: datetime.date | None
    file: str


def editions_in_time(checked: Checked, others: Sequence[OtherEdition]) -> tuple[Diagnostic, ...]:
    """Told of the later edition of two, so that each is told once."""
    methodology, span = checked.methodology, checked.trees.spans["methodology"]
    return tuple(_found(methodology.valid_from, others, span))


def _found(start: datetime.date, others: Sequence[OtherEdition], span: Span) -> Iterator[Diagnostic]:
    before = [one for one in others if one.valid_from < start]
    same = [one for one in before if one.valid_to is None or one.valid_to >= start]
    yield from (both_hold(span, one.edition, one.file, start, start - _DAY) for one in same)
    ends = [one.valid_to for one in before if one.valid_to is not None]
    if ends and not same and max(ends) + _DAY < start:
        last = next(one for one in before if one.valid_to == max(ends))
        yield days_between(span, last.edition, max(ends) + _DAY, start - _DAY)


def both_hold(span: Span, edition: str, file: str, start: datetime.date, ends: datetime.date) -> Diagnostic:
    """ends: the day on which the earlier one should end."""
    return warning("PR317", span, edition=edition, file=file, start=start, ends=ends)


def days_between(span: Span, edition: str, start: datetime.date, end: datetime.date) -> Diagnostic:
    return warning("PR318", span, edition=edition, start=start, end=end)
