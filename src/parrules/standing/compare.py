"""Two score sheets side by side: two bodies, two rounds or two stages, with differences that add up exactly.

Where the rules differ too, each difference is split into what the rules changed, what the evidence changed, and what
only both together did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parrules.methodology.model import Methodology
from parrules.scoring.sheet import Evidence, Line, Sheet
from parrules.standing.parts import PartKey, parts_of
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.kinds import TABLE
from parrules.values.numbers import Exact, exact
from parrules.values.ranges import Range


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that the two sheets do not have alike; None where a sheet does not read it."""

    first: Evidence | None
    second: Evidence | None


@dataclass(frozen=True, slots=True)
class Split:
    """A change in parts: rules + evidence + interaction + unsplit is the whole change, exactly.

    rules: the old evidence under the new rules, less the old score; evidence: the new evidence under the old rules,
    less the old score; interaction: the rest. unsplit: the change of what could not be scored crosswise.
    """

    rules: Exact
    evidence: Exact
    interaction: Exact
    unsplit: Exact


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A criterion, or what was done to the sum of those below it (then `is_adjustment`, and both lines are theirs).

    first, second: the line in each sheet, None where there is no such criterion. change: what of the change of the
    total it makes; a criterion's is the sum of those below it. counts: the rows that count add up to the whole change,
    those above and below them say the same otherwise. changed: figures that differ. split: where rules do.
    """

    code: str
    first: Line | None
    second: Line | None
    change: Number
    is_adjustment: bool = False
    counts: bool = False
    changed: tuple[Changed, ...] = ()
    split: Split | None = None

    @property
    def line(self) -> Line | None:
        """Of the second sheet, unless the criterion was left out there."""
        if self.second is None or (self.second.score is None and self.first is not None):
            return self.first
        return self.second


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sheets. change: of the total; None where one has no total. split: of the whole change, where rules differ."""

    first: Sheet
    second: Sheet
    rows: tuple[ComparedRow, ...]
    change: Number | None
    split: Split | None = None

    @property
    def rules_differ(self) -> bool:
        one, other = self.first, self.second
        return (one.methodology, one.edition, one.methodology_digest) != (
            other.methodology,
            other.edition,
            other.methodology_digest,
        )


@dataclass(frozen=True, slots=True)
class Crossed:
    """The first evidence under the second rules, and the second evidence under the first rules."""

    first_under_second: Sheet
    second_under_first: Sheet


def compare_sheets(
    first: Sheet, second: Sheet, rules: tuple[Methodology, Methodology], crossed: Crossed | None = None
) -> Compared:
    """rules: by which each sheet was scored. crossed: where these differ, to split the change."""
    parts = parts_of(first, rules[0]), parts_of(second, rules[1])
    splits = _splits(parts, crossed, rules) if crossed is not None and _settled(first) and _settled(second) else {}
    lines = {line.code: line for line in first.lines}, {line.code: line for line in second.lines}
    every = dict.fromkeys((*parts[0], *parts[1], *splits))
    counting = _counting(lines, set(every))
    rows: list[ComparedRow] = []
    for code in _codes(first, second):
        one, other = lines[0].get(code), lines[1].get(code)
        below = _below(code, lines)
        keys = [key for key in every if key[0] in below]
        change = _change(keys, parts)
        split = _together([splits[key] for key in keys]) if splits else None
        counts = (code, "criterion") in counting
        rows.append(ComparedRow(code, one, other, change, False, counts, _changed(one, other), split))
    for key in every:
        change = _change([key], parts)
        if key[1] == "adjustment" and (change != 0 or splits.get(key, _NOTHING) != _NOTHING):
            one, other = lines[0].get(key[0]), lines[1].get(key[0])
            rows.append(ComparedRow(key[0], one, other, change, True, key in counting, (), splits.get(key)))
    total = None if first.total is None or second.total is None else _less(second.total, first.total)
    whole = _together(list(splits.values())) if splits else None
    return Compared(first, second, tuple(rows), total, whole)


_NOTHING = Split(0, 0, 0, 0)


def _splits(
    parts: tuple[Mapping[PartKey, Number], Mapping[PartKey, Number]],
    crossed: Crossed,
    rules: tuple[Methodology, Methodology],
) -> dict[PartKey, Split]:
    first_under_second = parts_of(crossed.first_under_second, rules[1])
    second_under_first = parts_of(crossed.second_under_first, rules[0])
    keys = dict.fromkeys((*parts[0], *parts[1], *first_under_second, *second_under_first))
    return {
        key: _split(
            parts[0].get(key, 0),
            parts[1].get(key, 0),
            first_under_second.get(key, 0),
            second_under_first.get(key, 0),
        )
        for key in keys
    }


def _split(old: Number, new: Number, by_rules: Number, by_evidence: Number) -> Split:
    if isinstance(old, Range) or isinstance(new, Range):
        raise AssertionError("only what is settled is split")
    if isinstance(by_rules, Range) or isinstance(by_evidence, Range):
        return Split(0, 0, 0, exact(new - old))
    both = new - by_rules - by_evidence + old
    return Split(exact(by_rules - old), exact(by_evidence - old), exact(both), 0)


def _together(splits: list[Split]) -> Split:
    return Split(
        exact(sum((one.rules for one in splits), start=0)),
        exact(sum((one.evidence for one in splits), start=0)),
        exact(sum((one.interaction for one in splits), start=0)),
        exact(sum((one.unsplit for one in splits), start=0)),
    )


def _change(keys: Sequence[PartKey], parts: tuple[Mapping[PartKey, Number], Mapping[PartKey, Number]]) -> Number:
    total: Number = 0
    for key in keys:
        total = ranges.add(total, _less(parts[1].get(key, 0), parts[0].get(key, 0)))
    return total if isinstance(total, Range) else exact(total)


def _below(code: str, lines: tuple[Mapping[str, Line], Mapping[str, Line]]) -> set[str]:
    """The criterion and all below it, in either sheet."""
    found, waiting = {code}, [code]
    while waiting:
        here = waiting.pop()
        below = [child for side in lines if here in side for child in side[here].children if child not in found]
        found.update(below)
        waiting += below
    return found


def _counting(lines: tuple[Mapping[str, Line], Mapping[str, Line]], parts: set[PartKey]) -> set[PartKey]:
    """The criteria, as far down as both sheets have the same ones above, and what was done to the sums of these.

    parts: of either sheet; a criterion that is one as a whole counts, whatever stands below it.
    """
    top = min((line.depth for side in lines for line in side.values()), default=0)
    waiting = [line.code for side in lines for line in side.values() if line.depth == top]
    found: set[PartKey] = {("", "adjustment")}
    while waiting:
        code = waiting.pop()
        there = [side[code] for side in lines if code in side]
        if (code, "criterion") not in parts and all(line.children for line in there):
            found.add((code, "adjustment"))
            waiting += [child for line in there for child in line.children]
        else:
            found.add((code, "criterion"))
    return found


def _codes(first: Sheet, second: Sheet) -> list[str]:
    """The criteria of both, in the order of the second, those that only the first has after the one before them."""
    codes = [line.code for line in second.lines]
    before = ""
    for line in first.lines:
        if line.code not in codes:
            codes.insert(codes.index(before) + 1 if before else 0, line.code)
        before = line.code
    return codes


def _changed(first: Line | None, second: Line | None) -> tuple[Changed, ...]:
    """The figures that the two do not have alike, where both are without children.

    Of a table only the number of its records is known here: with as many, it is told where the scores differ.
    """
    sides = [{one.name: one for one in line.evidence} if line and not line.children else {} for line in (first, second)]
    same_score = first is not None and second is not None and first.score == second.score
    return tuple(
        Changed(sides[0].get(name), sides[1].get(name))
        for name in dict.fromkeys((*sides[0], *sides[1]))
        if not _alike(sides[0].get(name), sides[1].get(name), same_score)
    )


def _alike(one: Evidence | None, other: Evidence | None, same_score: bool) -> bool:
    if one is None or other is None or (one.value, one.kind) != (other.value, other.kind):
        return False
    return same_score or one.kind != TABLE


def _settled(sheet: Sheet) -> bool:
    return sheet.total is not None and not isinstance(sheet.total, Range)


def _less(one: Number, other: Number) -> Number:
    return ranges.add(one, ranges.negative(other))
