"""Lines that only continue the text of the key above, though their author meant a key: its colon is missing.

YAML joins an indented line without `: ` to the text in front of it, and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.scalar_mistakes import short
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span

_LINE = re.compile(r"[^\n]+")
_LIKE_KEY = re.compile(r"\s*(?P<key>[a-z_]+)(?P<joint>:| +)(?P<value>\S.*?)\s*")
_VALUE = re.compile(r"-?[0-9][0-9.,_/%-]*|[\"'\[{].*")


@dataclass(frozen=True, slots=True)
class _Words:
    """What a schema names: its keys, and the words that may stand under some of them."""

    keys: frozenset[str]
    values: frozenset[str]


def continued_keys(root: Node, schema: dict[str, Any]) -> Iterator[Diagnostic]:
    """A warning for each line of a plain text that reads like a key of the schema and its value."""
    texts = list(_of_several_lines(root))
    if not texts:
        return
    words = _words_of(schema)
    for line in (line for text in texts for line in _lines_behind_first(text)):
        meant = _key_meant(line.words, words)
        if meant is not None:
            yield key_without_colon(line, *meant)


def _of_several_lines(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        if node.style == "plain" and "\n" in node.span.words:
            yield node
        return
    for one in (under for _, under in node.entries) if isinstance(node, Mapping) else node.entries:
        yield from _of_several_lines(one)


def _lines_behind_first(scalar: Scalar) -> Iterator[Span]:
    """The lines that continue a text, each without the blanks around it."""
    written = scalar.span.words
    for line in _LINE.finditer(written, written.index("\n")):
        said = line.group().strip()
        start = scalar.span.start + line.start() + line.group().find(said)
        yield Span(scalar.span.source, start, start + len(said))


def _key_meant(line: str, words: _Words) -> tuple[str, str] | None:
    """The key and the value of a line that reads like both; None for a line of prose."""
    read = _LIKE_KEY.fullmatch(line)
    if read is None or read["key"] not in words.keys:
        return None
    is_value = read["joint"] == ":" or _VALUE.fullmatch(read["value"]) or read["value"] in words.values
    return (read["key"], read["value"]) if is_value else None


def _words_of(schema: dict[str, Any]) -> _Words:
    keys: set[str] = set()
    values = {"yes", "no", "true", "false"}
    left: list[Any] = [schema]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            keys.update(one.get("properties", ()))
            values.update(word for word in one.get("enum", ()) if isinstance(word, str))
            left += one.values()
        elif isinstance(one, list):
            left += one
    return _Words(frozenset(keys), frozenset(values))


def key_without_colon(span: Span, key: str, value: str) -> Diagnostic:
    """A line that YAML joins to the text above; key, value: what its author seems to have meant."""
    return warning("PR088", span, key=key, meant=short(f"{key}: {value}"))
