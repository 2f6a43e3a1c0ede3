"""How much of a methodology its tests show, and which changes to it they notice; with evidence that would."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parrules.evidence.records import Body, Round
from parrules.methodology.checked import Checked
from parrules.plan.plan import Plan
from parrules.scoring.in_python import ScoredInPython
from parrules.scoring.score import NO_PYTHON, Prepared, prepare
from parrules.scoring.watch import Watch
from parrules.trials.came import Came, came_on
from parrules.trials.explore import MOST_TRIES, MOST_TRIES_OF_CLASSES, Seen, explore
from parrules.trials.ground import Ground, ground_of, plain_round, seeds_of, suited
from parrules.trials.mutants import Mutant, mutants_of
from parrules.trials.noticing import Told, unnoticed
from parrules.trials.observed import Observed
from parrules.trials.rule_tests import Excuse
from parrules.trials.run import Given, Outcome, observed, outcome_of, with_rules
from parrules.trials.situations import Situation, possible, shown_by

WITNESSES = 1200
"""So much evidence is tried in search of some that tells a changed rule from the rule."""

WITNESSES_OF_CLASSES = 3000
"""For the classes of the whole, which have longer ways to a row."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A body that would show something. came: what its criterion comes to; ground: what of the body is read.

    by_entries: whether the score alone would not show it.
    """

    body: Body
    came: Came
    ground: Ground
    by_entries: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """wanted: every situation, in the order of the file; missing: those that no test shows, each with evidence that
    would, where some was found; excused: those that the author says cannot happen."""

    wanted: tuple[Situation, ...]
    missing: tuple[tuple[Situation, Witness | None], ...]
    excused: tuple[Situation, ...]


@dataclass(frozen=True, slots=True)
class Survivor:
    """A changed rule that no test notices. witness: evidence that tells the two apart; None where none was found, and
    the change may make no difference. excused: by the author."""

    mutant: Mutant
    witness: Witness | None
    excused: bool = False


@dataclass(frozen=True, slots=True)
class Noticed:
    """How many changed rules the tests were tried on, and which they did not notice."""

    tried: int
    survivors: tuple[Survivor, ...]


def run_observed(
    plan: Plan, given: Sequence[Given], python: Mapping[str, ScoredInPython] = NO_PYTHON
) -> tuple[tuple[Outcome, ...], frozenset[Situation]]:
    """Every test with its outcome, and the situations that they show. python: the criteria of plugins."""
    seen, watch = Observed(), Watch(only_sure=True)
    prepared = observed(prepare(plan, python), seen.rules(), watch)
    outcomes = tuple(outcome_of(one, prepared) for one in given)
    return outcomes, shown_by(seen, watch, plan, (sheet for outcome in outcomes for sheet in outcome.sheets))


def coverage(
    checked: Checked,
    plan: Plan,
    round_: Round,
    shown: frozenset[Situation],
    excuses: Sequence[Excuse],
    python: Mapping[str, ScoredInPython],
    told: Told,
) -> Shown:
    """What no test shows, each with evidence that would. round_: of the tests. told: hears how far it is."""
    wanted = possible(checked, plan)
    left = [one for one in wanted if one not in shown]
    excused = tuple(one for one in left if any(each.is_of(one.code, checked.spans.get(one.node)) for each in excuses))
    missing = [one for one in left if one not in excused]
    found: dict[Situation, Witness] = {}
    prepared = prepare(plan, python)
    codes = tuple(dict.fromkeys(one.code for one in missing))
    for place, code in enumerate(codes):
        told(place, len(codes))
        looked_for = {one for one in missing if one.code == code}
        for ground in _grounds(prepared, code, round_):
            tries = MOST_TRIES if code else MOST_TRIES_OF_CLASSES
            explore(ground, seeds_of(ground), _finding(looked_for, found, ground), tries)
    return Shown(wanted, tuple((one, found.get(one)) for one in missing), excused)


def mutation(
    checked: Checked,
    plan: Plan,
    tested: Sequence[tuple[Given, Outcome]],
    round_: Round,
    excuses: Sequence[Excuse],
    python: Mapping[str, ScoredInPython],
    told: Told,
) -> Noticed:
    """Which changed rules no test notices, each with evidence that tells it from the rule.

    tested: each test with what it came to under the rules as they are. told: hears how many of them were tried.
    """
    prepared = prepare(plan, python)
    mutants = tuple(mutants_of(checked, plan))
    survivors = tuple(unnoticed(mutants, prepared, tested, told))
    found: list[Survivor] = []
    rounds = [given.round_ for given, outcome in tested if outcome.passed and given.round_ is not None]
    bodies = [_with_shared(body, one) for one in rounds for body in one.bodies]
    for code in dict.fromkeys(mutant.code for mutant in survivors):
        told(len(found), len(survivors))
        excused: list[Mutant] = []
        others: list[Mutant] = []
        for mutant in survivors:
            if mutant.code == code:
                is_excused = any(each.is_of(code, mutant.span) for each in excuses)
                (excused if is_excused else others).append(mutant)
        witnesses = _telling_apart(others, prepared, code, round_, bodies)
        found += [Survivor(one, witnesses.get(place)) for place, one in enumerate(others)]
        found += [Survivor(one, None, excused=True) for one in excused]
    return Noticed(len(mutants), tuple(found))


def round_of_tests(plan: Plan, given: Sequence[Given]) -> Round:
    """The round of the tests; where there are none, the year from which the edition is valid."""
    for one in given:
        if one.round_ is not None:
            return replace(one.round_, bodies=(_NOBODY,))
    methodology = plan.methodology
    year = methodology.valid_from.year
    start, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return Round(methodology.name, methodology.edition, year, start, end, "self", (_NOBODY,))


_NOBODY = Body("body", "body")


def _grounds(prepared: Prepared, code: str, round_: Round) -> Iterator[Ground]:
    """Where to look: the body among others, where the rules look at those, and alone."""
    alone = ground_of(prepared, code, round_)
    among = plain_round(alone)
    if among is not alone:
        yield among
    yield alone


def _finding(left: set[Situation], found: dict[Situation, Witness], ground: Ground) -> Callable[[Body, Seen], bool]:
    def told(body: Body, seen: Seen) -> bool:
        for one in left & seen.situations:
            found[one] = Witness(body, seen.came, ground)
        left.difference_update(seen.situations)
        return bool(left)

    return told


def _with_shared(body: Body, round_: Round) -> Body:
    return replace(body, figures={**round_.figures, **body.figures})


def _telling_apart(
    mutants: Sequence[Mutant], prepared: Prepared, code: str, round_: Round, tested: Sequence[Body]
) -> dict[int, Witness]:
    """For each of the mutants of one criterion, by its place, evidence for which it comes to something else.

    tested: the bodies of the tests, near which such evidence often lies.
    """
    found: dict[int, Witness] = {}
    for ground in _grounds(prepared, code, round_):
        left = {place: with_rules(ground.prepared, one.plan) for place, one in enumerate(mutants) if place not in found}

        def told(body: Body, seen: Seen, ground: Ground = ground, left: dict[int, Prepared] = left) -> bool:
            come_to = came_on(ground, body)
            for place, changed in list(left.items()):
                other = come_to(changed)
                if other is None or not other.same_result(seen.came):
                    found[place] = Witness(body, seen.came, ground)
                    del left[place]
                elif other.entries != seen.came.entries and place not in found:
                    found[place] = Witness(body, seen.came, ground, by_entries=True)
            return bool(left)

        if left:
            seeds = (*suited(ground, tested), *seeds_of(ground))
            explore(ground, seeds, told, len(seeds) + (WITNESSES if code else WITNESSES_OF_CLASSES))
    return found
