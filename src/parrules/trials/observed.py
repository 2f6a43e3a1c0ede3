"""What happens in a run, operator by operator: on which side of a threshold a figure lay, which limit held.

The same notes are taken of a run with all evidence there, where they say what happened, and of one with nothing known,
where they say what can: the difference is what no test has shown yet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from parrules.operators import expressions as op
from parrules.scoring.evaluation import evaluate
from parrules.scoring.facts import Facts, Rule
from parrules.scoring.interpreter import RULES
from parrules.values import ranges
from parrules.values.amounts import Value
from parrules.values.nothing import Nothing
from parrules.values.numbers import Exact, exact
from parrules.values.ranges import Range, Unknown

Side = Literal["below", "at", "above", "equal", "different", "yes", "no", "decides", "tie"]
"""Of a comparison of quantities: the left side against the right; of texts, answers and lists; of an answer; of the
least or greatest of several."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, or can, at a node of the author's program. place: which of several values decides."""

    node: int
    side: Side
    place: int = 0


@dataclass(slots=True)
class Observed:
    """happened: everything that was seen. apart: by comparison, how far its sides lay apart when last seen. read: the
    figures that were looked at. open_too: whether what is open is noted as everything that it can be; otherwise only
    what surely happened is."""

    open_too: bool = False
    happened: set[Happening] = field(default_factory=set)
    apart: dict[int, Exact] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)

    def rules(self) -> Mapping[type, Rule]:
        """The rules of the interpreter, each of which takes note of what it sees."""
        noted: dict[type, Callable[[Any, Facts, Value], None]] = {
            op.Compared: self._compared,
            op.Figure: self._figure,
            op.Column: self._answer,
            op.IsNone: self._answer,
            op.Least: self._least,
            op.Greatest: self._greatest,
        }
        return {**RULES, **{kind: self._noting(RULES[kind], note) for kind, note in noted.items()}}

    def _noting(self, rule: Rule, note: Callable[[Any, Facts, Value], None]) -> Rule:
        def noted(one: Any, facts: Facts) -> Value:
            value = rule(one, facts)
            if self.open_too or not facts.supposed:
                note(one, facts, value)
            return value

        return noted

    def _figure(self, one: op.Figure, facts: Facts, value: Value) -> None:
        self.read.add(one.name)
        self._answer(one, facts, value)

    def _answer(self, one: op.Figure | op.Column | op.IsNone, facts: Facts, value: Value) -> None:
        if isinstance(value, bool) or (self.open_too and isinstance(value, Unknown)):
            self._see(one.origin, yes=value is not False, no=value is not True)

    def _compared(self, one: op.Compared, facts: Facts, value: Value) -> None:
        left, right = evaluate(one.left, facts), evaluate(one.right, facts)
        if isinstance(left, (Nothing, bool, str, Unknown)) or isinstance(right, (Nothing, bool, str, Unknown)):
            equal = one.way == "="
            if self.open_too or not isinstance(value, Unknown):
                self._see(one.origin, equal=value is not (not equal), different=value is not equal)
            return
        apart = ranges.add(left, ranges.negative(right))
        if type(apart) is not Range:
            self.apart[one.origin] = apart  # type: ignore[assignment]
        elif not self.open_too:
            return
        known = ranges.as_range(apart)
        below, above = known.low is None or known.low < 0, known.high is None or known.high > 0
        if one.way in ("=", "!="):
            self._see(one.origin, equal=known.holds_zero, different=below or above)
        else:
            self._see(one.origin, below=below, at=known.holds_zero, above=above)

    def _least(self, one: op.Least, facts: Facts, value: Value) -> None:
        self._deciding(one.origin, [ranges.as_range(_number(each, facts)) for each in one.values])

    def _greatest(self, one: op.Greatest, facts: Facts, value: Value) -> None:
        turned = [ranges.negative(_number(each, facts)) for each in one.values]
        self._deciding(one.origin, [ranges.as_range(each) for each in turned])

    def _deciding(self, node: int, values: list[Range]) -> None:
        """Each of the values that can be the least, alone."""
        settled = [ranges.settled(one) for one in values]
        if not self.open_too and any(type(one) is Range for one in settled):
            return
        first, *rest = settled
        if len(rest) == 1 and type(first) is not Range and type(rest[0]) is not Range:
            self.apart[node] = exact(first - rest[0])  # type: ignore[operator]
        for place, one in enumerate(values):
            others = [each.high for at, each in enumerate(values) if at != place]
            if one.low is None or all(high is None or one.low < high for high in others):
                self.happened.add(Happening(node, "decides", place))
            if any(not ranges.intersection(one, each).is_empty for each in values[:place]):
                self.happened.add(Happening(node, "tie"))

    def _see(self, node: int, **sides: bool) -> None:
        self.happened.update(Happening(node, side) for side, seen in sides.items() if seen)  # type: ignore[arg-type]


def _number(one: op.Operator, facts: Facts) -> Exact | Range:
    value = evaluate(one, facts)
    return Range() if isinstance(value, (Nothing, bool, str, Unknown)) else value
