"""Looks for evidence that brings something about: a situation that no test has shown, or a difference between rules.

Evidence is changed one thing at a time, at the numbers that the rules name; what shows something new is kept and
changed further, and after that what shows known things in new company. Where a threshold is to be met, the change is
worked out exactly from two tries. Nothing is random.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from parrules.evidence.records import Body, Round
from parrules.scoring.evaluation import truth
from parrules.scoring.score import outcomes_of
from parrules.scoring.watch import Watch
from parrules.standing.results import facts_after
from parrules.trials.came import Came, known_of, of_outcome, of_sheet
from parrules.trials.candidates import may_stand_together
from parrules.trials.changes import Apart, changes
from parrules.trials.ground import Ground
from parrules.trials.observed import Observed
from parrules.trials.run import observed, sheets_of
from parrules.trials.situations import Situation, in_sheet, noted_in, of_criterion
from parrules.trials.whole import with_class

MOST_TRIES = 4000
"""So much evidence is tried for one criterion."""

MOST_TRIES_OF_CLASSES = 20_000
"""For the classes of the whole, where a try costs less: the scores are set outright, and mostly as they were."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one run showed. apart: how far the sides of each comparison lay apart. read: the figures that it looked at,
    or None where others may tell, too."""

    situations: frozenset[Situation]
    apart: Apart
    came: Came
    read: frozenset[str] | None = None


def look(ground: Ground, body: Body) -> Seen | None:
    """One run, observed; None where the evidence cannot be, or the rules have no answer for it."""
    figures = {name: one.value for name, one in (*ground.round_.figures.items(), *body.figures.items())}
    if not may_stand_together(ground.prepared.said.within, figures):
        return None
    return (_whole if ground.is_whole else _criterion)(ground, ground.with_body(body))


def explore(
    ground: Ground, seeds: Iterable[Body], wanted: Callable[[Body, Seen], bool], tries: int = MOST_TRIES
) -> int:
    """Tries evidence, the seeds first, for as long as `wanted`, which is told of each, asks for more.

    Returns how many tries are left.
    """
    known: set[Situation] = set()
    together: set[frozenset[Situation]] = set()
    seeds = tuple(seeds)
    unseeded = tries - len(seeds)
    first: deque[tuple[Body, Seen]] = deque()
    later: deque[tuple[Body, Seen]] = deque()
    for body in _tried(ground, seeds, first, later):
        tries -= 1
        if tries <= 0:
            return 0
        seen = look(ground, body)
        if seen is None:
            continue
        if not wanted(body, seen):
            return tries
        if seen.situations - known:
            first.append((body, seen))
        elif seen.situations not in together or tries >= unseeded:
            later.append((body, seen))
        known |= seen.situations
        together.add(seen.situations)
    return tries


def _apart(ground: Ground) -> Callable[[Body], Apart | None]:
    def apart(body: Body) -> Apart | None:
        seen = look(ground, body)
        return None if seen is None else seen.apart

    return apart


def _tried(
    ground: Ground, seeds: Iterable[Body], first: deque[tuple[Body, Seen]], later: deque[tuple[Body, Seen]]
) -> Iterator[Body]:
    """The seeds, and then changes of what was kept: first of what showed something new last, and then of all in turn,
    so that no way is gone to its end while another, shorter one waits."""
    yield from seeds
    under_way: deque[Iterator[Body]] = deque()
    newest_again = False
    while first or under_way or later:
        if first or not under_way:
            body, seen = first.pop() if first else later.popleft()
            under_way.append(changes(ground, body, seen.apart, seen.read, _apart(ground)))
        elif newest_again:
            under_way.rotate(1)
        newest_again = not newest_again
        changed = next(under_way[-1], None)
        if changed is None:
            under_way.pop()
        else:
            yield changed


def _criterion(ground: Ground, round_: Round) -> Seen | None:
    """The criterion alone, and what it waits for; None of a body that is not assessed, of which it cannot be asked."""
    seen, watch = Observed(), Watch(only_sure=True)
    prepared = observed(ground.prepared, seen.rules(), watch)
    plan, body = prepared.plan, round_.bodies[0]
    if plan.applies is not None and truth(plan.applies, known_of(ground.prepared, round_)) is False:
        return None
    outcomes = outcomes_of(prepared, known_of(prepared, round_), body)
    found = noted_in(seen, watch, plan, ground.owners)
    for code, outcome in outcomes.items():
        has_condition = prepared.planned[code].applies is not None
        found.update(of_criterion(code, has_condition, outcome.status, outcome.entries))
    handed = {name for code in outcomes for name in prepared.criteria[code].reads}  # to criteria of plugins
    read = None if plan.reads_bodies else frozenset(seen.read | handed)
    return Seen(frozenset(found), {**seen.apart, **watch.above_limit}, of_outcome(outcomes[ground.code]), read)


def _whole(ground: Ground, round_: Round) -> Seen:
    """The whole sheet, for what gives a class."""
    seen, watch = Observed(), Watch(only_sure=True)
    prepared, body = observed(ground.prepared, seen.rules(), watch), round_.bodies[0]
    found: set[Situation] = set()
    read: frozenset[str] | None = None
    if not ground.code and ground.results is not None:
        sheet, before, watched = ground.results.before_class(ground.prepared, round_, body)
        sheet = with_class(sheet, prepared.plan, facts_after(prepared, round_, body, sheet))
        found |= noted_in(before, watched, prepared.plan, ground.owners)
        read = frozenset(seen.read | before.read)
    else:
        sheet = sheets_of(prepared, round_)[0][0]
    found |= noted_in(seen, watch, prepared.plan, ground.owners) | set(in_sheet(sheet))
    return Seen(frozenset(found), {**seen.apart, **watch.above_limit}, of_sheet(sheet, ground.code), read)
