"""Tables of records of all bodies in one file, under `tables`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from parrules.evidence.binding import HandedTable
from parrules.evidence.readers.source import table_source
from parrules.evidence.records import Records
from parrules.evidence.relations.by_body import large_tables_by_body
from parrules.evidence.relations.mistakes import neither_file_nor_database
from parrules.evidence.tables import tables_by_body
from parrules.evidence.yaml_values import YES, Place, listing_place, provenance_of, scalar, text_of
from parrules.methodology.model import Table
from parrules.syntax.nodes import Mapping, Node
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span

_MOST_NAMES = 8
"""So many bodies are named in a warning; the others are counted."""


def joint_tables_from(
    node: Node | None, bodies: Sequence[str], alone: Collection[tuple[str, str]], place: Place
) -> tuple[list[HandedTable], tuple[Diagnostic, ...]]:
    """The records of each body in the files that `tables` names.

    A body without a row has no records where the file is said to be complete; else its table is missing. alone: body
    and table of what was handed in by itself.
    """
    handed: list[HandedTable] = []
    found: list[Diagnostic] = []
    for name, under in node.entries if isinstance(node, Mapping) else ():
        table = place.declared.table(name)
        if isinstance(table, Diagnostic):
            found.append(table)
            continue
        if not isinstance(under, Mapping):
            continue  # found with the shape of the file
        file, tables, mistakes = _by_body(under, table, bodies, place)
        found += mistakes
        if tables is None:
            continue
        handed += tables
        present = {one.body for one in tables}
        absent = [body for body in bodies if body not in present and (body, table.name) not in alone]
        if text_of(under, "complete").lower() in YES:
            listing = place.listing(under)
            provenance = provenance_of(under, file, *(listing_place(listing) if listing is not None else (1, "")))
            handed += [HandedTable(body, name.span, table, Records((), provenance)) for body in absent]
        elif absent:
            found.append(bodies_without_rows(name.span, table.name, file, absent))
    return handed, tuple(found)


def _by_body(
    node: Mapping, table: Table, bodies: Sequence[str], place: Place
) -> tuple[str, list[HandedTable] | None, tuple[Diagnostic, ...]]:
    """The name of the file, and the records of each body in it; None where it was not read."""
    source, listing, column = table_source(node), place.listing(node), scalar(node, "body")
    if listing is not None:
        provenance = provenance_of(node, listing.file, *listing_place(listing))
        return listing.file, *tables_by_body(listing, table, column, bodies, provenance)
    if source is None:
        return "", None, (neither_file_nor_database(node.span, table.name),)
    opened = place.large.get(source.key)
    if opened is None:
        return "", None, ()  # found when it was read
    provenance = provenance_of(node, opened.file, opened.line)
    return opened.file, *large_tables_by_body(opened, source, table, column, bodies, provenance)


def bodies_without_rows(span: Span, table: str, file: str, bodies: Sequence[str]) -> Diagnostic:
    shown = tuple(bodies[:_MOST_NAMES]) + (("…",) if len(bodies) > _MOST_NAMES else ())
    return warning("EV159", span, table=table, file=file, count=len(bodies), bodies=shown)
