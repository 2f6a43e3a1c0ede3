"""The tree of a scoring program, as its author wrote it.

Nodes carry what they say, an id and a span; types, references and values stand in tables by id. Ids and spans
take no part in equality: two trees are equal when they say the same.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from parrules.text.source import Span
from parrules.values.numbers import Exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    id: int = field(compare=False)
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Number(Node):
    """`16_000`, `0.25`"""

    value: Exact


@dataclass(frozen=True, slots=True)
class Percent(Node):
    """`80%`: value is 4/5"""

    value: Exact


@dataclass(frozen=True, slots=True)
class Date(Node):
    """`2025-12-31`"""

    value: datetime.date


@dataclass(frozen=True, slots=True)
class Text(Node):
    """`"Bộ Tài chính"`"""

    value: str


@dataclass(frozen=True, slots=True)
class YesNo(Node):
    value: bool


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A figure, a column, a table, a parameter or a quantity named before."""

    name: str


@dataclass(frozen=True, slots=True)
class Dated(Node):
    """`fee on due_on`: what a parameter is worth on a day."""

    parameter: Name
    day: Expression


@dataclass(frozen=True, slots=True)
class Call(Node):
    """`round(x, 2)`, `count(tasks)`, `name(value, key: value)`"""

    name: str
    arguments: tuple[Expression, ...]
    keyed: tuple[tuple[str, Expression], ...] = ()


@dataclass(frozen=True, slots=True)
class Gather(Node):
    """`sum(cost of tasks where late)`, `count(tasks where late)` (no value), `share(late of tasks)`"""

    name: str
    value: Expression | None
    table: Name
    where: Expression | None


@dataclass(frozen=True, slots=True)
class ScoreOf(Node):
    """`score of "1.2"`"""

    code: str


@dataclass(frozen=True, slots=True)
class Sum(Node):
    """`a + b - c`: each term with its sign."""

    terms: tuple[tuple[Literal["+", "-"], Expression], ...]


@dataclass(frozen=True, slots=True)
class Product(Node):
    """`a * b / c`: each factor with the sign before it."""

    factors: tuple[tuple[Literal["*", "/"], Expression], ...]


@dataclass(frozen=True, slots=True)
class Minus(Node):
    value: Expression


@dataclass(frozen=True, slots=True)
class Excess(Node):
    """`q above t`, `q below t`: how far beyond, 0 where it is not."""

    way: Literal["above", "below"]
    value: Expression
    threshold: Expression


@dataclass(frozen=True, slots=True)
class Comparison(Node):
    """`20% <= r < 30%`: the first operand, then each comparing sign with the next operand."""

    first: Expression
    rest: tuple[tuple[Literal["<", "<=", "=", "!=", ">", ">="], Expression], ...]


@dataclass(frozen=True, slots=True)
class IsNone(Node):
    """`x is none`, `x is not none`"""

    value: Expression
    negated: bool


@dataclass(frozen=True, slots=True)
class And(Node):
    conditions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    conditions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    condition: Expression


@dataclass(frozen=True, slots=True)
class Choice(Node):
    """`value when condition`, one row of the conditional."""

    value: Expression
    when: Expression | None


@dataclass(frozen=True, slots=True)
class Rows(Node):
    """`a when c otherwise b`, the conditional: in parentheses, or after `name =`."""

    rows: tuple[Choice, ...]


Expression = (
    Number
    | Percent
    | Date
    | Text
    | YesNo
    | Name
    | Dated
    | Call
    | Gather
    | ScoreOf
    | Sum
    | Product
    | Minus
    | Excess
    | Comparison
    | IsNone
    | And
    | Or
    | Not
    | Rows
)


@dataclass(frozen=True, slots=True)
class Per(Node):
    """`per 1_000 of q`, `per full 1_000 of q`, `per q` (then there is no unit)"""

    full: bool
    unit: Expression | None
    quantity: Expression


@dataclass(frozen=True, slots=True)
class Row(Node):
    """One row of a statement: `amount per ... up to ... when ... because ...`"""

    amount: Expression
    per: Per | None = None
    up_to: Expression | None = None
    when: Expression | None = None
    because: Text | None = None


@dataclass(frozen=True, slots=True)
class Statement(Node):
    """A statement word (`award`, `add`, `deduct`, `cap at`, a plugin's) and its rows."""

    word: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Definition(Node):
    """`name = rows`; a single value is `Rows` of one row without a condition."""

    name: str
    value: Rows


@dataclass(frozen=True, slots=True)
class Program(Node):
    lines: tuple[Statement | Definition, ...]
