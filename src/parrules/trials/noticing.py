"""Which changed rules no test notices.

The criterion that was changed is scored again by itself for every body of the tests. Only a test in which it comes to
something else is run whole: what comes to the same leaves everything on a sheet as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from parrules.evidence.records import Body
from parrules.scoring import decisions
from parrules.scoring.body import known_before
from parrules.scoring.classes import class_of, with_results
from parrules.scoring.facts import Facts
from parrules.scoring.round_facts import ALONE
from parrules.scoring.score import Prepared, outcomes_of
from parrules.scoring.sheet import Sheet
from parrules.standing.round_tables import tables_of
from parrules.trials.mutants import Mutant
from parrules.trials.run import Given, narrowed, outcome_of, with_rules


@dataclass(frozen=True, slots=True)
class _Known:
    """A body of a test that is assessed: what is known of it, and its sheet under the rules as they are.

    waiting: by code, the stage that decides a criterion and has not come.
    """

    body: Body
    facts: Facts
    waiting: Mapping[str, str]
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class _Tried:
    """A test that passes under the rules as they are. named: the criteria of which it expects something."""

    given: Given
    bodies: tuple[_Known, ...]
    named: frozenset[str]


def unnoticed(
    mutants: Sequence[Mutant], prepared: Prepared, given: Sequence[Given], told: Callable[[int], None]
) -> Iterator[Mutant]:
    """The mutants that no test notices. told: hears how many of them were looked at.

    A test that fails on the rules as they are says nothing of changed ones.
    """
    tried = list(_tried(prepared, given))
    done = 0
    for code, of_one in groupby(mutants, lambda one: one.code):
        alone = narrowed(prepared, code) if code else prepared
        before = [[_came_to(alone, known, code) for known in one.bodies] for one in tried]
        first = sorted(range(len(tried)), key=lambda place: code not in tried[place].named)
        for mutant in of_one:
            done += 1
            changed = _Changed(mutant, with_rules(alone, mutant.plan), with_rules(prepared, mutant.plan))
            if not any(_notices(tried[place], before[place], changed) for place in first):
                yield mutant
            told(done)


@dataclass(frozen=True, slots=True)
class _Changed:
    """Changed rules: the criterion alone, and all of them."""

    mutant: Mutant
    alone: Prepared
    whole: Prepared

    @property
    def is_seen_in_whole(self) -> bool:
        """Whether what is changed is worked out only with the whole sheet, or with those of all bodies: the classes of
        a criterion, and those of the whole where they look at other bodies."""
        code, plan = self.mutant.code, self.mutant.plan
        return self.whole.planned[code].classes is not None if code else plan.class_reads_bodies


def _tried(prepared: Prepared, given: Sequence[Given]) -> Iterator[_Tried]:
    plan = prepared.plan
    for one in given:
        outcome = outcome_of(one, prepared)
        if not outcome.passed:
            continue
        named = frozenset(each.code for body in one.test.bodies for each in body.expected)
        if one.round_ is None:
            yield _Tried(one, (), named)
            continue
        sheets = {sheet.body: sheet for sheet in outcome.sheets}
        tables = tables_of(plan, prepared.said, one.round_)
        waiting = decisions.waiting(plan.methodology, prepared.deciding, one.round_.stage)
        bodies = []
        for body in one.round_.bodies:
            facts, assessed = known_before(plan, prepared.said, one.round_, body, tables.by_body.get(body.id, ALONE))
            if assessed:
                bodies.append(_Known(body, facts, waiting, sheets[body.id]))
        yield _Tried(one, tuple(bodies), named)


def _notices(tried: _Tried, before: Sequence[object], changed: _Changed) -> bool:
    """Whether a test fails under changed rules. before: what its bodies came to."""
    try:
        if not changed.is_seen_in_whole:
            after = (_came_to(changed.alone, known, changed.mutant.code) for known in tried.bodies)
            if all(was == now for was, now in zip(before, after, strict=True)):
                return False
        return not outcome_of(tried.given, changed.whole).passed
    except AssertionError:  # changed rules may ask for what is none
        return True


def _came_to(prepared: Prepared, known: _Known, code: str) -> object:
    """What a criterion comes to, and all that it waits for; of the whole, its class."""
    if code:
        return outcomes_of(prepared, known.facts, known.body, known.waiting)
    plan, sheet = prepared.plan, known.sheet
    if plan.classes is None:
        return ()
    facts = with_results(known.facts, sheet.lines, sheet.total, sheet.index)
    return class_of(plan.classes, plan.methodology.classes, facts)
