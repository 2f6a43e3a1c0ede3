"""What constructs find wrong with kinds; the words stand in `text/messages/*/kinds.toml`."""

from __future__ import annotations

from parrules.text.diagnostic import Diagnostic, KindWord, diagnostic
from parrules.text.source import Span
from parrules.values.kinds import Kind


def said(kind: Kind) -> KindWord:
    """A kind as an argument of a diagnostic, which the words of each language spell out."""
    return KindWord(kind.name, kind.unit)


def kinds_do_not_mix(
    span: Span, first: Kind, second: Kind, meant: str | None = None, each: str | None = None
) -> Diagnostic:
    """each: the line that gives points for a quantity, where that was meant."""
    return diagnostic("PR201", span, first=said(first), second=said(second), meant=meant, each=each)


def not_a_quantity(span: Span, kind: Kind) -> Diagnostic:
    return diagnostic("PR202", span, kind=said(kind))


def cannot_be_rounded(span: Span, kind: Kind) -> Diagnostic:
    return diagnostic("PR203", span, kind=said(kind))


def places_not_written(span: Span, most: int) -> Diagnostic:
    return diagnostic("PR204", span, most=most)
