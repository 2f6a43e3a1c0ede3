"""What is gathered while a rule file is decoded, and how its plain values are taken from their nodes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from parrules.methodology.model import Title
from parrules.methodology.other_spelling import Doubtful
from parrules.methodology.trees import Trees
from parrules.syntax.nodes import Mapping, Node, Scalar, Sequence
from parrules.syntax.scalars import date_of, number_of, yes_no_of
from parrules.syntax.tree import Expression, Program
from parrules.text.diagnostic import Diagnostic
from parrules.text.passage import Passage
from parrules.text.source import Source, Span
from parrules.values.numbers import Exact


@dataclass(slots=True)
class Reading:
    """One rule file while it is decoded.

    ids: one number after another for the nodes of all its programs. found: the mistakes so far. citations: every
    legal basis that is cited, as it stands. languages: how each file spells its programs, where the edition extends
    others. doubtful: the programs that cannot be read; read_well: how many of a file can. The rest is what `Trees` is
    made of.
    """

    source: Source
    language: Literal["en", "vi"] = "en"
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    found: list[Diagnostic] = field(default_factory=list)
    citations: list[Scalar] = field(default_factory=list)
    scores: dict[str, Program] = field(default_factory=dict)
    classes: dict[str, Program] = field(default_factory=dict)
    applies: dict[str, Expression] = field(default_factory=dict)
    wheres: dict[str, Expression] = field(default_factory=dict)
    formulas: dict[str, Expression] = field(default_factory=dict)
    standings: dict[str, Expression] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    languages: dict[Source, Literal["en", "vi"]] = field(default_factory=dict)
    doubtful: list[Doubtful] = field(default_factory=list)
    read_well: dict[Source, int] = field(default_factory=dict)

    def spelling(self, source: Source) -> Literal["en", "vi"]:
        """How programs of a file are spelled."""
        return self.languages.get(source, self.language)

    def place(self, key: str, span: Span | None) -> None:
        """Notes where a part stands; of two parts with one name, the first."""
        if span is not None:
            self.spans.setdefault(key, span)

    def cite(self, said: tuple[Scalar, ...]) -> tuple[str, ...]:
        """Notes the legal bases cited; gives their texts."""
        self.citations.extend(said)
        return tuple(one.text for one in said)

    def trees(self) -> Trees:
        return Trees(self.scores, self.classes, self.applies, self.wheres, self.formulas, self.spans, self.standings)


def entries(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    """The keys and values of a mapping; nothing where there is none."""
    return node.entries if isinstance(node, Mapping) else ()


def members(node: Node | None) -> tuple[Node, ...]:
    """The members of a list; nothing where there is none."""
    return node.entries if isinstance(node, Sequence) else ()


def mappings(node: Node | None) -> tuple[Mapping, ...]:
    """The members of a list that are mappings."""
    return tuple(one for one in members(node) if isinstance(one, Mapping))


def named(node: Node | None) -> tuple[tuple[Scalar, Mapping], ...]:
    """The names under a key that declares things by name, each with what is said of it."""
    return tuple((key, under) for key, under in entries(node) if isinstance(under, Mapping))


def scalars(node: Node | None) -> tuple[Scalar, ...]:
    """A text alone, or the texts of a list."""
    return tuple(one for one in ((node,) if isinstance(node, Scalar) else members(node)) if isinstance(one, Scalar))


def below(node: Mapping, key: str) -> Mapping | None:
    """The mapping under a key."""
    under = node.get(key)
    return under if isinstance(under, Mapping) else None


def scalar(node: Mapping | None, key: str) -> Scalar | None:
    """The text, number or date under a key, with its place."""
    under = node.get(key) if node is not None else None
    return under if isinstance(under, Scalar) else None


def part_of(said: Scalar, start: int, end: int) -> Scalar:
    """A part of a text, with its place."""
    passage = Passage(said.passage.source, said.text[start:end], said.passage.offsets[start : end + 1])
    return Scalar(passage.text, said.passage.span(start, end), passage, said.style)


def text(node: Mapping | None, key: str) -> str:
    """The text under a key; empty where there is none."""
    under = scalar(node, key)
    return under.text if under is not None else ""


def title(node: Mapping | None, otherwise: str = "") -> Title:
    """What stands under `title`, in one language or two."""
    under = node.get("title") if node is not None else None
    if isinstance(under, Mapping):
        return Title(text(under, "vi"), text(under, "en"))
    return Title(under.text if isinstance(under, Scalar) else otherwise)


def number(node: Mapping | None, key: str) -> Exact | None:
    """The number under a key."""
    under = scalar(node, key)
    return number_of(under) if under is not None else None


def yes(node: Mapping, key: str) -> bool:
    """Whether yes stands under a key."""
    under = scalar(node, key)
    return under is not None and yes_no_of(under)


def day(node: Mapping | None, key: str) -> datetime.date | None:
    """The day under a key."""
    under = scalar(node, key)
    found = date_of(under) if under is not None else None
    assert not isinstance(found, Diagnostic)  # the shape asks for a day that there is
    return found
