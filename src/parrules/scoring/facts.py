"""What is known when a program is evaluated: figures, tables, scores; and what conditions have narrowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from parrules.evidence.calendars import Calendar
from parrules.evidence.records import Records
from parrules.operators.expressions import Column, Operator
from parrules.operators.walk import every
from parrules.scoring.watch import Watch
from parrules.values.amounts import Value
from parrules.values.kinds import Kind
from parrules.values.ranges import Range

if TYPE_CHECKING:  # they make entries, which are made of facts
    from parrules.scoring.in_python import InPython
    from parrules.scoring.records_behind import Noted

Rule = Callable[[Any, "Facts"], Value]
"""What an operator of one type is worth."""

_NOTHING_KNOWN: Mapping[Operator, Value] = {}


@dataclass(frozen=True, slots=True)
class Facts:
    """rules: how each operator is evaluated. figures: every figure by name; one that is missing is the range of what
    it can be. tables: by name; one not handed in is absent. unseen: for every table, what each column can be. scores:
    of the criteria scored so far (NONE when left out). records: those at hand, the outermost first: the one
    that the program scores, and those that aggregates look at. within: for a figure that is a part, its whole. bounds:
    of a figure that is computed, within what it is declared to lie.

    known: what conditions have shown of an expression that is still open. seen: the named quantities worked out. once:
    by its id, an aggregate inside another, and what it came to for all records of that one (None where it differs).
    supposed: whether something was narrowed that is open. watch: takes note of what a check wants to know; None when
    scoring. shared: what aggregates over the bodies of the
    round came to for one of the group, and so for all of it. calendar: of the round, where it has one; uncounted:
    starts and ends between which it does not know the working days. noted: takes note of the records behind a score.
    python: the criteria that plugins score.
    """

    rules: Mapping[type, Rule]
    figures: Mapping[str, Value]
    tables: Mapping[str, Records]
    unseen: Mapping[str, Mapping[str, Value]]
    scores: Mapping[str, Value]
    within: Mapping[str, str]
    bounds: Mapping[str, Range]
    records: tuple[Mapping[str, Value], ...] = ()
    known: Mapping[Operator, Value] = field(default_factory=lambda: _NOTHING_KNOWN)
    seen: dict[str, tuple[Value, Kind]] = field(default_factory=dict)
    once: dict[int, tuple[Operator, Value | None]] = field(default_factory=dict)
    shared: dict[Operator, Any] | None = None
    supposed: bool = False
    watch: Watch | None = None
    calendar: Calendar | None = None
    uncounted: set[tuple[int, int]] = field(default_factory=set)
    noted: Noted | None = None
    python: InPython | None = None

    def of_record(self, table: str, values: Mapping[str, Value], level: int) -> Facts:
        """The facts of one record that an aggregate looks at: a column not filled in is what it can be.

        level: how many records stand around the aggregate as it is written; where a name stands for it, it may be
        worked out inside more of them, and what is known of those says nothing of this one.
        """
        known = self.known
        if level < len(self.records):
            known = {one: value for one, value in known.items() if not _reads_record(one, level)}
        return replace(self, records=(*self.records[:level], {**self.unseen[table], **values}), known=known)

    def for_record(self, table: str, values: Mapping[str, Value]) -> Facts:
        """The facts of a program that scores one record."""
        return replace(self.of_record(table, values, 0), seen={})

    def knowing(self, expression: Operator, value: Value) -> Facts:
        """The same, with an expression narrowed."""
        return replace(self, known={**self.known, expression: value})

    def with_figures(self, figures: Mapping[str, Value]) -> Facts:
        """The same, with some figures replaced."""
        return replace(self, figures={**self.figures, **figures}, seen={}, once={})

    def with_scores(self, scores: Mapping[str, Value]) -> Facts:
        """The same, with the scores of criteria."""
        return replace(self, scores=scores, seen={}, once={})


def _reads_record(one: Operator, level: int) -> bool:
    """Whether it reads a column of a record that so many others stand around, or of one inside that."""
    return any(isinstance(part, Column) and part.level >= level for part in every(one))
