"""Evidence as the intervals that its digits allow: a share typed as 82,5% stands for all that is printed so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from parrules.evidence.printed_amounts import places_of
from parrules.evidence.published import Printed
from parrules.evidence.records import Round, Supplied
from parrules.methodology.model import Figure, Methodology
from parrules.values import ranges
from parrules.values.ranges import Range

_ALWAYS = ("points", "ratio")
_WITH_DECIMALS = ("number", "money")


def as_printed(round_: Round, methodology: Methodology) -> Round:
    """The round with every figure that may have been rounded as a range.

    Points and percentages may have been; numbers and money where they have decimals. What is counted, dates, answers
    and records of tables stand for themselves. A range never leaves what the figure is declared to be.
    """
    declared = {figure.name: figure for figure in methodology.figures if figure.formula is None}
    bodies = tuple(
        replace(body, figures=_widened(body.figures, declared), last=_widened(body.last, declared))
        for body in round_.bodies
    )
    return replace(round_, bodies=bodies, figures=_widened(round_.figures, declared))


def _widened(figures: Mapping[str, Supplied], declared: Mapping[str, Figure]) -> dict[str, Supplied]:
    return {
        name: _as_range(supplied, declared[name]) if name in declared else supplied
        for name, supplied in figures.items()
    }


def _as_range(supplied: Supplied, figure: Figure) -> Supplied:
    value, kind = supplied.value, figure.kind
    if isinstance(value, bool) or not isinstance(value, (int, Fraction)):
        return supplied
    places = places_of(supplied.written, kind)
    if kind.name not in _ALWAYS and not (kind.name in _WITH_DECIMALS and places):
        return supplied
    allowed = ranges.intersection(Printed("", value, places).range, Range(figure.low, figure.high))
    return replace(supplied, value=ranges.settled(allowed))
