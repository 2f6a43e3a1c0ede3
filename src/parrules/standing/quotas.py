"""Quotas: at most so many keep a class, the best first; those beyond fall to the class below.

While scores are open a body may have to fall or not, and then both classes stay possible.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from parrules.evidence.records import Round
from parrules.methodology.model import Quota
from parrules.plan.plan import PlannedQuota
from parrules.scoring.body import facts_of
from parrules.scoring.evaluation import quantity
from parrules.scoring.score import Prepared
from parrules.scoring.sheet import Entry, Quantity, Sheet
from parrules.standing.order import Contender, Order, contender
from parrules.standing.results import with_totals
from parrules.standing.round_tables import RoundTables, group_of
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.order import vietnamese_key
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.kinds import COUNT
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

Outcome = Literal["keeps", "falls", "open"]


@dataclass(frozen=True, slots=True)
class _Limit:
    """How many may keep the class: `low` to `high` (None: without bound) while that is open."""

    low: Exact
    high: Exact | None


def limited(
    prepared: Prepared, round_: Round, sheets: Sequence[Sheet], tables: RoundTables
) -> tuple[tuple[Sheet, ...], tuple[Diagnostic, ...]]:
    """The sheets of all bodies of a round after every quota, that of the highest class first; and ties at the cut."""
    found: list[Diagnostic] = []
    known = {sheet.body: sheet for sheet in sheets}
    for planned in prepared.plan.quotas:
        if not any(planned.quota.of in sheet.classes for sheet in known.values()):
            found.append(nobody_in_class(planned.quota.of))
        known |= _after(planned, prepared, round_, known, tables, found)
    return tuple(known[sheet.body] for sheet in sheets), tuple(found)


def _after(
    planned: PlannedQuota,
    prepared: Prepared,
    round_: Round,
    sheets: Mapping[str, Sheet],
    tables: RoundTables,
    found: list[Diagnostic],
) -> dict[str, Sheet]:
    """The sheets that one quota changes."""
    plan, quota = prepared.plan, planned.quota
    seen = with_totals(plan, round_, tuple(sheets.values()), tables, classes=True)
    groups: dict[str, list[str]] = {}
    for body in round_.bodies:
        if body.id in seen:
            groups.setdefault(group_of(plan.methodology, body), []).append(body.id)
    bodies = {body.id: body for body in round_.bodies}
    changed: dict[str, Sheet] = {}
    for members in groups.values():
        facts = facts_of(plan.methodology, prepared.said, round_, bodies[members[0]], seen[members[0]])
        at_most = quantity(planned.at_most, facts)
        order = Order(_contenders(quota, [sheets[body] for body in members], tables.perhaps))
        limit = _limit(at_most)
        tied, kept = [], 0
        for one in order.contenders:
            outcome = _outcome(quota, order, one, limit)
            if outcome != "keeps":
                changed[one.body] = _fallen(
                    sheets[one.body], plan.methodology.classes, quota, at_most, order, one, outcome
                )
            kept += outcome == "keeps"
            if _is_tied(order, one, limit):
                tied.append(sheets[one.body].body_name)
        if tied:
            names = tuple(sorted(tied, key=vietnamese_key))
            found.append(tie_at_the_cut(quota, names, limit.low, kept))
    return changed


def _contenders(quota: Quota, sheets: Sequence[Sheet], perhaps: frozenset[str]) -> list[Contender]:
    """Those who have, or may have, the class. Who has nothing to be compared by stands last."""
    found = []
    for sheet in sheets:
        if quota.of in sheet.classes:
            surely = len(sheet.classes) == 1 and sheet.body not in perhaps
            number = sheet.total if quota.by == "total" else sheet.index
            found.append(contender(sheet.body, [number], surely))
    return found


def _limit(at_most: Number) -> _Limit:
    known = ranges.as_range(at_most)
    return _Limit(max(0, known.low or 0), None if known.high is None else max(0, known.high))


def _outcome(quota: Quota, order: Order, one: Contender, limit: _Limit) -> Outcome:
    """What becomes of a body that has the class."""
    if quota.ties == "all":
        keeps = order.possibly_above(one) < limit.low
        falls = limit.high is not None and order.surely_above(one) >= limit.high
    elif quota.ties == "none":
        keeps = order.possibly_as_good(one) < limit.low
        falls = limit.high is not None and order.surely_as_good(one) >= limit.high
    else:
        keeps = order.possibly_as_good(one) < limit.low
        falls = limit.high is not None and order.surely_above(one) >= limit.high
    return "keeps" if keeps else "falls" if falls else "open"


def _is_tied(order: Order, one: Contender, limit: _Limit) -> bool:
    """Whether it is equal to others at the cut, with fewer places left than there are of them, and nothing missing."""
    above, as_good = order.surely_above(one), order.surely_as_good(one)
    settled = above == order.possibly_above(one) and as_good == order.possibly_as_good(one)
    return settled and one.is_settled and limit.low == limit.high and above < limit.low <= as_good


def _fallen(
    sheet: Sheet,
    classes: tuple[str, ...],
    quota: Quota,
    at_most: Number,
    order: Order,
    one: Contender,
    outcome: Outcome,
) -> Sheet:
    """The sheet with the class below, or with both while that is open, and the quota among its entries."""
    below = classes[classes.index(quota.of) - 1]
    kept = {*sheet.classes, below} if outcome == "open" else {*sheet.classes, below} - {quota.of}
    after = tuple(name for name in classes if name in kept)
    perhaps = outcome == "open" or len(sheet.classes) > 1
    places = [classes.index(name) for name in after]
    running: Number = places[0] if len(places) == 1 else Range(places[0], places[-1], whole=True)
    first, last = order.surely_above(one) + 1, order.possibly_as_good(one) + 1
    place: Number = first if first == last else Range(first, last, whole=True)
    entry = Entry(
        "quota",
        Range(-1, 0, whole=True) if perhaps else -1,
        running,
        quota.of,
        quota.line,
        parts=(Quantity("limit", at_most, COUNT), Quantity("place", place, COUNT)),
        perhaps=perhaps,
    )
    return replace(sheet, classes=after, class_entries=(*sheet.class_entries, entry))


def nobody_in_class(name: str) -> Diagnostic:
    """A quota of a class that nobody in the round can be given."""
    return warning("EV220", name=name)


def tie_at_the_cut(quota: Quota, bodies: tuple[str, ...], at_most: Exact, kept: int) -> Diagnostic:
    """Bodies that are equal where the last place is given: the authority decides, or all keep the class, or none does.

    kept: how many have it then.
    """
    if quota.ties == "undecided":
        return warning("EV221", name=quota.of, bodies=bodies, at_most=at_most)
    return warning(
        "EV222" if quota.ties == "all" else "EV223", name=quota.of, bodies=bodies, at_most=at_most, kept=kept
    )
