"""One body's score sheet: every criterion in turn, then the total, the index and the class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parrules.evidence.records import Body, Round
from parrules.evidence.stages import stage_of
from parrules.methodology.model import Criterion
from parrules.methodology.stages import deciding_stages
from parrules.plan.plan import Plan, PlannedCriterion
from parrules.scoring import classes, criterion, decisions
from parrules.scoring.above import Above, below, perhaps_left_out
from parrules.scoring.body import Declared, declared_by, evidence_read, known_before
from parrules.scoring.body_findings import found_in
from parrules.scoring.composition import Child, Joining, joining_of, of_children
from parrules.scoring.evaluation import truth
from parrules.scoring.facts import Facts
from parrules.scoring.outcome import LEFT_OUT, Outcome
from parrules.scoring.round_facts import ALONE, RoundFacts
from parrules.scoring.sheet import Line, Plugin, Sheet
from parrules.text.diagnostic import Diagnostic
from parrules.values import ranges
from parrules.values.amounts import Number, Value
from parrules.values.nothing import MISSING, NOT_APPLICABLE

if TYPE_CHECKING:  # imported where a plugin scores
    from parrules.scoring.in_python import ScoredInPython

NO_STAGE: Mapping[str, str] = {}
"""Where nothing waits for its stage."""

NO_PYTHON: Mapping[str, ScoredInPython] = {}
"""Where no plugin scores a criterion."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan with what is worked out once for all bodies. parents: by code, the criterion that one stands below.

    deciding: by code, the stage that decides a criterion, where not any stage may.
    """

    plan: Plan
    planned: Mapping[str, PlannedCriterion]
    criteria: Mapping[str, Criterion]
    parents: Mapping[str, str]
    said: Declared
    deciding: Mapping[str, str]


def prepare(plan: Plan, python: Mapping[str, ScoredInPython] = NO_PYTHON) -> Prepared:
    """python: the criteria of plugins, by the names that rule files give them."""
    criteria = {one.code: one for one in plan.methodology.every_criterion()}
    parents = {child.code: one.code for one in criteria.values() for child in one.children}
    planned = {one.code: one for one in plan.criteria}
    said, deciding = declared_by(plan.methodology, plan.lasts), deciding_stages(plan.methodology)
    if python:
        from parrules.scoring.in_python import InPython

        said = replace(said, python=InPython(python, said.kinds, said.tables))
    return Prepared(plan, planned, criteria, parents, said, deciding)


def score_body(
    prepared: Prepared,
    round_: Round,
    body: Body,
    engine: str = "",
    plugins: tuple[Plugin, ...] = (),
    others: RoundFacts = ALONE,
) -> tuple[Sheet, tuple[Diagnostic, ...]]:
    """The sheet, and what was found in the evidence while scoring."""
    plan, methodology = prepared.plan, prepared.plan.methodology
    sheet = _not_assessed(plan, round_, body, engine, plugins)
    facts, assessed = known_before(plan, prepared.said, round_, body, others)
    if not assessed:
        return sheet, found_in(round_, body, facts)
    waiting = decisions.waiting(methodology, prepared.deciding, round_.stage)
    outcomes = outcomes_of(prepared, facts, body, waiting)
    bare = tuple(_line(prepared, round_, body, one, outcomes, waiting) for one in prepared.criteria.values())
    lines = tuple(_classed(prepared, line, bare, outcomes, facts) for line in bare)
    total = _total(prepared, outcomes)
    index = _index(total)
    given, class_entries = _class(prepared, facts, lines, total.score, index)
    sheet = replace(
        sheet,
        assessed=True,
        lines=lines,
        total=total.score,
        total_entries=total.entries,
        applicable=total.applicable,
        index=index,
        classes=given,
        class_entries=class_entries,
    )
    return sheet, found_in(round_, body, facts, lines, outcomes, prepared.said.bounds)


def _not_assessed(plan: Plan, round_: Round, body: Body, engine: str, plugins: tuple[Plugin, ...]) -> Sheet:
    """Of whom and by what the sheet is, and nothing that was scored."""
    methodology = plan.methodology
    return Sheet(
        body=body.id,
        body_name=body.name,
        methodology=methodology.name,
        edition=methodology.edition,
        title_vi=methodology.title.vi,
        title_en=methodology.title.en,
        fidelity=methodology.fidelity,
        stage=round_.stage,
        year=round_.year,
        start=round_.start.isoformat(),
        end=round_.end.isoformat(),
        lines=(),
        total=None,
        total_entries=(),
        applicable=0,
        index=None,
        assessed=False,
        printed_total=body.printed_total,
        methodology_digest=plan.digest,
        evidence_digest=round_.digest,
        engine=engine,
        plugins=plugins,
        stage_title=stage_of(round_.stage, methodology).title,
    )


def outcomes_of(
    prepared: Prepared, facts: Facts, body: Body, waiting: Mapping[str, str] = NO_STAGE
) -> dict[str, Outcome]:
    """Every criterion, each after those that it waits for. facts.scores fills as they are scored.

    waiting: by code, the stage that decides a criterion and has not come.
    """
    outcomes: dict[str, Outcome] = {}
    if_applied: dict[str, Outcome] = {}
    scores: dict[str, Value] = {}
    known: dict[str, Above] = {"": Above(facts.with_scores(scores))}
    for code in prepared.plan.order:
        one, planned = prepared.criteria[code], prepared.planned[code]
        above = _above(prepared, prepared.parents.get(code, ""), known)
        if above.facts is None:
            outcome = Outcome((LEFT_OUT,), "left_out")
        elif one.children:
            outcome = _group(one, planned, above.facts, if_applied)
        else:
            outcome = criterion.score(one, planned, above.facts, prepared.said.kinds, body, waiting.get(code, ""))
        if_applied[code] = outcome
        outcomes[code] = perhaps_left_out(outcome) if above.perhaps else outcome
        scores[code] = outcomes[code].as_value
    return outcomes


def _above(prepared: Prepared, code: str, known: dict[str, Above]) -> Above:
    """What is known below a criterion, and so of those above it too."""
    if code not in known:
        above = _above(prepared, prepared.parents.get(code, ""), known)
        known[code] = below(above, prepared.planned[code].applies)
    return known[code]


def _group(one: Criterion, planned: PlannedCriterion, facts: Facts, outcomes: Mapping[str, Outcome]) -> Outcome:
    """A criterion with children. outcomes: of those below, where everything above them applies."""
    applies = True if planned.applies is None else truth(planned.applies, facts)
    whole = of_children(joining_of(one), [Child(child, outcomes[child.code]) for child in one.children])
    if applies is True:
        return whole
    instead = criterion.not_applicable(one)
    if applies is False:
        return instead
    return Outcome((*whole.cases, *instead.cases), "open", whole.entries)


def _total(prepared: Prepared, outcomes: Mapping[str, Outcome]) -> Outcome:
    methodology = prepared.plan.methodology
    bounds = methodology.total
    joining = Joining("sum", bounds.minimum, bounds.maximum, bounds.places)
    return of_children(joining, [Child(one, outcomes[one.code]) for one in methodology.criteria])


def _index(total: Outcome) -> Number | None:
    """Total over applicable maximum, case by case: never one interval divided by another."""
    result: Number | None = None
    for case in total.cases:
        if case.score is None or case.applicable == 0:
            continue
        one = ranges.divide(case.score, case.applicable)
        result = one if result is None else ranges.hull(result, one)
    return result


def _class(
    prepared: Prepared, facts: Facts, lines: tuple[Line, ...], total: Number | None, index: Number | None
) -> classes.Given:
    """The class; one that looks at the other bodies waits until all have their totals."""
    program, plan = prepared.plan.classes, prepared.plan
    if program is None or plan.class_reads_bodies:
        return (), ()
    return classes.class_of(program, plan.methodology.classes, classes.with_results(facts, lines, total, index))


def _line(
    prepared: Prepared,
    round_: Round,
    body: Body,
    one: Criterion,
    outcomes: Mapping[str, Outcome],
    waiting: Mapping[str, str],
) -> Line:
    planned, outcome = prepared.planned[one.code], outcomes[one.code]
    evidence = evidence_read(prepared.said, round_, body, planned.reads)
    is_open = outcome.status == "open" and one.code not in waiting
    shares = one.if_not == "shared" and outcome.status == "left_out"
    methodology, stage = prepared.plan.methodology, waiting.get(one.code, "") if outcome.status == "open" else ""
    waits = tuple(each.name for each in evidence if is_open and each.value in (MISSING, NOT_APPLICABLE))
    return Line(
        code=one.code,
        title_vi=one.title.vi,
        title_en=one.title.en,
        depth=one.depth,
        maximum=one.maximum,
        minimum=one.minimum,
        applicable=outcome.applicable,
        status=outcome.status,
        score=outcome.score,
        outside_scale=one.outside_scale,
        entries=outcome.entries,
        named=outcome.named,
        evidence=evidence,
        lost=outcome.lost,
        missing=waits,
        basis=one.basis,
        accountable=one.accountable,
        fidelity=one.fidelity or methodology.fidelity,
        judged_by=one.judged.by if one.judged is not None else "",
        children=tuple(child.code for child in one.children),
        behind=outcome.behind,
        note=one.note,
        applies=one.applies or "",
        shared_among=_sharing(prepared, one, outcomes) if shares else (),
        decided=decisions.decided(body, one.code, outcome.entries, methodology),
        waits_for_stage=stage,
        stage_title=stage_of(stage, methodology).title,
        rule_file=one.file,
    )


def _sharing(prepared: Prepared, one: Criterion, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """The siblings among which the maximum of a criterion that was left out is divided."""
    above = prepared.parents.get(one.code)
    siblings = prepared.criteria[above].children if above is not None else prepared.plan.methodology.criteria
    there = (other for other in siblings if not other.outside_scale and outcomes[other.code].status != "left_out")
    return tuple(other.code for other in there)


def _classed(
    prepared: Prepared, line: Line, lines: tuple[Line, ...], outcomes: Mapping[str, Outcome], facts: Facts
) -> Line:
    """The line with its class, where the criterion has classes of its own."""
    program = prepared.planned[line.code].classes
    if program is None or line.score is None:
        return line
    known = classes.with_results(facts, lines, line.score, _index(outcomes[line.code]))
    return replace(line, classes=classes.class_of(program, prepared.criteria[line.code].classes, known)[0])
