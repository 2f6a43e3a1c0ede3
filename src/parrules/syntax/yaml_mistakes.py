"""What is refused in a YAML file: one constructor for each mistake."""

from __future__ import annotations

from parrules.syntax.nodes import Scalar
from parrules.text.characters import name_of
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Source, Span


def nothing_written(source: Source) -> Diagnostic:
    return diagnostic("PR009", place=source.name)


def anchor(span: Span) -> Diagnostic:
    return diagnostic("PR020", span)


def alias(span: Span) -> Diagnostic:
    return diagnostic("PR021", span)


def tag(span: Span) -> Diagnostic:
    return diagnostic("PR022", span)


def merge_key(span: Span) -> Diagnostic:
    return diagnostic("PR023", span)


def directive(span: Span) -> Diagnostic:
    return diagnostic("PR024", span)


def second_document(span: Span) -> Diagnostic:
    return diagnostic("PR025", span)


def duplicate_key(key: Scalar, first: Scalar) -> Diagnostic:
    return diagnostic("PR026", key.span, key=key.text, line=first.span.line)


def key_not_text(span: Span) -> Diagnostic:
    return diagnostic("PR027", span)


def empty_key(span: Span) -> Diagnostic:
    return diagnostic("PR028", span)


def too_deep(span: Span, limit: int) -> Diagnostic:
    return diagnostic("PR029", span, limit=limit)


def too_many(span: Span, limit: int) -> Diagnostic:
    return diagnostic("PR030", span, limit=limit)


def tab(span: Span) -> Diagnostic:
    return diagnostic("PR031", span)


def space_after_colon(span: Span, fixed: str) -> Diagnostic:
    return diagnostic("PR032", span, fixed=fixed)


def colon_in_text(span: Span, fixed: str | None) -> Diagnostic:
    return diagnostic("PR033", span, fixed=fixed)


def indentation(span: Span, wanted: int | None) -> Diagnostic:
    """wanted: how many blanks the lines around it begin with, as far as that is known."""
    return diagnostic("PR034", span, wanted=wanted)


def quote_not_closed(span: Span) -> Diagnostic:
    return diagnostic("PR035", span)


def bracket_not_closed(span: Span, bracket: str) -> Diagnostic:
    return diagnostic("PR036", span, bracket=bracket)


def special_start(span: Span, character: str) -> Diagnostic:
    return diagnostic("PR037", span, character=character)


def unknown_escape(span: Span) -> Diagnostic:
    return diagnostic("PR038", span)


def text_beside_block(span: Span, mark: str) -> Diagnostic:
    return diagnostic("PR039", span, mark=mark)


def dash_beside_key(span: Span) -> Diagnostic:
    return diagnostic("PR040", span)


def no_colon(span: Span) -> Diagnostic:
    return diagnostic("PR041", span)


def strange_blank(source: Source, at: int) -> Diagnostic:
    return diagnostic("PR042", Span(source, at, at + 1), name=name_of(source.text[at]))


def unreadable(span: Span) -> Diagnostic:
    return diagnostic("PR043", span)


def is_vague(one: Diagnostic) -> bool:
    """Whether it says no more than that the file cannot be read on."""
    return one.code == "PR043"


def text_after_quote(span: Span) -> Diagnostic:
    return diagnostic("PR044", span)


def bracket_not_opened(span: Span, bracket: str) -> Diagnostic:
    return diagnostic("PR045", span, bracket=bracket)


def comma_wanted(span: Span) -> Diagnostic:
    return diagnostic("PR046", span)
