"""What a stage decided about criteria outright: points, a lower maximum, or why its evidence differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parrules.evidence.amounts import read_amount
from parrules.evidence.binding import as_number, unknown_body
from parrules.evidence.mistakes import Mistake
from parrules.evidence.records import CAUSES, Decision, Provenance
from parrules.evidence.yaml_values import Place, provenance_of, scalar, text_of
from parrules.methodology.model import Criterion, Stage
from parrules.syntax import nodes
from parrules.syntax.nodes import Node, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.nearest import nearest
from parrules.text.source import Span
from parrules.values.kinds import POINTS
from parrules.values.numbers import Exact

Decisions = Mapping[str, Mapping[str, Decision]]
Found = tuple[Diagnostic, ...]


def decisions_from(
    node: Node | None, bodies: Sequence[str], stage: Stage, first: bool, place: Place
) -> tuple[Decisions, Found]:
    """The decisions of each body by criterion code; one that is wrong is found, and then not made.

    stage: at which they are made, by whom unless they say it. first: nothing was decided before it, so that points
    need no reason: they are how a body scores itself.
    """
    decided: dict[str, dict[str, Decision]] = {body: {} for body in bodies}
    found: list[Diagnostic] = []
    for body, under in node.entries if isinstance(node, nodes.Mapping) else ():
        known = body.text.strip() in decided
        if not known:
            found.append(unknown_body(body.span, body.text, nearest(body.text, bodies)))
        for code, one in under.entries if isinstance(under, nodes.Mapping) else ():
            if isinstance(one, nodes.Mapping):
                made, wrong = _decision(code, one, stage, first, place)
                found += wrong
                if made is not None and known:
                    decided[body.text.strip()][code.text] = made
    return decided, tuple(found)


def _decision(
    code: Scalar, node: nodes.Mapping, stage: Stage, first: bool, place: Place
) -> tuple[Decision | None, Found]:
    criteria = place.declared.criteria
    criterion = criteria.get(code.text)
    if criterion is None:
        return None, (unknown_criterion(code.span, code.text, nearest(code.text, criteria)),)
    if criterion.children:
        return None, (not_decided_itself(code.span, code.text, tuple(child.code for child in criterion.children)),)
    maximum, wrong_maximum = _amount(node, "maximum", code.text)
    points, wrong_points = _amount(node, "points", code.text)
    found = [*wrong_maximum, *wrong_points]
    at = scalar(node, "maximum") or code
    if maximum is not None and not max(criterion.minimum, 0) <= maximum <= criterion.maximum:
        found.append(maximum_not_lower(at.span, criterion))
        maximum = None
    at = scalar(node, "points") or code
    if points is not None and not criterion.minimum <= points <= _most(criterion, maximum):
        found.append(points_out_of_bounds(at.span, criterion, _most(criterion, maximum)))
    reason, cause = text_of(node, "reason"), text_of(node, "cause")
    if not reason and not first:
        found.append(without_reason(code.span, code.text))
    if found:
        return None, tuple(found)
    doubtful = () if cause in CAUSES or first else (without_cause(code.span, code.text, CAUSES),)
    provenance: Provenance = provenance_of(node, place.file, code.span.line)
    by = text_of(node, "by") or (stage.by if stage.by != "body" else "")
    return Decision(points, maximum, by, reason, cause, stage.name, provenance), doubtful


def _most(criterion: Criterion, maximum: Exact | None) -> Exact:
    return criterion.maximum if maximum is None else maximum


def _amount(node: nodes.Mapping, key: str, code: str) -> tuple[Exact | None, Found]:
    written = scalar(node, key)
    if written is None:
        return None, ()
    value = read_amount(written.text, POINTS)
    return (None, (value.at(written.span, code),)) if isinstance(value, Mistake) else (as_number(value), ())


def unknown_criterion(span: Span, code: str, suggestion: str | None) -> Diagnostic:
    """A decision about a criterion that is not there."""
    return diagnostic("EV190", span, code=code, suggestion=suggestion)


def not_decided_itself(span: Span, code: str, below: tuple[str, ...]) -> Diagnostic:
    """A decision about a criterion that is made of others."""
    return diagnostic("EV191", span, code=code, below=below)


def points_out_of_bounds(span: Span, criterion: Criterion, maximum: Exact) -> Diagnostic:
    return diagnostic("EV192", span, code=criterion.code, low=criterion.minimum, high=maximum)


def maximum_not_lower(span: Span, criterion: Criterion) -> Diagnostic:
    """A decided maximum above that of the rules, or below the least that there is."""
    return diagnostic("EV193", span, code=criterion.code, low=max(criterion.minimum, 0), high=criterion.maximum)


def without_reason(span: Span, code: str) -> Diagnostic:
    return diagnostic("EV194", span, code=code)


def without_cause(span: Span, code: str, causes: tuple[str, ...]) -> Diagnostic:
    """A decision that does not say what kind of difference it is."""
    return warning("EV195", span, code=code, causes=causes)
