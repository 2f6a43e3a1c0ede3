"""Tests of rules, as their author writes them: evidence in; scores, entries and findings out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parrules.evidence.header import Header
from parrules.syntax.nodes import Mapping, Scalar
from parrules.text.source import Source, Span
from parrules.values.amounts import Number

What = Literal["score", "total", "index", "class", "entries", "lost"]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a test expects of a body, or of one of its criteria (code; empty: of the whole).

    value: the number, or the range while evidence is missing; None where it is left out. words: the class, or the
    entries in turn. span: as the author wrote it.
    """

    code: str
    what: What
    value: Number | None
    words: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class BodyTested:
    """id: of the body in the evidence of the test."""

    id: str
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class RuleTest:
    """One test. given: its evidence, as an evidence file would have it. findings: the codes that it expects."""

    name: Scalar
    given: Mapping
    bodies: tuple[BodyTested, ...]
    findings: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Excuse:
    """Why something of a line of the rule file is not shown by any test: no evidence can bring it about, or it makes
    no difference. line: the words of the line; reason: the author's.

    words: what of the line is meant; empty: all of it. code: of the criterion where it stands; empty: wherever it does.
    """

    line: Scalar
    reason: str
    words: str = ""
    code: str = ""

    def is_of(self, code: str, span: Span | None) -> bool:
        """Whether it is said of what stands there, in a criterion (code; empty: the classes of the whole)."""
        if span is None or (self.code and self.code != code):
            return False
        words = " ".join(span.words.split())
        return span.source.line(span.line).strip() == self.line.text.strip() and self.words in ("", words)


@dataclass(frozen=True, slots=True)
class RuleTests:
    """Tests of one edition of a methodology. header: as of the evidence of each test."""

    source: Source
    header: Header
    tests: tuple[RuleTest, ...]
    excused: tuple[Excuse, ...] = ()
