"""Maxima that add up: a criterion's is what those inside the scale below it come to."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parrules.methodology.model import Criterion, Methodology
from parrules.methodology.reading import Reading
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span
from parrules.values.numbers import Exact, exact


def check_maxima(methodology: Methodology, scale: Exact | None, reading: Reading) -> None:
    """Every maximum, and the scale, that is not what the criteria below give.

    A bonus or penalty block may hold more than its own maximum: there the maximum is a cap.
    """
    for one in methodology.every_criterion():
        span = reading.spans.get(f"maximum:{one.code}")
        if span is None or not one.children or one.outside_scale:
            continue
        reached = reached_by(one.children, one.combine)
        if reached is not None and reached != one.maximum:
            reading.found.append(maxima_do_not_add_up(span, one, reached))
    place = reading.spans.get("scale")
    if scale is not None and place is not None:
        reached = reached_by(methodology.criteria, "sum") or 0
        if reached != scale:
            reading.found.append(scale_not_reached(place, scale, reached))


def reached_by(criteria: Sequence[Criterion], combine: str) -> Exact | None:
    """The most that the criteria inside the scale give together; None where all are outside it."""
    maxima = [one.weight * one.maximum for one in criteria if not one.outside_scale]
    if not maxima:
        return None
    match combine:
        case "mean":
            return exact(Fraction(sum(maxima), len(maxima)))
        case "highest":
            return max(maxima)
        case "lowest":
            return min(maxima)
        case _:
            return exact(Fraction(sum(maxima)))


def maxima_do_not_add_up(span: Span, one: Criterion, reached: Exact) -> Diagnostic:
    """The maximum of a criterion is not what is below it."""
    return diagnostic("PR406", span, code=one.code, maximum=one.maximum, combine=one.combine, reached=reached)


def scale_not_reached(span: Span, scale: Exact, reached: Exact) -> Diagnostic:
    """The scale is not the sum of the maxima."""
    return diagnostic("PR409", span, scale=scale, reached=reached)
