"""The fields of a methodology, its criteria on top, over the bodies of a round: mean, best and worst of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parrules.scoring.sheet import Line, Sheet
from parrules.standing.standing import Statistics
from parrules.standing.statistics import statistics_of
from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range


@dataclass(frozen=True, slots=True)
class Field:
    """A criterion on top. maximum: as the methodology says; statistics: of the points of those to whom it applies.

    best, worst: the names of those who surely have the most and the least, in the order of the round.
    """

    code: str
    title_vi: str
    title_en: str
    maximum: Exact
    outside_scale: bool
    statistics: Statistics
    best: tuple[str, ...]
    worst: tuple[str, ...]


def top_of(sheet: Sheet) -> tuple[Line, ...]:
    """The criteria of a sheet that stand on top."""
    depth = min((line.depth for line in sheet.lines), default=0)
    return tuple(line for line in sheet.lines if line.depth == depth)


def fields_of(sheets: Sequence[Sheet]) -> tuple[Field, ...]:
    """The fields of a round, in the order of the methodology; those that apply to nobody are left out."""
    found: dict[str, list[tuple[Sheet, Line, Number]]] = {}
    for sheet in sheets:
        for line in top_of(sheet) if sheet.assessed else ():
            if line.score is not None:
                found.setdefault(line.code, []).append((sheet, line, line.score))
    fields = []
    for scored in found.values():
        line = scored[0][1]
        statistics = statistics_of([(True, score) for _, _, score in scored])
        if statistics is None:
            continue
        best, worst = (
            tuple(sheet.body_name or sheet.body for sheet, _, score in scored if _surely(score, end))
            for end in (statistics.best, statistics.worst)
        )
        fields.append(
            Field(line.code, line.title_vi, line.title_en, line.maximum, line.outside_scale, statistics, best, worst)
        )
    return tuple(fields)


def _surely(score: Number, end: Number) -> bool:
    return not isinstance(score, Range) and not isinstance(end, Range) and score == end
