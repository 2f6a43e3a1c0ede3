"""`quota`: how many bodies may keep a class, and what becomes of those who are equal at the cut."""

from __future__ import annotations

from typing import Literal, cast

from parrules.methodology.model import Quota
from parrules.methodology.programs import expression
from parrules.methodology.reading import Reading, mappings, scalar, text
from parrules.syntax.nodes import Mapping, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span

KEY = "quota:"
"""Before the class, the name of a quota's formula among the trees of standings."""


def quotas_from(node: Mapping, classes: tuple[str, ...], reading: Reading) -> tuple[Quota, ...]:
    """The quotas, in the order of the file. classes: of the methodology, lowest first."""
    key, under = node.key("quota"), node.get("quota")
    if key is None:
        return ()
    if not classes:
        reading.found.append(quota_without_classes(key.span))
        return ()
    said = (under,) if isinstance(under, Mapping) else mappings(under)
    lines: dict[str, int] = {}
    quotas = []
    for one in said:
        of = scalar(one, "for")
        if of is not None and _is_right(of, classes, lines, reading):
            lines[of.text] = of.span.line
            quotas.append(_quota(one, of, reading))
    return tuple(quotas)


def _is_right(of: Scalar, classes: tuple[str, ...], lines: dict[str, int], reading: Reading) -> bool:
    if of.text not in classes:
        reading.found.append(no_such_class(of.span, of.text, classes, nearest(of.text, classes)))
    elif of.text in lines:
        reading.found.append(two_quotas(of.span, of.text, lines[of.text]))
    elif of.text == classes[0]:
        reading.found.append(nothing_below(of.span, of.text))
    else:
        return True
    return False


def _quota(node: Mapping, of: Scalar, reading: Reading) -> Quota:
    at_most = expression(node, "at_most", f"{KEY}{of.text}", reading.standings, reading) or ""
    ties = cast(Literal["undecided", "all", "none"], text(node, "ties"))
    by = cast(Literal["total", "index"], text(node, "by") or "total")
    return Quota(of.text, " ".join(at_most.split()), ties, by, of.span.line)


def quota_without_classes(span: Span) -> Diagnostic:
    """A limit to classes that are not there."""
    return diagnostic("PR480", span)


def no_such_class(span: Span, name: str, classes: tuple[str, ...], suggestion: str | None) -> Diagnostic:
    """A limit to a class that the list has not."""
    return diagnostic("PR481", span, name=name, classes=classes, suggestion=suggestion)


def nothing_below(span: Span, name: str) -> Diagnostic:
    """A limit to the lowest class, below which nobody can fall."""
    return diagnostic("PR482", span, name=name)


def two_quotas(span: Span, name: str, line: int) -> Diagnostic:
    """Two limits to one class."""
    return diagnostic("PR483", span, name=name, line=str(line))
