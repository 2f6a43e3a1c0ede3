"""The mistakes of a scoring program's text, each by name; their words stand in `text/messages/*/language.toml`."""

from __future__ import annotations

from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def cannot_stand(span: Span, found: str, wanted: tuple[str, ...]) -> Diagnostic:
    return diagnostic("PR101", span, found=found, wanted=tuple(f"`{one}`" for one in wanted) or None)


def ends_too_early(span: Span, wanted: tuple[str, ...]) -> Diagnostic:
    return diagnostic("PR102", span, wanted=tuple(f"`{one}`" for one in wanted) or None)


def value_wanted(span: Span, found: str, meant: str | None = None) -> Diagnostic:
    return diagnostic("PR103", span, found=found, meant=meant)


def value_wanted_at_end(span: Span, after: str) -> Diagnostic:
    return diagnostic("PR104", span, after=after)


def reserved_word(span: Span, word: str) -> Diagnostic:
    return diagnostic("PR105", span, word=word)


def not_latin(span: Span, name: str, letter: str) -> Diagnostic:
    return diagnostic("PR106", span, name=name, letter=letter)


def foreign_sign(span: Span, sign: str, ours: str) -> Diagnostic:
    return diagnostic("PR107", span, sign=str(sign), ours=ours)


def stray(span: Span, sign: str, meant: str | None) -> Diagnostic:
    return diagnostic("PR108", span, sign=sign, meant=meant)


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


def not_a_number(span: Span, written: str, number: str | None) -> Diagnostic:
    return diagnostic("PR114", span, written=written, number=number)


def too_many_digits(span: Span, most: int) -> Diagnostic:
    return diagnostic("PR115", span, most=most)


def no_such_day(span: Span, written: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("PR116", span, written=written, suggestion=suggestion)


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
    return diagnostic("PR124", span, name=name, comparison=" ".join(span.words.split()))


def bare_conditional(span: Span, word: str) -> Diagnostic:
    return diagnostic("PR125", span, word=word)


def line_opening(span: Span, found: str) -> Diagnostic:
    return diagnostic("PR126", span, found=found)


def duplicate_key(span: Span, key: str) -> Diagnostic:
    return diagnostic("PR127", span, key=key)


def foreign_word(span: Span, word: str, ours: str | None, choice: str | None = None) -> Diagnostic:
    """choice: how a choice is written, where that helps."""
    return diagnostic("PR128", span, word=word, ours=ours, choice=choice)


def unquoted_code(span: Span, written: str) -> Diagnostic:
    return diagnostic("PR129", span, written=written)


def name_in_pieces(span: Span, before: str, word: str, joined: str) -> Diagnostic:
    return diagnostic("PR130", span, before=before, word=word, joined=joined)


def word_behind_number(span: Span, number: str, word: str, meant: str) -> Diagnostic:
    return diagnostic("PR131", span, number=number, word=word, meant=meant)


def said_again(span: Span, word: str, before: str, ours: str, in_row: bool) -> Diagnostic:
    """ours: the word in the spelling of the file. in_row: whether it stands where the amount of a row should."""
    given = {"amount": word} if in_row else {"line": ours}
    return diagnostic("PR132", span, word=word, before=before, **given)


def percent_alone(span: Span) -> Diagnostic:
    return diagnostic("PR133", span)


def text_unquoted(span: Span, word: str, quoted: str) -> Diagnostic:
    return diagnostic("PR134", span, word=word, quoted=quoted)


def condition_without_when(span: Span, sign: str, when: str) -> Diagnostic:
    return diagnostic("PR135", span, sign=sign, when=when)


def spaced_thousands(span: Span, written: str, grouped: str) -> Diagnostic:
    return diagnostic("PR136", span, written=written, grouped=grouped)


def between(span: Span, word: str) -> Diagnostic:
    return diagnostic("PR137", span, word=word)


def asks_for_none_only(span: Span, word: str, none: str) -> Diagnostic:
    return diagnostic("PR138", span, word=word, none=none)


def superfluous(span: Span, sign: str) -> Diagnostic:
    return diagnostic("PR139", span, sign=sign)


def clause_late(span: Span, word: str, before: str) -> Diagnostic:
    return diagnostic("PR140", span, word=word, before=before)


def clause_twice(span: Span, word: str, joined: str | None) -> Diagnostic:
    """joined: the word that joins two conditions."""
    return diagnostic("PR141", span, word=word, joined=joined)


def never_opened(span: Span) -> Diagnostic:
    return diagnostic("PR142", span)


def of_wanted(span: Span, word: str, meant: str) -> Diagnostic:
    return diagnostic("PR143", span, word=word, meant=meant)


def part_of(span: Span, word: str, meant: str) -> Diagnostic:
    return diagnostic("PR144", span, word=word, meant=meant)


def side_by_side(span: Span, before: str, word: str) -> Diagnostic:
    return diagnostic("PR145", span, before=before, word=word)


def date_otherwise(span: Span, written: str, meant: str) -> Diagnostic:
    return diagnostic("PR146", span, written=written, meant=meant)


def none_compared(span: Span, sign: str, meant: str) -> Diagnostic:
    return diagnostic("PR147", span, sign=sign, meant=meant)


def strange_space(span: Span) -> Diagnostic:
    return diagnostic("PR148", span)


def decimal_point(span: Span, written: str, decimal: str) -> Diagnostic:
    """A number as English has it, in a program in Vietnamese."""
    return diagnostic("PR150", span, written=written, decimal=decimal)


def not_in_other_spelling(span: Span, name: str | None) -> Diagnostic:
    """A program that the other spelling cannot say. name: what is a word of the language there, where that is why."""
    return diagnostic("PR151", span, name=name)


def keyword_misspelt(span: Span, word: str, meant: str) -> Diagnostic:
    return diagnostic("PR149", span, word=word, meant=meant)
