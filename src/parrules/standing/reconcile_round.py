"""What published figures say of many bodies together: places and means."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from parrules.evidence.published import PrintedRow, Published
from parrules.scoring.sheet import Sheet
from parrules.standing.reconciliation import Way
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import exact
from parrules.values.ranges import Range

EVERYBODY = "all"
"""How a published file calls the mean of all bodies."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A body. sheet: scored from the evidence as it stands; wide: from all that the digits of the evidence allow."""

    sheet: Sheet
    wide: Sheet
    group: str = ""
    region: str = ""


Values = Mapping[str, tuple[Number, Number]]
"""By body, a score as it stands in print, and all that the digits allow."""


def same_name(name: str, sheet: Sheet) -> bool:
    """Whether a published table calls the body so: by its id or by its name."""
    return _plain(name) in (_plain(sheet.body), _plain(sheet.body_name))


def places_in(row: PrintedRow, published: Published, scored: Sequence[Scored]) -> Iterator[tuple[Way, Values]]:
    """The scores among which the body of the row has its place; by the rules where there is evidence of it."""
    if any(same_name(row.name, one.sheet) for one in scored):
        known: dict[str, tuple[Number, Number]] = {}
        for one in scored:
            value, within = _values(one, row.code)
            if value is not None and within is not None:
                known[one.sheet.body] = (value, within)
        yield "ranked", known
        return
    printed = {
        one.name: one.first("points") for one in published.rows if one.subject == "body" and one.code == row.code
    }
    yield "ranked_print", {name: (one.value, one.range) for name, one in printed.items() if one is not None}


def place_of(row: PrintedRow, own: str, values: Values, published: Published) -> tuple[Number, Number] | None:
    """The place of a body, best first: as scores stand in print, and as their digits allow. own: what it is called.

    None where there are bodies of which nothing is known, unless the printed place is impossible all the same.
    """
    rank = row.first("rank")
    if own not in values or rank is None:
        return None
    value, within = values[own]
    others = [one for body, one in values.items() if body != own]
    surely = sum(_is_above(other, within) for _, other in others)
    perhaps = sum(not _is_above(within, other, or_same=True) for _, other in others)
    unknown = _unknown(row, len(values), published)
    possible = Range(1 + surely, None if unknown is None else 1 + perhaps + unknown, whole=True)
    if unknown != 0:
        outside = ranges.intersection(Range(rank.value, rank.value), possible).is_empty
        return (possible, possible) if outside else None
    if any(isinstance(one, Range) for one, _ in values.values()):
        return possible, possible
    return 1 + sum(other > value for other, _ in others), possible  # type: ignore[operator]


def mean_of(
    row: PrintedRow, published: Published, scored: Sequence[Scored]
) -> Iterator[tuple[Way, tuple[Number, Number]]]:
    """The mean of the totals by the rules, and of the printed totals, where they are all there."""
    name, of = _plain(row.name), row.first("of")
    members = [
        one
        for one in scored
        if one.sheet.total is not None and name in (EVERYBODY, _plain(one.group), _plain(one.region))
    ]
    bodies = [one for one in published.rows if one.subject == "body" and not one.code]
    if scored:
        bodies = [one for one in bodies if any(same_name(one.name, member.sheet) for member in members)]
    elif name != EVERYBODY:
        return
    count = len(members) if scored else len(bodies)
    if of.value != count if of is not None else count < 2 or not scored:
        return  # others were there, or may have been
    if members:
        yield "mean", (_mean([one.sheet.total for one in members]), _mean([one.wide.total for one in members]))
    known = [one for one in (row.first("points") for row in bodies) if one is not None]
    if known and len(known) == count:
        yield "mean_print", (_mean([one.value for one in known]), _mean([one.range for one in known]))


def _mean(values: Sequence[Number | None]) -> Number:
    total: Number = 0
    for value in values:
        total = ranges.add(total, Range() if value is None else value)
    return ranges.divide(total, len(values)) if isinstance(total, Range) else exact(Fraction(total) / len(values))


def _values(one: Scored, code: str) -> tuple[Number | None, Number | None]:
    if not code:
        return one.sheet.total, one.wide.total
    scores = [next((line.score for line in sheet.lines if line.code == code), None) for sheet in (one.sheet, one.wide)]
    return scores[0], scores[1]


def _unknown(row: PrintedRow, known: int, published: Published) -> int | None:
    """Of how many bodies nothing is known; None where nobody says. Places up to the number of bodies leave none."""
    of = row.first("of")
    if of is not None:
        return max(0, int(of.value) - known)
    ranks = [one.first("rank") for one in published.rows if one.subject == "body" and one.code == row.code]
    return 0 if known > 1 and all(rank is None or rank.value <= known for rank in ranks) else None


def _is_above(one: Number, other: Number, or_same: bool = False) -> bool:
    """Whether one is surely more than the other, or, where that is asked, not less."""
    low, high = ranges.as_range(one), ranges.as_range(other)
    if low.low is None or high.high is None:
        return False
    if low.low == high.high:
        return or_same or low.low_open or high.high_open
    return low.low > high.high


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
