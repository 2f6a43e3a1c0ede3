"""What does not apply: a condition and what becomes of the criterion stand together, never one alone."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.methodology.model import Criterion
from parrules.methodology.reading import Reading
from parrules.syntax.nodes import Mapping
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.source import Span


def check_applies(node: Mapping, reading: Reading) -> None:
    """That `applies` and `if_not` stand together."""
    applies, if_not = node.key("applies"), node.key("if_not")
    if applies is not None and if_not is None:
        reading.found.append(applies_alone(applies.span))
    if if_not is not None and applies is None:
        reading.found.append(if_not_alone(if_not.span))


def check_rescaled(node: Mapping, children: Sequence[Criterion], reading: Reading) -> None:
    """That something below can be left out, where what is left is to be rescaled."""
    key = node.key("rescale_to")
    if key is not None and not _can_be_left_out(children):
        reading.found.append(nothing_left_out(key.span))


def _can_be_left_out(criteria: Sequence[Criterion]) -> bool:
    return any(one.if_not == "left_out" or _can_be_left_out(one.children) for one in criteria)


def applies_alone(span: Span) -> Diagnostic:
    """Nothing says what becomes of it when it does not apply."""
    return diagnostic("PR407", span)


def if_not_alone(span: Span) -> Diagnostic:
    """Nothing says when it does not apply."""
    return diagnostic("PR408", span)


def nothing_left_out(span: Span) -> Diagnostic:
    """Rescaling that never happens."""
    return warning("PR410", span)
