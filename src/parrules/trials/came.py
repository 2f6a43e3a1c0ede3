"""What rules come to on one body: those of the methodology, and beside them changed ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parrules.evidence.records import Body, Round
from parrules.scoring.body import facts_of
from parrules.scoring.facts import Facts
from parrules.scoring.outcome import Outcome
from parrules.scoring.round_facts import ALONE
from parrules.scoring.score import Prepared, outcomes_of
from parrules.scoring.sheet import Sheet
from parrules.standing.results import facts_after
from parrules.standing.round_tables import tables_of
from parrules.trials.ground import Ground
from parrules.trials.run import sheets_of, words_of
from parrules.trials.whole import with_class
from parrules.values.amounts import Number


@dataclass(frozen=True, slots=True)
class Came:
    """What the criterion came to: its score, None when it is left out; the class, where it gives one; and the entries
    of its ledger, in the author's words. left_out: the criteria that do not apply."""

    score: Number | None
    classes: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def same_result(self, other: Came) -> bool:
        """Whether only the entries may differ."""
        return (self.score, self.classes) == (other.score, other.classes)


def of_outcome(outcome: Outcome) -> Came:
    return Came(outcome.score, (), words_of(outcome.entries))


def of_sheet(sheet: Sheet, code: str) -> Came:
    """code: of the criterion; empty for the whole."""
    left_out = tuple(line.code for line in sheet.lines if line.status in ("left_out", "exempt"))
    if not code:
        return Came(sheet.total, sheet.classes, (), left_out)
    line = next(line for line in sheet.lines if line.code == code)
    return Came(line.score, line.classes, words_of(line.entries))


def came_on(ground: Ground, body: Body) -> Callable[[Prepared], Came | None]:
    """What changed rules come to on a body; None where they have no answer for it.

    What is known of the body is worked out once for all of them.
    """
    came = _whole(ground, body) if ground.is_whole else _criterion(ground, body)

    def came_or_not(changed: Prepared) -> Came | None:
        try:
            return came(changed)
        except AssertionError:  # they may ask for what is none
            return None

    return came_or_not


def known_of(prepared: Prepared, round_: Round) -> Facts:
    """What is known of the first body of a round, and of the others where the rules look at those."""
    plan, body = prepared.plan, round_.bodies[0]
    others = tables_of(plan, prepared.said, round_).by_body.get(body.id, ALONE) if plan.reads_bodies else ALONE
    return facts_of(plan.methodology, prepared.said, round_, body, others)


def _criterion(ground: Ground, body: Body) -> Callable[[Prepared], Came]:
    prepared, round_ = ground.prepared, ground.with_body(body)
    facts = known_of(prepared, round_)

    def came(changed: Prepared) -> Came:
        known = facts
        if changed.plan.methodology is not prepared.plan.methodology:  # a parameter was changed
            known = known_of(changed, round_)
        return of_outcome(outcomes_of(changed, known, body)[ground.code])

    return came


def _whole(ground: Ground, body: Body) -> Callable[[Prepared], Came]:
    prepared, round_ = ground.prepared, ground.with_body(body)
    if ground.code or ground.results is None:
        return lambda changed: of_sheet(sheets_of(changed, round_)[0][0], ground.code)
    sheet, _, _ = ground.results.before_class(prepared, round_, body)
    facts = facts_after(prepared, round_, body, sheet)

    def came(changed: Prepared) -> Came:
        known = facts
        if changed.plan.methodology is not prepared.plan.methodology:
            known = facts_after(changed, round_, body, sheet)
        return of_sheet(with_class(sheet, changed.plan, known), "")

    return came
