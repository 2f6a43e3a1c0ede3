"""The closed set of core operators: what every construct is rewritten to, and all that an interpreter needs.

Values are rational numbers (dates are ordinals, one of a list is its place), yes or no, texts that can only be
equal or not, and none. `origin` is the id of the node in the author's program that the operator came from; it
takes no part in equality, so two operators are equal when they mean the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from parrules.values.kinds import Kind
from parrules.values.nothing import Nothing
from parrules.values.numbers import Exact, Way

Comparing = Literal["<", "<=", "=", "!=", ">", ">="]
Gathering = Literal["count", "sum", "mean", "share", "lowest", "highest"]


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, yes or no, a text, or none."""

    value: Exact | bool | str | Nothing
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of this body (or one for the whole round), by name."""

    name: str
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a record, by name. level: how many records stand around the one that it is of."""

    name: str
    origin: int = field(default=0, compare=False)
    level: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A quantity that the author named: worth what `value` is worth, and shown in the receipt as of its kind."""

    name: str
    value: Operator
    kind: Kind
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ScoreOf:
    """The score of another criterion, by code: after hold and rounding; none when it is left out."""

    code: str
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sum:
    terms: tuple[Operator, ...]
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Negative:
    value: Operator
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Product:
    factors: tuple[Operator, ...]
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quotient:
    """`over / under`; none where `under` is 0."""

    over: Operator
    under: Operator
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Least:
    values: tuple[Operator, ...]
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Greatest:
    values: tuple[Operator, ...]
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Rounded:
    value: Operator
    places: int
    way: Way
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Compared:
    way: Comparing
    left: Operator
    right: Operator
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class IsNone:
    value: Operator
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class All:
    """Every condition holds; looked at in order, each under those before it."""

    conditions: tuple[Operator, ...]
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Any:
    """Some condition holds; looked at in order, each under the failing of those before it."""

    conditions: tuple[Operator, ...]
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    condition: Operator
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of `First`: its value where its condition holds (None: always)."""

    when: Operator | None
    value: Operator


@dataclass(frozen=True, slots=True)
class First:
    """The one conditional: the value of the first row that holds. The last always does."""

    rows: tuple[Choice, ...]
    origin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Gather:
    """One value from the records of a table: those where `where` holds (None: all of them).

    way: count (no `value`), sum, mean, lowest or highest of `value`, or share of those where the condition
    `value` holds. Of no records sum and count are 0, the others none. own_read: whether something in it belongs to
    the body that is scored; otherwise a table of bodies gives the same to all of them. level: how many records stand
    around it. words: as the author wrote it.
    """

    way: Gathering
    table: str
    where: Operator | None
    value: Operator | None
    own_read: bool = True
    origin: int = field(default=0, compare=False)
    level: int = field(default=0, compare=False)
    words: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The working days after `start` up to and including `end`, by the calendar of the round; 0 where `end` is not
    later than `start`. Never less for a later end, never more for a later start."""

    start: Operator
    end: Operator
    origin: int = field(default=0, compare=False)


Operator = (
    Constant
    | Figure
    | Column
    | Named
    | ScoreOf
    | Sum
    | Negative
    | Product
    | Quotient
    | Least
    | Greatest
    | Rounded
    | Compared
    | IsNone
    | All
    | Any
    | Not
    | First
    | Gather
    | WorkingDays
)
