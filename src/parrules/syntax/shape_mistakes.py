"""What is not as the shape of a file wants it: one constructor for each mistake."""

from __future__ import annotations

from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.scalar_mistakes import short
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

_EXAMPLES = {
    "string": ("text", '"…"'),
    "number": ("number", "25"),
    "integer": ("number", "25"),
    "boolean": ("yes_no", "yes"),
    "array": ("list", "[…, …]"),
    "object": ("keys", "…: …"),
}


def unknown_key(key: Scalar, suggestion: str | None, allowed: tuple[str, ...]) -> Diagnostic:
    """allowed: the keys that may still stand here."""
    return diagnostic("PR050", key.span, key=short(key.text), suggestion=suggestion, allowed=allowed or None)


def missing_key(span: Span, key: str) -> Diagnostic:
    return diagnostic("PR051", span, key=key)


def list_wanted(span: Span) -> Diagnostic:
    return diagnostic("PR056", span)


def keys_wanted(span: Span, spaced: str | None) -> Diagnostic:
    """spaced: the text that stands here with the blank after its colon that may have been forgotten."""
    return diagnostic("PR057", span, spaced=spaced)


def another_kind(span: Span, wanted: frozenset[str]) -> Diagnostic:
    """wanted: the kinds that may stand here, as JSON Schema names them; each is said by its own hint."""
    return diagnostic("PR060", span, **{_EXAMPLES[one][0]: _EXAMPLES[one][1] for one in sorted(wanted)})


def not_in_list(scalar: Scalar, suggestion: str | None, allowed: tuple[str, ...], number: str | None) -> Diagnostic:
    """number: what stands here in quotes, where it would be a number without them."""
    written = short(scalar.text)
    return diagnostic("PR070", scalar.span, written=written, suggestion=suggestion, allowed=allowed, number=number)


def value_wanted(span: Span, allowed: tuple[str, ...]) -> Diagnostic:
    return diagnostic("PR071", span, allowed=allowed)


def not_written_so(span: Span, example: str | None) -> Diagnostic:
    return diagnostic("PR072", span, example=example)


def too_few(node: Node, least: int) -> Diagnostic:
    """A text, a list or a mapping with less in it than there must be."""
    empty = not (node.text if isinstance(node, Scalar) else node.entries)
    if empty:
        code = "PR073" if isinstance(node, Scalar) else "PR075" if isinstance(node, Mapping) else "PR074"
        return diagnostic(code, node.span)
    return diagnostic("PR076", node.span, least=least)


def too_many(span: Span, most: int) -> Diagnostic:
    return diagnostic("PR077", span, most=most)


def key_not_written_so(span: Span) -> Diagnostic:
    return diagnostic("PR078", span)


def too_low(span: Span, least: str) -> Diagnostic:
    return diagnostic("PR079", span, least=least)


def too_high(span: Span, most: str) -> Diagnostic:
    return diagnostic("PR080", span, most=most)


def one_key_wanted(span: Span, keys: tuple[str, ...]) -> Diagnostic:
    return diagnostic("PR081", span, keys=keys)


def not_together(span: Span, keys: tuple[str, ...]) -> Diagnostic:
    return diagnostic("PR082", span, keys=keys)


def key_needs_key(span: Span, key: str, needed: str) -> Diagnostic:
    return diagnostic("PR083", span, key=key, needed=needed)


def does_not_fit(span: Span) -> Diagnostic:
    return diagnostic("PR084", span)


def not_a_multiple(span: Span, step: str) -> Diagnostic:
    return diagnostic("PR086", span, step=step)


def file_of_other_kind(span: Span, kind: str, name: str, wanted: str) -> Diagnostic:
    """kind, wanted: the key that a file of the kind that it is, and of the kind that is wanted, gives its name by."""
    said = {kind: short(name), f"{wanted}_wanted": wanted}
    return diagnostic("PR090", span, **said)


def cut_at_comma(span: Span) -> Diagnostic:
    """span: the text before the comma, the comma, and what stands behind it."""
    return diagnostic("PR091", span, text=short(span.words), quoted=f'"{span.words}"')


def and_more(span: Span, shown: int) -> Diagnostic:
    return diagnostic("PR085", span, shown=shown)
