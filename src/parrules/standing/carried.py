"""A round's evidence as evidence for other rules: figures and tables of the same names and kinds, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from parrules.evidence.records import Body, Decision, Mark, Record, Records, Round, Supplied
from parrules.methodology.model import Column, Criterion, Figure, Methodology, Table
from parrules.values.amounts import Value
from parrules.values.nothing import NONE


@dataclass(frozen=True, slots=True)
class NotCarried:
    """A figure, a table, a column (`table.column`) or the mark of a criterion that the other evidence does not have.

    why: it is `unknown` there, it is of another `kind`, or what was handed in is `outside` what it may be here.
    """

    name: str
    why: Literal["unknown", "kind", "outside"]


def carried(round_: Round, old: Methodology, new: Methodology) -> tuple[Round, tuple[NotCarried, ...]]:
    """The round as if it had been handed in for `new`. What cannot be carried over is missing, and named."""
    missing: dict[NotCarried, None] = {}
    figures = {one.name: one for one in new.figures if one.formula is None}
    carry = {name: _fits(one, old, missing) for name, one in figures.items()}
    tables = {one.name: one for one in new.tables}
    columns = {name: _columns(one, old, missing) for name, one in tables.items()}
    marks = _marks(old, new, missing)
    criteria = {one.code: one for one in new.every_criterion()}

    def of(body: Body) -> Body:
        return replace(
            body,
            figures=_figures(body.figures, figures, carry, missing),
            tables={name: _records(one, columns[name]) for name, one in body.tables.items() if columns.get(name)},
            marks=_judged(body.marks, marks, missing),
            decided=_decided(body.decided, criteria, missing),
            last={name: one for name, one in body.last.items() if name in _OF_THE_WHOLE or carry.get(name)},
        )

    bodies = tuple(of(body) for body in round_.bodies)
    shared = _figures(round_.figures, figures, carry, missing)
    made = replace(round_, methodology=new.name, edition=new.edition, bodies=bodies, figures=shared)
    return made, tuple(missing)


_OF_THE_WHOLE = ("total", "index")
"""What is known of a body's last round beside its figures."""


def _fits(one: Figure, old: Methodology, missing: dict[NotCarried, None]) -> bool:
    """Whether the old evidence has a figure of this name and kind."""
    was = next((figure for figure in old.figures if figure.name == one.name and figure.formula is None), None)
    if was is None or was.kind != one.kind:
        missing[NotCarried(one.name, "unknown" if was is None else "kind")] = None
        return False
    return True


def _columns(one: Table, old: Methodology, missing: dict[NotCarried, None]) -> dict[str, Column]:
    """The columns that can be carried over; none where there is no such table."""
    was = next((table for table in old.tables if table.name == one.name), None)
    if was is None:
        missing[NotCarried(one.name, "unknown")] = None
        return {}
    kinds = {column.name: column.kind for column in was.columns if column.formula is None}
    found: dict[str, Column] = {}
    for column in one.columns:
        if column.formula is not None:
            continue
        if kinds.get(column.name) == column.kind:
            found[column.name] = column
        else:
            why: Literal["unknown", "kind"] = "kind" if column.name in kinds else "unknown"
            missing[NotCarried(f"{one.name}.{column.name}", why)] = None
    return found


def _marks(old: Methodology, new: Methodology, missing: dict[NotCarried, None]) -> dict[str, tuple[Value, Value]]:
    """The bounds of the criteria that are judged under both rules."""
    judged = {one.code for one in old.every_criterion() if one.judged is not None}
    found: dict[str, tuple[Value, Value]] = {}
    for one in new.every_criterion():
        if one.judged is not None and one.code in judged:
            found[one.code] = (one.minimum, one.maximum)
        elif one.judged is not None:
            missing[NotCarried(one.code, "unknown")] = None
    return found


def _figures(
    supplied: Mapping[str, Supplied],
    figures: Mapping[str, Figure],
    carry: Mapping[str, bool],
    missing: dict[NotCarried, None],
) -> dict[str, Supplied]:
    found: dict[str, Supplied] = {}
    for name, one in supplied.items():
        if not carry.get(name):
            continue
        if _may_be(one.value, figures[name]):
            found[name] = one
        else:
            missing[NotCarried(name, "outside")] = None
    return found


def _may_be(value: Value, one: Figure | Column) -> bool:
    """Whether the declaration allows the value."""
    if value is NONE:
        return one.none is not None
    if isinstance(value, bool) or not isinstance(value, (int, Fraction)):
        return True
    return (one.low is None or value >= one.low) and (one.high is None or value <= one.high)


def _records(one: Records, columns: Mapping[str, Column]) -> Records:
    return replace(one, records=tuple(_record(record, columns) for record in one.records))


def _record(record: Record, columns: Mapping[str, Column]) -> Record:
    values = {name: value for name, value in record.values.items() if name in columns and _may_be(value, columns[name])}
    return replace(record, values=values)


def _judged(
    marks: Mapping[str, Mark], bounds: Mapping[str, tuple[Value, Value]], missing: dict[NotCarried, None]
) -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    for code, mark in marks.items():
        if code not in bounds:
            continue
        low, high = bounds[code]
        if isinstance(mark.value, (int, Fraction)) and low <= mark.value <= high:  # type: ignore[operator]
            found[code] = mark
        else:
            missing[NotCarried(code, "outside")] = None
    return found


def _decided(
    decided: Mapping[str, Decision], criteria: Mapping[str, Criterion], missing: dict[NotCarried, None]
) -> dict[str, Decision]:
    """What was decided outright, where the other rules have such a criterion and it may have these points."""
    found: dict[str, Decision] = {}
    for code, one in decided.items():
        criterion = criteria.get(code)
        if criterion is None:
            missing[NotCarried(code, "unknown")] = None
        elif any(amount is not None and amount > criterion.maximum for amount in (one.points, one.maximum)):
            missing[NotCarried(code, "outside")] = None
        else:
            found[code] = one
    return found
