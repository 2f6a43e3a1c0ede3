"""From core operators over the columns of a record to SQL that comes to the same, in whole numbers; or not at all.

A number is a whole one in SQL and what it is divided by, which is known beforehand: `12.5%` is 125 by 1000. So nothing
is ever rounded, and what grows beyond 38 digits is an error of the query, never another number.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from parrules.evidence.relations.columns import CellColumn, Sort, day, literal
from parrules.operators import expressions as op
from parrules.values.nothing import NONE
from parrules.values.numbers import Exact
from parrules.values.numbers import written as decimal

_GREATEST = 10**37
_PLACES = 9
"""A decimal number of so many digits before the point and behind it stands as such in SQL."""


class Untranslatable(Exception):
    """What only the interpreter can work out; raised and caught within this package."""


@dataclass(frozen=True, slots=True)
class Term:
    """A number in SQL: `sql / under`. known: the number itself, where it is known. day: the same as a day, in SQL.

    plain: the same as a decimal number, in SQL.
    """

    sql: str
    under: int = 1
    known: Exact | None = None
    day: str = ""
    plain: str = ""


Columns = Mapping[str, CellColumn]


def condition(one: op.Operator, columns: Columns) -> str:
    """A condition in SQL."""
    match one:
        case op.Constant(value=bool() as value):
            return "TRUE" if value else "FALSE"
        case op.Named():
            return condition(one.value, columns)
        case op.Column() if _column(one, columns).sort == "truth":
            return _column(one, columns).value
        case op.All() | op.Any():
            word = " AND " if isinstance(one, op.All) else " OR "
            return "(" + word.join(condition(each, columns) for each in one.conditions) + ")"
        case op.Not():
            return f"(NOT {condition(one.condition, columns)})"
        case op.IsNone():
            return f"({_of_any_sort(one.value, columns)} IS NULL)"
        case op.Compared():
            return _compared(one, columns)
        case op.First():
            return _rows(one, [condition(row.value, columns) for row in one.rows], columns)
        case _:
            raise Untranslatable


def number(one: op.Operator, columns: Columns) -> Term:
    """A number in SQL."""
    match one:
        case op.Constant(value=(int() | Fraction()) as value) if not isinstance(value, bool):
            return _known(value)
        case op.Named():
            return number(one.value, columns)
        case op.Column():
            return _cell(_column(one, columns))
        case op.Sum():
            return _beside([number(term, columns) for term in one.terms], lambda sqls: " + ".join(sqls))
        case op.Negative():
            term = number(one.value, columns)
            return _known(-term.known) if term.known is not None else Term(f"(-{_wide(term)})", term.under)
        case op.Product():
            return _product([number(factor, columns) for factor in one.factors])
        case op.Quotient():
            under = number(one.under, columns).known
            if not under:
                raise Untranslatable
            return _product([number(one.over, columns), _known(1 / Fraction(under))])
        case op.Least() | op.Greatest():
            word = "least" if isinstance(one, op.Least) else "greatest"
            return _beside([number(each, columns) for each in one.values], lambda sqls: f"{word}({', '.join(sqls)})")
        case op.First():
            return _first(one, columns)
        case _:
            raise Untranslatable


def sort_of(one: op.Operator, columns: Columns) -> Sort:
    """Whether it is a number (as a day is), a text, or yes or no."""
    match one:
        case op.Constant(value=bool()):
            return "truth"
        case op.Constant(value=str()):
            return "text"
        case op.Named():
            return sort_of(one.value, columns)
        case op.Column():
            return _column(one, columns).sort
        case op.First():
            return next((sort_of(row.value, columns) for row in one.rows if not _is_none(row.value)), "number")
        case op.All() | op.Any() | op.Not() | op.IsNone() | op.Compared():
            return "truth"
        case _:
            return "number"


def _column(one: op.Column, columns: Columns) -> CellColumn:
    if one.name not in columns:
        raise Untranslatable
    return columns[one.name]


def _text(one: op.Operator, columns: Columns) -> str:
    match one:
        case op.Constant(value=str() as value):
            return literal(value)
        case op.Named():
            return _text(one.value, columns)
        case op.Column():
            return _column(one, columns).value
        case op.First():
            return _rows(one, [_text(row.value, columns) for row in one.rows], columns)
        case _:
            raise Untranslatable


def _of_any_sort(one: op.Operator, columns: Columns) -> str:
    """An operand in SQL, to ask whether it is none."""
    if _is_none(one):
        return "NULL"
    sort = sort_of(one, columns)
    if sort == "truth":
        return condition(one, columns)
    if isinstance(one, op.Column):
        return _column(one, columns).value
    return _text(one, columns) if sort == "text" else number(one, columns).sql


def _is_none(one: op.Operator) -> bool:
    return isinstance(one, op.Constant) and one.value is NONE


_WAYS: dict[op.Comparing, str] = {"<": "<", "<=": "<=", "=": "=", "!=": "<>", ">": ">", ">=": ">="}


def _compared(one: op.Compared, columns: Columns) -> str:
    sorts = {sort_of(side, columns) for side in (one.left, one.right)}
    way = _WAYS[one.way]
    if sorts == {"text"}:
        return f"({_text(one.left, columns)} {way} {_text(one.right, columns)})"
    if sorts == {"truth"}:
        return f"({condition(one.left, columns)} {way} {condition(one.right, columns)})"
    if "text" in sorts or "truth" in sorts:
        raise Untranslatable
    left, right = number(one.left, columns), number(one.right, columns)
    if left.day and right.day:
        return f"({left.day} {way} {right.day})"
    if left.plain and right.plain:
        return f"({left.plain} {way} {right.plain})"
    under = lcm(left.under, right.under)
    return f"({_times(left, under // left.under)} {way} {_times(right, under // right.under)})"


def _known(value: Exact) -> Term:
    if abs(value.numerator) > _GREATEST or value.denominator > _GREATEST:
        raise Untranslatable
    sql = str(value.numerator) if value >= 0 else f"({value.numerator})"
    is_day = value.denominator == 1 and 1 <= value <= datetime.date.max.toordinal()
    written = day(datetime.date.fromordinal(int(value))) if is_day else ""
    is_decimal = 10**_PLACES % value.denominator == 0 and abs(value) < 10**_PLACES
    return Term(sql, value.denominator, value, written, decimal(value) if is_decimal else "")


def _cell(column: CellColumn) -> Term:
    if column.sort == "day":
        return Term(f"(({column.value} - DATE '0001-01-01') + 1)", day=column.value)
    if column.sort != "number":
        raise Untranslatable
    return Term(column.value, column.under, plain=column.plain)


def _wide(term: Term) -> str:
    """The whole number with room for 38 digits."""
    return f"({term.sql})::HUGEINT"


def _times(term: Term, factor: int) -> str:
    if factor == 1:
        return term.sql
    if term.known is not None:
        return _known(term.known * term.under * factor).sql
    if factor > _GREATEST:
        raise Untranslatable
    return f"({_wide(term)} * {factor})"


def _beside(terms: list[Term], join: Callable[[list[str]], str]) -> Term:
    """Terms brought to one divisor, and joined."""
    under = lcm(*(term.under for term in terms))
    sqls = [f"({_times(term, under // term.under)})::HUGEINT" for term in terms]
    return Term(f"({join(sqls)})", under)


def _product(terms: list[Term]) -> Term:
    sql, under = " * ".join(_wide(term) for term in terms), 1
    for term in terms:
        under *= term.under
    return Term(f"({sql})", under)


def _first(one: op.First, columns: Columns) -> Term:
    terms = [None if _is_none(row.value) else number(row.value, columns) for row in one.rows]
    under = lcm(*(term.under for term in terms if term is not None))
    sqls = ["NULL" if term is None else f"({_times(term, under // term.under)})::HUGEINT" for term in terms]
    return Term(_rows(one, sqls, columns), under)


def _rows(one: op.First, values: list[str], columns: Columns) -> str:
    parts = [
        f"WHEN {'TRUE' if row.when is None else condition(row.when, columns)} THEN {value}"
        for row, value in zip(one.rows, values, strict=True)
    ]
    return f"(CASE {' '.join(parts)} END)"
