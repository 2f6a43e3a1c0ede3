"""Tables of records: from a file or from a list in the evidence file, each cell read as its column declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from parrules.evidence.binding import HandedTable, unknown_body, value_of
from parrules.evidence.declared import computed_figure
from parrules.evidence.mistakes import Mistake
from parrules.evidence.readers.listing import Listing, Row, Spelled
from parrules.evidence.records import Provenance, Record, Records
from parrules.methodology.model import Column, Table
from parrules.syntax import nodes
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.nearest import Nearest, nearest
from parrules.text.source import Span
from parrules.values.amounts import Value
from parrules.values.nothing import MISSING, NOT_APPLICABLE

_CODES = ("mã ", "code", "id ")
"""How headings begin of columns with the codes of bodies."""

Found = tuple[Diagnostic, ...]
# A column and its place in the rows of a listing; a column and what stands in it.
_Placed = tuple[Column, int]
_Cell = tuple[Column, Spelled | None]


def table_from_listing(listing: Listing, table: Table, provenance: Provenance) -> tuple[Records | None, Found]:
    """The records of a file; None where a row could not be read, so that the table counts as not handed in."""
    placed, found = _placed_columns(listing, table, "")
    records, mistakes = _records(listing, listing.rows, table, placed)
    return Records(records, provenance) if listing.whole else None, (*found, *mistakes)


def tables_by_body(
    listing: Listing, table: Table, column: nodes.Scalar | None, bodies: Sequence[str], provenance: Provenance
) -> tuple[list[HandedTable] | None, Found]:
    """The records of every body from one file, of which a column names the body (`body`, unless said).

    None where a row could not be read, or is of no known body and so may be of any: then the table counts as not
    handed in, for all of them.
    """
    name = column.text if column else "body"
    at = listing.index(name)
    if not listing.columns:
        return [], ()  # a list without any record, which has no names either
    if at is None:
        span = column.span if column else listing.beginning
        return None, (body_column_missing(span, name, listing.columns),)
    placed, missing = _placed_columns(listing, table, name)
    found = list(missing)
    rows: dict[str, list[Row]] = {}
    known, near = frozenset(bodies), Nearest(bodies)
    for row in listing.rows:
        body = row.texts[at].strip()
        rows.setdefault(body, []).append(row)
        if not body:
            found.append(row_without_body(listing.cell(row, at).span, name))
        elif body not in known:
            found.append(unknown_body(listing.cell(row, at).span, body, near.to(body)))
    handed: list[HandedTable] = []
    for body, of_body in rows.items():
        records, wrong = _records(listing, of_body, table, placed)
        found += wrong
        span = listing.cell(of_body[0], at).span
        handed.append(HandedTable(body, span, table, Records(records, provenance)))
    return handed if listing.whole and rows.keys() <= known else None, tuple(found)


def table_from_nodes(listed: nodes.Sequence, table: Table, provenance: Provenance) -> tuple[Records | None, Found]:
    """The records of a list in the evidence file. What a record leaves out reads as a blank cell does."""
    columns = {column.name: column for column in table.columns}
    found: list[Diagnostic] = []
    records: list[Record] = []
    names: list[Spelled | None] = []
    entries = [node for node in listed.entries if isinstance(node, nodes.Mapping)]
    for number, node in enumerate(entries, start=1):
        found += [wrong for name, _ in node.entries if (wrong := _not_handed_in(name, columns)) is not None]
        values, wrong_values = _values((one, _scalar(node, one.name)) for one in table.columns if one.formula is None)
        found += wrong_values
        names.append(_scalar(node, table.id) if table.id else None)
        records.append(Record(values, number, _text(names[-1]), node.span.line))
    found += _same_ids(records, names, table)
    # What is no record was refused with the shape of the file.
    return Records(tuple(records), provenance) if len(entries) == len(listed.entries) else None, tuple(found)


def _scalar(node: nodes.Mapping, name: str) -> nodes.Scalar | None:
    under = node.get(name)
    return under if isinstance(under, nodes.Scalar) else None


def _placed_columns(listing: Listing, table: Table, body: str) -> tuple[tuple[_Placed, ...], Found]:
    """Where the columns of a table stand in a file; those that are missing, computed or unknown are found."""
    wanted = {column.name: column for column in table.columns}
    found: list[Diagnostic] = []
    placed: list[_Placed] = []
    spare = [name for name in listing.columns if name and name not in wanted and name != body]
    near = Nearest((*wanted, *(title for column in table.columns for title in column.title.every)))
    for index, name in listing.read_columns():
        column = wanted.get(name)
        if column is not None and column.formula is not None:
            found.append(computed_figure(listing.column(index).span, name))
        elif column is not None:
            placed.append((column, index))
        elif name != body and not listing.is_unasked(index, near.to(name)):
            found.append(unknown_column(listing.column(index).span, name, index, near.to(name)))
    for column in table.columns if listing.columns else ():
        if column.formula is None and column.name not in (*listing.columns, *listing.doubtful):
            found.append(column_missing(listing.beginning, column.name, nearest_heading(column, spare)))
    return tuple(placed), tuple(found)


def _records(
    listing: Listing, rows: Iterable[Row], table: Table, placed: Sequence[_Placed]
) -> tuple[tuple[Record, ...], Found]:
    found: list[Diagnostic] = []
    records: list[Record] = []
    names: list[Spelled | None] = []
    identifying = next((index for column, index in placed if column.name == table.id), None)
    for row in rows:
        values, wrong = _values((column, listing.cell(row, index)) for column, index in placed)
        found += wrong
        names.append(None if identifying is None else listing.cell(row, identifying))
        records.append(Record(values, row.number, _text(names[-1]), row.line))
    return tuple(records), (*found, *_same_ids(records, names, table))


def _values(cells: Iterable[_Cell]) -> tuple[dict[str, Value], list[Diagnostic]]:
    """The values of one record, without those that are blank or wrong."""
    values: dict[str, Value] = {}
    found: list[Diagnostic] = []
    for column, spelled in cells:
        value = value_of(spelled, column)
        if isinstance(value, Mistake):
            found.append(value.at(spelled.span if spelled else None, column.name))
        elif value is NOT_APPLICABLE and spelled is not None:
            found.append(not_applicable_in_record(spelled.span, column.name, column.none))
        elif value is not MISSING:
            values[column.name] = value
    return values, found


def _text(spelled: Spelled | None) -> str:
    return spelled.text.strip() if spelled else ""


def _not_handed_in(name: Spelled, columns: Mapping[str, Column]) -> Diagnostic | None:
    """Why a column may not stand in a record of the evidence file."""
    column = columns.get(name.text)
    if column is None:
        return unknown_in_record(name.span, name.text, nearest(name.text, columns))
    return computed_figure(name.span, name.text) if column.formula is not None else None


def _same_ids(records: Sequence[Record], names: Sequence[Spelled | None], table: Table) -> list[Diagnostic]:
    """Records that bear the name of one before them."""
    first: dict[str, int] = {}
    found: list[Diagnostic] = []
    for record, name in zip(records, names, strict=True):
        if name is not None and record.id and record.id in first:
            found.append(record_twice(name.span, table.name, record.id, first[record.id]))
        first.setdefault(record.id, record.line)
    return found


def nearest_heading(column: Column, headings: Iterable[str]) -> str | None:
    """The heading most like the name of a column, or like its title."""
    every = tuple(headings)
    return next((near for text in (column.name, *column.title.every) if (near := nearest(text, every))), None)


def column_missing(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("EV152", span, name=name, suggestion=suggestion, mapped=_mapped(name))


def body_column_missing(span: Span, name: str, headings: Iterable[str]) -> Diagnostic:
    """The column that says whose a row is. headings: those that are there."""
    there = [heading for heading in headings if heading]
    codes = [heading for heading in there if heading.casefold().startswith(_CODES)]
    meant = nearest(name, there) or (codes[0] if len(codes) == 1 else None)
    return diagnostic("EV136", span, name=name, suggestion=meant, mapped=_mapped(name, meant or "…"))


def _mapped(name: str, heading: str = "…") -> str:
    """How it is said, beside `file`, which heading a column has there."""
    return f"columns: {{{name}: {heading}}}"


def unknown_column(span: Span, name: str, index: int, suggestion: str | None) -> Diagnostic:
    """A column of a file that nothing declares: it is not read. index: its place, which names one without a name."""
    return warning("EV153", span, name=name or f"({index + 1})", suggestion=suggestion)


def unknown_in_record(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("EV154", span, name=name, suggestion=suggestion)


def row_without_body(span: Span | None, column: str) -> Diagnostic:
    return diagnostic("EV155", span, column=column)


def record_twice(span: Span | None, table: str, id: str, line: int) -> Diagnostic:
    """line: of the record that bore the name first."""
    return warning("EV156", span, table=table, id=id, line=line)


def not_applicable_in_record(span: Span | None, name: str, none: str | None) -> Diagnostic:
    """Only a criterion does not apply, never a cell of a record. none: the word for what is known to be absent."""
    return diagnostic("EV176", span, name=name, none=none)
