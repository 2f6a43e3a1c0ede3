"""The bands of a table: which values of one quantity each row takes, where its condition says so plainly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor

from parrules.methodology.checked import Checked
from parrules.syntax import tree
from parrules.syntax.unparse import unparse
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact, exact, written

_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}


@dataclass(frozen=True, slots=True)
class Band:
    """The values from low to high (None: without end); closed: whether the end itself belongs to it."""

    row: tree.Row
    low: Exact | None
    high: Exact | None
    low_closed: bool = True
    high_closed: bool = True

    @property
    def is_two_sided(self) -> bool:
        return self.low is not None and self.high is not None and self.low != self.high


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one statement that ask for one quantity. unclear: some other row asks for it in another way.

    whole: the quantity has whole values only; then all ends are closed. kind: as the ends are to be written.
    """

    statement: tree.Statement
    quantity: str
    kind: Kind | None
    whole: bool
    bands: tuple[Band, ...]
    unclear: bool


def tables_of(checked: Checked) -> Iterator[Table]:
    """Every statement of several rows with bands of one quantity."""
    for program in (*checked.trees.scores.values(), *checked.trees.classes.values()):
        for statement in program.lines:
            if isinstance(statement, tree.Statement) and len(statement.rows) > 1:
                table = _table(statement, checked.kinds)
                if table is not None:
                    yield table


def _table(statement: tree.Statement, kinds: Mapping[int, Kind]) -> Table | None:
    asked = [(row, _asked(row.when)) for row in statement.rows if row.when is not None]
    subjects = [unparse(one[0]) for _, one in asked if one is not None]
    quantity = max(subjects, key=subjects.count, default=None)
    if quantity is None or subjects.count(quantity) < 2:
        return None
    first = next(one[0] for _, one in asked if one is not None and unparse(one[0]) == quantity)
    kind = kinds.get(first.id)
    whole = kind is not None and kind.name in ("count", "date")
    bands, unclear = [], False
    for row, one in asked:
        if one is not None and unparse(one[0]) == quantity:
            bands.append(_whole(Band(row, *one[1])) if whole else Band(row, *one[1]))
        elif row.when is not None and quantity in unparse(row.when):
            unclear = True
    return Table(statement, quantity, kind, whole, tuple(bands), unclear)


_Ends = tuple[Exact | None, Exact | None, bool, bool]


def _asked(when: tree.Expression | None) -> tuple[tree.Expression, _Ends] | None:
    """The quantity of a comparison with written numbers, and from where to where it may lie."""
    if not isinstance(when, tree.Comparison):
        return None
    operands = [when.first, *(one for _, one in when.rest)]
    signs = [sign for sign, _ in when.rest]
    values = [_written(one) for one in operands]
    if len(operands) == 2 and signs[0] in _TURNED and (values[0] is None) != (values[1] is None):
        sign = signs[0] if values[0] is None else _TURNED[signs[0]]
        bound = values[1] if values[0] is None else values[0]
        return operands[0 if values[0] is None else 1], _one_sided(sign, bound)
    if len(operands) == 3 and values[1] is None and values[0] is not None and values[2] is not None:
        if set(signs) <= {"<", "<="}:
            return operands[1], (values[0], values[2], signs[0] == "<=", signs[1] == "<=")
        if set(signs) <= {">", ">="}:
            return operands[1], (values[2], values[0], signs[1] == ">=", signs[0] == ">=")
    return None


def _one_sided(sign: str, bound: Exact | None) -> _Ends:
    if sign == "=":
        return bound, bound, True, True
    return (bound, None, sign == ">=", True) if sign in (">", ">=") else (None, bound, True, sign == "<=")


def _written(node: tree.Expression) -> Exact | None:
    """A number, ratio or day that stands there itself; a day as its ordinal."""
    if isinstance(node, tree.Number | tree.Percent):
        return node.value
    return node.value.toordinal() if isinstance(node, tree.Date) else None


def _whole(band: Band) -> Band:
    """The same whole values between closed ends."""
    low, high = band.low, band.high
    if low is not None:
        low = ceil(Fraction(low)) if band.low_closed else floor(Fraction(low)) + 1
    if high is not None:
        high = floor(Fraction(high)) if band.high_closed else ceil(Fraction(high)) - 1
    return Band(band.row, low, high)


def said(value: Exact, kind: Kind | None) -> str:
    """An end of a band as a program writes it."""
    if kind is not None and kind.name == "ratio":
        return f"{written(exact(value * 100))}%"
    return date.fromordinal(value.numerator).isoformat() if kind is not None and kind.name == "date" else written(value)
