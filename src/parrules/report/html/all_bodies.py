"""All bodies of a standing on one line: drawn once, and shown on the page of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parrules.report.html.charts import Scale, strokes
from parrules.report.html.markup import Markup
from parrules.standing.standing import Standing
from parrules.values.amounts import Number


@dataclass(frozen=True, slots=True)
class AllBodies:
    """scale: from the least to the greatest of all. mean: theirs. drawn: a stroke for each, and one for the mean."""

    scale: Scale
    mean: Number
    drawn: Markup


def all_bodies(standing: Standing) -> AllBodies:
    """standing: one in which somebody stands."""
    values = [row.value for row in standing.rows]
    scale = _spread(values)
    mean = standing.statistics.mean if standing.statistics else values[0]
    return AllBodies(scale, mean, strokes(values, mean, scale))


def _spread(values: Sequence[Number]) -> Scale:
    """From the least to the greatest of all."""
    known = [Scale(0, 0).ends(value) for value in values]
    return Scale(min(low for low, _ in known), max(high for _, high in known))
