"""The part of a methodology that a test is about: the criteria of which it expects or gives something."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import chain

from parrules.evidence.records import Body, Round
from parrules.methodology.model import Criterion
from parrules.operators.expressions import Figure
from parrules.operators.walk import every
from parrules.scoring.score import Prepared
from parrules.scoring.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Part:
    """prepared: rules of these criteria and of what is made of them; only the lines of `codes` come to what they would
    in the whole. None: everything does."""

    prepared: Prepared
    codes: frozenset[str] | None = None

    def own(self, sheet: Sheet) -> Sheet:
        """The sheet with nothing on it that comes to something else in the whole."""
        if self.codes is None:
            return sheet
        return replace(sheet, lines=tuple(line for line in sheet.lines if line.code in self.codes))


def said_of(round_: Round | None) -> frozenset[str]:
    """The figures, tables and criteria of which something is given, for the round or for one of its bodies."""
    if round_ is None:
        return frozenset()
    return frozenset(round_.figures).union(chain.from_iterable(map(_said_of_body, round_.bodies)))


def _said_of_body(body: Body) -> Iterable[str]:
    return chain(body.figures, body.tables, body.last, body.decided, body.marks)


def needed_for(prepared: Prepared, codes: Iterable[str]) -> frozenset[str]:
    """These criteria, those below them, and all whose scores are read on the way."""
    found: set[str] = set()
    waiting = list(codes)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += prepared.planned[one].waits_for
            waiting += [child.code for child in prepared.criteria[one].children]
    return frozenset(found)


def about(prepared: Prepared, said: Collection[str]) -> frozenset[str]:
    """The criteria that read something of which something is given, those below them, and whatever reads their scores
    or those that are made of them."""
    every_one = prepared.plan.criteria
    found = needed_for(prepared, (one.code for one in every_one if not {one.code, *one.reads}.isdisjoint(said)))
    while True:
        moved = {each for one in found for each in (one, *above(prepared, one))}
        more = needed_for(prepared, (one.code for one in every_one if not moved.isdisjoint(one.waits_for)))
        if more <= found:
            return found
        found |= more


def reading(prepared: Prepared, codes: Collection[str]) -> Prepared:
    """The same, that knows nothing of figures that none of these criteria reads, nor one above them; a figure that is
    read brings what it is part of, and its parts, which say what it can be while it is missing."""
    plan, said = prepared.plan, prepared.said
    names = {one.name for one in every(plan.applies) if isinstance(one, Figure)} if plan.applies is not None else set()
    for code in codes:
        for one in (code, *above(prepared, code)):
            names.update(prepared.planned[one].reads)
    together = [{part, whole} for part, whole in said.within.items()]
    while more := {name for pair in together if not pair.isdisjoint(names) for name in pair} - names:
        names |= more
    others = {one.name for one in plan.methodology.figures} - names
    open_values = {name: value for name, value in said.open_values.items() if name not in others}
    within = {part: whole for part, whole in said.within.items() if not others & {part, whole}}
    return replace(prepared, said=replace(said, open_values=open_values, within=within))


def part_of(prepared: Prepared, codes: frozenset[str]) -> Part:
    """codes: with all that they need. Where that is everything, the whole."""
    if len(codes) == len(prepared.criteria):
        return Part(prepared)
    kept = {code for one in codes for code in (one, *above(prepared, one))}
    plan = prepared.plan
    roots = tuple(_pruned(one, kept) for one in plan.methodology.criteria if one.code in kept)
    plan = replace(
        plan,
        methodology=replace(plan.methodology, criteria=roots),
        order=tuple(code for code in plan.order if code in kept),
        classes=None,
        quotas=(),
    )
    criteria = {one.code: one for one in plan.methodology.every_criterion()}
    return Part(replace(reading(prepared, codes), plan=plan, criteria=criteria), codes)


def above(prepared: Prepared, code: str) -> Iterable[str]:
    """The criteria above one, the nearest first."""
    while parent := prepared.parents.get(code, ""):
        yield parent
        code = parent


def _pruned(criterion: Criterion, kept: Collection[str]) -> Criterion:
    return replace(criterion, children=tuple(_pruned(one, kept) for one in criterion.children if one.code in kept))
