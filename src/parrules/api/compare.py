"""Two bodies, two rounds or two stages side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from parrules.api.cache import NO_CACHE, Cache
from parrules.api.origins import origins_of
from parrules.api.outcome import Evaluation
from parrules.api.verbs import evaluate, score_round
from parrules.scoring.sheet import Sheet
from parrules.standing.carried import NotCarried, carried
from parrules.standing.compare import Compared, Crossed, compare_sheets
from parrules.standing.origins import AS_THEY_WERE, Merger, Origins, ancestors, mergers, origin
from parrules.text.diagnostic import Diagnostic, diagnostic


@dataclass(frozen=True, slots=True)
class CompareOutcome:
    """pairs: a body each. only_first, only_second: the names of bodies that the other evidence does not have.

    not_carried: where the rules differ, what of the first evidence the second rules could not use, and the reverse.
    evaluations: of the first and the second evidence; the same one twice where there is one file. merged: bodies that
    were made of others between the two rounds, as the later evidence says.
    """

    pairs: tuple[Compared, ...]
    evaluations: tuple[Evaluation, Evaluation]
    only_first: tuple[str, ...] = ()
    only_second: tuple[str, ...] = ()
    not_carried: tuple[tuple[NotCarried, ...], tuple[NotCarried, ...]] = ((), ())
    merged: tuple[Merger, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def compare(
    first: str | Path,
    second: str | Path | None = None,
    *,
    bodies: Sequence[str] = (),
    methodology: Sequence[str] = (),
    cache: Cache = NO_CACHE,
) -> CompareOutcome:
    """Compares two bodies of one evidence file, or the same bodies of two: two rounds, two stages.

    bodies: of one file, two; of two files, one that is in both, or one in each. methodology: for both files, or one
    for each; unless given, those that the evidence names.
    """
    named = [*methodology, None, None] if len(methodology) != 1 else [methodology[0]] * 2
    if second is None:
        one = evaluate(named[0], first, bodies=bodies, cache=cache)
        if len(one.sheets) != 2:
            wrong = (name_two_bodies(sheet.body for sheet in one.sheets),) if one.sheets else ()
            return CompareOutcome((), (one, one), diagnostics=wrong)
        return _closed(((one.sheets[0], one.sheets[1]),), (one, one))
    if len(bodies) > 2:
        return CompareOutcome((), (Evaluation(()), Evaluation(())), diagnostics=(too_many_bodies(),))
    sides = (
        evaluate(named[0], first, bodies=bodies[:1], cache=cache),
        evaluate(named[1], second, bodies=bodies[-1:], cache=cache),
    )
    if not sides[0].sheets or not sides[1].sheets:
        return CompareOutcome((), sides)
    origins, later = origins_of(sides[1], sides[0], first)
    sides = (sides[0], later)
    if len(bodies) == 2:
        return _closed(((sides[0].sheets[0], sides[1].sheets[0]),), sides)
    if origins:
        order = [sheet.body for sheet in sides[0].sheets]
        found = [(then, now) for now, then in _pairs(sides[1].sheets, sides[0].sheets, origins)]
        return _closed(sorted(found, key=lambda pair: order.index(pair[0].body)), sides, origins)
    back, earlier = origins_of(sides[0], sides[1], second)
    sides = (earlier, sides[1])
    return _closed(_pairs(sides[0].sheets, sides[1].sheets, back), sides, back, turned=True)


_Pair = tuple[Sheet, Sheet]


def _pairs(now: Sequence[Sheet], then: Sequence[Sheet], origins: Origins) -> tuple[_Pair, ...]:
    """Each body with what it was: as the evidence says, or else by its id, or else by its name."""
    by_id, by_name = {sheet.body: sheet for sheet in then}, {sheet.body_name: sheet for sheet in then}
    found = []
    for sheet in now:
        was = by_id.get(origin(sheet.body, origins) or "")
        if was is None and sheet.body not in origins:
            was = by_name.get(sheet.body_name or sheet.body)
        found.append((sheet, was))
    return tuple((sheet, was) for sheet, was in found if was is not None)


def _closed(
    pairs: Sequence[_Pair], sides: tuple[Evaluation, Evaluation], origins: Origins = AS_THEY_WERE, turned: bool = False
) -> CompareOutcome:
    """origins: what the bodies of the later round were; turned: whether that is the first."""
    one, other = sides
    if not pairs:
        return CompareOutcome((), sides, diagnostics=(nobody_in_both(),))
    if one.plan is None or other.plan is None:
        return CompareOutcome((), sides)
    rules = one.plan.methodology, other.plan.methodology
    crossed, not_carried = _crossed(sides) if one.plan.digest != other.plan.digest else (({}, {}), ((), ()))
    compared = []
    for first, second in pairs:
        across = (crossed[0].get(first.body), crossed[1].get(second.body))
        both = Crossed(across[0], across[1]) if across[0] is not None and across[1] is not None else None
        compared.append(compare_sheets(first, second, rules, both))
    then, now = (other, one) if turned else (one, other)
    names = {sheet.body: sheet.body_name or sheet.body for sheet in then.sheets}
    merged = mergers(((sheet.body, sheet.body_name) for sheet in now.sheets), names, origins)
    if one is other:
        return CompareOutcome(tuple(compared), sides)
    made = {body.body for body in merged}
    apart = (made, ancestors(made, origins)) if turned else (ancestors(made, origins), made)
    only = [_only(side, {pair[place].body for pair in pairs} | apart[place]) for place, side in enumerate(sides)]
    return CompareOutcome(tuple(compared), sides, only[0], only[1], not_carried, merged)


def _only(side: Evaluation, told: set[str]) -> tuple[str, ...]:
    """The names of those that the other side does not have."""
    return tuple(sheet.body_name or sheet.body for sheet in side.sheets if sheet.body not in told)


_Sheets = dict[str, Sheet]


def _crossed(
    sides: tuple[Evaluation, Evaluation],
) -> tuple[tuple[_Sheets, _Sheets], tuple[tuple[NotCarried, ...], tuple[NotCarried, ...]]]:
    """Each evidence under the rules of the other, by body; and what of it those rules could not use."""
    sheets: list[_Sheets] = []
    missing: list[tuple[NotCarried, ...]] = []
    for own, other in (sides, sides[::-1]):
        if own.plan is None or own.round is None or other.plan is None:
            return ({}, {}), ((), ())
        round_, left = carried(own.round, own.plan.methodology, other.plan.methodology)
        scored, _ = score_round(other.plan, round_, round_.bodies, ())
        sheets.append({sheet.body: sheet for sheet in scored})
        missing.append(left)
    return (sheets[0], sheets[1]), (missing[0], missing[1])


def name_two_bodies(known: Iterable[str]) -> Diagnostic:
    """known: the ids of the bodies that were chosen."""
    ids = tuple(known)
    shown = ids if len(ids) <= 8 else (*ids[:7], "…")
    return diagnostic("UC141", bodies=shown)


def too_many_bodies() -> Diagnostic:
    return diagnostic("UC142")


def nobody_in_both() -> Diagnostic:
    return diagnostic("UC143")
