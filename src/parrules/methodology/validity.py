"""From which day to which something holds."""

from __future__ import annotations

import datetime

from parrules.methodology.reading import Reading, day, scalar
from parrules.syntax.nodes import Mapping
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

Period = tuple[datetime.date | None, datetime.date | None]
"""The first and the last day; None where it is open."""


def period(node: Mapping | None, reading: Reading) -> Period:
    """What stands under `from` and `to`."""
    start, end = day(node, "from"), day(node, "to")
    said = scalar(node, "to")
    if said is not None and start is not None and end is not None and end < start:
        reading.found.append(ends_before_it_starts(said.span, start, end))
        return start, None
    return start, end


def covers(outer: Period, inner: Period) -> bool:
    """Whether every day of `inner` is one of `outer`."""
    starts = outer[0] is None or (inner[0] is not None and outer[0] <= inner[0])
    ends = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return starts and ends


def ends_before_it_starts(span: Span, start: datetime.date, end: datetime.date) -> Diagnostic:
    """The last day comes before the first."""
    return diagnostic("PR429", span, start=start, end=end)
