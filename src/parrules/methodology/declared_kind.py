"""The kind that a figure, a column or a parameter is declared with: `type`, `unit`, `options`."""

from __future__ import annotations

from typing import cast

from parrules.constructs.mistakes import said as said_kind
from parrules.methodology.reading import Reading, scalar, scalars, text
from parrules.syntax.nodes import Mapping, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.source import Span
from parrules.values.kinds import Kind, KindName


def declared_kind(node: Mapping, reading: Reading) -> Kind:
    """The kind; a unit or options that it cannot have are mistakes."""
    name = cast(KindName, text(node, "type"))
    return Kind(name, _unit(node, name, reading), _options(node, name, reading))


def each_once(said: tuple[Scalar, ...], reading: Reading) -> tuple[str, ...]:
    """The texts of a list, in order; one that stands twice is a mistake."""
    seen: dict[str, None] = {}
    for one in said:
        if one.text in seen:
            reading.found.append(listed_twice(one.span, one.text))
        seen[one.text] = None
    return tuple(seen)


def _unit(node: Mapping, name: KindName, reading: Reading) -> str:
    said = scalar(node, "unit")
    if said is None:
        if name == "money":
            reading.found.append(money_without_unit(_type_place(node)))
        return ""
    if name not in ("number", "money"):
        reading.found.append(no_unit(said.span, Kind(name)))
        return ""
    return said.text


def _options(node: Mapping, name: KindName, reading: Reading) -> tuple[str, ...]:
    key = node.key("options")
    if key is None:
        if name == "one_of":
            reading.found.append(options_missing(_type_place(node)))
        return ()
    if name != "one_of":
        reading.found.append(no_options(key.span, Kind(name)))
        return ()
    return each_once(scalars(node.get("options")), reading)


def _type_place(node: Mapping) -> Span:
    said = scalar(node, "type")
    return node.span if said is None else said.span


def options_missing(span: Span) -> Diagnostic:
    """A `one_of` that does not say one of what."""
    return diagnostic("PR437", span)


def listed_twice(span: Span, said: str) -> Diagnostic:
    """An option, a class or a level that stands twice in its list."""
    return diagnostic("PR438", span, said=said)


def no_options(span: Span, kind: Kind) -> Diagnostic:
    """Options of what is not a `one_of`."""
    return diagnostic("PR439", span, kind=said_kind(kind))


def no_unit(span: Span, kind: Kind) -> Diagnostic:
    """A unit of what has none."""
    return diagnostic("PR440", span, kind=said_kind(kind))


def money_without_unit(span: Span) -> Diagnostic:
    """Money of which nobody knows whether it is đồng or triệu đồng."""
    return warning("PR441", span)
