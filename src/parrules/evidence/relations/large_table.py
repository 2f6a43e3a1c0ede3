"""A table with millions of records: asked, and never read as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parrules.evidence.records import Record
from parrules.evidence.relations import queries
from parrules.evidence.relations.columns import CellColumn
from parrules.evidence.relations.mistakes import source_lost
from parrules.evidence.relations.opened import OpenedSource
from parrules.evidence.relations.question import NO_RECORDS, Alike, Answer, Found, Question
from parrules.evidence.relations.translation import Untranslatable
from parrules.text.diagnostic import Diagnostic

_BATCH = 10_000
_FEW = 100_000
"""So many kinds of records are kept at once."""


class LargeTable:
    """The records of all bodies in one source, which answers for all of them what one of them is asked.

    lost: why it answers no more, where that happened.
    """

    def __init__(self, source: OpenedSource, columns: Mapping[str, CellColumn], *, has_id: bool) -> None:
        self._source = source
        self._columns = columns
        self._has_id = has_id
        self._answers: dict[Question, dict[str, Answer] | None] = {}
        self._alike: dict[tuple[tuple[str, ...], bool], dict[str, list[Alike]]] = {}
        self._is_few: dict[tuple[str, ...], bool] = {}
        self._found: dict[Question, dict[int, Found]] = {}
        self._asked: dict[object, Question] = {}
        self.lost: Diagnostic | None = None

    def answer(self, question: Question, body: str, written: object) -> Answer | None:
        """What the records of a body come to that have all the cells; None where it cannot be asked, or is lost.

        written: the aggregate as the program has it. Where what is compared with differs from body to body, the first
        is asked for all of them, and each of the others alone.
        """
        if self._asked.setdefault(written, question) != question:
            alone = self._asked_for(question, body)
            return None if alone is None else alone.get(body, NO_RECORDS)
        if question not in self._answers:
            self._answers[question] = self._asked_for(question, None)
        answers = self._answers[question]
        return None if answers is None else answers.get(body, NO_RECORDS)

    def alike(self, names: tuple[str, ...], body: str, *, incomplete: bool) -> list[Alike]:
        """The records of a body, those with the same cells together. incomplete: those alone that lack a cell."""
        if incomplete and not queries.lacking(names, self._columns):
            return []
        key = (names, incomplete)
        if key not in self._alike:
            groups: dict[str, list[Alike]] = defaultdict(list)
            for of, *cells in self._rows(queries.grouped(names, self._columns, incomplete)):
                groups[of].append(queries.alike_of(names, self._columns, cells))
            self._alike[key] = groups
        return self._alike[key].get(body, [])

    def few_alike(self, names: tuple[str, ...], body: str) -> list[Alike] | None:
        """The same for all records; None where those of all bodies are of too many kinds to be kept."""
        if names not in self._is_few:
            query = queries.grouped(names, self._columns, incomplete=False)
            counted = list(self._rows(f"SELECT count(*) FROM (SELECT 1 FROM ({query}) LIMIT {_FEW + 1})"))
            self._is_few[names] = bool(counted) and counted[0][0] <= _FEW
        return self.alike(names, body, incomplete=False) if self._is_few[names] else None

    def first(self, question: Question, answer: Answer) -> list[Found]:
        """The first records that move an answer, in their order."""
        kept = self._found.setdefault(question, {})
        if any(row not in kept for row in answer.first):
            every = (self._answers.get(question) or {}).values()
            rows = {row for one in (*every, answer) for row in one.first}
            query, under = queries.naming(question, self._columns, sorted(rows), self._has_id)
            for row, id, number in self._rows(query):
                kept[row] = Found((id or "").strip(), row, queries.worth_of(question, number, under))
        return [kept[row] for row in answer.first if row in kept]

    def records(self, body: str, names: Iterable[str] | None = None, *, incomplete: bool = False) -> Iterator[Record]:
        """The records of a body in their order. names: the columns that are read; all of them unless said."""
        chosen = tuple(self._columns if names is None else names)
        if incomplete and not queries.lacking(chosen, self._columns):
            return
        for row, id, *cells in self._rows(queries.each(chosen, self._columns, body, self._has_id, incomplete)):
            yield Record(dict(queries.values_of(chosen, self._columns, cells)), row, (id or "").strip())

    def _asked_for(self, question: Question, body: str | None) -> dict[str, Answer] | None:
        """The answers of all bodies, or of one; None where SQL has no way to say it, or no room for its numbers."""
        import duckdb

        try:
            query, under = queries.aggregate(question, self._columns, body)
            found = self._source.connection.cursor().execute(query).fetchall()
        except (Untranslatable, duckdb.DataError):
            return None
        except duckdb.Error:
            self.lost = source_lost(self._source.place)
            return None
        return {of: queries.answer_of(question, under, row) for of, *row in found}

    def _rows(self, query: str) -> Iterator[Any]:
        import duckdb

        if self.lost is not None:
            return
        try:
            result = self._source.connection.cursor().execute(query)
            while batch := result.fetchmany(_BATCH):
                yield from batch
        except duckdb.Error:
            self.lost = source_lost(self._source.place)
