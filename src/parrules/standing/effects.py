"""The same evidence under two editions: who gains, who loses, and through which criterion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from parrules.methodology.difference.records import Difference
from parrules.scoring.sheet import Sheet
from parrules.standing.parts import PartKey, parts_of
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import exact
from parrules.values.ranges import Range

Way = Literal["criterion", "adjustment"]


@dataclass(frozen=True, slots=True)
class Through:
    """What of a body's change comes through one criterion, or through what was done to the sum of those below it.

    old, new: its code in each edition, empty where it is not there; both empty for what was done to the total.
    """

    old: str
    new: str
    way: Way
    change: Number

    @property
    def is_none(self) -> bool:
        return not isinstance(self.change, Range) and self.change == 0


@dataclass(frozen=True, slots=True)
class Effect:
    """One body. change: of its total, None where it has none on one side; what comes through all criteria is that."""

    old: Sheet
    new: Sheet
    change: Number | None
    through: tuple[Through, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A criterion in both editions, and how many bodies gain, lose, or may do either through it."""

    old: str
    new: str
    way: Way
    gain: int
    lose: int
    open: int


def effects_of(
    old: Sequence[Sheet], new: Sequence[Sheet], found: Difference, alike: bool = False
) -> tuple[Effect, ...]:
    """By body, in the order of `old`; those that are on one side only are left out.

    alike: both editions score the same evidence alike, so that nothing changes, open or not.
    """
    there = {sheet.body: sheet for sheet in new}
    both = [(sheet, there[sheet.body]) for sheet in old if sheet.body in there]
    return tuple(_no_effect(*sheets) if alike else _effect(*sheets, found) for sheets in both)


def lines_of(effects: Sequence[Effect]) -> tuple[Line, ...]:
    """Every criterion through which some body gains or loses, in the order in which they are met."""
    met: dict[tuple[str, str, Way], list[Number]] = {}
    for effect in effects:
        for one in effect.through:
            met.setdefault((one.old, one.new, one.way), []).append(one.change)
    return tuple(Line(*key, *_counts(changes)) for key, changes in met.items())


def _counts(changes: Sequence[Number]) -> tuple[int, int, int]:
    settled = [one for one in changes if not isinstance(one, Range)]
    return sum(one > 0 for one in settled), sum(one < 0 for one in settled), len(changes) - len(settled)


def _no_effect(old: Sheet, new: Sheet) -> Effect:
    return Effect(old, new, None if old.total is None or new.total is None else 0, ())


def _effect(old: Sheet, new: Sheet, found: Difference) -> Effect:
    codes = dict(found.codes)
    back = {now: was for was, now in codes.items()}
    before, after = parts_of(old, found.old), parts_of(new, found.new)
    keys = dict.fromkeys([*_keys(after, back, turned=True), *_keys(before, codes)])
    through = (
        Through(was, now, way, _less(_part(after, now, way, was), _part(before, was, way, now)))
        for was, now, way in keys
    )
    total = None if old.total is None or new.total is None else _less(new.total, old.total)
    return Effect(old, new, total, tuple(one for one in through if not one.is_none))


def _keys(
    parts: Mapping[PartKey, Number], codes: Mapping[str, str], turned: bool = False
) -> list[tuple[str, str, Way]]:
    """Each part with its code in both editions. turned: the parts are those of the new one."""
    both = [(code, codes.get(code, ""), way) for code, way in parts]
    return [(other, code, way) if turned else (code, other, way) for code, other, way in both]


def _part(parts: Mapping[PartKey, Number], code: str, way: Way, other: str) -> Number:
    """What the part counts; nothing where the edition does not have it. The total alone has no code on either side."""
    return parts.get((code, way), 0) if code or not other else 0


def _less(one: Number, other: Number) -> Number:
    value = ranges.add(one, ranges.negative(other))
    return value if isinstance(value, Range) else exact(value)
