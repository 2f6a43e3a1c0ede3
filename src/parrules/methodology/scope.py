"""What names mean, where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from parrules.methodology.model import Column, Methodology, Table, Title
from parrules.values.kinds import COUNT, DATE, POINTS, RATIO, TABLE, TEXT, Kind

if TYPE_CHECKING:
    from parrules.syntax.tree import Definition


@dataclass(frozen=True, slots=True)
class Reference:
    """What a name means.

    of: `figure` (of evidence, a trait, one for the round, or a parameter), `column` (of the record at hand), `table`,
    `named` (a quantity that the program defines), `maximum` (the criterion's own), `clock` (`period_start`,
    `period_end`, `year`) or `result` (`total`, `index`). definition: of a named quantity; table: of a column.
    sound: whether its own expression is right; what is not has no kind that could be judged.
    """

    of: Literal["figure", "column", "table", "named", "maximum", "clock", "result"]
    name: str
    kind: Kind
    definition: Definition | None = None
    table: str = ""
    sound: bool = True


BODIES = ("bodies", "peers")
"""The tables of the bodies of the round: all, and those of one's group, oneself included."""

BODY_COLUMNS = ("id", "name", "group", "region")

CLOCK = {
    "period_start": Reference("clock", "period_start", DATE),
    "period_end": Reference("clock", "period_end", DATE),
    "year": Reference("clock", "year", COUNT),
}
CRITERIA = "criteria"
"""The table of the criteria inside the scale that apply, in programs that give classes."""

UNDECIDED = "undecided"
"""What a program of classes awards where the authority decides."""

RESULTS = {"total": Reference("result", "total", POINTS), "index": Reference("result", "index", RATIO)}
MAXIMUM = {"maximum": Reference("maximum", "maximum", POINTS)}


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that can be used at one place, those of the record at hand first."""

    names: Mapping[str, Reference]
    tables: Mapping[str, Table]
    records: Table | None = None

    def find(self, name: str) -> Reference | None:
        return self.names.get(name)

    def within(self, table: Table) -> Scope:
        """Inside an aggregate or a program over records: a name is a column first."""
        columns = {
            column.name: Reference("column", column.name, column.kind, table=table.name) for column in table.columns
        }
        return Scope({**self.names, **columns}, self.tables, table)

    def for_classes(self, classes: tuple[str, ...], *, of_bodies: bool) -> Scope:
        """What a program that gives classes can use besides. of_bodies: it gives one to the body itself, and so may
        look at the totals of the others, and at the classes that they were given."""
        kind = Kind("one_of", options=classes)
        tables = {**(self.for_standings(classes) if of_bodies else self).tables, CRITERIA: _CRITERIA}
        undecided = {UNDECIDED: Reference("result", UNDECIDED, kind)}
        return Scope({**self.names, **RESULTS, **undecided}, tables, self.records)

    def for_standings(self, classes: tuple[str, ...]) -> Scope:
        """The same, with what the bodies of the round came to: totals, and the classes that they were given."""
        given = Kind("one_of", options=classes)
        results = (("total", POINTS), ("index", RATIO), ("class", given))
        more = tuple(Column(name, kind, Title("")) for name, kind in results)
        bodies = {name: replace(self.tables[name], columns=(*self.tables[name].columns, *more)) for name in BODIES}
        return Scope(self.names, {**self.tables, **bodies}, self.records)

    def for_ranking(self) -> Scope:
        """What the condition of the ranking can use besides: what the body itself came to."""
        return Scope({**self.names, **RESULTS}, {**self.tables, CRITERIA: _CRITERIA}, self.records)

    def knowing(self, *more: Mapping[str, Reference]) -> Scope:
        names = dict(self.names)
        for one in more:
            names.update(one)
        return Scope(names, self.tables, self.records)


def of_methodology(methodology: Methodology) -> Scope:
    """The names that every program of a methodology can use."""
    names: dict[str, Reference] = dict(CLOCK)
    for figure in methodology.figures:
        names[figure.name] = Reference("figure", figure.name, figure.kind)
    for parameter in methodology.parameters:
        names[parameter.name] = Reference("figure", parameter.name, parameter.kind)
    for table in methodology.tables:
        names[table.name] = Reference("table", table.name, TABLE)
    tables = {table.name: table for table in (*methodology.tables, *bodies_tables(methodology))}
    return Scope(names, tables)


def of_round(methodology: Methodology) -> Scope:
    """The names that mean the same for every body of a round."""
    of_a_body = {figure.name for figure in methodology.figures if figure.of != "round"}
    whole = of_methodology(methodology)
    names = {name: one for name, one in whole.names.items() if name not in of_a_body and one.of != "table"}
    return Scope(names, {name: whole.tables[name] for name in BODIES})


def bodies_tables(methodology: Methodology) -> tuple[Table, Table]:
    """`bodies`, a record for each body of the round with its figures as columns; and `peers`, those of one's group."""
    own = tuple(Column(name, TEXT, Title(name)) for name in BODY_COLUMNS)
    figures = (figure for figure in methodology.figures if figure.of != "round")
    columns = (*own, *(Column(one.name, one.kind, one.title, one.low, one.high, one.none) for one in figures))
    return tuple(Table(name, Title(name), columns) for name in BODIES)  # type: ignore[return-value]


_CRITERIA = Table(
    CRITERIA,
    Title(""),
    (Column("code", TEXT, Title("")), Column("score", POINTS, Title("")), Column("max", POINTS, Title(""))),
)
