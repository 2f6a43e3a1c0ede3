"""What a plugin's Python sees of a body: copies that cannot be changed, and a digest that shows if they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from parrules.evidence.records import Body, Records
from parrules.methodology.model import Column, Criterion, Table
from parrules.scoring.facts import Facts
from parrules.values.amounts import Value
from parrules.values.kinds import Kind
from parrules.values.nothing import MISSING, NONE, Nothing
from parrules.values.numbers import Exact
from parrules.values.ranges import Range, Unknown

Plain = int | Fraction | str | bool | date | None | Nothing
"""A value as Python has it: exact numbers, a date, the text of one of a list. None: known to be absent.

`MISSING` stands only where a criterion says that it can do with what is missing.
"""


@dataclass(frozen=True, slots=True)
class FrozenEvidence:
    """What a criterion in Python is handed: of one body, only what the rule file says that it reads.

    figures: by name. tables: by name, a row a record, by column. body: its id. start and end: of the round, the only
    clock there is. maximum and minimum: the bounds of the criterion, in points.
    """

    body: str
    body_name: str
    group: str
    start: date
    end: date
    year: int
    maximum: Exact
    minimum: Exact
    figures: Mapping[str, Plain]
    tables: Mapping[str, tuple[Mapping[str, Plain], ...]]


def frozen(
    criterion: Criterion, facts: Facts, kinds: Mapping[str, Kind], tables: Mapping[str, Table], body: Body
) -> tuple[FrozenEvidence, bool]:
    """The evidence of one criterion, and whether something of it is missing. Nothing in it is shared with the engine.

    kinds: of every figure that is handed in; tables: as they are declared.
    """
    seen = {name: _plain(facts.figures[name], kinds[name]) for name in criterion.reads if name in kinds}
    rows = {name: _rows(facts.tables.get(name), tables[name]) for name in criterion.reads if name in tables}
    missing = any(value is MISSING for value in seen.values())
    missing |= any(
        found is None or any(cell is MISSING for row in found for cell in row.values()) for found in rows.values()
    )
    evidence = FrozenEvidence(
        body.id,
        body.name,
        body.group,
        _day(facts.figures["period_start"]),
        _day(facts.figures["period_end"]),
        _whole(facts.figures["year"]),
        _copied(criterion.maximum),
        _copied(criterion.minimum),
        MappingProxyType(seen),
        MappingProxyType({name: found for name, found in rows.items() if found is not None}),
    )
    return evidence, missing


def _rows(records: Records | None, table: Table) -> tuple[Mapping[str, Plain], ...] | None:
    """None where the table was not handed in."""
    if records is None:
        return None
    columns = [column for column in table.columns if column.formula is None]
    return tuple(MappingProxyType(_row(one.values, columns, one.perhaps)) for one in records.records)


def _row(values: Mapping[str, Value], columns: Iterable[Column], perhaps: bool) -> dict[str, Plain]:
    """Of a record of which it is open whether there is one, nothing is known."""
    return {
        column.name: MISSING if perhaps else _plain(values.get(column.name, MISSING), column.kind) for column in columns
    }


def _plain(value: Value, kind: Kind) -> Plain:
    if value is NONE:
        return None
    if isinstance(value, (Nothing, Range, Unknown)):
        return MISSING
    if isinstance(value, (bool, str)):
        return value
    if kind.name == "date":
        return date.fromordinal(int(value))
    return kind.options[int(value)] if kind.name == "one_of" else _copied(value)


def _copied(value: Exact) -> Exact:
    """A fraction of its own: whoever changes it changes nobody else's."""
    return Fraction(value.numerator, value.denominator) if isinstance(value, Fraction) else value


def _day(value: Value) -> date:
    return date.fromordinal(_whole(value))


def _whole(value: Value) -> int:
    assert isinstance(value, int), "the round says its year and days"
    return value


def digest(evidence: FrozenEvidence) -> str:
    """The sha256 of everything in it, names and kinds of values among it."""
    parts: list[Plain] = [
        evidence.body,
        evidence.body_name,
        evidence.group,
        evidence.start,
        evidence.end,
        evidence.year,
    ]
    parts += [evidence.maximum, evidence.minimum, *_pairs(evidence.figures)]
    for name in sorted(evidence.tables):
        parts += [name, len(evidence.tables[name])]
        for row in evidence.tables[name]:
            parts += _pairs(row)
    return hashlib.sha256("\n".join(map(_spelled, parts)).encode("utf-8")).hexdigest()


def _pairs(values: Mapping[str, Plain]) -> list[Plain]:
    return [part for name in sorted(values) for part in (name, values[name])]


def _spelled(value: object) -> str:
    return f"{type(value).__name__} {value!r}"
