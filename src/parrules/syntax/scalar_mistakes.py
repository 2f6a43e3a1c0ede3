"""What is wrong with a scalar: one constructor for each mistake. `written` is what stands there, cut short."""

from __future__ import annotations

from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

_LONGEST = 60


def short(text: str) -> str:
    """So much of a text as a sentence can quote: its first line, up to sixty characters."""
    line = text.split("\n", 1)[0]
    return line if line == text and len(line) <= _LONGEST else line[:_LONGEST] + "…"


def mended(one: Diagnostic) -> str | None:
    """What is to stand at the place of a mistake, where that is plain: quotes that are wanted, or are too many."""
    given = dict(one.arguments)
    if one.code in ("PR061", "PR062") and one.span is not None:
        words = one.span.words
        return f'"{words}"' if given["quoted"] == f'"{words}"' and not set(words) & set('"\\\n') else None
    return str(given["plain"]) if one.code == "PR066" else None


def text_wanted(span: Span) -> Diagnostic:
    return diagnostic("PR052", span)


def number_wanted(span: Span) -> Diagnostic:
    return diagnostic("PR053", span)


def whole_number_wanted(span: Span, plain: str | None) -> Diagnostic:
    """plain: the same number without decimals, where they are all 0."""
    return diagnostic("PR054", span, plain=plain)


def yes_no_wanted(span: Span, suggestion: str | None) -> Diagnostic:
    return diagnostic("PR055", span, suggestion=suggestion)


def not_a_day(span: Span, suggestion: str | None) -> Diagnostic:
    return diagnostic("PR058", span, suggestion=suggestion)


def no_such_day(span: Span, written: str) -> Diagnostic:
    return diagnostic("PR059", span, written=written)


def quotes_wanted(span: Span, written: str) -> Diagnostic:
    return diagnostic("PR061", span, written=short(written), quoted=f'"{short(written)}"')


def key_quotes_wanted(span: Span, written: str) -> Diagnostic:
    return diagnostic("PR062", span, written=short(written), quoted=f'"{short(written)}"')


def number_written_otherwise(span: Span, written: str, plain: str | None) -> Diagnostic:
    return diagnostic("PR063", span, written=short(written), plain=plain)


def thousands_or_fraction(span: Span, written: str, fraction: str, thousands: str) -> Diagnostic:
    return diagnostic("PR064", span, written=short(written), fraction=fraction, thousands=thousands)


def many_digits(span: Span, limit: int) -> Diagnostic:
    return diagnostic("PR065", span, limit=limit)


def number_in_quotes(span: Span, plain: str) -> Diagnostic:
    return diagnostic("PR066", span, plain=plain)


def number_or_text(span: Span, written: str, plain: str | None) -> Diagnostic:
    return diagnostic("PR067", span, written=short(written), plain=plain, quoted=f'"{short(written)}"')


def nothing_here(span: Span, key: str | None, written: str) -> Diagnostic:
    """written: `null` or `~`, which say that there is nothing; or empty."""
    return diagnostic("PR068", span, key=key, quoted=f'"{written}"' if written else None)
