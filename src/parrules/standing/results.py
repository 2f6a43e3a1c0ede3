"""What the bodies of a round came to, as the programs see it that look at the others after all are scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parrules.evidence.records import Body, Provenance, Record, Records, Round
from parrules.methodology.scope import BODIES
from parrules.plan.plan import CLASS, Plan
from parrules.scoring.body import known_before
from parrules.scoring.classes import with_results
from parrules.scoring.facts import Facts
from parrules.scoring.round_facts import ALONE, RoundFacts
from parrules.scoring.score import Prepared
from parrules.scoring.sheet import Sheet
from parrules.standing.round_tables import RoundTables, group_of
from parrules.values.amounts import Number, Value
from parrules.values.nothing import NONE
from parrules.values.ranges import Range

_EVERYBODY, _PEERS = BODIES


def with_totals(
    plan: Plan, round_: Round, sheets: Sequence[Sheet], tables: RoundTables, *, classes: bool = False
) -> Mapping[str, RoundFacts]:
    """What each body sees of the others once all have totals, and perhaps classes. Who is not assessed is not seen."""
    by_body = {sheet.body: sheet for sheet in sheets if sheet.assessed}
    groups: dict[str, list[Record]] = {}
    of: dict[str, str] = {}
    everybody: list[Record] = []
    for number, body in enumerate(round_.bodies, 1):
        if body.id in by_body:
            record = _record(plan, tables, body, number, by_body[body.id], classes)
            of[body.id] = group_of(plan.methodology, body)
            groups.setdefault(of[body.id], []).append(record)
            everybody.append(record)
    seen = {group: _facts(everybody, members) for group, members in groups.items()}
    return {body: seen[group] for body, group in of.items()}


def facts_after(prepared: Prepared, round_: Round, body: Body, sheet: Sheet, others: RoundFacts = ALONE) -> Facts:
    """The facts of a body that has been scored: with its scores, its total and its index."""
    facts, _ = known_before(prepared.plan, prepared.said, round_, body, others)
    return with_results(facts, sheet.lines, sheet.total, sheet.index)


def _facts(everybody: list[Record], members: list[Record]) -> RoundFacts:
    return RoundFacts({_EVERYBODY: _records(everybody), _PEERS: _records(members)}, {})


def _records(records: list[Record]) -> Records:
    return Records(tuple(records), Provenance())


def _record(plan: Plan, tables: RoundTables, body: Body, number: int, sheet: Sheet, classes: bool) -> Record:
    results: dict[str, Value] = {"total": _or_none(sheet.total), "index": _or_none(sheet.index)}
    if classes:
        results[CLASS] = _class(sheet, plan.methodology.classes)
    values = {**tables.values.get(body.id, {}), **results}
    return Record(values, number, body.id, perhaps=body.id in tables.perhaps)


def _class(sheet: Sheet, classes: tuple[str, ...]) -> Value:
    """The place of the class in the list."""
    at = [classes.index(one) for one in sheet.classes]
    return at[0] if len(at) == 1 else Range(min(at), max(at), whole=True)


def _or_none(value: Number | None) -> Value:
    return NONE if value is None else value
