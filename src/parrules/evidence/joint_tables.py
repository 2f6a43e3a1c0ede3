"""Tables of records of all bodies in one file, under `tables`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from parrules.evidence.binding import HandedTable
from parrules.evidence.records import Records
from parrules.evidence.tables import tables_by_body
from parrules.evidence.yaml_values import YES, Place, provenance_of, scalar, text_of
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
        listing = place.listing(under)
        if listing is None or not isinstance(under, Mapping):
            continue  # found when it was read, or with the shape of the file
        provenance = provenance_of(under, listing.file, 1)
        tables, mistakes = tables_by_body(listing, table, scalar(under, "body"), bodies, provenance)
        found += mistakes
        if tables is None:
            continue
        handed += tables
        present = {one.body for one in tables}
        absent = [body for body in bodies if body not in present and (body, table.name) not in alone]
        if text_of(under, "complete").lower() in YES:
            handed += [HandedTable(body, name.span, table, Records((), provenance)) for body in absent]
        elif absent:
            found.append(bodies_without_rows(name.span, table.name, listing.file, absent))
    return handed, tuple(found)


def bodies_without_rows(span: Span, table: str, file: str, bodies: Sequence[str]) -> Diagnostic:
    shown = tuple(bodies[:_MOST_NAMES]) + (("…",) if len(bodies) > _MOST_NAMES else ())
    return warning("EV159", span, table=table, file=file, count=len(bodies), bodies=shown)
