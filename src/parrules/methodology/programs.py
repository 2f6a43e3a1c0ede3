"""Programs, conditions and formulas of a rule file: how they may be written, and their trees."""

from __future__ import annotations

import re
from collections.abc import MutableMapping

from parrules.methodology.reading import Reading, scalar
from parrules.syntax.keywords import Spelling
from parrules.syntax.nodes import Mapping, Scalar
from parrules.syntax.parser import parse_expression, parse_program
from parrules.syntax.tree import Expression, Program
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.passage import Passage
from parrules.text.source import Span

_DECIMAL_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
"""A comma that is never YAML's own: between braces it would have ended the text."""


def program(node: Mapping, key: str, name: str, into: MutableMapping[str, Program], reading: Reading) -> str | None:
    """The text of the program under `key`; its tree goes `into` the table, by `name`."""
    written = scalar(node, key)
    if written is None:
        return None
    if written_well(written, key, reading):
        tree, found = parse_program(written.passage, reading.ids, reading.spelling(written.passage.source))
        reading.found.extend(found)
        if tree is not None:
            into.setdefault(name, tree)
    return written.text


def expression(
    node: Mapping, key: str, name: str, into: MutableMapping[str, Expression], reading: Reading
) -> str | None:
    """The text of the condition or formula under `key`; its tree goes `into` the table, by `name`."""
    written = scalar(node, key)
    if written is None:
        return None
    if written_well(written, key, reading):
        parsed(written.passage, name, into, reading)
    return written.text


def parsed(passage: Passage, name: str, into: MutableMapping[str, Expression], reading: Reading) -> None:
    """The tree of a condition, `into` the table."""
    tree, found = parse_expression(passage, reading.ids, reading.spelling(passage.source))
    reading.found.extend(found)
    if tree is not None:
        into.setdefault(name, tree)


def written_well(written: Scalar, key: str, reading: Reading) -> bool:
    """Whether YAML leaves the text as its author sees it: a `|` block, or one plain line without `,` `:` `#`."""
    mistake = _mistake(written, key, reading.spelling(written.passage.source))
    if mistake is not None:
        reading.found.append(mistake)
    return mistake is None


def _mistake(written: Scalar, key: str, spelling: Spelling) -> Diagnostic | None:
    source = written.span.words
    match written.style:
        case "folded":
            block = source.partition("\n")[2].strip("\n")
            return lines_folded(written.span, key) if "\n" in block else None
        case "plain":
            if "\n" in source:
                return lines_folded(written.span, key)
            kept = _DECIMAL_COMMA.sub("0", written.text) if spelling == "vi" else written.text
            at = next((place for place, sign in enumerate(kept) if sign in ",:#"), None)
            return None if at is None else sign_of_yaml(written.passage.span(at, at + 1), written.text[at], key)
        case "single" | "double":
            inside = source[1:-1]
            if "\n" in inside:
                return lines_folded(written.span, key)
            return quoted_with_escapes(written.span, key) if inside != written.text else None
        case _:
            return None


def lines_folded(span: Span, key: str) -> Diagnostic:
    """Several lines that YAML joins into one."""
    return diagnostic("PR460", _first_line(span), key=key)


def quoted_with_escapes(span: Span, key: str) -> Diagnostic:
    r"""A quoted program in which `\"` or `''` stands for something else."""
    return diagnostic("PR461", _first_line(span), key=key)


def sign_of_yaml(span: Span, sign: str, key: str) -> Diagnostic:
    """A plain line with a sign that YAML may take for its own."""
    return diagnostic("PR462", span, sign=sign, key=key)


def _first_line(span: Span) -> Span:
    line = span.words.partition("\n")[0].rstrip()
    return Span(span.source, span.start, span.start + max(1, len(line)))
