"""How points and places changed against another round, body by body, found what they were then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parrules.scoring.sheet import Sheet
from parrules.standing.origins import AS_THEY_WERE, Merger, Origins, ancestors, mergers, origin
from parrules.standing.standing import Against, Change, Place, Ranked, Standing
from parrules.text.order import vietnamese_key
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.ranges import Range

_Before = Mapping[str, tuple[str, Ranked]]
"""For each body, among whom it was ranked, and its row."""


def with_changes(
    now: Sequence[Standing],
    then: Sequence[Standing],
    head_now: Sheet,
    head_then: Sheet,
    origins: Origins = AS_THEY_WERE,
) -> tuple[Standing, ...]:
    """The standings with the change of each body. now, then: by the same measure, each among the same kind of bodies.

    head_now, head_then: any sheet of each round, for its edition and dates. origins: what the bodies were then.
    """
    before = {row.body: (standing.of, row) for standing in then for row in standing.rows}
    known = ancestors((row.body for standing in now for row in standing.rows), origins)
    names = {body: row.body_name for body, (_, row) in before.items()}
    found = []
    for standing in now:
        if standing.within != "round" and not standing.of:
            found.append(standing)  # those in no group have no places to compare
            continue
        rows = tuple(replace(row, change=_change(row, standing.of, before, origins)) for row in standing.rows)
        gone = [row for of, row in before.values() if of == standing.of and row.body not in known]
        merged = mergers(((row.body, row.body_name) for row in rows), names, origins)
        found.append(replace(standing, rows=rows, against=_against(rows, gone, merged, head_now, head_then)))
    return tuple(found)


def _change(row: Ranked, of: str, before: _Before, origins: Origins) -> Change | None:
    known = before.get(origin(row.body, origins) or "")
    if known is None:
        return None
    was_of, was = known
    points = ranges.settled(ranges.as_range(ranges.add(row.value, ranges.negative(was.value))))
    if was_of != of:
        return Change(was.value, points)
    return Change(was.value, points, was.place, _gained(was.place, row.place))


def _gained(then: Place, now: Place) -> Number:
    return ranges.settled(Range(then.first - now.last, then.last - now.first, whole=True))


def _against(
    rows: Sequence[Ranked], gone: Sequence[Ranked], merged: tuple[Merger, ...], head_now: Sheet, head_then: Sheet
) -> Against:
    made = {one.body for one in merged}
    changes = [row.change.points for row in rows if row.change is not None]
    up, down = sum(map(_is_up, changes)), sum(map(_is_down, changes))
    same = sum(not isinstance(points, Range) and points == 0 for points in changes)
    return Against(
        year=head_then.year,
        start=head_then.start,
        end=head_then.end,
        methodology=head_then.methodology,
        edition=head_then.edition,
        rules_changed=(head_now.methodology, head_now.edition) != (head_then.methodology, head_then.edition),
        up=up,
        down=down,
        same=same,
        open=len(changes) - up - down - same,
        new=tuple(row.body_name for row in rows if row.change is None and row.body not in made),
        gone=tuple(sorted((row.body_name for row in gone), key=vietnamese_key)),
        merged=merged,
    )


def _is_up(points: Number) -> bool:
    known = ranges.as_range(points)
    return known.low is not None and (known.low > 0 or (known.low == 0 and known.low_open))


def _is_down(points: Number) -> bool:
    return _is_up(ranges.negative(points))
