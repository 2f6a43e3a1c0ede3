"""The bodies of a round as a table: for each body, its figures as they were handed in and as they are computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from parrules.evidence.records import Body, Provenance, Record, Records, Round
from parrules.methodology.model import Methodology
from parrules.methodology.scope import BODIES
from parrules.operators.expressions import Gather
from parrules.operators.last_round import in_last_round
from parrules.operators.walk import every
from parrules.plan.plan import Plan
from parrules.scoring.body import Declared, facts_of
from parrules.scoring.evaluation import evaluate, truth
from parrules.scoring.round_facts import RoundFacts
from parrules.scoring.working_days import beyond_calendar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.values.amounts import Value
from parrules.values.nothing import MISSING, NOT_APPLICABLE
from parrules.values.ranges import Unknown

_EVERYBODY, _PEERS = BODIES


@dataclass(frozen=True, slots=True)
class RoundTables:
    """by_body: what a body sees of the others, by its id; bodies of one group share it. values: what is known of each
    body. perhaps: the bodies of which it depends on what is missing whether they are assessed."""

    by_body: Mapping[str, RoundFacts]
    findings: tuple[Diagnostic, ...] = ()
    values: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    perhaps: frozenset[str] = frozenset()


def tables_of(plan: Plan, said: Declared, round_: Round) -> RoundTables:
    """The tables of a round, for a plan that looks at them; nothing for one that does not. Who is not assessed is not
    in them."""
    perhaps, without = assessment(plan, said, round_)
    if not plan.reads_bodies:
        return RoundTables({}, perhaps=perhaps)
    round_ = replace(round_, bodies=tuple(body for body in round_.bodies if body.id not in without))
    groups: dict[str, list[Body]] = {}
    for body in round_.bodies:
        groups.setdefault(group_of(plan.methodology, body), []).append(body)
    values = {body.id: _figures(plan.methodology, body) for body in round_.bodies}
    beyond: list[Diagnostic] = []
    # Formulas in their order, each for all bodies before the next: one may look at what another came to everywhere.
    for formula in plan.formulas:
        seen = _seen(round_, groups, values, perhaps)
        for body in round_.bodies:
            facts = facts_of(plan.methodology, said, round_, body, seen[body.id])
            values[body.id][formula.name] = evaluate(formula, facts)
            beyond += beyond_calendar(round_, body, facts)
    seen = _seen(round_, groups, values, perhaps)
    return RoundTables(seen, (*_findings(plan.methodology, round_), *beyond), values, perhaps)


def assessment(plan: Plan, said: Declared, round_: Round) -> tuple[frozenset[str], frozenset[str]]:
    """The bodies of which it is open whether they are assessed, and those that are not."""
    if plan.applies is None or any(isinstance(one, Gather) and one.table in BODIES for one in every(plan.applies)):
        return frozenset(), frozenset()
    holds = {body.id: truth(plan.applies, facts_of(plan.methodology, said, round_, body)) for body in round_.bodies}
    return (
        frozenset(body for body, one in holds.items() if isinstance(one, Unknown)),
        frozenset(body for body, one in holds.items() if one is False),
    )


def group_of(methodology: Methodology, body: Body) -> str:
    """What a body has in common with its peers."""
    if methodology.peers in ("group", "region"):
        return body.group if methodology.peers == "group" else body.region
    trait = body.figures.get(methodology.peers)
    return "" if trait is None else trait.written


def _figures(methodology: Methodology, body: Body) -> dict[str, Value]:
    """What is known of a body; what is missing is left out, and stands for all that it can be."""
    known: dict[str, Value] = {"id": body.id, "name": body.name, "group": body.group, "region": body.region}
    for figure in methodology.figures:
        supplied = body.figures.get(figure.name)
        if supplied is not None and supplied.value not in (MISSING, NOT_APPLICABLE):
            known[figure.name] = supplied.value
    known |= {in_last_round(name): figure.value for name, figure in body.last.items()}
    return known


def _seen(
    round_: Round,
    groups: Mapping[str, list[Body]],
    values: Mapping[str, Mapping[str, Value]],
    perhaps: frozenset[str],
) -> dict[str, RoundFacts]:
    everybody = _records(list(round_.bodies), values, perhaps)
    seen: dict[str, RoundFacts] = {}
    for members in groups.values():
        facts = RoundFacts({_EVERYBODY: everybody, _PEERS: _records(members, values, perhaps)}, {})
        seen |= {body.id: facts for body in members}
    return seen


def _records(bodies: list[Body], values: Mapping[str, Mapping[str, Value]], perhaps: frozenset[str]) -> Records:
    records = (
        Record(values[body.id], number, body.id, perhaps=body.id in perhaps) for number, body in enumerate(bodies, 1)
    )
    return Records(tuple(records), Provenance())


def _findings(methodology: Methodology, round_: Round) -> tuple[Diagnostic, ...]:
    """A body in no group, where others are in one: it would be measured against nobody it belongs with."""
    groups = {body.id: group_of(methodology, body) for body in round_.bodies}
    if not any(groups.values()):
        return ()
    return tuple(in_no_group(body.name, methodology.peers) for body in round_.bodies if not groups[body.id])


def in_no_group(body: str, peers: str) -> Diagnostic:
    return diagnostic("EV202", body=body, peers=peers)
