"""Judged marks, and the totals that were published, as they stand in the evidence file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parrules.evidence.amounts import read_amount
from parrules.evidence.binding import as_number, unknown_body
from parrules.evidence.mistakes import Mistake
from parrules.evidence.published_from_syntax import printed_rows
from parrules.evidence.readers.listing import Spelled
from parrules.evidence.records import Mark, Provenance
from parrules.evidence.yaml_values import Place, provenance_of, scalar, text_of
from parrules.methodology.model import Criterion
from parrules.syntax import nodes
from parrules.syntax.nodes import Node, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.order import natural_key
from parrules.text.source import Span
from parrules.values.kinds import POINTS
from parrules.values.numbers import Exact, quotient

Marks = Mapping[str, Mapping[str, Mark]]
Totals = Mapping[str, Exact]
Found = tuple[Diagnostic, ...]


def marks_from(node: Node | None, bodies: Sequence[str], place: Place) -> tuple[Marks, Found]:
    """The marks of each body by criterion code; a mark that is wrong is found, and then not given."""
    marks: dict[str, dict[str, Mark]] = {body: {} for body in bodies}
    found: list[Diagnostic] = []
    for body, under in node.entries if isinstance(node, nodes.Mapping) else ():
        if body.text not in marks:
            found.append(unknown_body(body.span, body.text, nearest(body.text, bodies)))
        for code, one in under.entries if isinstance(under, nodes.Mapping) else ():
            mark, wrong = _mark(code, one, place)
            if wrong is not None:
                found.append(wrong)
            if mark is not None and body.text in marks:
                marks[body.text][code.text] = mark
    return marks, tuple(found)


def printed_from(node: Node | None, bodies: Sequence[str]) -> tuple[Totals, Found]:
    """The published total of each body. What else was published is read too, so that what is wrong in it is found."""
    rows, _, found = printed_rows(node)
    unknown = [
        unknown_body(body.span, body.text, nearest(body.text, bodies))
        for body, _ in (node.entries if isinstance(node, nodes.Mapping) else ())
        if body.text.strip() not in bodies
    ]
    totals = {row.name: row.first("points") for row in rows if not row.code}
    return {body: total.value for body, total in totals.items() if total is not None}, (*unknown, *found)


def _mark(code: Scalar, node: Node, place: Place) -> tuple[Mark | None, Diagnostic | None]:
    written = scalar(node, "mark") if isinstance(node, nodes.Mapping) else node
    if not isinstance(written, Scalar):
        return None, None  # refused with the shape of the file
    criterion = place.declared.criteria.get(code.text)
    judged = sorted((one.code for one in place.declared.criteria.values() if one.judged), key=natural_key)
    if criterion is None:
        return None, unknown_code(code.span, code.text, nearest(code.text, judged))
    if criterion.judged is None:
        return None, not_judged(code.span, code.text, tuple(judged))
    number, wrong = mark_in(written, criterion)
    if number is None:
        return None, wrong
    text = written.text.strip()
    if not isinstance(node, nodes.Mapping):
        return Mark(number, text, Provenance(place.file, node.span.line)), None
    provenance = provenance_of(node, place.file, written.span.line)
    return Mark(number, text, provenance, text_of(node, "by"), text_of(node, "reason")), None


def mark_in(written: Spelled, criterion: Criterion, held: bool = True) -> tuple[Exact | None, Diagnostic | None]:
    """The points that somebody wrote for a criterion; None where nothing, or no number, was written.

    held: whether they must lie within its bounds, on one of its steps.
    """
    value = read_amount(written.text, POINTS)
    if isinstance(value, Mistake):
        return None, value.at(written.span, criterion.code)
    number = as_number(value)
    wrong = _outside(written.span, number, criterion) if held and number is not None else None
    return (number, None) if wrong is None else (None, wrong)


def _outside(span: Span, mark: Exact, criterion: Criterion) -> Diagnostic | None:
    if not criterion.minimum <= mark <= criterion.maximum:
        return mark_out_of_bounds(span, criterion)
    step = criterion.judged.step if criterion.judged else None
    if step is not None and quotient(mark, step).denominator != 1:
        return mark_off_step(span, criterion.code, step)
    return None


def unknown_code(span: Span, code: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("EV160", span, code=code, suggestion=suggestion)


def not_judged(span: Span, code: str, judged: tuple[str, ...]) -> Diagnostic:
    """A mark for a criterion that has a program or children. judged: the codes that take a mark."""
    return diagnostic("EV161", span, code=code, judged=judged or None)


def mark_out_of_bounds(span: Span, criterion: Criterion) -> Diagnostic:
    return diagnostic("EV162", span, code=criterion.code, low=criterion.minimum, high=criterion.maximum)


def mark_off_step(span: Span, code: str, step: Exact) -> Diagnostic:
    return diagnostic("EV163", span, code=code, step=step)
