"""Stages: evidence of a later stage lies over that of the one before, and inherits what it does not touch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from parrules.evidence.binding import Bound
from parrules.evidence.decisions import Decisions
from parrules.evidence.header import Header
from parrules.evidence.marks import Marks
from parrules.evidence.records import Body, Decision, Mark, Round, Supplied
from parrules.evidence.yaml_values import scalar
from parrules.methodology.model import Methodology, Stage
from parrules.methodology.stages import place_of
from parrules.syntax.nodes import Mapping as MappingNode
from parrules.syntax.nodes import Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span
from parrules.values.numbers import Exact

Found = tuple[Diagnostic, ...]


def stage_of(stage: str, methodology: Methodology) -> Stage:
    """The stage of this name; one by its name alone where the methodology does not list it."""
    return next((one for one in methodology.stages if one.name == stage), Stage(stage, ""))


def stage_mistakes(root: MappingNode, header: Header, methodology: Methodology) -> Found:
    """That a methodology with stages has the one that the evidence is of."""
    names = tuple(one.name for one in methodology.stages)
    if not names or header.stage in names:
        return ()
    said = scalar(root, "stage") or scalar(root, "evidence")
    return (unknown_stage(said.span, header.stage, nearest(header.stage, names), names),) if said else ()


def order_mistakes(root: MappingNode, header: Header, before: Round, methodology: Methodology) -> Found:
    """Why evidence cannot lie over that of `before`: another round, or a stage that does not come before its own."""
    at = scalar(root, "over") or scalar(root, "stage") or scalar(root, "evidence")
    return cannot_lie_over(before, header, methodology, at.span) if at is not None else ()


def cannot_lie_over(before: Round, header: Header, methodology: Methodology, at: Span) -> Found:
    """Why what has this head does not lie over `before`, said at the characters `at`."""
    if (header.year, header.start, header.end) != (before.year, before.start, before.end):
        return (other_round(at, before),)
    one, other = place_of(before.stage, methodology), place_of(header.stage, methodology)
    late = before.stage == header.stage if one is None or other is None else one >= other
    return (out_of_order(at, header.stage, before.stage),) if late else ()


def round_over(
    before: Round | None,
    header: Header,
    methodology: Methodology,
    bodies: tuple[Body, ...],
    shared: Mapping[str, Supplied],
    digest: str,
) -> Round:
    """The round at the stage of this head, with the calendar and the last round of the stage before, where one is.

    shared: the figures that are one for the whole round.
    """
    return Round(
        header.methodology,
        methodology.edition,
        header.year,
        header.start,
        header.end,
        header.stage,
        bodies,
        shared,
        digest,
        before.calendar if before else None,
        before,
        before.last if before else None,
    )


def bound_over(bound: Bound, before: Round) -> Bound:
    """What was handed in, with what the stage before handed in and this one did not."""
    figures = {"": {**before.figures, **bound.figures[""]}}
    tables = {}
    for body in before.bodies:
        figures[body.id] = {**body.figures, **bound.figures[body.id]}
        tables[body.id] = {**body.tables, **bound.tables[body.id]}
    return replace(bound, figures=figures, tables=tables)


def bodies_over(
    before: Round, bound: Bound, marks: Marks, decided: Decisions, printed: Mapping[str, Exact]
) -> tuple[Body, ...]:
    """The bodies of the stage before, with what this one handed in and decided."""
    return tuple(
        replace(
            body,
            figures=bound.figures[body.id],
            tables=bound.tables[body.id],
            marks={**body.marks, **marks[body.id]},
            decided=_decided(body.decided, decided[body.id], marks[body.id]),
            printed_total=printed.get(body.id, body.printed_total),
            claimed={},  # what a body believed is held against its own stage
        )
        for body in before.bodies
    )


def _decided(
    before: Mapping[str, Decision], now: Mapping[str, Decision], marks: Mapping[str, Mark]
) -> dict[str, Decision]:
    """A later decision takes the place of an earlier one, and so does a new mark; what it leaves unsaid stays."""
    kept = {code: one for code, one in before.items() if code not in marks}
    for code, one in now.items():
        earlier = kept.get(code)
        if earlier is not None:
            points = earlier.points if one.points is None else one.points
            maximum = earlier.maximum if one.maximum is None else one.maximum
            if points is not None and maximum is not None:
                points = min(points, maximum)
            one = replace(one, points=points, maximum=maximum)
        kept[code] = one
    return kept


def chain_of(last: Round) -> tuple[Round, ...]:
    """Every stage that was handed in, in order, the last one last."""
    found = [last]
    while found[0].before is not None:
        found.insert(0, found[0].before)
    return tuple(found)


def without_bodies(said: Scalar) -> Diagnostic:
    """Evidence without bodies that lies over no other."""
    return diagnostic("EV197", said.span)


def unknown_stage(span: Span, name: str, suggestion: str | None, stages: tuple[str, ...]) -> Diagnostic:
    return diagnostic("EV198", span, name=name, suggestion=suggestion, stages=stages)


def out_of_order(span: Span, stage: str, before: str) -> Diagnostic:
    return diagnostic("EV199", span, stage=stage, before=before)


def other_round(span: Span, before: Round) -> Diagnostic:
    """Evidence over that of another year, or of other days."""
    return diagnostic("EV177", span, year=str(before.year), start=before.start, end=before.end)


def over_itself(span: Span) -> Diagnostic:
    return diagnostic("EV178", span)
