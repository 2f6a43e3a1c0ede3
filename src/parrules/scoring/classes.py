"""The class that a body, or a criterion, is given: a ledger over the list of classes, lowest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from parrules.evidence.records import Provenance, Record, Records
from parrules.methodology.scope import CRITERIA, UNDECIDED
from parrules.operators.ledger import Program
from parrules.scoring import holding
from parrules.scoring.facts import Facts
from parrules.scoring.ledger import run
from parrules.scoring.sheet import Entry, Line
from parrules.values import ranges
from parrules.values.amounts import Number, Value
from parrules.values.nothing import NONE
from parrules.values.ranges import Range

Given = tuple[tuple[str, ...], tuple[Entry, ...]]
"""The class, or while that is open every class that it can be; and the entries that led to it. An entry's amount and
running score are places in the list, from 0."""


def class_of(program: Program, classes: tuple[str, ...], facts: Facts) -> Given:
    """Runs the program over the list. `undecided` stands for any class: what limits it still does."""
    account = run(program, facts.with_figures({UNDECIDED: Range(0, len(classes) - 1, whole=True)}), len(classes) - 1)
    holding.hold(account, 0, len(classes) - 1)
    settled = ranges.as_range(account.running)
    assert settled.low is not None and settled.high is not None  # a class is held within its list
    return classes[int(settled.low) : int(settled.high) + 1], tuple(account.entries)


def with_results(facts: Facts, lines: Iterable[Line], total: Number | None, index: Number | None) -> Facts:
    """The facts as a program of classes reads them: total and index, none where nothing applies; every score; and the
    criteria inside the scale that apply."""
    listed = list(lines)
    results: dict[str, Value] = {"total": NONE if total is None else total, "index": NONE if index is None else index}
    scores = {line.code: _score(line) for line in listed}
    tables = {**facts.tables, CRITERIA: _criteria(listed)}
    return replace(facts.with_figures(results).with_scores(scores), tables=tables)


def _score(line: Line) -> Value:
    """A criterion's score: none when it is left out, perhaps none while that is open."""
    if line.score is None:
        return NONE
    may_be_left_out = isinstance(line.applicable, Range) and line.applicable.low == 0
    return replace(ranges.as_range(line.score), none=True) if may_be_left_out else line.score


def _criteria(lines: list[Line]) -> Records:
    """The leaves inside the scale that apply."""
    outside = _outside(lines)
    leaves = [line for line in lines if not line.children and line.score is not None and line.code not in outside]
    records = []
    for number, line in enumerate(leaves, 1):
        values: Mapping[str, Value] = {"code": line.code, "score": line.score or 0, "max": line.maximum}
        records.append(Record(values, number, line.code))
    return Records(tuple(records), Provenance())


def _outside(lines: list[Line]) -> set[str]:
    """The codes of what is outside the scale, and of all below it; a criterion stands before its children."""
    outside: set[str] = set()
    for line in lines:
        if line.outside_scale or line.code in outside:
            outside |= {line.code, *line.children}
    return outside
