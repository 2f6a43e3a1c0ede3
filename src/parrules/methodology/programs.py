"""Programs, conditions and formulas of a rule file: how they may be written, and their trees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, MutableMapping
from itertools import count
from typing import TypeVar

from parrules.methodology.other_spelling import Doubtful, doubtful, other
from parrules.methodology.reading import Reading, scalar
from parrules.syntax.keywords import Spelling
from parrules.syntax.nodes import Mapping, Scalar
from parrules.syntax.parser import parse_expression, parse_program
from parrules.syntax.tree import Expression, Program
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.passage import Passage
from parrules.text.source import Span

_Tree = TypeVar("_Tree", Program, Expression)

_DECIMAL_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
"""A comma that is never YAML's own: between braces it would have ended the text."""


def program(node: Mapping, key: str, name: str, into: MutableMapping[str, Program], reading: Reading) -> str | None:
    """The text of the program under `key`; its tree goes `into` the table, by `name`."""
    written = scalar(node, key)
    if written is None:
        return None
    if written_well(written, key, reading):
        _parsed(parse_program, written.passage, name, into, reading)
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
    _parsed(parse_expression, passage, name, into, reading)


def _parsed(
    parse: Callable[[Passage, Iterator[int], Spelling], tuple[_Tree | None, tuple[Diagnostic, ...]]],
    passage: Passage,
    name: str,
    into: MutableMapping[str, _Tree],
    reading: Reading,
) -> None:
    spelling = reading.spelling(passage.source)
    tree, found = parse(passage, reading.ids, spelling)
    if tree is not None:
        into.setdefault(name, tree)
        reading.read_well[passage.source] = reading.read_well.get(passage.source, 0) + 1
    else:
        reading.doubtful.append(doubtful(passage, found, spelling, parse))


def written_well(written: Scalar, key: str, reading: Reading) -> bool:
    """Whether YAML leaves the text as its author sees it: a `|` block, or one plain line without `,` `:` `#`."""
    spelling = reading.spelling(written.passage.source)
    mistake = _mistake(written, key, spelling)
    if mistake is not None:
        meant = other(spelling)  # `cộng 0,5` in a file that does not say `language: vi`
        is_meant = _mistake(written, key, meant) is None and not parse_program(written.passage, count(1), meant)[1]
        reading.doubtful.append(Doubtful(written.passage, (mistake,), () if is_meant else None))
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
