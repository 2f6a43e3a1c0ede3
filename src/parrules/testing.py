"""What the author of a plugin tests it with: evidence to hand to a criterion, and a criterion asked as it will be.

Everything that would be a finding in a round fails the test here, in the same words; so does a criterion that gives two
answers to the same question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType, ModuleType

from parrules.methodology.model import Criterion, Title
from parrules.plugins.collect import brought_by
from parrules.scoring.frozen import FrozenEvidence, Plain
from parrules.scoring.in_python import Scored, ScoredInPython, Step, asked
from parrules.scoring.ledger import Account
from parrules.text.diagnostic import Diagnostic
from parrules.text.wording import message
from parrules.values.nothing import Nothing
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

_YEAR = 2025


def frozen_evidence(
    figures: Mapping[str, Plain] | None = None,
    tables: Mapping[str, Iterable[Mapping[str, Plain]]] | None = None,
    *,
    year: int = _YEAR,
    maximum: Exact = 10,
    minimum: Exact = 0,
    body: str = "a-body",
    body_name: str = "A body",
    group: str = "",
) -> FrozenEvidence:
    """Evidence of one body in a round of one year, as a criterion is handed it. A float in it raises TypeError."""
    rows = {
        name: tuple(MappingProxyType({key: _exact(cell) for key, cell in row.items()}) for row in records)
        for name, records in (tables or {}).items()
    }
    return FrozenEvidence(
        body,
        body_name,
        group,
        date(year, 1, 1),
        date(year, 12, 31),
        year,
        maximum,
        minimum,
        MappingProxyType({name: _exact(value) for name, value in (figures or {}).items()}),
        MappingProxyType(rows),
    )


def score(criterion: ScoredInPython, evidence: FrozenEvidence) -> Scored:
    """The points that a criterion gives, and their steps, asked as in a round; AssertionError where that finds
    something wrong. Points that are still open cannot be asked for like this: see `bounds`."""
    account = _asked(criterion, evidence)
    assert not isinstance(account.running, Range), f"the score is open: {account.running}"
    steps = (
        Step(one.amount, "".join(map(str, one.reason.parts)) if one.reason else "")
        for one in account.entries
        if not isinstance(one.amount, Range)
    )
    return Scored(account.running, tuple(steps))


def bounds(criterion: ScoredInPython, evidence: FrozenEvidence) -> tuple[Exact | None, Exact | None]:
    """Between which points the score of a criterion lies that is asked while something is missing."""
    running = _asked(criterion, evidence).running
    return (running.low, running.high) if isinstance(running, Range) else (running, running)


def brought(module: ModuleType) -> dict[str, tuple[str, ...]]:
    """By hook, the names of what a plugin brings, through the same door as when it is installed; AssertionError where
    it would be left out."""
    found = brought_by(module, module.__name__)
    assert not isinstance(found, Diagnostic), _words(found)
    return {hook: tuple(sorted(named)) for hook, named in found.items()}


def _asked(criterion: ScoredInPython, evidence: FrozenEvidence) -> Account:
    here = Criterion("1", Title(criterion.name), evidence.maximum, evidence.minimum, 0, 0, python=criterion.name)
    values = [
        *evidence.figures.values(),
        *(cell for rows in evidence.tables.values() for row in rows for cell in row.values()),
    ]
    missing = any(value is Nothing.missing for value in values)
    missing |= not set(criterion.reads) <= evidence.figures.keys() | evidence.tables.keys()
    assert criterion.takes_missing or not missing, f"it is not asked before it has all that it reads: {criterion.reads}"
    first, second = (asked(here, criterion, evidence, missing) for _ in range(2))
    assert not first.findings, "; ".join(map(_words, first.findings))
    assert first.entries == second.entries, "asked twice, it gives two answers"
    return first


def _exact(value: Plain) -> Plain:
    if isinstance(value, float):
        raise TypeError(f"{value} is a float; write Fraction({str(value)!r})")
    return Fraction(value) if type(value) is Fraction else value


def _words(found: Diagnostic) -> str:
    said = message(found, "en")
    return " (".join((f"{found.code}: {said.says}", *said.hints)) + ")" * len(said.hints)
