"""Numbers of a criterion that must fit together: its bounds, its weight, the step of a mark."""

from __future__ import annotations

from parrules.methodology.model import Judged
from parrules.methodology.reading import Reading, below, number, scalar, text
from parrules.syntax.nodes import Mapping
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span
from parrules.values.numbers import Exact


def minimum_from(node: Mapping, maximum: Exact, reading: Reading) -> Exact:
    """What stands under `min`; 0 unless said."""
    said = scalar(node, "min")
    minimum = number(node, "min")
    if minimum is None:
        minimum = 0
    if minimum > maximum:
        place = said or scalar(node, "max")
        reading.found.append(minimum_above_maximum(place.span if place else node.span, minimum, maximum))
    return minimum


def above_zero(node: Mapping, key: str, reading: Reading) -> Exact | None:
    """The number under a key, which must be more than 0."""
    found, said = number(node, key), scalar(node, key)
    if found is not None and said is not None and found <= 0:
        reading.found.append(not_above_zero(said.span, key, said.text))
        return None
    return found


def judged_from(node: Mapping, maximum: Exact, minimum: Exact, reading: Reading) -> Judged | None:
    """What stands under `judged`; a mark must be able to reach both bounds in whole steps."""
    under = below(node, "judged")
    if under is None:
        return None
    step, said = above_zero(under, "step", reading), scalar(under, "step")
    if step is not None and said is not None:
        unreached = next((bound for bound in (maximum, minimum) if bound % step != 0), None)
        if unreached is not None:
            reading.found.append(step_misses(said.span, step, unreached))
    return Judged(text(under, "by"), step)


def minimum_above_maximum(span: Span, minimum: Exact, maximum: Exact) -> Diagnostic:
    """No score lies between the bounds."""
    return diagnostic("PR416", span, minimum=minimum, maximum=maximum)


def step_misses(span: Span, step: Exact, bound: Exact) -> Diagnostic:
    """Marks in such steps never come to the maximum, or to the minimum."""
    return diagnostic("PR417", span, step=step, bound=bound)


def not_above_zero(span: Span, key: str, said: str) -> Diagnostic:
    """A weight, a step or a mark of 0 or less."""
    return diagnostic("PR418", span, key=key, said=said)
