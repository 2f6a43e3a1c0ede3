"""Texts that YAML cuts at a comma: in `{title: Phản ánh, kiến nghị}` it reads the title `Phản ánh` and one more key."""

from __future__ import annotations

from collections.abc import Iterator

from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.shape_mistakes import cut_at_comma
from parrules.text.diagnostic import Diagnostic


def cut_texts(node: Node) -> Iterator[tuple[Scalar, Diagnostic]]:
    """Each key that must be the rest of the text before it, and what is to be said of it."""
    if isinstance(node, Scalar):
        return
    if not isinstance(node, Mapping):
        for one in node.entries:
            yield from cut_texts(one)
        return
    before: Node | None = None
    for key, under in node.entries:
        if isinstance(before, Scalar) and is_rest_of(before, key, under):
            yield key, cut_at_comma(before.span.upto(key.span))
        else:
            yield from cut_texts(under)
        before = under


def is_rest_of(before: Scalar, key: Scalar, under: Node) -> bool:
    """Whether a key without a colon stands behind the comma after an unquoted text."""
    if before.style != "plain" or not before.text or key.style != "plain":
        return False
    if not isinstance(under, Scalar) or under.text or under.span.start > key.span.end:
        return False
    text = key.span.source.text
    between = text[before.span.end : key.span.start]
    return between.strip() == "," and "\n" not in between and text[key.span.end : key.span.end + 1] != ":"
