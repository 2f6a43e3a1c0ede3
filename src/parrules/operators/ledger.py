"""The ledger operators: what a program of statements is rewritten to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from parrules.operators.expressions import Named, Operator
from parrules.values.kinds import Kind


@dataclass(frozen=True, slots=True)
class Because:
    """The author's reason: text and the quantities that stand in it, in turn."""

    parts: tuple[str | Named, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Part of an amount, shown with its entry. role: `rate`, `unit`, `quantity`, `steps`, `limit`; `as_written`, where
    the word of its line makes something else of it."""

    role: str
    value: Operator
    kind: Kind


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a statement: its amount where its condition holds (None: always).

    words and line: the row as it stands in the rule file. node: the id of the row in the author's program.
    """

    when: Operator | None
    amount: Operator
    because: Because | None = None
    parts: tuple[Part, ...] = ()
    words: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)
    node: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Post:
    """Changes the running score by `sign` times the amount of the first row that holds; by nothing if none does.

    construct: the author's word (`award`, `add`, `deduct`, ...).
    """

    construct: str
    sign: Literal[1, -1]
    rows: tuple[Row, ...]
    node: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Limit:
    """Holds the running score at the amount of the first row that holds, where it is above it."""

    construct: str
    rows: tuple[Row, ...]
    node: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Program:
    """Statements from top to bottom, on a running score that starts at 0."""

    statements: tuple[Post | Limit, ...]
