"""What is known of one body when its scoring begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from parrules.evidence.records import Body, Provenance, Round, Supplied
from parrules.methodology.model import Figure, Methodology, Table
from parrules.operators.last_round import in_last_round, of_last_round
from parrules.plan.plan import Plan
from parrules.scoring import declared
from parrules.scoring.evaluation import truth
from parrules.scoring.facts import Facts, Rule
from parrules.scoring.interpreter import RULES
from parrules.scoring.narrowing import assume
from parrules.scoring.round_facts import ALONE, RoundFacts
from parrules.scoring.sheet import Evidence
from parrules.scoring.watch import Watch
from parrules.values import ranges
from parrules.values.amounts import Value
from parrules.values.kinds import TABLE, Kind
from parrules.values.nothing import MISSING, NOT_APPLICABLE
from parrules.values.ranges import Range

if TYPE_CHECKING:  # imported where a plugin scores
    from parrules.scoring.in_python import InPython


@dataclass(frozen=True, slots=True)
class Declared:
    """What a methodology declares, worked out once for all bodies. kinds: of every figure that is handed in.

    rules, watch: how operators are evaluated and what takes note of it, where a run is observed. python: the criteria
    that plugins score.
    """

    figures: Mapping[str, Figure]
    tables: Mapping[str, Table]
    kinds: Mapping[str, Kind]
    open_values: Mapping[str, Value]
    unseen: Mapping[str, Mapping[str, Value]]
    within: Mapping[str, str]
    bounds: Mapping[str, Range]
    rules: Mapping[type, Rule] = field(default_factory=lambda: RULES)
    watch: Watch | None = None
    python: InPython | None = None


def declared_by(methodology: Methodology, lasts: tuple[str, ...] = ()) -> Declared:
    """Figures that are computed are not handed in, and so not among what can be missing.

    lasts: the figures that are read of the last round, too.
    """
    figures = {figure.name: figure for figure in methodology.figures if figure.formula is None}
    figures |= declared.of_last_round(methodology, lasts)
    return Declared(
        figures,
        {table.name: table for table in methodology.tables},
        {name: figure.kind for name, figure in figures.items()},
        {name: declared.open_value(figure) for name, figure in figures.items()},
        declared.open_columns(methodology, lasts),
        declared.within(methodology),
        declared.bounds(methodology),
    )


def facts_of(methodology: Methodology, said: Declared, round_: Round, body: Body, others: RoundFacts = ALONE) -> Facts:
    """The facts of one body: what is handed in, and for what is not, all that it can be."""
    figures: dict[str, Value] = dict(said.open_values)
    for supplied in (round_.figures, body.figures):
        for name, figure in supplied.items():
            if name in figures and figure.value not in (MISSING, NOT_APPLICABLE):
                figures[name] = figure.value
    for name, figure in body.last.items():
        figures[in_last_round(name)] = figure.value
    _parts(figures, said.within)
    figures.update(declared.parameters_at(methodology, round_.start, round_.end))
    figures["period_start"] = round_.start.toordinal()
    figures["period_end"] = round_.end.toordinal()
    figures["year"] = round_.year
    tables = {**body.tables, **others.tables} if others.tables else body.tables
    return Facts(
        said.rules,
        figures,
        tables,
        said.unseen,
        {},
        said.within,
        said.bounds,
        watch=said.watch,
        shared=others.shared,
        calendar=round_.calendar,
        python=said.python,
    )


def known_before(
    plan: Plan, said: Declared, round_: Round, body: Body, others: RoundFacts = ALONE
) -> tuple[Facts, bool]:
    """The facts when the first criterion is scored, and whether the body is assessed at all."""
    facts = facts_of(plan.methodology, said, round_, body, others)
    if plan.applies is None:
        return facts, True
    assessed = truth(plan.applies, facts) is not False
    return assume(plan.applies, True, facts) if assessed else facts, assessed


def facts_of_nothing(methodology: Methodology, said: Declared, watch: Watch) -> Facts:
    """The facts when nothing at all is known: what `check` scores with."""
    figures: dict[str, Value] = dict(said.open_values)
    for parameter in methodology.parameters:
        values = [value.value for value in parameter.values]
        figures[parameter.name] = values[0] if len(set(values)) == 1 else Range(min(values), max(values))
    figures |= {"period_start": Range(whole=True), "period_end": Range(whole=True), "year": Range(1, None, whole=True)}
    return Facts(said.rules, figures, {}, said.unseen, {}, said.within, said.bounds, watch=watch)


def _parts(figures: dict[str, Value], within: Mapping[str, str]) -> None:
    """A part that is missing is no more than its whole, and a whole that is missing no less than its part."""
    for part, whole in within.items():
        a, b = figures.get(part), figures.get(whole)
        if isinstance(a, Range) and isinstance(b, (int, Fraction, Range)):
            figures[part] = ranges.intersection(a, Range(None, ranges.as_range(b).high, none=a.none))
        if isinstance(b, Range) and isinstance(a, (int, Fraction, Range)):
            figures[whole] = ranges.intersection(b, Range(ranges.as_range(a).low, None, none=b.none))


def evidence_read(said: Declared, round_: Round, body: Body, names: tuple[str, ...]) -> tuple[Evidence, ...]:
    """Each figure and table that a criterion reads, as it was handed in."""
    return tuple(
        _figure(said.figures[name], round_, body) if name in said.figures else _table(said.tables[name], body)
        for name in names
    )


def _figure(figure: Figure, round_: Round, body: Body) -> Evidence:
    last = of_last_round(figure.name)
    places = (body.figures, round_.figures) if last is None else (body.last,)
    handed_in = next((one for place in places if (one := place.get(last or figure.name))), _NOT_SUPPLIED)
    return Evidence(
        figure.name,
        figure.title.vi,
        figure.title.en,
        handed_in.value,
        figure.kind,
        handed_in.written,
        handed_in.provenance,
    )


def _table(table: Table, body: Body) -> Evidence:
    records = body.tables.get(table.name)
    value: Value = MISSING if records is None else len(records.records)
    provenance = _NOT_SUPPLIED.provenance if records is None else records.provenance
    return Evidence(table.name, table.title.vi, table.title.en, value, TABLE, "", provenance)


_NOT_SUPPLIED = Supplied(MISSING, "", Provenance())
