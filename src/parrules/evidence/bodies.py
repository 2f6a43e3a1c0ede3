"""The bodies of a round: who they are, and the traits that the list of bodies hands in."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.evidence.binding import HandedFigure
from parrules.evidence.csv_values import body_column, figure_columns, row_a_body, rows_without_body
from parrules.evidence.held import misheld
from parrules.evidence.readers.listing import Listing, Spelled
from parrules.evidence.readers.source import source_of_bodies
from parrules.evidence.tables import body_column_missing
from parrules.evidence.yaml_values import Place, figure_from_node, text_of
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span
from parrules.values.kinds import TEXT

OF_A_BODY = ("name", "group", "region")
"""What the list of bodies says of a body beside its traits."""


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body as the list of bodies has it. group and region are empty where none is given."""

    id: Spelled
    name: str
    group: str = ""
    region: str = ""


Listed = tuple[tuple[NamedBody, ...], list[HandedFigure], tuple[Diagnostic, ...]]


def bodies_from(node: Node | None, place: Place) -> Listed:
    """The bodies, in the order of their list, and their traits.

    A body that stands twice is found; its first row stands, and its traits count as missing.
    """
    source = source_of_bodies(node)
    if source is not None and node is not None:
        listing = place.listings.get(source.key)
        bodies, traits, found = _from_listing(listing, place) if listing else ((), [], ())
        if listing is None:
            return (), [], ()  # found when it was read
    elif isinstance(node, Mapping):
        bodies, traits, found = _from_nodes(node, place)
    else:
        return (), [], ()  # refused with the shape of the file
    if not bodies:
        return (), [], found if any(one.is_error for one in found) else (*found, no_bodies(node.span))
    first: dict[str, int] = {}
    twice: list[Diagnostic] = []
    kept: list[NamedBody] = []
    contested: set[str] = set()
    for body in bodies:
        id = body.id.text.strip()
        if id in first:
            twice.append(body_twice(body.id.span, id, first[id]))
            contested.add(id)
        else:
            first[id] = body.id.span.line
            kept.append(body)
    sure = [one for one in traits if one.body is None or one.body.text.strip() not in contested]
    return tuple(kept), sure, (*found, *twice)


def _from_listing(listing: Listing, place: Place) -> Listed:
    at = body_column(listing)
    if at is None:
        return (), [], (body_column_missing(listing.beginning, "id", listing.columns),)
    columns, found = figure_columns(listing, place.declared, "bodies", at, OF_A_BODY)
    reserved = {name: index for name in OF_A_BODY if (index := listing.index(name)) is not None}
    bodies: list[NamedBody] = []
    misread: list[Diagnostic] = []
    for row in listing.rows:
        for name, index in {listing.columns[at]: at, **reserved}.items():
            cell = listing.cell(row, index)
            wrong = misheld(cell, TEXT)
            misread += [wrong.at(cell.span, name)] if wrong is not None else []
        said = {name: row.texts[index].strip() for name, index in reserved.items()}
        id = row.texts[at].strip()
        if id:
            cell = listing.cell(row, at)
            bodies.append(NamedBody(cell, said.get("name") or id, said.get("group", ""), said.get("region", "")))
    return tuple(bodies), row_a_body(listing, columns), (*found, *misread, *rows_without_body(listing, at))


def _from_nodes(node: Mapping, place: Place) -> Listed:
    bodies: list[NamedBody] = []
    traits: list[HandedFigure] = []
    found: list[Diagnostic] = []
    for id, under in node.entries:
        if not isinstance(under, Mapping):
            said = under.text.strip() if isinstance(under, Scalar) else ""
            bodies.append(NamedBody(id, said or id.text))
            continue
        bodies.append(
            NamedBody(id, text_of(under, "name") or id.text, text_of(under, "group"), text_of(under, "region"))
        )
        for name, value in under.entries:
            if name.text not in OF_A_BODY or name.text in place.declared.handed_in("bodies"):
                handed, mistakes = figure_from_node(id, name, value, "bodies", place)
                traits += handed
                found += mistakes
    return tuple(bodies), traits, tuple(found)


def no_bodies(span: Span) -> Diagnostic:
    return diagnostic("EV157", span)


def body_twice(span: Span, body: str, line: int) -> Diagnostic:
    """line: where it stood first."""
    return diagnostic("EV158", span, body=body, line=line)
