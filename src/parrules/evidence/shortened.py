"""Many findings of one kind about one column, or about many columns, so that the others can still be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from parrules.text.diagnostic import Argument, Diagnostic, in_reading_order

MOST_ALIKE = 20
"""So many findings of one code about one figure or column are shown one by one, of so many of them in one file."""

_Kind = tuple[str, str]
"""A code, and the file in which it is found."""


def shortened(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """In reading order; of many alike the first ones, and then one that counts the others."""
    kept: list[Diagnostic] = []
    names: dict[_Kind, set[Argument]] = defaultdict(set)
    seen: dict[tuple[_Kind, Argument], int] = defaultdict(int)
    left: dict[tuple[_Kind, Argument], list[Diagnostic]] = defaultdict(list)
    for one in in_reading_order(found):
        kind = one.code, one.span.source.name if one.span else one.place
        name = dict(one.arguments).get("name", "")
        if name not in names[kind] and len(names[kind]) == MOST_ALIKE:
            left[kind, ""].append(one)
            continue
        names[kind].add(name)
        seen[kind, name] += 1
        if seen[kind, name] <= MOST_ALIKE:
            kept.append(one)
        else:
            left[kind, name].append(one)
    return in_reading_order((*kept, *(and_more(more[0], len(more)) for more in left.values())))


def and_more(first: Diagnostic, count: int) -> Diagnostic:
    """count: how many are like `first`, itself counted; it is said at the place of the first."""
    return replace(first, code="EV174", arguments=(("alike", first.code), ("count", count)))
