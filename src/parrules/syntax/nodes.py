"""A YAML file as it stands: every scalar is the text in the file, every node keeps its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parrules.text.passage import Passage
from parrules.text.source import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. passage: the decoded text with the way back to each of its characters; span: with its quotes."""

    text: str
    span: Span
    passage: Passage
    style: Literal["plain", "single", "double", "literal", "folded"]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and what stands under them, in the order of the file; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """What stands under `key`, or None."""
        return next((node for name, node in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, for its place."""
        return next((name for name, _ in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    entries: tuple[Node, ...]
    span: Span


Node = Scalar | Mapping | Sequence
