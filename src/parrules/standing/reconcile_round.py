"""What published figures say of many bodies together: places and means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from parrules.evidence.published import PrintedRow
from parrules.standing.publication import EVERYBODY, Publication, plain_name
from parrules.standing.reconciliation import Way
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import exact
from parrules.values.ranges import Range

_Found = tuple[Way, tuple[Number, Number]]
"""How a figure was found; what it is as scores stand in print, and all that their digits allow."""


def place_of(row: PrintedRow, publication: Publication) -> _Found | None:
    """The place of the row's body, best first.

    None where there are bodies of which nothing is known, unless the printed place is impossible all the same.
    """
    rank = row.first("rank")
    way, own, places = publication.places(row)
    if rank is None or own not in places.values:
        return None
    unknown = _unknown(row, len(places), publication)
    best, worst = places.possible(own)
    possible = Range(best, None if unknown is None else worst + unknown, whole=True)
    if unknown != 0:
        outside = ranges.intersection(Range(rank.value, rank.value), possible).is_empty
        return (way, (possible, possible)) if outside else None
    place = places.place(own)
    return way, (possible if place is None else place, possible)


def means_of(row: PrintedRow, publication: Publication) -> Iterator[_Found]:
    """The mean of the totals by the rules, and of the printed totals, where all of them are there."""
    name, of, scored = plain_name(row.name), row.first("of"), publication.scored
    members = [
        one
        for one in scored
        if one.sheet.total is not None and name in (EVERYBODY, plain_name(one.group), plain_name(one.region))
    ]
    bodies = [one.sheet.body for one in members] if scored else list(publication.printed_bodies())
    if not scored and name != EVERYBODY:
        return
    if of.value != len(bodies) if of is not None else len(bodies) < 2 or not scored:
        return  # others were there, or may have been
    if members:
        yield "mean", (_mean([one.sheet.total for one in members]), _mean([one.wide.total for one in members]))
    known = [one for one in (publication.printed(body, "") for body in bodies) if one is not None]
    if known and len(known) == len(bodies):
        yield "mean_print", (_mean([one.value for one in known]), _mean([one.range for one in known]))


def _mean(values: Sequence[Number | None]) -> Number:
    total: Number = 0
    for value in values:
        total = ranges.add(total, Range() if value is None else value)
    return ranges.divide(total, len(values)) if isinstance(total, Range) else exact(Fraction(total) / len(values))


def _unknown(row: PrintedRow, known: int, publication: Publication) -> int | None:
    """Of how many bodies nothing is known; None where nobody says. Places up to the number of bodies leave none."""
    of = row.first("of")
    if of is not None:
        return max(0, int(of.value) - known)
    return 0 if known > 1 and publication.last_place(row.code) <= known else None
