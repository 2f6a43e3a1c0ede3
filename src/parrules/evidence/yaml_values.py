"""Figures and tables that stand in the evidence file itself."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from parrules.evidence.binding import HandedFigure, HandedTable
from parrules.evidence.declared import Declared, Section, figure_as_table, table_as_figure
from parrules.evidence.readers.listing import Listing
from parrules.evidence.readers.source import COLUMNS, FILE, table_source
from parrules.evidence.records import Provenance
from parrules.evidence.relations.by_body import large_table_of
from parrules.evidence.relations.opened import OpenedSource
from parrules.evidence.tables import table_from_listing, table_from_nodes
from parrules.methodology.model import Figure, Table
from parrules.syntax.nodes import Mapping, Node, Scalar, Sequence
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

YES = ("yes", "true")

Found = tuple[Diagnostic, ...]
Handed = tuple[list[HandedFigure], list[HandedTable], list[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is: the evidence file's own name, what the methodology declares, the tables that were read, and
    the large ones that are asked."""

    file: str
    declared: Declared
    listings: MappingOf[int, Listing]
    large: MappingOf[int, OpenedSource]

    def listing(self, node: Node | None) -> Listing | None:
        """The table that the source which `node` says was read as; None where it says none, or it was not read."""
        source = table_source(node)
        return self.listings.get(source.key) if source is not None else None


def values_from_nodes(values: Mapping, place: Place) -> Handed:
    """What stands under `values`: for each body its figures and tables."""
    figures: list[HandedFigure] = []
    tables: list[HandedTable] = []
    found: list[Diagnostic] = []
    for body, under in values.entries:
        if not isinstance(under, Mapping) or (body.text == COLUMNS and table_source(values) is not None):
            continue  # the name of a file, or how it is read
        for name, node in under.entries:
            table = place.declared.tables.get(name.text)
            if table is not None:
                handed, mistakes = _table(body, name, node, table, place)
                tables += handed
            else:
                one, mistakes = figure_from_node(body, name, node, "values", place)
                figures += one
            found += mistakes
    return figures, tables, found


def figure_from_node(
    body: Scalar | None, name: Scalar, node: Node, section: Section, place: Place
) -> tuple[list[HandedFigure], Found]:
    """One figure, alone or with its document: `82,5%`, or `{value: 82,5%, document: 12/BC-UBND}`."""
    figure = place.declared.figure(name, section)
    if isinstance(figure, Diagnostic):
        return [], (figure,)
    if isinstance(node, Scalar):
        return [HandedFigure(body, figure, node, Provenance(place.file, node.span.line))], ()
    if not isinstance(node, Mapping) or node.get(FILE) is not None:
        return [], (figure_as_table(name.span, name.text),)
    return _with_document(body, name, node, figure, place)


def _with_document(
    body: Scalar | None, name: Scalar, node: Mapping, figure: Figure, place: Place
) -> tuple[list[HandedFigure], Found]:
    value, none = scalar(node, "value"), node.key("none")
    absent = text_of(node, "none").lower() in YES
    if value is not None and value.text.strip() and absent and none is not None:
        return [], (value_and_none(none.span, name.text),)
    written = none if absent else value
    if written is None:
        return [], (without_value(name.span, name.text),)
    provenance = provenance_of(node, place.file, written.span.line)
    return [HandedFigure(body, figure, written, provenance, absent)], ()


def _table(body: Scalar, name: Scalar, node: Node, table: Table, place: Place) -> tuple[list[HandedTable], Found]:
    if isinstance(node, Sequence):
        records, found = table_from_nodes(node, table, Provenance(place.file, name.span.line))
    else:
        source = table_source(node)
        if not isinstance(node, Mapping) or source is None:
            return [], (table_as_figure(name.span, name.text),)
        opened = place.large.get(source.key)
        if opened is not None:
            id, provenance = body.text.strip(), provenance_of(node, opened.file, opened.line)
            handed, wrong = large_table_of(opened, source, table, id, provenance)
            return handed or [], wrong
        listing = place.listing(node)
        if listing is None:
            return [], ()  # found when it was read
        records, found = table_from_listing(listing, table, provenance_of(node, listing.file, *listing_place(listing)))
    return [HandedTable(body.text.strip(), name.span, table, records)] if records else [], found


def listing_place(listing: Listing) -> tuple[int, str]:
    """Where a whole table stands in its file: the line, and the sheet of a workbook, which has no lines."""
    sheet = listing.source.sheet
    return 0 if sheet else 1, sheet


def provenance_of(node: Mapping, file: str, line: int, sheet: str = "") -> Provenance:
    """With the document, page and justification that stand beside a value."""
    return Provenance(
        file,
        line,
        sheet=sheet,
        document=text_of(node, "document"),
        page=text_of(node, "page"),
        justification=text_of(node, "justification"),
    )


def scalar(node: Mapping, key: str) -> Scalar | None:
    under = node.get(key)
    return under if isinstance(under, Scalar) else None


def text_of(node: Mapping, key: str) -> str:
    """The text under a key, or none at all."""
    under = scalar(node, key)
    return under.text.strip() if under else ""


def without_value(span: Span, name: str) -> Diagnostic:
    """A document or a justification without the value that it is about."""
    return diagnostic("EV150", span, name=name)


def value_and_none(span: Span, name: str) -> Diagnostic:
    return diagnostic("EV151", span, name=name)
