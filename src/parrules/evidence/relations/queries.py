"""Questions to a large table as SQL, and what comes back as answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from parrules.evidence.relations.columns import CellColumn, literal
from parrules.evidence.relations.question import Alike, Answer, Question
from parrules.evidence.relations.translation import Term, condition, number
from parrules.values.amounts import Value
from parrules.values.numbers import Exact, exact

SHOWN = 20
"""So many of the records behind an answer are named."""

Columns = Mapping[str, CellColumn]


def worth(question: Question, columns: Columns) -> Term:
    """What a record brings in; for a share, 1 where the condition holds."""
    if question.value is None:
        return Term("1", known=1)
    if question.way == "share":
        return Term(f"(CASE WHEN {condition(question.value, columns)} THEN 1 ELSE 0 END)")
    return number(question.value, columns)


def aggregate(question: Question, columns: Columns, body: str | None) -> tuple[str, int]:
    """The query for all bodies, or for one, and what its numbers are divided by."""
    term = _as_stored(worth(question, columns))
    wide = term.sql if term.plain else f"({term.sql})::HUGEINT"
    moving = "" if question.way in ("count", "mean") else f" FILTER (WHERE {term.sql} <> 0)"
    first = f"min(nr, {SHOWN}){moving}"
    if question.way == "count":
        selected = f"count(*), NULL, NULL, NULL, count(*), {first}"
    elif question.way == "share" and question.value is not None:
        those = f" FILTER (WHERE {condition(question.value, columns)})"
        selected = f"count(*), count(*){those}, NULL, NULL, count(*){those}, min(nr, {SHOWN}){those}"
    elif question.way in ("lowest", "highest"):
        selected = f"count(*), NULL, min({term.sql}), max({term.sql}), 0, []"
    else:
        selected = f"count(*), sum({wide}), NULL, NULL, count(*){moving}, {first}"
    conditions = [] if question.where is None else [condition(question.where, columns)]
    conditions += complete(question.columns, columns)
    return (
        f"SELECT body, {selected} {source(question.columns, columns)}{_where(conditions, body)} GROUP BY body",
        term.under,
    )


def answer_of(question: Question, under: int, row: Sequence[Any]) -> Answer:
    """One row of that query, without its body."""
    count, total, least, greatest, moving, first = row
    if question.way == "count":
        return Answer(count, count, moving=moving, first=tuple(first or ()))
    return Answer(
        count, _number(total or 0, under), _number(least, under), _number(greatest, under), moving, tuple(first or ())
    )


def naming(question: Question, columns: Columns, rows: Sequence[int], has_id: bool) -> tuple[str, int]:
    """The query for the names of records, and what each is worth."""
    term = _as_stored(worth(question, columns))
    listed = ", ".join(str(row) for row in sorted(rows))
    named = "id" if has_id else "NULL"
    return f"SELECT nr, {named}, {term.sql} {source(question.columns, columns)} WHERE nr IN ({listed})", term.under


def worth_of(question: Question, number: Any, under: int) -> Exact:
    return 1 if question.value is None else _number(number, under)


def grouped(names: Sequence[str], columns: Columns, incomplete: bool) -> str:
    """The query for records with the same cells in these columns."""
    cells = "".join(f"{cell}, " for cell in _cells(names, columns))
    only = [lacking(names, columns)] if incomplete else []
    return f"SELECT body, {cells}count(*) {source(names, columns)}{_where(only, None)} GROUP BY ALL ORDER BY ALL"


def alike_of(names: Sequence[str], columns: Columns, row: Sequence[Any]) -> Alike:
    """One row of that query, without its body."""
    return Alike(tuple(values_of(names, columns, row[:-1])), row[-1])


def each(names: Sequence[str], columns: Columns, body: str, has_id: bool, incomplete: bool) -> str:
    """The query for the records of a body one by one."""
    cells = "".join(f", {cell}" for cell in _cells(names, columns))
    only = [lacking(names, columns)] if incomplete else []
    named = "id" if has_id else "NULL"
    return f"SELECT nr, {named}{cells} {source(names, columns)}{_where(only, body)} ORDER BY nr"


def values_of(names: Sequence[str], columns: Columns, cells: Sequence[Any]) -> Iterator[tuple[str, Value]]:
    """The cells of a record by column; those that are missing are left out."""
    for at, name in enumerate(names):
        value, missing = cells[2 * at], cells[2 * at + 1]
        if not missing:
            yield name, columns[name].of_cell(value)


def source(names: Sequence[str], columns: Columns) -> str:
    """The records, with the words that these columns are read by."""
    return " ".join(["FROM rows", *(columns[name].joined for name in names if columns[name].joined)])


def complete(names: Sequence[str], columns: Columns) -> list[str]:
    return [f"NOT {columns[name].missing}" for name in names if columns[name].missing]


def lacking(names: Sequence[str], columns: Columns) -> str:
    """That one of the cells is missing; empty where that never happens."""
    return " OR ".join(columns[name].missing for name in names if columns[name].missing)


def _cells(names: Sequence[str], columns: Columns) -> Iterator[str]:
    for name in names:
        yield columns[name].value
        yield columns[name].missing or "FALSE"


def _where(conditions: Sequence[str], body: str | None) -> str:
    every = [f"({one})" for one in conditions] + ([f"body = {literal(body)}"] if body is not None else [])
    return f" WHERE {' AND '.join(every)}" if every else ""


def _number(value: Any, under: int) -> Any:
    return None if value is None else exact(Fraction(value) / under)


def _as_stored(term: Term) -> Term:
    """A decimal number as the source has it, where it is one: it need not be made whole to be summed."""
    return Term(term.plain, 1, plain=term.plain) if term.plain and term.known is None else term
