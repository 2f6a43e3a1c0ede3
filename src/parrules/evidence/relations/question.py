"""What is asked of a large table, and what it answers: for all bodies at once, in whole numbers only."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.operators import expressions as op
from parrules.operators.walk import every
from parrules.values.amounts import Value
from parrules.values.numbers import Exact


@dataclass(frozen=True, slots=True)
class Question:
    """An aggregate of which everything that is no column of the record has been worked out.

    where: None for every record. value: None where records are only counted. level: how many records stand around it.
    """

    way: op.Gathering
    where: op.Operator | None
    value: op.Operator | None
    level: int

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the record that it reads, each once."""
        parts = [part for part in (self.where, self.value) if part is not None]
        columns = (each for part in parts for each in every(part) if isinstance(each, op.Column))
        names = (column.name for column in columns if column.level == self.level)
        return tuple(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class Found:
    """A record behind an answer. row: among the records of its file, from 1. worth: what it brings in."""

    id: str
    row: int
    worth: Exact


@dataclass(frozen=True, slots=True)
class Answer:
    """What the records of one body come to that have every cell that the question reads.

    count: how many there are where the condition holds. total, least, greatest: of what they are worth, 1 each where
    they are counted; of a share, 1 for each that is one of those. moving: how many of them move the value. first: the
    rows of the first of these.
    """

    count: int = 0
    total: Exact = 0
    least: Exact | None = None
    greatest: Exact | None = None
    moving: int = 0
    first: tuple[int, ...] = ()


NO_RECORDS = Answer()


@dataclass(frozen=True, slots=True)
class Alike:
    """Records of one body with the same cells. values: by column; one that is not filled in is absent."""

    values: tuple[tuple[str, Value], ...]
    count: int
