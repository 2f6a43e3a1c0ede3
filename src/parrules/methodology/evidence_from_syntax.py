"""Figures and tables of records, from what stands under `evidence`."""

from __future__ import annotations

from typing import Literal, cast

from parrules.methodology.bounds import bounds, expected, with_defaults
from parrules.methodology.declared_kind import declared_kind
from parrules.methodology.model import Column, Figure, Table
from parrules.methodology.names import column_name, name_of_evidence
from parrules.methodology.programs import expression
from parrules.methodology.reading import Reading, named, scalar, scalars, text, title
from parrules.methodology.withins import check_withins
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span


def evidence_from(node: Node | None, reading: Reading) -> tuple[tuple[Figure, ...], tuple[Table, ...]]:
    """What is handed in for a body: its figures, and its tables of records."""
    figures: list[Figure] = []
    tables: list[Table] = []
    for key, under in named(node):
        if under.get("columns") is not None:
            tables.append(_table(key, under, reading))
        else:
            figures.append(_figure(key, under, reading))
    check_withins(figures, reading)
    return tuple(figures), tuple(tables)


def _figure(key: Scalar, node: Mapping, reading: Reading) -> Figure:
    name = name_of_evidence(key, "figure", reading)
    kind = declared_kind(node, reading)
    formula = expression(node, "formula", name, reading.formulas, reading)
    limits = bounds(node, kind, reading)
    if formula is None:
        limits = with_defaults(limits, kind)
    usual = expected(node, kind, limits, reading)
    whole = scalar(node, "within")
    reading.place(f"within:{name}", whole.span if whole else None)
    reading.cite(scalars(node.get("basis")))
    return Figure(
        name=name,
        kind=kind,
        title=title(node, name),
        of=cast(Literal["evidence", "body", "round"], text(node, "of") or "evidence"),
        better=cast(Literal["higher", "lower"] | None, text(node, "better") or None),
        low=limits[0],
        high=limits[1],
        expected_low=usual[0],
        expected_high=usual[1],
        within=whole.text if whole else None,
        none=text(node, "none") or None,
        formula=formula,
        basis=text(node, "basis"),
    )


def _table(key: Scalar, node: Mapping, reading: Reading) -> Table:
    name = name_of_evidence(key, "table", reading)
    columns = tuple(_column(name, column, under, reading) for column, under in named(node.get("columns")))
    if not columns:
        reading.found.append(no_columns(key.span, name))
    by = scalar(node, "id")
    known = [column.name for column in columns]
    if by is not None and by.text not in known:
        reading.found.append(unknown_id(by.span, by.text, name, nearest(by.text, known)))
    return Table(name, title(node, name), columns, by.text if by else None)


def _column(table: str, key: Scalar, node: Mapping, reading: Reading) -> Column:
    name = column_name(key, reading)
    reading.place(f"column:{table}.{name}", key.span)
    kind = declared_kind(node, reading)
    formula = expression(node, "formula", f"{table}.{name}", reading.formulas, reading)
    limits = bounds(node, kind, reading)
    low, high = with_defaults(limits, kind) if formula is None else limits
    return Column(name, kind, title(node, name), low, high, text(node, "none") or None, formula)


def no_columns(span: Span, name: str) -> Diagnostic:
    """A table in which nothing can stand."""
    return diagnostic("PR435", span, name=name)


def unknown_id(span: Span, column: str, table: str, suggestion: str | None) -> Diagnostic:
    """Records are to be named by a column that is not there."""
    return diagnostic("PR436", span, column=column, table=table, suggestion=suggestion)
