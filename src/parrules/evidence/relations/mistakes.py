"""What can be wrong with a large table as a whole."""

from __future__ import annotations

from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def needs_duckdb(span: Span) -> Diagnostic:
    """The extra that reads large tables is not installed."""
    return diagnostic("EV501", span)


def not_a_parquet(span: Span, file: str) -> Diagnostic:
    """A file that is none, was cut off, or is damaged."""
    return diagnostic("EV502", span, file=file)


def source_lost(place: str) -> Diagnostic:
    """It was there at first, and then could not be read any more."""
    return diagnostic("EV503", place=place, file=place)


def inexact_column(span: Span, name: str, type_: str) -> Diagnostic:
    """A column of binary fractions. type_: as the source calls it."""
    return diagnostic("EV504", span, name=name, type=type_)


def unreadable_column(span: Span, name: str, type_: str) -> Diagnostic:
    """A column of lists, structures or bytes."""
    return diagnostic("EV505", span, name=name, type=type_)
