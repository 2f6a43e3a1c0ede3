"""Where evidence is looked for: one criterion, or the classes of the whole; what they read, and values worth trying."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from parrules.evidence.records import Body, Decision, Provenance, Record, Records, Round, Supplied
from parrules.methodology.model import Column, Criterion, Figure, Table
from parrules.methodology.scope import BODIES, CRITERIA
from parrules.operators import expressions as op
from parrules.operators.walk import every, every_in
from parrules.plan.plan import Plan
from parrules.scoring.score import Prepared
from parrules.trials.candidates import constants_beside, constants_of, operators_of, pairs_of, shares_of, values_for
from parrules.trials.given import ONLY
from parrules.trials.part import reading
from parrules.trials.run import narrowed
from parrules.trials.situations import owners_of
from parrules.trials.whole import Results, results_of
from parrules.values.amounts import Value
from parrules.values.numbers import Exact, exact, quotient

_MOVABLE = 3
MOST_RECORDS = 40
"""So many records has a table at most in evidence that is tried."""

_LARGE = 7
"""The place of a thousand among the values of a count: parts of it come closer to a share than those of a few."""

NOWHERE = Provenance()


@dataclass(frozen=True, slots=True)
class Ground:
    """code: of the criterion; empty for the classes of the whole, which are looked at through the scores of the leaves.

    codes: the criterion and those that it waits for. prepared: of a plan with those alone, or with all criteria where
    the whole sheet is looked at. shares: the proportions that
    its rules name, as so many of how many. leaves: the criteria whose scores are set outright: those that are judged;
    for the classes all, to come to one of `totals` among others; told: those of them whose own scores the rules look
    at. pairs: figures that the rules set beside each other. owners: by node of a program, the criterion that it counts
    for. results: of the whole, kept between tries. looks_at_others: whether what is
    read here looks at the other bodies of the round, or hangs on a quota among them.
    """

    code: str
    codes: tuple[str, ...]
    prepared: Prepared
    round_: Round
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    values: Mapping[str, tuple[Value, ...]]
    shares: tuple[tuple[int, int], ...]
    pairs: frozenset[tuple[str, str]]
    leaves: tuple[Criterion, ...]
    told: frozenset[str]
    totals: tuple[Exact, ...]
    owners: Mapping[int, str]
    results: Results | None = None
    looks_at_others: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether a whole sheet is looked at: for a class."""
        return not self.code or self.prepared.planned[self.code].classes is not None

    def with_body(self, body: Body) -> Round:
        """The round with this body in the place of the one that is changed."""
        return replace(self.round_, bodies=(body, *self.round_.bodies[1:]))

    def declared(self, name: str) -> Figure | Column:
        """A figure, or a column (`table.column`)."""
        table, _, column = name.rpartition(".")
        if not table:
            return next(one for one in self.figures if one.name == name)
        columns = next(one.columns for one in self.tables if one.name == table)
        return next(one for one in columns if one.name == column)


def ground_of(prepared: Prepared, code: str, round_: Round) -> Ground:
    """round_: whose first body is changed."""
    plan = prepared.plan
    small = narrowed(prepared, code) if code else prepared
    codes = frozenset(small.plan.order)
    reads = _read_by(plan, codes if code else (), code)
    operators = operators_of(plan, codes if code else ("",))
    constants = constants_of(plan, operators)
    figures = tuple(one for one in plan.methodology.figures if one.name in reads and one.formula is None)
    tables = tuple(one for one in plan.methodology.tables if one.name in reads)
    columns = {f"{table.name}.{one.name}": one for table in tables for one in table.columns if one.formula is None}
    named: dict[str, Figure | Column] = {**{one.name: one for one in figures}, **columns}
    beside = {name: constants_beside(one.name, operators, constants) for name, one in named.items()}
    values = {name: values_for(one, beside[name], round_) for name, one in named.items()}
    of_all = tuple(_leaves(plan.methodology.criteria))
    leaves = of_all if not code else tuple(one for one in of_all if one.code in codes and one.judged is not None)
    return Ground(
        code,
        small.plan.order,
        reading(small, codes) if code and prepared.planned[code].classes is None else prepared,
        round_,
        figures,
        tables,
        values,
        shares_of(constants),
        pairs_of(operators),
        leaves,
        _told(operators, leaves),
        () if code else _totals(constants, leaves),
        owners_of(plan),
        None if code else results_of(plan),
        _looks_at_others(plan, codes if code else ()),
    )


def _looks_at_others(plan: Plan, codes: Collection[str]) -> bool:
    """codes: of the criteria; none for the classes of the whole, and for what says which criteria apply."""
    if codes:
        operators = operators_of(plan, codes)
    elif plan.waits_for_all:
        return True
    else:
        conditions = (plan.applies, *(one.applies for one in plan.criteria))
        operators = [each for one in conditions if one is not None for each in every(one)]
    return any(isinstance(one, op.Gather) and one.table in BODIES for one in operators)


def _read_by(plan: Plan, codes: Collection[str], code: str) -> set[str]:
    """Figures and tables. For the classes of the whole: what they read, and what says which criteria apply."""
    if code:
        return {name for one in plan.criteria if one.code in codes for name in one.reads}
    operators = list(every_in(plan.classes)) if plan.classes is not None else []
    for condition in (plan.applies, *(one.applies for one in plan.criteria)):
        operators += every(condition) if condition is not None else ()
    figures = {one.name for one in operators if isinstance(one, op.Figure)}
    return figures | {one.table for one in operators if isinstance(one, op.Gather)}


def seeds_of(ground: Ground) -> Iterator[Body]:
    """Bodies to begin with: plain ones, and those with everything at its least or its most."""
    for place in (0, 1, 2, _LARGE):
        yield plain_body(ground, place=place)
    numbers = {one.name: _numbers(ground.values[one.name]) for one in ground.figures}
    least, most = ({name: supplied(end(each)) for name, each in numbers.items() if each} for end in (min, max))
    plain = plain_body(ground)
    adverse = {name: least[name] for name in least if name not in _deciding(ground)}
    without = replace(plain, figures={**plain.figures, **adverse})  # nothing that would hold a class down
    for total in ground.totals:
        for one in (plain, applying(ground, plain), without, applying(ground, without)):
            yield replace(one, decided=adding_up_to(total, ground.leaves))
    yield replace(plain_body(ground, end=min), figures={**plain.figures, **least})
    yield replace(plain, figures={**plain.figures, **most})


def applying(ground: Ground, body: Body) -> Body:
    """The body, of which whatever says whether criteria apply says yes."""
    yes = {
        one.name: supplied(True)
        for one in ground.figures
        if one.name in _deciding(ground) and one.kind.name == "yes_no"
    }
    return replace(body, figures={**body.figures, **yes})


def _deciding(ground: Ground) -> tuple[str, ...]:
    """The figures that say which criteria apply."""
    return ground.results.deciding if ground.results is not None else ()


def suited(ground: Ground, bodies: Iterable[Body]) -> Iterator[Body]:
    """Of the bodies of tests, those that say all that is read here, each once; of long tables the first records."""
    seen: set[tuple[object, ...]] = set()
    names = {one.name for one in ground.figures}
    tables, leaves = {one.name for one in ground.tables}, {one.code for one in ground.leaves}
    for body in bodies:
        if names <= body.figures.keys() and tables <= body.tables.keys() and leaves <= body.decided.keys():
            figures = {name: body.figures[name] for name in sorted(names)}
            kept = {one.code: body.decided[one.code] for one in ground.leaves}
            few = {name: _shortened(body.tables[name]) for name in sorted(tables)}
            said = (
                *(one.value for one in figures.values()),
                *(one.points for one in kept.values()),
                *(tuple(each.values.items()) for one in few.values() for each in one.records),
            )
            if said not in seen:
                seen.add(said)
                yield Body(ONLY, ONLY, figures=figures, decided=kept, tables=few)


def _shortened(table: Records) -> Records:
    return replace(table, records=table.records[:MOST_RECORDS])


def _leaves(criteria: Iterable[Criterion], outside: bool = False) -> Iterator[Criterion]:
    """The criteria without children; those below one that is outside the scale are outside it, too."""
    for one in criteria:
        if one.children:
            yield from _leaves(one.children, outside or one.outside_scale)
        else:
            yield replace(one, outside_scale=outside or one.outside_scale)


def _told(operators: Sequence[op.Operator], leaves: Sequence[Criterion]) -> frozenset[str]:
    named = {one.code for one in operators if isinstance(one, op.ScoreOf)}
    everyone = any(isinstance(one, op.Gather) and one.table == CRITERIA for one in operators)
    return frozenset(one.code for one in leaves if everyone or one.code in named)


def movable(ground: Ground) -> list[Criterion]:
    """The leaves by whose scores a comparison is met: those that the rules look at, and of the others the largest."""
    largest = sorted((one for one in ground.leaves if one.code not in ground.told), key=lambda one: -one.maximum)
    return [*(one for one in ground.leaves if one.code in ground.told), *largest[:_MOVABLE]]


def _totals(constants: Sequence[Exact], leaves: Sequence[Criterion]) -> tuple[Exact, ...]:
    """Totals worth trying: the numbers that the rules name, and those as parts of the whole; a little below and above
    each; and the whole."""
    whole = sum((one.maximum for one in leaves if not one.outside_scale), Fraction(0))
    named = {Fraction(one) for one in constants if 0 <= one <= whole}
    named |= {Fraction(one * whole) for one in constants if 0 < one < 1}
    near = {total + way * by for total in named for by in (0, Fraction(1, 100), Fraction(1, 2), 1) for way in (1, -1)}
    return tuple(sorted(exact(total) for total in {*near, whole} if 0 <= total <= whole))


def adding_up_to(total: Exact, leaves: Sequence[Criterion]) -> dict[str, Decision]:
    """Each leaf given as much as it can have, until the total is reached."""
    left = total
    decided = {}
    for one in leaves:
        points = one.minimum if one.outside_scale else max(one.minimum, min(one.maximum, left))
        left = exact(Fraction(left - points))
        decided[one.code] = decision(points)
    return decided


def plain_body(ground: Ground, id: str = ONLY, place: int = 0, end: object = max) -> Body:
    """A body with a plain value for everything that is read. place: which of the values; end: of the scores set."""
    tried = {one.name: ground.values[one.name] for one in ground.figures if ground.values[one.name]}
    figures = {name: supplied(values[place % len(values)]) for name, values in tried.items()}
    tables = {one.name: Records((plain_record(one, ground, 1),), NOWHERE) for one in ground.tables}
    points = {one.code: one.minimum if end is min else one.maximum for one in ground.leaves}
    if place and end is max:
        points = {one.code: exact(quotient(one.maximum * (place % 4), 4)) for one in ground.leaves}
    decided = {code: decision(each) for code, each in points.items()}
    return Body(id, id, figures=figures, tables=tables, decided=decided)


def plain_round(ground: Ground) -> Ground:
    """The same among other bodies, where what is looked for depends on those: one body that is changed, and two beside
    it."""
    if not ground.looks_at_others:
        return ground
    bodies = tuple(plain_body(ground, id, place) for place, id in enumerate((ONLY, "other", "third")))
    return replace(ground, round_=replace(ground.round_, bodies=bodies))


def plain_record(table: Table, ground: Ground, row: int) -> Record:
    tried = {one.name: ground.values.get(f"{table.name}.{one.name}", ()) for one in table.columns}
    values = {name: values[0] for name, values in tried.items() if values}
    return Record(values, row, f"{row}" if table.id else "")


def supplied(value: Value) -> Supplied:
    return Supplied(value, "", NOWHERE)


def decision(points: Exact) -> Decision:
    """A score that is set outright."""
    return Decision(points, None, "", "", "", "", NOWHERE)


def _numbers(values: tuple[Value, ...]) -> list[Exact]:
    return [one for one in values if isinstance(one, (int, Fraction)) and not isinstance(one, bool)]
