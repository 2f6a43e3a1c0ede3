"""A large table taken apart by body: whose its rows are, how its columns are read, and what is wrong in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parrules.evidence.binding import HandedTable, unknown_body
from parrules.evidence.declared import computed_figure
from parrules.evidence.readers.column_names import (
    ColumnNames,
    by_titles,
    column_twice,
    heading_of_several,
    meant_by,
)
from parrules.evidence.readers.listing import Spelled
from parrules.evidence.readers.source import TableSource
from parrules.evidence.records import Provenance, Records
from parrules.evidence.relations.cells import Cell, Looking, absent_column, read_columns
from parrules.evidence.relations.columns import CellColumn, literal
from parrules.evidence.relations.large_table import LargeTable
from parrules.evidence.relations.mistakes import source_lost
from parrules.evidence.relations.opened import OpenedSource
from parrules.evidence.relations.relation import Relation
from parrules.evidence.relations.same_ids import same_ids
from parrules.evidence.relations.typed import Ratios, as_text
from parrules.evidence.shortened import MOST_ALIKE, and_more
from parrules.evidence.tables import (
    body_column_missing,
    column_missing,
    nearest_heading,
    row_without_body,
    unknown_column,
)
from parrules.methodology.model import Column, Table
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import Nearest

Found = tuple[Diagnostic, ...]
# By our name of a column, how SQL names it in the source, and its type.
_Placed = Mapping[str, tuple[str, str]]
# What says whose a row is, as it is written; in how many rows it stands, and the first of them.
_Written = tuple[str | None, int, int]


@dataclass(frozen=True, slots=True)
class _Named:
    """placed: the columns of a source that are read. doubtful: the names that headings of several may mean."""

    placed: _Placed
    doubtful: frozenset[str] = frozenset()
    found: Found = ()


def large_tables_by_body(
    opened: OpenedSource,
    source: TableSource,
    table: Table,
    column: Spelled | None,
    bodies: Sequence[str],
    provenance: Provenance,
) -> tuple[list[HandedTable] | None, Found]:
    """The records of every body, of which a column names the body (`body`, unless said).

    None where a row is of no known body and so may be of any, or where the source is lost: then the table counts as not
    handed in, for all of them.
    """
    name = column.text if column else "body"
    named = _named(opened, source, table, name)
    if name not in named.placed:
        span = column.span if column else source.span
        return None, (*named.found, body_column_missing(span, name, named.placed))
    return _read(opened, source, table, named, as_text(*named.placed[name]), name, bodies, provenance)


def large_table_of(
    opened: OpenedSource, source: TableSource, table: Table, body: str, provenance: Provenance
) -> tuple[list[HandedTable] | None, Found]:
    """The same for a source with the records of one body alone."""
    return _read(opened, source, table, _named(opened, source, table, ""), literal(body), "", (body,), provenance)


def _read(
    opened: OpenedSource,
    source: TableSource,
    table: Table,
    named: _Named,
    whose: str,
    name: str,
    bodies: Sequence[str],
    provenance: Provenance,
) -> tuple[list[HandedTable] | None, Found]:
    """whose: in SQL, the text that says whose a row is. name: of the column in which that stands."""
    import duckdb

    placed, found = named.placed, (*named.found, *_columns_found(source, table, named, name))
    try:
        counts, strangers = _bodies(opened, whose, name, bodies, table, placed)
        columns, wrong = _columns(opened, source, table, placed)
        wrong += same_ids(opened, table) if table.id in placed else []
    except duckdb.Error:
        return None, (*found, replace(source_lost(opened.place), span=source.span))
    found = (*found, *strangers, *wrong)
    if any(one.is_error for one in strangers):
        return None, found
    asked = LargeTable(opened, columns, has_id=table.id in placed)
    handed = [
        HandedTable(body, source.span, table, Records(Relation(asked, body, count), provenance))
        for body, count in counts.items()
    ]
    return handed, found


def _named(opened: OpenedSource, source: TableSource, table: Table, body: str) -> _Named:
    """body: the name of the column that says whose a row is."""
    if opened.is_named:
        return _Named(opened.columns)
    ours = {theirs.text: one.text for one, theirs in source.columns}
    written = [unicodedata.normalize("NFC", name).strip() for name in opened.names]
    handed = [column for column in table.columns if column.formula is None]
    known = ColumnNames("", frozenset({body, *(column.name for column in table.columns)}), meant_by(handed))
    columns, doubtful = by_titles(written, [ours.get(name, name) for name in written], known)
    found: list[Diagnostic] = []
    placed: dict[str, tuple[str, str]] = {}
    for at, (name, type_) in enumerate(zip(columns, opened.types, strict=True)):
        headings = [written[other] for other, one in enumerate(columns) if one == name]
        if at in doubtful:
            found.append(heading_of_several(source.span, name, doubtful[at]))
        elif len(headings) == 1:
            placed[name] = (f"c{at}", type_)
        elif name not in columns[:at]:
            found.append(column_twice(source.span, name, headings))
    return _Named(placed, frozenset(name for names in doubtful.values() for name in names), tuple(found))


def _columns_found(source: TableSource, table: Table, named: _Named, body: str) -> Found:
    """Columns that are missing, computed or unknown."""
    placed = named.placed
    found: list[Diagnostic] = []
    wanted = {column.name: column for column in table.columns}
    near, spare = Nearest(wanted), [name for name in placed if name not in wanted and name != body]
    for at, name in enumerate(placed):
        if name in wanted and wanted[name].formula is not None:
            found.append(computed_figure(source.span, name))
        elif name not in wanted and name != body:
            found.append(unknown_column(source.span, name, at, near.to(name)))
    for column in table.columns:
        if column.formula is None and column.name not in placed and column.name not in named.doubtful:
            found.append(column_missing(source.span, column.name, nearest_heading(column, spare)))
    return tuple(found)


def _bodies(
    opened: OpenedSource, whose: str, name: str, bodies: Sequence[str], table: Table, placed: _Placed
) -> tuple[dict[str, int], list[Diagnostic]]:
    """How many rows each body has; the view `rows` says of each whose it is."""
    run = opened.connection.execute
    read = [placed[column.name][0] for column in table.columns if column.name in placed]
    id = f", {as_text(*placed[table.id])} AS id" if table.id and table.id in placed else ""
    cells = "".join([id, *(f", {one}" for one in read)])
    run(f"CREATE VIEW rows AS SELECT nr, {whose} AS body{cells} FROM source")
    written: list[_Written] = run("SELECT body, count(*), min(nr) FROM rows GROUP BY body ORDER BY min(nr)").fetchall()
    counts: dict[str, int] = {}
    for text, count, _ in written:
        body = (text or "").strip()
        counts[body] = counts.get(body, 0) + count
    spaced = {text: text.strip() for text, _, _ in written if text is not None}
    if any(text != body for text, body in spaced.items()):
        run("CREATE TABLE bodies (written VARCHAR, body VARCHAR)")
        pairs = {"written": list(spaced), "bodies": list(spaced.values())}
        run("INSERT INTO bodies SELECT unnest($written::VARCHAR[]), unnest($bodies::VARCHAR[])", pairs)
        joined = f"FROM source JOIN bodies ON {whose} = written"
        run(f"CREATE OR REPLACE VIEW rows AS SELECT nr, bodies.body AS body{cells} {joined}")
    return counts, _strangers(written, opened, name, bodies)


def _strangers(written: Sequence[_Written], opened: OpenedSource, name: str, bodies: Sequence[str]) -> list[Diagnostic]:
    """Rows of no body, and bodies that nobody knows, each at its first row."""
    found: list[Diagnostic] = []
    known, near = frozenset(bodies), Nearest(bodies)
    for text, count, first in written:
        body = (text or "").strip()
        if not body:
            one = replace(row_without_body(None, name), place=opened.place_of(first))
            found += [one, *([and_more(one, count - 1)] if count > 1 else [])]
        elif body not in known:
            found.append(replace(unknown_body(None, body, near.to(body)), place=opened.place_of(first)))
    more = len(found) - MOST_ALIKE
    return [*found[:MOST_ALIKE], and_more(found[MOST_ALIKE], more)] if more > 0 else found


def _columns(
    opened: OpenedSource, source: TableSource, table: Table, placed: _Placed
) -> tuple[dict[str, CellColumn], list[Diagnostic]]:
    """How every column is read that is handed in."""
    said = source.ratios.text if source.ratios else ""
    ratios: Ratios = "percent" if said == "percent" else "part" if said == "part" else ""
    handed: list[Column] = [column for column in table.columns if column.formula is None]
    cells = [Cell(column, at, *placed[column.name]) for at, column in enumerate(handed) if column.name in placed]
    columns, found = read_columns(cells, Looking(opened, source.span, ratios))
    absent = {column.name: absent_column(column) for column in handed if column.name not in placed}
    return columns | absent, found
