"""What a methodology's tests must show, by meaning: every band taken and not, both sides of each threshold and the
threshold itself, every cap, floor and deduction at work and idle, every way of not applying.

What can happen is asked of the interpreter, run with nothing known; what did happen, of the tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from parrules.checks.reach import reach_of
from parrules.methodology.checked import Checked
from parrules.operators.ledger import Limit, Program
from parrules.operators.walk import every, every_in
from parrules.plan.plan import Plan
from parrules.scoring.sheet import Entry, Sheet, Status
from parrules.scoring.watch import Watch
from parrules.trials.observed import Observed, Side
from parrules.values.ranges import Range

_OfRow = Literal["taken", "moves", "still", "bites", "idle"]
_OfCriterion = Literal["applies", "does_not_apply", "floor", "ceiling"]
Way = Side | _OfRow | _OfCriterion | Literal["passed"]
"""Of a row: it holds; where it may do either, it changes the score, or comes to nothing; a cap is at work, or is not.
Of a criterion: it applies or does not, its score is held at its minimum or maximum. Of a statement: no row holds."""


@dataclass(frozen=True, slots=True)
class Situation:
    """node: in the author's program; 0 where a whole criterion is meant. place: which of several values decides."""

    code: str
    node: int
    way: Way
    place: int = 0


def possible(checked: Checked, plan: Plan) -> tuple[Situation, ...]:
    """Every situation that some evidence may bring about, in the order of the file."""
    seen = Observed(open_too=True)
    reach = reach_of(checked, plan, seen.rules())
    owners = owners_of(plan)
    found = set(_from_observed(seen, owners))
    for watch in reach.watches.values():
        found.update(_from_watch(watch, plan, owners))
    for criterion in plan.methodology.every_criterion():
        if criterion.applies is not None:
            found.update(Situation(criterion.code, 0, way) for way in _APPLYING)
        high, low = reach.highest.get(criterion.code, 0), reach.lowest.get(criterion.code, 0)
        if high is None or high > criterion.maximum:
            found.add(Situation(criterion.code, 0, "ceiling"))
        if low is None or low < criterion.minimum:
            found.add(Situation(criterion.code, 0, "floor"))
    found -= _said_twice(found)
    order = {criterion.code: place for place, criterion in enumerate(plan.methodology.every_criterion())}

    def key(one: Situation) -> tuple[int, int, str, int]:
        span = checked.spans.get(one.node)
        return (order.get(one.code, len(order)), span.start if span is not None else -1, one.way, one.place)

    return tuple(sorted((one for one in found if not one.node or one.node in checked.spans), key=key))


def noted_in(seen: Observed, watch: Watch, plan: Plan, owners: Mapping[int, str]) -> set[Situation]:
    """What happened at the nodes of programs, in the runs that were observed."""
    return {*_from_observed(seen, owners), *_from_watch(watch, plan, owners)}


def _said_twice(found: set[Situation]) -> set[Situation]:
    """Of a row that can both change the score and come to nothing, that it holds; of another, which of them it does."""
    rows = {one.node: {each.way for each in found if each.node == one.node} for one in found if one.way == "taken"}
    both = {node for node, ways in rows.items() if ways >= {"moves", "still"}}
    alone = rows.keys() - both
    return {
        one
        for one in found
        if (one.way == "taken" and one.node in both) or (one.way in ("moves", "still") and one.node in alone)
    }


def shown_by(seen: Observed, watch: Watch, plan: Plan, sheets: Iterable[Sheet]) -> frozenset[Situation]:
    """What happened in the runs that were observed, which came to these sheets."""
    found = noted_in(seen, watch, plan, owners_of(plan))
    for sheet in sheets:
        found.update(in_sheet(sheet))
    return frozenset(found)


def owners_of(plan: Plan) -> Mapping[int, str]:
    """For each node that became an operator, the criterion that it counts for: the first that reads it."""
    owners: dict[int, str] = {}
    for planned in plan.criteria:
        for program in (planned.program, planned.classes):
            for one in every_in(program) if program is not None else ():
                owners.setdefault(one.origin, planned.code)
            for statement in program.statements if program is not None else ():
                owners.update((row.node, planned.code) for row in statement.rows)
        for condition in (planned.applies, planned.where):
            for one in every(condition) if condition is not None else ():
                owners.setdefault(one.origin, planned.code)
    whole = [plan.applies, plan.ranked, *(quota.at_most for quota in plan.quotas)]
    for condition in whole:
        for one in every(condition) if condition is not None else ():
            owners.setdefault(one.origin, "")
    for one in every_in(plan.classes) if plan.classes is not None else ():
        owners.setdefault(one.origin, "")
    return owners


def _from_observed(seen: Observed, owners: Mapping[int, str]) -> Iterator[Situation]:
    for one in seen.happened:
        if one.node and one.node in owners:
            yield Situation(owners[one.node], one.node, one.side, one.place)


def _from_watch(watch: Watch, plan: Plan, owners: Mapping[int, str]) -> Iterator[Situation]:
    for code, program in programs_of(plan):
        for statement in program.statements:
            if statement.node in watch.uncovered:
                yield Situation(code, statement.node, "passed")
            for row in statement.rows:
                noted: tuple[tuple[Way, set[int]], ...] = (("bites", watch.bites), ("idle", watch.idle))
                if not isinstance(statement, Limit):
                    noted = (("moves", watch.moves), ("still", watch.still), ("taken", watch.reached))
                yield from (Situation(code, row.node, way) for way, nodes in noted if row.node in nodes)


def programs_of(plan: Plan) -> Iterator[tuple[str, Program]]:
    """Every program, with the criterion whose it is; that of the whole under the empty code."""
    for planned in plan.criteria:
        for program in (planned.program, planned.classes):
            if program is not None:
                yield planned.code, program
    if plan.classes is not None:
        yield "", plan.classes


_APPLYING: tuple[Way, Way] = ("applies", "does_not_apply")


def in_sheet(sheet: Sheet) -> Iterator[Situation]:
    """Which criteria apply, and whose score was held."""
    for line in sheet.lines:
        yield from of_criterion(line.code, bool(line.applies), line.status, line.entries)


def of_criterion(code: str, has_condition: bool, status: Status, entries: Iterable[Entry]) -> Iterator[Situation]:
    """Whether a criterion with a condition applies, and whether its score was held at its minimum or maximum."""
    if has_condition and status != "open":
        yield Situation(code, 0, _APPLYING[status in ("exempt", "left_out")])
    for entry in entries:
        if entry.construct == "hold" and not isinstance(entry.amount, Range):
            yield Situation(code, 0, "floor" if entry.amount > 0 else "ceiling")
