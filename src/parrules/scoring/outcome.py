"""What a criterion came to, before it is put on the sheet."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.scoring.sheet import Entry, Loss, Quantity, RecordsBehind, Status
from parrules.text.diagnostic import Diagnostic
from parrules.values import ranges
from parrules.values.amounts import Number, Value
from parrules.values.nothing import NONE
from parrules.values.ranges import Range


@dataclass(frozen=True, slots=True)
class Case:
    """One way it can be: a score out of what applies; score None when it is left out, and then nothing applies."""

    score: Number | None
    applicable: Number


LEFT_OUT = Case(None, 0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """cases: one, or several while it is open what applies. behind: the records that it rests on.

    findings: what is wrong with it where a plugin scores it.
    """

    cases: tuple[Case, ...]
    status: Status
    entries: tuple[Entry, ...] = ()
    named: tuple[Quantity, ...] = ()
    lost: tuple[Loss, ...] = ()
    behind: tuple[RecordsBehind, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def score(self) -> Number | None:
        """Exact, or the range of every case that has one; None when it is left out in all."""
        if len(self.cases) == 1:
            return self.cases[0].score
        scores = [case.score for case in self.cases if case.score is not None]
        return _hull(scores) if scores else None

    @property
    def applicable(self) -> Number:
        return _hull([case.applicable for case in self.cases])

    @property
    def as_value(self) -> Value:
        """As another program reads it: none when left out, perhaps none while that is open."""
        score = self.score
        if score is None:
            return NONE
        if all(case.score is not None for case in self.cases):
            return score
        known = ranges.as_range(score)
        return Range(known.low, known.high, known.low_open, known.high_open, known.whole, none=True)


def is_open(value: Number | None) -> bool:
    return type(value) is Range


def _hull(values: list[Number]) -> Number:
    result = values[0]
    for value in values[1:]:
        result = ranges.hull(result, value)
    return result


def distinct(cases: list[Case]) -> tuple[Case, ...]:
    """Each case once, in order."""
    return tuple(dict.fromkeys(cases))
