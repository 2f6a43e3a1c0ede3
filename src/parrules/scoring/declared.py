"""What a figure or a column that is missing can be, by its declaration."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

from parrules.methodology.leaving_out import may_have_no_index, may_have_no_total
from parrules.methodology.model import Column, Figure, Methodology, Title
from parrules.methodology.scope import BODIES, CRITERIA, bodies_tables
from parrules.operators.last_round import in_last_round
from parrules.values.amounts import Value
from parrules.values.kinds import POINTS, RATIO, Kind
from parrules.values.nothing import NONE
from parrules.values.numbers import Exact
from parrules.values.ranges import Range, Unknown

_WHOLE = ("count", "date", "one_of")


def open_value(one: Figure | Column) -> Value:
    """Every value that the declaration allows."""
    may_be_none = one.none is not None
    if one.kind.name in ("yes_no", "text"):
        return Unknown(may_be_none)
    low, high = one.low, one.high
    if one.kind.name == "one_of":
        low, high = 0, len(one.kind.options) - 1
    return Range(low, high, whole=one.kind.name in _WHOLE, none=may_be_none)


def of_last_round(methodology: Methodology, lasts: tuple[str, ...]) -> Mapping[str, Figure]:
    """Figures of the last round, by the names that programs read them by: a body may have had none."""
    now = {figure.name: figure for figure in methodology.figures}
    now |= {name: Figure(name, kind, Title("")) for name, kind in (("total", POINTS), ("index", RATIO))}
    return {
        in_last_round(name): replace(now[name], name=in_last_round(name), none=now[name].none or "", within=None)
        for name in lasts
    }


def open_columns(methodology: Methodology, lasts: tuple[str, ...] = ()) -> Mapping[str, Mapping[str, Value]]:
    """By table, what each of its columns can be. lasts: the figures that are read of the last round."""
    columns: dict[str, dict[str, Value]] = {
        table.name: {column.name: open_value(column) for column in table.columns if column.formula is None}
        for table in (*methodology.tables, *bodies_tables(methodology))
    }
    total, index = may_have_no_total(methodology.criteria), may_have_no_index(methodology.criteria)
    results: dict[str, Value] = {"total": Range(none=total), "index": Range(none=index)}
    if methodology.classes:
        results["class"] = Range(0, len(methodology.classes) - 1, whole=True)
    before = {name: open_value(figure) for name, figure in of_last_round(methodology, lasts).items()}
    for name in BODIES:
        columns[name] |= results | before
    columns[CRITERIA] = {"code": Unknown(), "score": Range(), "max": Range()}
    return columns


def within(methodology: Methodology) -> Mapping[str, str]:
    """For each figure that is a part, its whole."""
    return {figure.name: figure.within for figure in methodology.figures if figure.within is not None}


def bounds(methodology: Methodology) -> Mapping[str, Range]:
    """For each figure that is computed, what its declaration says that it lies within."""
    return {
        figure.name: Range(figure.low, figure.high)
        for figure in methodology.figures
        if figure.formula is not None and not (figure.low is None and figure.high is None)
    }


def parameters_at(methodology: Methodology, start: datetime.date, end: datetime.date) -> Mapping[str, Value]:
    """What each parameter is worth over a round: one value, or, where it changes, the range of its values."""
    return {
        parameter.name: _between(
            [
                value.value
                for value in parameter.values
                if (value.valid_from is None or value.valid_from <= end)
                and (value.valid_to is None or value.valid_to >= start)
            ]
        )
        for parameter in methodology.parameters
    }


def _between(values: list[Exact]) -> Value:
    if not values:
        return Range()
    return values[0] if len(set(values)) == 1 else Range(min(values), max(values))


def choices(kind: Kind, value: Value) -> tuple[Value, ...]:
    """The values of an open answer that can be tried in turn; none of them when it cannot."""
    absent: tuple[Value, ...] = (NONE,) if isinstance(value, (Range, Unknown)) and value.none else ()
    if kind.name == "yes_no" and isinstance(value, Unknown):
        return (True, False, *absent)
    if kind.name == "one_of" and isinstance(value, Range):
        last = len(kind.options) - 1
        return (*range(int(value.low or 0), int(last if value.high is None else value.high) + 1), *absent)
    return ()
