"""What constructs find wrong with kinds; the words stand in `text/messages/*/kinds.toml`."""

from __future__ import annotations

from parrules.text.diagnostic import Diagnostic, KindWord, diagnostic
from parrules.text.source import Span
from parrules.values.kinds import Kind

_LEAP_DAY = "date(year, 3, 1) - 1"


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


def not_a_date(span: Span, kind: Kind) -> Diagnostic:
    return diagnostic("PR261", span, kind=said(kind))


def day_not_written(span: Span) -> Diagnostic:
    """A month or a day of a month that is not a whole number in the program."""
    return diagnostic("PR262", span)


def year_written(span: Span, meant: str | None) -> Diagnostic:
    """A day of a written year is a date that can be written. meant: that date, where there is such a day."""
    return diagnostic("PR263", span, meant=meant)


def not_a_year(span: Span, kind: Kind) -> Diagnostic:
    return diagnostic("PR264", span, kind=said(kind))


def not_of_last_round(span: Span, written: str) -> Diagnostic:
    """Something that no evidence of a round hands in: a quantity of the program, a parameter, a computed figure."""
    return diagnostic("PR267", span, written=" ".join(written.split()))


def not_in_every_year(span: Span, day: int, month: int) -> Diagnostic:
    """A day that no year has, or only leap years."""
    last = _LEAP_DAY if (day, month) == (29, 2) else None
    return diagnostic("PR265", span, day=str(day), month=str(month), last=last)


def cannot_be_rounded(span: Span, kind: Kind) -> Diagnostic:
    return diagnostic("PR203", span, kind=said(kind))


def places_not_written(span: Span, most: int) -> Diagnostic:
    return diagnostic("PR204", span, most=most)
