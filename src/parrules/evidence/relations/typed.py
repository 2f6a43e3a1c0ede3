"""Columns whose type says what stands in them: whole and decimal numbers, days, yes or no. Nothing there is guessed."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from parrules.evidence import mistakes
from parrules.evidence.mistakes import Mistake
from parrules.evidence.relations.columns import Sort, day
from parrules.methodology.model import Column
from parrules.values.numbers import Exact, from_written, quotient, rounded, written

Ratios = Literal["", "percent", "part"]
"""How a ratio without `%` is meant: 82.5 of a hundred, or 0.825 of one."""

_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")
_DECIMAL = re.compile(r"DECIMAL\(([0-9]+),([0-9]+)\)")
_INEXACT = ("FLOAT", "DOUBLE", "REAL")
_AS_TEXT = ("VARCHAR", "BOOLEAN", "DATE", "UUID", "TIME", '"NULL"', "NULL")
_QUANTITIES = ("points", "count", "number", "money", "days")
_WIDEST = 38


@dataclass(frozen=True, slots=True)
class Typed:
    """value: what stands in a cell, in SQL; a number is `value / under`. valid: whether it may; empty where all may.

    plain: a decimal number, as the source has it.
    """

    sort: Sort
    value: str
    under: int = 1
    valid: str = ""
    plain: str = ""


def is_inexact(type_: str) -> bool:
    """Whether it holds binary fractions, which are no decimal numbers."""
    return type_ in _INEXACT


def is_readable(type_: str) -> bool:
    """Whether a cell is one value that can be written as text."""
    scalar = type_ in _AS_TEXT or type_ in _WHOLE or _DECIMAL.fullmatch(type_)
    return bool(scalar) or type_.startswith(("TIMESTAMP", "ENUM("))


def as_text(cell: str, type_: str) -> str:
    """A cell as the text that stands for it; a time at midnight is its day."""
    if type_.startswith("TIMESTAMP"):
        plain = f"CAST({cell} AS TIMESTAMP)"
        is_a_day = f"{plain} = date_trunc('day', {plain})"
        return f"(CASE WHEN {is_a_day} THEN CAST({plain}::DATE AS VARCHAR) ELSE CAST({cell} AS VARCHAR) END)"
    return cell if type_ == "VARCHAR" else f"CAST({cell} AS VARCHAR)"


def typed(column: Column, cell: str, type_: str, ratios: Ratios) -> Typed | None:
    """How a column of this type is read; None where its cells are read as text."""
    kind = column.kind.name
    if kind == "date" and type_ == "DATE":
        return _days(column, cell)
    if kind == "yes_no" and type_ == "BOOLEAN":
        return Typed("truth", cell)
    if kind in _QUANTITIES or (kind == "ratio" and ratios):
        return _numbers(column, cell, type_, 100 if kind == "ratio" and ratios == "percent" else 1)
    return None


def wrong(text: str, column: Column, ratios: Ratios) -> Mistake:
    """Why a cell that is not valid is not. text: as the file has it."""
    kind = column.kind
    if kind.name == "date":
        found = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
        if found is None:
            return mistakes.not_a_date(text)
        number: Exact = datetime.date.fromisoformat(text).toordinal()
    else:
        number = from_written(text)
        number = Fraction(number) / 100 if kind.name == "ratio" and ratios == "percent" else number
    if kind.name == "count" and number.denominator != 1:
        return mistakes.not_whole(text)
    if kind.name == "count" and number < 0 and not (column.low is not None and column.low < 0):
        return mistakes.negative_count(text)
    if column.low is not None and number < column.low:
        return mistakes.below_minimum(text, column.low, kind)
    assert column.high is not None  # nothing else is refused
    return mistakes.above_maximum(text, column.high, kind)


def _days(column: Column, cell: str) -> Typed:
    first = datetime.date.min if column.low is None else datetime.date.fromordinal(int(column.low))
    last = datetime.date.max if column.high is None else datetime.date.fromordinal(int(column.high))
    return Typed("day", cell, valid=f"{cell} BETWEEN {day(first)} AND {day(last)}")


def _numbers(column: Column, cell: str, type_: str, part: int) -> Typed | None:
    """part: into how many parts the whole of a ratio is counted."""
    if type_ in _WHOLE:
        value, under = cell, 1
    elif found := _DECIMAL.fullmatch(type_):
        width, places = int(found[1]), int(found[2])
        under = 10**places
        wide = f"CAST({cell} AS DECIMAL({min(width + places + 1, _WIDEST)},{places}))"
        value = f"CAST({wide} * {under} AS HUGEINT)" if places else f"CAST({cell} AS HUGEINT)"
    else:
        return None
    limits = []
    low, high = column.low, column.high
    if column.kind.name == "count":
        low = 0 if low is None else low
        limits += [f"{value} % {under} = 0"] if under > 1 else []
    if low is not None:
        limits.append(f"{cell} >= {_limit(rounded(low * under * part, 0, 'up'), under)}")
    if high is not None:
        limits.append(f"{cell} <= {_limit(rounded(high * under * part, 0, 'down'), under)}")
    plain = cell if under > 1 and part == 1 else ""
    return Typed("number", value, under * part, " AND ".join(limits), plain)


def _limit(number: Exact, under: int) -> str:
    """A limit in SQL, with the decimals that the cells have."""
    return written(quotient(number, under))
