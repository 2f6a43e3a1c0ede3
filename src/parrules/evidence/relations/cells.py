"""Every column of a large table looked at once: how it is read, which cells are missing, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parrules.evidence.amounts import DOES_NOT_APPLY
from parrules.evidence.binding import declared_value
from parrules.evidence.mistakes import Mistake
from parrules.evidence.relations.columns import CellColumn, Sort, literal
from parrules.evidence.relations.mistakes import inexact_column, unreadable_column
from parrules.evidence.relations.opened import OpenedSource
from parrules.evidence.relations.typed import Ratios, Typed, as_text, is_inexact, is_readable, typed, wrong
from parrules.evidence.shortened import MOST_ALIKE, and_more
from parrules.evidence.tables import not_applicable_in_record
from parrules.methodology.model import Column
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.amounts import Value
from parrules.values.nothing import MISSING, NOT_APPLICABLE
from parrules.values.numbers import Exact

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SORTS: Mapping[str, Sort] = {"text": "text", "yes_no": "truth"}
_BATCH = 50_000
# Letters, digits and a few signs, without a space: such a text says what it says.
_PLAIN = "[A-Za-z0-9][A-Za-z0-9_./-]*"


@dataclass(frozen=True, slots=True)
class Looking:
    """What a column is looked at with. span: where the evidence file names the source."""

    opened: OpenedSource
    span: Span
    ratios: Ratios = ""

    @property
    def connection(self) -> DuckDBPyConnection:
        return self.opened.connection


@dataclass(frozen=True, slots=True)
class Cell:
    """A column as the source has it. at: its place among those that are declared; name: in SQL; type: DuckDB's."""

    column: Column
    at: int
    name: str
    type: str


def absent_column(column: Column) -> CellColumn:
    """One of which nothing is known."""
    return CellColumn(column, _SORTS.get(column.kind.name, "number"), "NULL", missing="TRUE")


def read_columns(cells: Iterable[Cell], looking: Looking) -> tuple[dict[str, CellColumn], list[Diagnostic]]:
    """How each column is read; what is wrong in it is found, and missing then."""
    found: list[Diagnostic] = []
    columns: dict[str, CellColumn] = {}
    for cell in cells:
        read, mistakes = _read(cell, looking)
        columns[cell.column.name] = read
        found += mistakes
    return columns, found


def _read(cell: Cell, looking: Looking) -> tuple[CellColumn, list[Diagnostic]]:
    column = cell.column
    if is_inexact(cell.type):
        return absent_column(column), [inexact_column(looking.span, column.name, cell.type)]
    if not is_readable(cell.type):
        return absent_column(column), [unreadable_column(looking.span, column.name, cell.type)]
    as_typed = typed(column, cell.name, cell.type, looking.ratios)
    if as_typed is not None:
        return _of_type(cell, as_typed, looking)
    return _of_text(cell, as_text(cell.name, cell.type), looking)


def _of_type(cell: Cell, one: Typed, looking: Looking) -> tuple[CellColumn, list[Diagnostic]]:
    column, name = cell.column, cell.name
    bad = f"({name} IS NOT NULL AND NOT ({one.valid}))" if one.valid else ""
    query = f"SELECT count(*) - count({name}), count(*) FILTER (WHERE {bad or 'FALSE'}) FROM rows"
    blank, wrong_cells = looking.connection.execute(query).fetchall()[0]
    value = one.value
    missing = []
    found: list[Diagnostic] = []
    if wrong_cells:
        missing.append(bad)
        value = f"CASE WHEN {bad} THEN NULL ELSE {value} END"
        shown = f"SELECT nr, CAST({name} AS VARCHAR) FROM rows WHERE {bad} ORDER BY nr LIMIT {MOST_ALIKE}"
        rows = looking.connection.execute(shown).fetchall()
        told = [(nr, wrong(text, column, looking.ratios).at(None, column.name)) for nr, text in rows]
        found = _placed(told, wrong_cells, looking)
    if blank and column.none is None:
        missing.append(f"{name} IS NULL")
    plain = "" if wrong_cells else one.plain
    return CellColumn(column, one.sort, value, one.under, _either(missing), plain=plain), found


def _of_text(cell: Cell, text: str, looking: Looking) -> tuple[CellColumn, list[Diagnostic]]:
    """Each text that stands there is read once, as it is in any other file, and the cells are looked up."""
    column, words = cell.column, f"words{cell.at}"
    sort: Sort = _SORTS.get(column.kind.name, "number")
    spared = f"NOT coalesce({_plain(text, column)}, FALSE)" if sort == "text" else "TRUE"
    query = f"SELECT {text} AS text, count(*) FROM rows WHERE {spared} GROUP BY ALL"
    counted = dict(_all(looking.connection.execute(query)))
    values: dict[str | None, Value | Mistake] = {
        one: declared_value(one or "", column, looking.ratios) for one in counted
    }
    joined = f"LEFT JOIN {words} ON {words}.text = {text}"
    under = _divisor(values.values())
    bad = sum(counted[one] for one, value in values.items() if isinstance(value, Mistake) or value is NOT_APPLICABLE)
    unknown = sum(counted[one] for one, value in values.items() if _is_unknown(value))
    if not counted or (set(counted) == {None} and sort == "text"):
        missing = f"{text} IS NULL" if unknown else ""
        return CellColumn(column, sort, text if sort == "text" else "NULL", missing=missing), []
    _keep(words, sort, under, values, looking.connection)
    value = f"{words}.value"
    if sort == "text":
        value = f"CASE WHEN {words}.text IS NULL THEN {text} ELSE {value} END"
    unread = [f"coalesce({words}.bad, FALSE)"] if unknown else []
    if unknown and column.none is None:
        unread.append(f"{text} IS NULL")
    found = _wrong_texts(cell, text, values, bad, looking) if bad else []
    return CellColumn(column, sort, value, under, _either(unread), joined), found


def _plain(text: str, column: Column) -> str:
    """Whether a text is read as it stands there, in SQL."""
    words = {word for word in (*DOES_NOT_APPLY, (column.none or "").casefold()) if word.isascii() and " " not in word}
    listed = ", ".join(literal(word) for word in sorted(words))
    return f"(regexp_full_match({text}, '{_PLAIN}') AND lower({text}) NOT IN ({listed}))"


def _keep(
    words: str, sort: Sort, under: int, values: Mapping[str | None, Value | Mistake], connection: DuckDBPyConnection
) -> None:
    """The texts and what each of them says, as a table to look them up in."""
    held = {"number": "HUGEINT", "text": "VARCHAR", "truth": "BOOLEAN", "day": "DATE"}[sort]
    connection.execute(f"CREATE TABLE {words} (text VARCHAR, value {held}, bad BOOLEAN)")
    rows = [(text, _written(value, under), _is_unknown(value)) for text, value in values.items() if text is not None]
    for start in range(0, len(rows), _BATCH):
        texts, written, bad = (list(column) for column in zip(*rows[start : start + _BATCH], strict=True))
        connection.execute(
            f"INSERT INTO {words} SELECT t, v::{held}, b FROM (SELECT unnest($t::VARCHAR[]) AS t, "
            "unnest($v::VARCHAR[]) AS v, unnest($b::BOOLEAN[]) AS b)",
            {"t": texts, "v": written, "b": bad},
        )


def _written(value: Value | Mistake, under: int) -> str | None:
    """A value as the table of words has it; NULL where there is none."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    return str(int(value * under)) if isinstance(value, Exact) else None


def _is_unknown(value: Value | Mistake) -> bool:
    return isinstance(value, Mistake) or value in (MISSING, NOT_APPLICABLE)


def _divisor(values: Iterable[Value | Mistake]) -> int:
    """What all numbers can be written over."""
    from math import lcm

    return lcm(*{value.denominator for value in values if isinstance(value, Exact) and not isinstance(value, bool)})


def _wrong_texts(
    cell: Cell, text: str, values: Mapping[str | None, Value | Mistake], count: int, looking: Looking
) -> list[Diagnostic]:
    """The first cells with a text that says nothing, and how many more there are."""
    column, words = cell.column, f"words{cell.at}"
    looking.connection.execute(f"CREATE OR REPLACE TEMP TABLE wrong AS SELECT text FROM {words} WHERE bad")
    blank = [one for one, value in values.items() if value is MISSING and one is not None]
    looking.connection.execute("DELETE FROM wrong WHERE list_contains($blank::VARCHAR[], text)", {"blank": blank})
    query = f"SELECT nr, {text} FROM rows WHERE {text} IN (SELECT text FROM wrong) ORDER BY nr LIMIT {MOST_ALIKE}"
    told = []
    for nr, one in looking.connection.execute(query).fetchall():
        value = values[one]
        if isinstance(value, Mistake):
            told.append((nr, value.at(None, column.name)))
        else:
            told.append((nr, not_applicable_in_record(None, column.name, column.none)))
    return _placed(told, count, looking)


def _placed(told: list[tuple[int, Diagnostic]], count: int, looking: Looking) -> list[Diagnostic]:
    """Each finding at its row; one more counts those that are not shown."""
    found = [replace(one, place=looking.opened.place_of(nr)) for nr, one in told]
    return [*found, and_more(found[0], count - len(found))] if count > len(found) else found


def _either(conditions: list[str]) -> str:
    return f"({' OR '.join(conditions)})" if conditions else ""


def _all(result: DuckDBPyConnection) -> Iterator[tuple[str | None, int]]:
    while batch := result.fetchmany(_BATCH):
        yield from batch
