"""Figures that are a part of another: the other must exist, be of the same kind, and not be a part of this one."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.constructs.mistakes import said
from parrules.methodology.model import Figure
from parrules.methodology.reading import Reading
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span


def check_withins(figures: Sequence[Figure], reading: Reading) -> None:
    """Every `within` that cannot hold."""
    known = {figure.name: figure for figure in figures}
    in_a_circle: set[str] = set()
    for figure in figures:
        span = reading.spans.get(f"within:{figure.name}")
        if figure.within is None or span is None:
            continue
        whole = known.get(figure.within)
        if whole is None:
            near = nearest(figure.within, (name for name in known if name != figure.name))
            reading.found.append(unknown_whole(span, figure.within, near))
        elif (circle := _circle(figure, known)) is not None:
            if figure.name not in in_a_circle:
                reading.found.append(within_itself(span, circle))
            in_a_circle.update(circle)
        elif whole.kind != figure.kind or not figure.kind.is_quantity:
            reading.found.append(whole_of_other_kind(span, figure, whole))


def _circle(figure: Figure, known: dict[str, Figure]) -> tuple[str, ...] | None:
    """The way from a figure back to itself, if there is one."""
    way = [figure.name]
    at = known.get(figure.within or "")
    while at is not None and at.name not in way:
        way.append(at.name)
        at = known.get(at.within or "")
    return (*way, figure.name) if at is not None and at.name == figure.name else None


def unknown_whole(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    """A part of a figure that is not there."""
    return diagnostic("PR448", span, name=name, suggestion=suggestion)


def whole_of_other_kind(span: Span, part: Figure, whole: Figure) -> Diagnostic:
    """A part and a whole that cannot be compared."""
    return diagnostic(
        "PR449", span, part=part.name, part_kind=said(part.kind), whole=whole.name, whole_kind=said(whole.kind)
    )


def within_itself(span: Span, circle: tuple[str, ...]) -> Diagnostic:
    """Figures each of which is a part of the next, and the last of the first."""
    return diagnostic("PR450", span, circle=" < ".join(circle))
