"""What a construct is: a word of the language with its rule of kinds and its rewriting to core operators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from parrules.operators.expressions import Operator
from parrules.operators.ledger import Limit, Post, Row
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.kinds import Kind

Clause = Literal["per", "up to", "because"]


@dataclass(frozen=True, slots=True)
class StatementWord:
    """A word that opens a statement.

    clauses: those its rows may have. rewrite: from its rows, and the id of the statement, to a ledger operator.
    is_base: it must come before all others, once, and cover every case. reduces: it needs something awarded before it.
    limits: it holds the running score, and is rewritten to a limit.
    """

    word: str
    clauses: frozenset[Clause]
    rewrite: Callable[[tuple[Row, ...], int], Post | Limit]
    is_base: bool = False
    reduces: bool = False
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument as a rule of kinds sees it. literal: the whole number that it is written as, if it is one.

    figure: the name of the figure that it is, where each round hands that in, or of what a body came to; else empty.
    """

    kind: Kind
    span: Span
    literal: int | None = None
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Function:
    """A word that is called: `max(a, b)`.

    fewest, most: how many arguments (None: any number). kind: of its value, or what is wrong. rewrite: from its
    arguments, and the id of the call, to an operator.
    """

    word: str
    fewest: int
    most: int | None
    kind: Callable[[tuple[Argument, ...], Span], Kind | Diagnostic]
    rewrite: Callable[[tuple[Operator, ...], int], Operator]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a gathering word is applied to, as core operators.

    value: what stands before `of`, of the record at hand; own: the same of the body that is scored (None where the
    table is not one of bodies). less_is_better: what `better:` says of a figure that is ranked. own_read: whether
    something in it belongs to the body that is scored. level: how many records stand around it.
    """

    table: str
    where: Operator | None
    value: Operator | None
    own: Operator | None
    less_is_better: bool
    own_read: bool
    level: int = 0


@dataclass(frozen=True, slots=True)
class Gathering:
    """A word that makes one value of a table of records: `sum(cost of tasks where late)`.

    takes: `nothing` (count), a `quantity` or a `condition` before `of`. kind: from the kind of that to the value's.
    of_bodies: it wants the bodies of the round. rewrite: to an operator, with the id of the node it came from.
    """

    word: str
    takes: Literal["nothing", "quantity", "condition"]
    kind: Callable[[Kind], Kind]
    rewrite: Callable[[Gathered, int], Operator]
    of_bodies: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words there are, by how they are written."""

    statements: Mapping[str, StatementWord]
    functions: Mapping[str, Function]
    gatherings: Mapping[str, Gathering]
