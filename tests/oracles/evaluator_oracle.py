"""What an author's program comes to, worked out as it stands: the second opinion on scores and entries.

Nothing is rewritten: `per`, `up to`, bands, caps and names mean here what the language says of them. It shares no
code with the core but the tree that it walks, and takes evidence that is complete: a number is a Fraction, a date its
ordinal, one of a list is `Listed`, none is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from parrules.syntax import tree

WAYS: dict[str, Callable[[Any, Any], bool]] = {"<": lt, "<=": le, "=": eq, "!=": ne, ">": gt, ">=": ge}

Record = Mapping[str, Any]
Records = tuple[tuple[str, Record], ...]


@dataclass(frozen=True, order=True)
class Listed:
    """One of a list, lowest first, by its place in it."""

    place: int
    options: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """Evidence. formulas: of figures by name, of columns as `table.column`. scores: of other criteria, by code."""

    figures: Mapping[str, Any]
    tables: Mapping[str, Sequence[Record]]
    formulas: Mapping[str, tree.Expression] = field(default_factory=dict)
    scores: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """A line of the ledger. row: which row of the statement held, from 1. reason: its pieces, values among them."""

    construct: str
    amount: Fraction
    running: Fraction
    row: int = 1
    reason: tuple[Any, ...] | None = None


@dataclass(frozen=True)
class Way:
    """How a criterion is scored. places: decimals it is rounded to; None: it is not.

    table: the program scores each of its records, of those where the condition holds, and `combine` joins them.
    """

    maximum: Fraction
    minimum: Fraction = Fraction(0)
    places: int | None = None
    table: str | None = None
    where: tree.Expression | None = None
    combine: str = "sum"


def score(program: tree.Program, known: Known, way: Way) -> list[Entry]:
    """The ledger to its end; the score is where it runs to, 0 where there is no entry."""
    if way.table is None:
        entries = Evaluator(known, way.maximum).run(program)
    else:
        evaluators = [Evaluator(known, way.maximum, ((way.table, one),)) for one in known.tables[way.table]]
        chosen = [one for one in evaluators if way.where is None or one.holds(way.where, one.records)]
        value = _joined(way.combine, [_end(one.run(program)) for one in chosen])
        entries = [Entry(way.combine, value, value)]
    held = min(max(_end(entries), way.minimum), way.maximum)
    rounded = held if way.places is None else _rounded("round", held, way.places)
    rounded = min(max(rounded, way.minimum), way.maximum)
    for construct, after in (("hold", held), ("round", rounded)):
        if after != _end(entries):
            entries = [*entries, Entry(construct, after - _end(entries), after)]
    return entries


def _end(entries: list[Entry]) -> Fraction:
    return entries[-1].running if entries else Fraction(0)


class Evaluator:
    """One program and one body. records: the record that the program scores, where it scores records.

    at: the records that an expression stands in, the innermost last, each with the name of its table.
    """

    def __init__(self, known: Known, maximum: Fraction, records: Records = ()) -> None:
        self.known, self.maximum, self.records = known, maximum, records
        self.named: dict[str, tree.Rows] = {}

    def run(self, program: tree.Program) -> list[Entry]:
        entries: list[Entry] = []
        for line in program.lines:
            if isinstance(line, tree.Definition):
                self.named[line.name] = line.value
            else:
                entries += self.statement(line, _end(entries))
        return entries

    def statement(self, line: tree.Statement, before: Fraction) -> list[Entry]:
        for number, row in enumerate(line.rows, 1):
            if row.when is None or self.holds(row.when, self.records):
                after = self.after(line.word, row, before)
                if line.word == "cap at" and after == before:
                    return []
                return [Entry(line.word, after - before, after, number, self.reason(row.because))]
        return []

    def after(self, word: str, row: tree.Row, before: Fraction) -> Fraction:
        amount = self.number(row.amount, self.records)
        if word == "cap at":
            return min(before, amount)
        if row.per is not None:
            steps = self.number(row.per.quantity, self.records)
            if row.per.unit is not None:
                steps = steps / self.number(row.per.unit, self.records)
            amount *= floor(steps) if row.per.full else steps
        if row.up_to is not None:
            amount = min(amount, self.number(row.up_to, self.records))
        return before - amount if word == "deduct" else before + amount

    def reason(self, because: tree.Text | None) -> tuple[Any, ...] | None:
        if because is None:
            return None
        pieces = re.split(r"\{([^{}]*)\}", because.value)
        said = [self.name(one.strip(), self.records) if place % 2 else one for place, one in enumerate(pieces)]
        return tuple(one for one in said if one != "")

    def holds(self, node: tree.Expression, at: Records) -> bool:
        return self.number(node, at) == 1

    def number(self, node: tree.Expression, at: Records) -> Fraction:
        return Fraction(self.quantity(node, at))

    def quantity(self, node: tree.Expression, at: Records) -> Any:
        value = self.value(node, at)
        assert value is not None, "computed of none"
        return value if isinstance(value, Listed) else Fraction(value)

    def value(self, node: tree.Expression, at: Records) -> Any:
        match node:
            case tree.Number() | tree.Percent() | tree.Text() | tree.YesNo():
                return node.value
            case tree.Date():
                return node.value.toordinal()
            case tree.Name():
                return self.name(node.name, at)
            case tree.ScoreOf():
                return self.known.scores[node.code]
            case tree.Sum():
                return sum((1 if sign == "+" else -1) * self.number(term, at) for sign, term in node.terms)
            case tree.Product():
                return self.product(node, at)
            case tree.Minus():
                return -self.number(node.value, at)
            case tree.Excess():
                beyond = self.number(node.value, at) - self.number(node.threshold, at)
                return max(Fraction(0), beyond if node.way == "above" else -beyond)
            case tree.Comparison():
                values = [self.value(one, at) for one in (node.first, *(one for _, one in node.rest))]
                return all(_compared(sign, values[i], values[i + 1]) for i, (sign, _) in enumerate(node.rest))
            case tree.IsNone():
                return (self.value(node.value, at) is None) != node.negated
            case tree.And():
                return all(self.holds(one, at) for one in node.conditions)
            case tree.Or():
                return any(self.holds(one, at) for one in node.conditions)
            case tree.Not():
                return not self.holds(node.condition, at)
            case tree.Rows():
                for row in node.rows:
                    if row.when is None or self.holds(row.when, at):
                        return self.value(row.value, at)
                raise AssertionError("no row holds")
            case tree.Call():
                return self.call(node, at)
            case tree.Gather():
                return self.gather(node, at)

    def name(self, name: str, at: Records) -> Any:
        """A column first, of the innermost record that has it; then what the program or the methodology says."""
        for place in range(len(at), 0, -1):
            table, record = at[place - 1]
            if f"{table}.{name}" in self.known.formulas:
                return self.value(self.known.formulas[f"{table}.{name}"], ((table, record),))
            if name in record:
                return record[name]
        if name in self.named:
            return self.value(self.named[name], self.records)
        if name in self.known.formulas:
            return self.value(self.known.formulas[name], ())
        return self.maximum if name == "maximum" else self.known.figures[name]

    def product(self, node: tree.Product, at: Records) -> Any:
        result: Any = Fraction(1)
        for sign, factor in node.factors:
            assert result is not None, "computed of none"
            number = self.number(factor, at)
            result = result * number if sign == "*" else result / number if number else None
        return result

    def call(self, node: tree.Call, at: Records) -> Any:
        only = node.arguments[0]
        if node.name == "count" and isinstance(only, tree.Name):
            return len(self.known.tables[only.name])
        values = [self.number(one, at) for one in node.arguments]
        if node.name not in ("min", "max", "abs"):
            return _rounded(node.name, values[0], int(values[1]) if len(values) > 1 else 0)
        return {"min": min(values), "max": max(values), "abs": abs(values[0])}[node.name]

    def gather(self, node: tree.Gather, at: Records) -> Any:
        inside = [(*at, (node.table.name, record)) for record in self.known.tables[node.table.name]]
        chosen = [one for one in inside if node.where is None or self.holds(node.where, one)]
        if node.value is None:
            return len(chosen)
        worths = [self.quantity(node.value, one) for one in chosen]
        return _joined("mean" if node.name == "share" else node.name, worths)


def _joined(word: str, values: list[Any]) -> Any:
    """Of no values the sum is 0, the others none."""
    if not values and word != "sum":
        return None
    ways = {"sum": sum, "mean": lambda several: sum(several) / len(several), "lowest": min, "highest": max}
    return ways[word](values)


def _rounded(way: str, value: Fraction, places: int) -> Fraction:
    scaled = value * 10**places
    half_up = floor(abs(scaled) + Fraction(1, 2)) * (1 if scaled > 0 else -1)
    return Fraction({"round": half_up, "round_down": floor(scaled), "round_up": ceil(scaled)}[way]) / 10**places


def _compared(sign: str, a: Any, b: Any) -> bool:
    assert a is not None and b is not None, "compared with none"
    options = next((one.options for one in (a, b) if isinstance(one, Listed)), ())
    a, b = (one.place if isinstance(one, Listed) else options.index(one) if options else one for one in (a, b))
    return WAYS[sign](a, b)
