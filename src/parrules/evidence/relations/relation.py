"""The records of one body in a large table: they stand where a list of records stands, and are read when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from parrules.evidence.records import Record
from parrules.evidence.relations.large_table import LargeTable
from parrules.evidence.relations.question import Alike, Answer, Found, Question
from parrules.text.diagnostic import Diagnostic


class Relation(Sequence[Record]):
    """count: how many records the body has."""

    __slots__ = ("_body", "_count", "_table")

    def __init__(self, table: LargeTable, body: str, count: int) -> None:
        self._table = table
        self._body = body
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Record]:
        return self._table.records(self._body)

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        return tuple(self)[at]

    @property
    def lost(self) -> Diagnostic | None:
        """Why it answers no more, where that happened."""
        return self._table.lost

    def answer(self, question: Question, written: object) -> Answer | None:
        """What the records come to that have all the cells; None where it cannot be asked, or is lost.

        written: the aggregate as the program has it.
        """
        return self._table.answer(question, self._body, written)

    def first(self, question: Question, answer: Answer) -> list[Found]:
        """The first records that move an answer, in their order."""
        return self._table.first(question, answer)

    def alike(self, columns: tuple[str, ...], *, incomplete: bool) -> list[Alike]:
        """The records with the same cells together. incomplete: those alone that lack a cell."""
        return self._table.alike(columns, self._body, incomplete=incomplete)

    def few_alike(self, columns: tuple[str, ...]) -> list[Alike] | None:
        """The same for all records, where those of all bodies are of few kinds; else None."""
        return self._table.few_alike(columns, self._body)

    def reading(self, columns: tuple[str, ...], *, incomplete: bool) -> Iterator[Record]:
        """The records in their order, with these columns alone. incomplete: those alone that lack one of the cells."""
        return self._table.records(self._body, columns, incomplete=incomplete)
