"""Whatever a later stage changes, the differences of the criteria add up to the difference of the totals."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.stages_for_tests import HEAD, through, written
from parrules.scoring.sheet import Sheet
from parrules.standing.stages import Difference, by_cause
from parrules.values.numbers import written as in_digits
from parrules.values.ranges import Range

HALVES = st.integers(0, 6).map(lambda halves: Fraction(halves, 2))


@dataclass(frozen=True)
class Layer:
    """What a stage changes; None: nothing. decided: points and maximum of criterion 1, where they are decided."""

    signed: int | None
    days: Sequence[int] | None
    mark: Fraction | None
    decided: tuple[Fraction, Fraction] | None

    def evidence(self, stage: str, over: str) -> str:
        tasks = [f"{{code: T{place}, days: {day}}}" for place, day in enumerate(self.days or ())]
        values = [] if self.signed is None else [f"signed: {self.signed}%"]
        values += [] if self.days is None else [f"tasks: [{', '.join(tasks)}]"]
        lines = [f"stage: {stage}", f"over: {over}" if over else "bodies: {a: Xã A}"]
        lines.append(f"values: {{a: {{{', '.join(values)}}}}}")
        if self.mark is not None:
            lines.append(f'marks: {{a: {{"3.1": {{mark: {in_digits(self.mark)}, reason: r}}}}}}')
        if self.decided is not None:
            points, maximum = map(in_digits, self.decided)
            said = f"points: {points}, maximum: {maximum}, reason: r, cause: judgement"
            lines.append(f'decided: {{a: {{"1": {{{said}}}}}}}')
        return HEAD + "\n".join(lines) + "\n"


DECIDED = st.none() | st.tuples(HALVES, st.just(Fraction(3)))
DAYS = st.lists(st.integers(0, 9), max_size=4)
FIRST = st.builds(Layer, signed=st.integers(0, 100), days=DAYS, mark=HALVES, decided=DECIDED)
LATER = st.builds(Layer, st.none() | st.integers(0, 100), st.none() | DAYS, st.none() | HALVES, DECIDED)


@settings(max_examples=30, deadline=None)
@given(first=FIRST, second=LATER, third=LATER)
def test_differences_between_stages_add_up(
    first: Layer, second: Layer, third: Layer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = written(
        tmp_path_factory.mktemp("stages"),
        self=first.evidence("self", ""),
        appraised=second.evidence("appraised", "self.yaml"),
        confirmed=third.evidence("confirmed", "appraised.yaml"),
    )
    outcome = through(Path(folder), "confirmed")
    assert () == outcome.findings
    (body,) = outcome.bodies
    for (before, after), step in zip(pairwise(body.sheets), body.steps, strict=True):
        assert _low(after) - _low(before) == _points(step)
    every = [one for step in body.steps for one in step]
    assert _points(every) == sum(points for _, points in by_cause(every) if not isinstance(points, Range))


def _low(sheet: Sheet) -> Fraction:
    """The total without the survey, which has not come and may give nothing."""
    assert isinstance(sheet.total, Range)
    assert sheet.total.low is not None
    return Fraction(sheet.total.low)


def _points(step: Sequence[Difference]) -> Fraction:
    return sum((Fraction(one.points) for one in step if not isinstance(one.points, Range)), start=Fraction(0))
