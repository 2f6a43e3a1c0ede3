# ruff: noqa: SIM300  (expected first, then actual)
"""A shipped methodology, and one body of it that hands in what a test says, as people write it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import cache

from parrules.api.find import find
from parrules.api.verbs import read_rules
from parrules.evidence.binding import declared_value
from parrules.evidence.mistakes import Mistake
from parrules.evidence.records import Body, Mark, Provenance, Record, Records, Round, Supplied
from parrules.methodology.model import Column, Figure
from parrules.scoring.score import Prepared, prepare, score_body
from parrules.scoring.sheet import Line, Sheet
from parrules.text.diagnostic import Diagnostic
from parrules.values.amounts import Number, Value
from parrules.values.numbers import Exact

FIRST, LAST = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
Rows = Sequence[Mapping[str, str]]


def sheet(
    methodology: str,
    figures: Mapping[str, str],
    tables: Mapping[str, Rows] | None = None,
    marks: Mapping[str, Exact] | None = None,
) -> Sheet:
    """The score sheet of a body with these figures, tables and judged marks; what is not said is missing."""
    prepared = _prepared(methodology)
    declared = {figure.name: figure for figure in prepared.plan.methodology.figures}
    supplied = {name: Supplied(_value(text, declared[name]), text, Provenance()) for name, text in figures.items()}
    records = {name: _records(prepared, name, rows) for name, rows in (tables or {}).items()}
    judged = {code: Mark(mark, str(mark), Provenance()) for code, mark in (marks or {}).items()}
    body = Body("a", "A", figures=supplied, tables=records, marks=judged)
    round_ = Round(methodology, prepared.plan.methodology.edition, 2025, FIRST, LAST, "self", (body,))
    found, findings = score_body(prepared, round_, body)
    assert () == findings
    return found


def line(found: Sheet, code: str) -> Line:
    return next(one for one in found.lines if one.code == code)


def score(found: Sheet, code: str) -> Number | None:
    return line(found, code).score


def reasons(found: Sheet, code: str) -> list[str]:
    """The reasons that the ledger of a criterion gives, without what they quote."""
    said = [entry.reason for entry in line(found, code).entries if entry.reason is not None]
    return ["".join(part for part in one.parts if isinstance(part, str)) for one in said]


def diagnostics(methodology: str) -> tuple[Diagnostic, ...]:
    """What `check` says of a shipped methodology."""
    file, missing = find(methodology)
    return missing if file is None else read_rules(file).diagnostics


@cache
def _prepared(methodology: str) -> Prepared:
    file, missing = find(methodology)
    assert file is not None, missing
    plan = read_rules(file).plan
    assert plan is not None
    return prepare(plan)


def _records(prepared: Prepared, table: str, rows: Rows) -> Records:
    columns = next(
        {column.name: column for column in one.columns} for one in prepared.plan.methodology.tables if one.name == table
    )
    read = (Record({name: _value(text, columns[name]) for name, text in row.items()}, 1) for row in rows)
    return Records(tuple(read), Provenance())


def _value(text: str, declared: Figure | Column) -> Value:
    value = declared_value(text, declared)
    assert not isinstance(value, Mistake), f"{declared.name} {text}: {value}"
    return value
