"""Numbers and texts that YAML takes apart at a comma: in `{value: 82,5%}` it reads the value 82 and a key `5%`."""

from __future__ import annotations

import re
from dataclasses import replace

from parrules.syntax.cut_texts import is_rest_of
from parrules.syntax.nodes import Node, Scalar, Sequence
from parrules.syntax.shape_mistakes import cut_at_comma
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.passage import Passage
from parrules.text.source import Span

_BEFORE = re.compile("-?[0-9][0-9.]*")
_AFTER = re.compile("[0-9].*")
_NO_NAME = re.compile(r"[^\w.]")

Found = tuple[Diagnostic, ...]


def without_split_numbers(node: Node) -> tuple[Node, Found]:
    """The same file where each number that was taken apart is blank, and so missing, and is found; texts are found."""
    if isinstance(node, Scalar):
        return node, ()
    found: list[Diagnostic] = []
    if isinstance(node, Sequence):
        kept: list[Node] = []
        for one in node.entries:
            whole, mistakes = without_split_numbers(one)
            kept.append(whole)
            found += mistakes
        return (replace(node, entries=tuple(kept)) if found else node), tuple(found)
    pairs: list[tuple[Scalar, Node]] = []
    number: Span | None = None  # the number so far, as long as the keys that follow may be the rest of it
    for key, under in node.entries:
        if number is not None and _is_rest(number, key, under):
            number = number.upto(key.span)
            if found and found[-1].span is not None and found[-1].span.start == number.start:
                found.pop()  # a part of the same number
            found.append(split_number(number))
            pairs[-1] = (pairs[-1][0], _blank(number))
            continue
        if pairs and isinstance(pairs[-1][1], Scalar) and _is_rest_of_text(pairs[-1][1], key, under):
            found.append(cut_at_comma(pairs[-1][1].span.upto(key.span)))
            continue
        whole, mistakes = without_split_numbers(under)
        pairs.append((key, whole))
        found += mistakes
        number = under.span if isinstance(under, Scalar) and _is_start(under) else None
    return (replace(node, entries=tuple(pairs)) if found else node), tuple(found)


def _is_start(scalar: Scalar) -> bool:
    return scalar.style == "plain" and _BEFORE.fullmatch(scalar.text) is not None


def _is_rest(number: Span, key: Scalar, under: Node) -> bool:
    """Whether a key without a value stands right behind the comma after a number."""
    return (
        key.style == "plain"
        and isinstance(under, Scalar)
        and not under.text
        and key.span.start == number.end + 1
        and _AFTER.fullmatch(key.text) is not None
    )


def _is_rest_of_text(before: Scalar, key: Scalar, under: Node) -> bool:
    """Whether a key is the rest of a text, `{document: 12/BC, 13/BC}`, and no name that was left without a value."""
    return _NO_NAME.search(key.text) is not None and is_rest_of(before, key, under)


def _blank(span: Span) -> Scalar:
    return Scalar("", span, Passage(span.source, "", (span.start,)), "plain")


def split_number(span: Span) -> Diagnostic:
    return diagnostic("EV175", span, text=span.words, quoted=f'"{span.words}"')
