"""What is wrong with names and kinds in a program; the words stand in `text/messages/*/kinds.toml`."""

from __future__ import annotations

from parrules.constructs.mistakes import said
from parrules.syntax.foreign import CHOICES
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.source import Span
from parrules.values.kinds import Kind


def unknown_name(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("PR211", span, name=name, suggestion=suggestion)


def not_a_parameter(span: Span, name: str) -> Diagnostic:
    """Something is read for a date that is the same on every day."""
    return diagnostic("PR266", span, name=name)


def unknown_code(span: Span, code: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("PR212", span, code=code, suggestion=suggestion)


def unknown_function(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    is_choice = name.casefold() in CHOICES
    choice = "5 when late = 0 otherwise 0" if is_choice else None
    brought = None if is_choice or suggestion else name
    return diagnostic("PR213", span, name=name, suggestion=suggestion, choice=choice, brought=brought)


def times_wanted(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR208", span, name=name)


def figure_as_table(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR205", span, name=name)


def value_unquoted(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR206", span, name=name)


def unknown_table(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("PR214", span, name=name, suggestion=suggestion)


def unknown_statement(span: Span, word: str, suggestion: str | None, brought: bool) -> Diagnostic:
    """brought: whether it may be the word of a plugin that is not there."""
    return diagnostic("PR215", span, word=word, suggestion=suggestion, brought=word if brought else None)


def table_as_value(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR216", span, name=name)


def named_twice(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR217", span, name=name)


def named_later(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR218", span, name=name)


def name_unused(span: Span, name: str) -> Diagnostic:
    return warning("PR219", span, name=name)


def not_a_condition(span: Span, kind: Kind, compared: str | None) -> Diagnostic:
    return diagnostic("PR221", span, kind=said(kind), compared=compared)


def no_order(span: Span, kind: Kind) -> Diagnostic:
    return diagnostic("PR222", span, kind=said(kind))


def not_in_list(span: Span, value: str, options: tuple[str, ...], suggestion: str | None) -> Diagnostic:
    return diagnostic("PR223", span, value=value, options=options, suggestion=suggestion)


def divided_by_zero(span: Span) -> Diagnostic:
    return diagnostic("PR224", span)


def argument_count(span: Span, name: str, fewest: int, most: int | None) -> Diagnostic:
    if most is None:
        return diagnostic("PR225", span, name=name, at_least=fewest)
    if fewest == most:
        return diagnostic("PR225", span, name=name, exactly=fewest)
    return diagnostic("PR225", span, name=name, fewest=fewest, most=most)


def no_such_key(span: Span, name: str, key: str) -> Diagnostic:
    return diagnostic("PR226", span, name=name, key=key)


def gathering_form(span: Span, name: str) -> Diagnostic:
    """The form depends on what the word makes of the records: their number, a share of them, or a value."""
    form = {"count": "count", "share": "share"}.get(name, "of")
    return diagnostic("PR227", span, name=name, **{form: name})


def wants_bodies(span: Span, word: str, table: str) -> Diagnostic:
    return diagnostic("PR228", span, word=word, table=table)


def no_better(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR229", span, name=name)


def not_points(span: Span, word: str, kind: Kind, meant: str | None, each: str | None = None) -> Diagnostic:
    return diagnostic("PR231", span, word=word, kind=said(kind), meant=meant, each=each)


def clause_not_taken(span: Span, word: str, clause: str, is_base: bool) -> Diagnostic:
    line = f"add ... {clause} ..." if is_base else None
    return diagnostic("PR232", span, word=word, clause=clause, line=line, limit=None if is_base else word)


def steps_do_not_mix(span: Span, unit: Kind, quantity: Kind, meant: str | None) -> Diagnostic:
    return diagnostic("PR233", span, unit=said(unit), quantity=said(quantity), meant=meant)


def no_step(span: Span, quantity: Kind) -> Diagnostic:
    return diagnostic("PR234", span, quantity=said(quantity))


def base_not_first(span: Span, word: str) -> Diagnostic:
    return diagnostic("PR235", span, word=word)


def base_twice(span: Span, word: str) -> Diagnostic:
    return diagnostic("PR236", span, word=word)


def nothing_to_reduce(span: Span, word: str) -> Diagnostic:
    return diagnostic("PR237", span, word=word)


def row_never_reached(span: Span) -> Diagnostic:
    return diagnostic("PR238", span)


def choice_not_closed(span: Span) -> Diagnostic:
    return diagnostic("PR209", span)


def rows_not_closed(span: Span, name: str) -> Diagnostic:
    return diagnostic("PR239", span, name=name)


def no_statement(span: Span) -> Diagnostic:
    return diagnostic("PR240", span)


def not_a_class(span: Span, kind: Kind) -> Diagnostic:
    return diagnostic("PR241", span, kind=said(kind))


def circle(span: Span, names: tuple[str, ...]) -> Diagnostic:
    return diagnostic("PR242", span, names=" → ".join(names))


def formula_kind(span: Span, name: str, declared: Kind, found: Kind) -> Diagnostic:
    return diagnostic("PR243", span, name=name, declared=said(declared), found=said(found))


def evidence_unused(span: Span, name: str) -> Diagnostic:
    return warning("PR244", span, name=name)


def quoted_unknown(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("PR245", span, name=name, suggestion=suggestion)
