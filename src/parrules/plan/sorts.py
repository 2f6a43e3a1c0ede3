"""Whether operators can be computed: numbers with numbers, yes or no where that is asked.

Programs of the language are known to be so by their kinds. What a plugin's word is rewritten to is looked at here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, assert_never, get_args

from parrules.methodology.model import Table
from parrules.operators import expressions as op
from parrules.operators.last_round import of_last_round
from parrules.values.kinds import Kind
from parrules.values.nothing import NONE
from parrules.values.numbers import Way

Sort = Literal["number", "answer", "text", "none"]
"""Dates, and places in a list, are numbers; an answer is yes or no."""

_CONSTANTS: Mapping[type, Sort] = {int: "number", Fraction: "number", bool: "answer", str: "text"}
_EQUAL = ("=", "!=")
_MOST_PLACES = 100


class Unsound(Exception):
    """An operator that cannot be computed; args: that one."""


@dataclass(frozen=True, slots=True)
class Sorts:
    """names: of figures and results, tables: with their columns, both by name. around: the tables of whose records one
    is at hand, the outermost first."""

    names: Mapping[str, Kind]
    tables: Mapping[str, Table]
    around: tuple[str, ...] = ()

    def of(self, one: op.Operator) -> Sort:
        """The sort of its value; Unsound where it can have none."""
        match one:
            case op.Constant():
                return _of_constant(one)
            case op.Figure():
                return self._named(one, self.names.get(of_last_round(one.name) or one.name))
            case op.Column():
                return self._named(one, self._column(one))
            case op.Named():
                return self.of(one.value)
            case op.ScoreOf():
                return "number"
            case op.Sum(parts) | op.Product(parts) | op.Least(parts) | op.Greatest(parts):
                return self._all(one, parts, "number", "number")
            case op.Negative(value):
                return self._all(one, (value,), "number", "number")
            case op.Rounded():
                if type(one.places) is not int or abs(one.places) > _MOST_PLACES or one.way not in get_args(Way):
                    raise Unsound(one)
                return self._all(one, (one.value,), "number", "number")
            case op.Quotient(first, second) | op.WorkingDays(first, second):
                return self._all(one, (first, second), "number", "number")
            case op.Compared():
                return self._compared(one)
            case op.IsNone():
                self.of(one.value)
                return "answer"
            case op.All(conditions) | op.Any(conditions):
                return self._all(one, conditions, "answer", "answer")
            case op.Not(condition):
                return self._all(one, (condition,), "answer", "answer")
            case op.First():
                return self._first(one)
            case op.Gather():
                return self._gather(one)
            case _:
                assert_never(one)

    def wanted(self, one: op.Operator, sort: Sort) -> None:
        """Unsound where it is of another sort."""
        if self.of(one) not in (sort, "none"):
            raise Unsound(one)

    def _named(self, one: op.Operator, kind: Kind | None) -> Sort:
        if kind is None or kind.name == "table":
            raise Unsound(one)
        return "answer" if kind.name == "yes_no" else "text" if kind.name == "text" else "number"

    def _column(self, one: op.Column) -> Kind | None:
        if type(one.level) is not int or not 0 <= one.level < len(self.around):
            return None
        columns = self.tables[self.around[one.level]].columns
        name = of_last_round(one.name) or one.name
        return next((column.kind for column in columns if column.name == name), None)

    def _all(self, one: op.Operator, parts: tuple[op.Operator, ...], wanted: Sort, given: Sort) -> Sort:
        if not parts or any(self.of(part) not in (wanted, "none") for part in parts):
            raise Unsound(one)
        return given

    def _compared(self, one: op.Compared) -> Sort:
        sorts = {self.of(one.left), self.of(one.right)} - {"none"}
        if len(sorts) > 1 or one.way not in get_args(op.Comparing) or (one.way not in _EQUAL and sorts - {"number"}):
            raise Unsound(one)
        return "answer"

    def _first(self, one: op.First) -> Sort:
        whens = tuple(row.when for row in one.rows if row.when is not None)
        if whens:
            self._all(one, whens, "answer", "answer")
        sorts = {self.of(row.value) for row in one.rows} - {"none"}
        if not one.rows or one.rows[-1].when is not None or len(sorts) > 1:
            raise Unsound(one)
        return sorts.pop() if sorts else "none"

    def _gather(self, one: op.Gather) -> Sort:
        is_sound = one.table in self.tables and type(one.level) is int and 0 <= one.level <= len(self.around)
        if not is_sound or one.way not in get_args(op.Gathering) or (one.value is None) != (one.way == "count"):
            raise Unsound(one)
        inside = Sorts(self.names, self.tables, (*self.around[: one.level], one.table))
        for part, sort in ((one.where, "answer"), (one.value, "answer" if one.way == "share" else "number")):
            if part is not None and inside.of(part) not in (sort, "none"):
                raise Unsound(one)
        return "number"


def _of_constant(one: op.Constant) -> Sort:
    sort = _CONSTANTS.get(type(one.value))
    if sort is None and one.value is not NONE:
        raise Unsound(one)
    return sort or "none"
