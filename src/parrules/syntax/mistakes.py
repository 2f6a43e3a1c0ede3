"""The mistakes of a scoring program's text, each by name; their words stand in `text/messages/*/language.toml`."""

from __future__ import annotations

from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def cannot_stand(span: Span, found: str, wanted: tuple[str, ...]) -> Diagnostic:
    return diagnostic("PR101", span, found=found, wanted=wanted or None)


def ends_too_early(span: Span, wanted: tuple[str, ...]) -> Diagnostic:
    return diagnostic("PR102", span, wanted=wanted or None)


def value_wanted(span: Span, found: str) -> Diagnostic:
    return diagnostic("PR103", span, found=found)


def value_wanted_at_end(span: Span, after: str) -> Diagnostic:
    return diagnostic("PR104", span, after=after)


def reserved_word(span: Span, word: str) -> Diagnostic:
    return diagnostic("PR105", span, word=word)


def not_latin(span: Span, name: str, letter: str) -> Diagnostic:
    return diagnostic("PR106", span, name=name, letter=letter)


def foreign_sign(span: Span, sign: str, ours: str | None) -> Diagnostic:
    return diagnostic("PR107", span, sign=sign, ours=ours)


def stray(span: Span, sign: str) -> Diagnostic:
    return diagnostic("PR108", span, sign=sign)


def unclosed_text(span: Span) -> Diagnostic:
    return diagnostic("PR109", span)


def unclosed_parenthesis(span: Span) -> Diagnostic:
    return diagnostic("PR110", span)


def reads_two_ways(span: Span, written: str, thousands: str, decimal: str | None) -> Diagnostic:
    return diagnostic("PR111", span, written=written, thousands=thousands, decimal=decimal)


def decimal_comma(span: Span, written: str, decimal: str, two: str) -> Diagnostic:
    return diagnostic("PR112", span, written=written, decimal=decimal, two=two)


def exponent(span: Span, written: str) -> Diagnostic:
    return diagnostic("PR113", span, written=written)


def not_a_number(span: Span, written: str) -> Diagnostic:
    return diagnostic("PR114", span, written=written)


def too_many_digits(span: Span, most: int) -> Diagnostic:
    return diagnostic("PR115", span, most=most)


def no_such_day(span: Span, written: str) -> Diagnostic:
    return diagnostic("PR116", span, written=written)


def power(span: Span) -> Diagnostic:
    return diagnostic("PR117", span)


def mixed_and_or(span: Span) -> Diagnostic:
    return diagnostic("PR118", span)


def too_long(span: Span, length: int, most: int) -> Diagnostic:
    return diagnostic("PR119", span, length=length, most=most)


def too_many_nodes(span: Span, most: int) -> Diagnostic:
    return diagnostic("PR120", span, most=most)


def too_deep(span: Span, most: int) -> Diagnostic:
    return diagnostic("PR121", span, most=most)


def empty_program(span: Span) -> Diagnostic:
    return diagnostic("PR122", span)


def otherwise_first(span: Span) -> Diagnostic:
    return diagnostic("PR123", span)


def bare_comparison(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR124", span, name=name)


def bare_conditional(span: Span) -> Diagnostic:
    return diagnostic("PR125", span)


def one_expression_only(span: Span) -> Diagnostic:
    return diagnostic("PR126", span)


def duplicate_key(span: Span, key: str) -> Diagnostic:
    return diagnostic("PR127", span, key=key)
