"""Parameters: named figures that the methodology itself sets, each worth one value on any day."""

from __future__ import annotations

import datetime
from itertools import pairwise

from parrules.constructs.mistakes import said
from parrules.methodology.bounds import value
from parrules.methodology.declared_kind import declared_kind
from parrules.methodology.model import Parameter, ParameterValue
from parrules.methodology.names import name_of_evidence
from parrules.methodology.reading import Reading, mappings, named, scalar, scalars, text, title
from parrules.methodology.validity import Period, period
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.source import Span
from parrules.values.kinds import Kind

_KINDS = ("points", "count", "number", "ratio", "money", "days", "date")

Dated = tuple[ParameterValue, Span, Span]
"""A value, and where its first and its last day stand, or else the value."""


def parameters_from(node: Node | None, edition: Period, reading: Reading) -> tuple[Parameter, ...]:
    """What stands under `parameters`, each to be worth one value on every day of the edition."""
    return tuple(_parameter(key, under, edition, reading) for key, under in named(node))


def _parameter(key: Scalar, node: Mapping, edition: Period, reading: Reading) -> Parameter:
    name = name_of_evidence(key, "parameter", reading)
    kind = declared_kind(node, reading)
    dated: list[Dated] = []
    if kind.name not in _KINDS:
        declared = scalar(node, "type")
        reading.found.append(not_a_quantity(declared.span if declared else key.span, name, kind))
    else:
        dated = [one for part in _stated(key, node, reading) if (one := _dated(part, kind, reading)) is not None]
    dated.sort(key=lambda one: one[0].valid_from or datetime.date.min)
    reading.found.extend(_not_one_a_day(name, dated, edition))
    return Parameter(name, kind, title(node, name), tuple(one for one, _, _ in dated))


def _stated(key: Scalar, node: Mapping, reading: Reading) -> tuple[Mapping, ...]:
    """The mappings that carry its values: itself, or those of a list."""
    listed = node.key("values")
    alone = next((said for said in map(node.key, ("value", "from", "to")) if said is not None), None)
    if listed is None and scalar(node, "value") is None:
        reading.found.append(value_missing(key.span, key.text))
        return ()
    if listed is not None and alone is not None:
        reading.found.append(value_twice(alone.span, key.text, alone.text))
    return mappings(node.get("values")) if listed is not None else (node,)


def _dated(node: Mapping, kind: Kind, reading: Reading) -> Dated | None:
    start, end = period(node, reading)
    reading.cite(scalars(node.get("basis")))
    stated = scalar(node, "value")
    assert stated is not None  # the shape asks for it in a list, and a parameter alone was asked for it
    first, last = (stated.span if said is None else said.span for said in (scalar(node, "from"), scalar(node, "to")))
    worth = value(stated, kind)
    if isinstance(worth, Diagnostic):
        reading.found.append(worth)
        return None
    return ParameterValue(worth, start, end, text(node, "basis")), first, last


def _not_one_a_day(name: str, dated: list[Dated], edition: Period) -> list[Diagnostic]:
    """Days with two values, and days of the edition with none; `dated` is in order."""
    found: list[Diagnostic] = []
    for (before, _, _), (after, span, _) in pairwise(dated):
        start, free = after.valid_from or edition[0] or datetime.date.min, _day_after(before.valid_to)
        if free is None or after.valid_from is None or free > start:
            found.append(two_values(span, name, start))
        elif free < start:
            found.append(no_value(span, name, free))
    if dated and not found:
        (first, at, _), (last, _, end) = dated[0], dated[-1]
        if first.valid_from and edition[0] and edition[0] < first.valid_from:
            found.append(no_value(at, name, edition[0]))
        free = _day_after(last.valid_to)
        if free is not None and (edition[1] is None or free <= edition[1]):
            found.append(no_value(end, name, free))
    return found


def _day_after(day: datetime.date | None) -> datetime.date | None:
    """The next day; None after what has no end."""
    return None if day is None or day == datetime.date.max else day + datetime.timedelta(days=1)


def value_missing(span: Span, name: str) -> Diagnostic:
    """A parameter that is worth nothing."""
    return diagnostic("PR451", span, name=name)


def value_twice(span: Span, name: str, key: str) -> Diagnostic:
    """One value beside a list of dated ones."""
    return diagnostic("PR452", span, name=name, key=key)


def not_a_quantity(span: Span, name: str, kind: Kind) -> Diagnostic:
    """A parameter of a kind that programs cannot reckon with."""
    return diagnostic("PR453", span, name=name, kind=said(kind))


def two_values(span: Span, name: str, day: datetime.date) -> Diagnostic:
    """Two values on one day."""
    return diagnostic("PR454", span, name=name, day=day)


def no_value(span: Span, name: str, day: datetime.date) -> Diagnostic:
    """A day of the edition on which it has no value."""
    return warning("PR455", span, name=name, day=day)
