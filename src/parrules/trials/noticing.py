"""Which changed rules no test notices.

A changed criterion is scored again by itself, for the bodies of those tests that say something about it. What comes to
the same leaves everything on a sheet as it was; what does not is held against what is expected of the criterion, and
only where more than that hangs on it is a test run whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from parrules.evidence.records import Body, Round
from parrules.scoring import decisions
from parrules.scoring.body import known_before
from parrules.scoring.classes import Given as Classed
from parrules.scoring.classes import class_of, with_results
from parrules.scoring.facts import Facts
from parrules.scoring.outcome import Outcome
from parrules.scoring.round_facts import ALONE
from parrules.scoring.score import Prepared, outcomes_of
from parrules.scoring.sheet import Sheet
from parrules.standing.round_tables import tables_of
from parrules.trials.mutants import Mutant
from parrules.trials.part import above, reading, said_of
from parrules.trials.rule_tests import Expected
from parrules.trials.run import Given, differs, differs_in_class, narrowed, outcome_of, with_rules
from parrules.trials.run import Outcome as Tested

Told = Callable[[int, int], None]
"""Hears how much is done, and of how much."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A body of a test that is assessed: what is known of it, and its sheet under the rules as they are.

    waiting: by code, the stage that decides a criterion and has not come. expected: what the test expects of it.
    """

    body: Body
    facts: Facts
    waiting: Mapping[str, str]
    sheet: Sheet
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class _Test:
    """A test that passes under the rules as they are. named: the criteria of which it expects something (empty: the
    whole). says: the figures, tables and criteria of which it gives something."""

    given: Given
    outcome: Tested
    named: frozenset[str]
    says: frozenset[str]


_Scored = dict[str, Outcome] | Classed
"""What a criterion came to, and all that it waits for; of the whole, its class with its entries."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A test that may notice changes to one criterion. before: what its bodies come to there under the rules as they
    are."""

    test: _Test
    bodies: tuple[_Known, ...]
    before: tuple[_Scored, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """The criterion that is changed; empty for the classes of the whole.

    alone: rules of nothing but it and what it is made of. reads: the figures, tables and criteria that come into it.
    beyond: the criteria above it, and the whole, whose scores change with its own. is_read: whether the program of
    another criterion reads one of these scores, or that of a criterion below.
    """

    code: str
    alone: Prepared
    reads: frozenset[str]
    beyond: frozenset[str]
    is_read: bool


def unnoticed(
    mutants: Sequence[Mutant], prepared: Prepared, tested: Sequence[tuple[Given, Tested]], told: Told
) -> Iterator[Mutant]:
    """The mutants that no test notices.

    tested: each test with what it came to; one that failed on the rules as they are says nothing of changed ones.
    told: hears how many of the mutants were tried.
    """
    tests = [_test(given, outcome) for given, outcome in tested if outcome.passed]
    tried = 0
    for code, of_one in groupby(mutants, lambda one: one.code):
        place = _place(prepared, code)
        about = sorted((one for one in tests if _is_about(one, place)), key=lambda one: code not in one.named)
        asked = [_asked(one, place) for one in about]
        for mutant in of_one:
            tried += 1
            if mutant.is_of_parameter(prepared.plan):
                noticed = any(_fails(one, mutant, prepared) for one in (*about, *tests))
            else:
                noticed = any(_notices(one, mutant, place, prepared) for one in asked)
            if not noticed:
                yield mutant
            told(tried, len(mutants))


def _test(given: Given, outcome: Tested) -> _Test:
    named = frozenset(each.code for body in given.test.bodies for each in body.expected)
    return _Test(given, outcome, named, said_of(given.round_))


def _asked(test: _Test, place: _Place) -> _Asked:
    round_ = test.given.round_
    bodies = tuple(_known(test, place.alone, round_)) if round_ is not None else ()
    return _Asked(test, bodies, tuple(_scored(place.alone, known, place.code) for known in bodies))


def _known(test: _Test, prepared: Prepared, round_: Round) -> Iterator[_Known]:
    plan = prepared.plan
    sheets = {sheet.body: sheet for sheet in test.outcome.sheets}
    tables = tables_of(plan, prepared.said, round_)
    waiting = decisions.waiting(plan.methodology, prepared.deciding, round_.stage)
    expected = {one.id: one.expected for one in test.given.test.bodies}
    for body in round_.bodies:
        facts, assessed = known_before(plan, prepared.said, round_, body, tables.by_body.get(body.id, ALONE))
        if assessed:
            yield _Known(body, facts, waiting, sheets[body.id], expected.get(body.id, ()))


def _place(prepared: Prepared, code: str) -> _Place:
    if not code:
        return _Place(code, prepared, frozenset(), frozenset(), is_read=False)
    alone = narrowed(prepared, code)
    inside = frozenset(alone.plan.order)
    alone = reading(alone, inside)
    beyond = frozenset(("", *above(prepared, code)))
    moved = {code, *beyond, *(one for one in inside if code in above(prepared, one))}
    is_read = any(moved.intersection(one.waits_for) for one in prepared.plan.criteria if one.code not in inside)
    reads = inside.union(*(prepared.planned[one].reads for one in inside))
    return _Place(code, alone, reads, beyond, is_read)


def _is_about(test: _Test, place: _Place) -> bool:
    """Whether a test may notice a change: it gives something that is read there, or expects something."""
    expects = test.named & (place.beyond | place.reads)
    if not place.code:
        return "" in test.named or bool(test.given.test.findings)
    return place.is_read or bool(expects or test.says & place.reads)


def _notices(asked: _Asked, mutant: Mutant, place: _Place, prepared: Prepared) -> bool:
    """Whether a test fails under changed rules."""
    test = asked.test
    try:
        if not _is_seen_in_whole(mutant, prepared):
            alone = with_rules(place.alone, mutant.plan)
            now = (_scored(alone, known, place.code) for known in asked.bodies)
            moved = [one for one in zip(asked.bodies, asked.before, now, strict=True) if one[1] != one[2]]
            if not moved:
                return False
            if not prepared.plan.quotas and any(_differs(known, now) for known, _, now in moved):
                return True
            if not (place.is_read or test.named & place.beyond) and all(_found_the_same(*one[1:]) for one in moved):
                return False
        return _fails(test, mutant, prepared)
    except AssertionError:  # changed rules may ask for what is none
        return True


def _fails(test: _Test, mutant: Mutant, prepared: Prepared) -> bool:
    return not outcome_of(test.given, with_rules(prepared, mutant.plan)).passed


def _is_seen_in_whole(mutant: Mutant, prepared: Prepared) -> bool:
    """Whether what was changed is worked out only with the whole sheet, or with those of all bodies: the classes of a
    criterion, and those of the whole where they look at other bodies."""
    return prepared.planned[mutant.code].classes is not None if mutant.code else prepared.plan.class_reads_bodies


def _scored(prepared: Prepared, known: _Known, code: str) -> _Scored:
    if code:
        return outcomes_of(prepared, known.facts, known.body, known.waiting)
    plan, sheet = prepared.plan, known.sheet
    if plan.classes is None:
        return (), ()
    facts = with_results(known.facts, sheet.lines, sheet.total, sheet.index)
    return class_of(plan.classes, plan.methodology.classes, facts)


def _differs(known: _Known, now: _Scored) -> bool:
    """Whether a criterion, or the class, came to something else than is expected."""
    if isinstance(now, dict):
        return any(differs(one, now[one.code]) for one in known.expected if one.code in now)
    return any(differs_in_class(one, now[0]) for one in known.expected)


def _found_the_same(was: _Scored, now: _Scored) -> bool:
    """Whether nothing more or less can be found in the evidence."""
    if not isinstance(was, dict) or not isinstance(now, dict):
        return False
    return all(
        (one.status, one.named, one.findings) == (now[code].status, now[code].named, now[code].findings)
        for code, one in was.items()
    )
