"""A line that the grammar does not take, and the first of its words that does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parrules.syntax.keywords import STATEMENTS, Spelling
from parrules.syntax.strays import span_of
from parrules.text.passage import Passage
from parrules.text.source import Span

if TYPE_CHECKING:
    from lark import Token

ENDS = frozenset({"NAME", "NUMBER", "DATE", "TEXT", "CLOSE", "NONE", "YES", "NO"})
"""Words with which a value ends, and with which one begins."""
BEGINS = frozenset({"NAME", "NUMBER", "DATE", "TEXT", "OPEN", "SCORE_OF", "NOT", "NONE", "YES", "NO"})
COMPARING = ("COMPARES", "EQUALS", "IS", "IS_NOT")
STATEMENT_WORDS = frozenset(word for keyword in STATEMENTS for word in (keyword.en, keyword.vi)) | {"cap"}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A line and the first word of it that does not fit. accepts: what the grammar takes there instead."""

    said: list[Token]
    place: int
    accepts: set[str]
    passage: Passage
    spelling: Spelling
    is_line: bool

    @property
    def word(self) -> Token:
        return self.said[self.place]

    @property
    def before(self) -> Token | None:
        return self.said[self.place - 1] if self.place else None

    @property
    def after(self) -> Token | None:
        return self.said[self.place + 1] if self.place + 1 < len(self.said) else None

    @property
    def depth(self) -> int:
        return sum((one.type == "OPEN") - (one.type == "CLOSE") for one in self.said[: self.place])

    def span(self, first: int | None = None, last: int | None = None) -> Span:
        """From one word to another, by their places; the word itself unless said."""
        start = self.place if first is None else first
        return span_of(self.said[start], self.said[start if last is None else last], self.passage)
