"""Many findings of one kind about one column, so that the others can still be seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parrules.text.diagnostic import Argument, Diagnostic, in_reading_order

MOST_ALIKE = 20
"""So many findings of one code about one figure or column of one file are shown one by one."""


def shortened(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """In reading order; of many alike the first ones, and then one that counts the others."""
    kept: list[Diagnostic] = []
    seen: dict[tuple[str, str, Argument], int] = {}
    last: dict[tuple[str, str, Argument], Diagnostic] = {}
    for one in in_reading_order(found):
        key = (one.code, one.span.source.name if one.span else one.place, dict(one.arguments).get("name", ""))
        seen[key] = seen.get(key, 0) + 1
        if seen[key] <= MOST_ALIKE:
            kept.append(one)
        elif seen[key] == MOST_ALIKE + 1:
            last[key] = one
    return in_reading_order((*kept, *(and_more(one, seen[key] - MOST_ALIKE) for key, one in last.items())))


def and_more(first: Diagnostic, count: int) -> Diagnostic:
    """count: how many are like `first`, itself counted; it is said at the place of the first."""
    return replace(first, code="EV174", arguments=(("alike", first.code), ("count", count)))
