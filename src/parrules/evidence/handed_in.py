"""Everything that an evidence file hands in about its bodies, read and held against what is declared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parrules.evidence.binding import Bound, HandedFigure, HandedTable, bind, unknown_body
from parrules.evidence.bodies import NamedBody, bodies_from
from parrules.evidence.comparisons import unproved, without_parts_above_whole
from parrules.evidence.csv_values import values_from_listing
from parrules.evidence.decisions import Decisions, decisions_from
from parrules.evidence.header import EvidenceFile
from parrules.evidence.joint_tables import joint_tables_from
from parrules.evidence.marks import Marks, Totals, marks_from, printed_from
from parrules.evidence.records import Body, Round
from parrules.evidence.stages import bodies_over, bound_over, stage_of
from parrules.evidence.yaml_values import Place, figure_from_node, values_from_nodes
from parrules.methodology.model import Methodology
from parrules.syntax.nodes import Mapping, Node
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest


@dataclass(frozen=True, slots=True)
class HandedIn:
    """listed: the bodies that the file itself lists. ids: those of the round, of the stage before where there is one.

    bound: the figures and tables, with those of the stage before. marks, decided and printed: of this file alone.
    """

    listed: tuple[NamedBody, ...]
    ids: tuple[str, ...]
    bound: Bound
    marks: Marks
    decided: Decisions
    printed: Totals
    found: tuple[Diagnostic, ...]


def handed_in(file: EvidenceFile, methodology: Methodology, before: Round | None, place: Place) -> HandedIn:
    """Reads all of it. before: the stage that the file lies over; what it handed in and this one did not, stays."""
    root = file.root
    listed, traits, wrong_bodies = bodies_from(root.get("bodies"), place)
    ids = tuple(one.id for one in before.bodies) if before else tuple(one.id.text.strip() for one in listed)
    shared, wrong_shared = _shared(root.get("shared"), place)
    figures, tables, wrong_values = _values(root.get("values"), place)
    alone = {(one.body, one.table.name) for one in tables}
    joint, wrong_tables = joint_tables_from(root.get("tables"), ids, alone, place)
    bound, wrong = bind([*traits, *shared, *figures], [*tables, *joint], ids)
    bound = bound_over(bound, before) if before else bound
    bound, wrong_parts = without_parts_above_whole(bound, place.declared)
    stage = stage_of(file.header.stage, methodology)
    marks, wrong_marks = marks_from(root.get("marks"), ids, place)
    decided, wrong_decisions = decisions_from(root.get("decided"), ids, stage, before is None, place)
    printed, wrong_printed = printed_from(root.get("printed"), ids)
    return HandedIn(
        listed,
        ids,
        bound,
        marks,
        decided,
        printed,
        (
            *_strangers(listed, ids),
            *wrong_bodies,
            *wrong_shared,
            *wrong_values,
            *wrong_tables,
            *wrong,
            *wrong_parts,
            *wrong_marks,
            *wrong_decisions,
            *wrong_printed,
            *(unproved(bound, place.declared, ids) if methodology.fidelity != "illustrative" else ()),
        ),
    )


def bodies_of(handed: HandedIn, before: Round | None) -> tuple[Body, ...]:
    """The bodies of the round, each with what was handed in for it."""
    if before:
        return bodies_over(before, handed.bound, handed.marks, handed.decided, handed.printed)
    return tuple(_body(one, handed) for one in handed.listed)


def _body(one: NamedBody, handed: HandedIn) -> Body:
    id = one.id.text.strip()
    return Body(
        id,
        one.name,
        one.group,
        one.region,
        handed.bound.figures[id],
        handed.bound.tables[id],
        handed.marks[id],
        printed_total=handed.printed.get(id),
        decided=handed.decided[id],
    )


def _strangers(listed: Sequence[NamedBody], ids: tuple[str, ...]) -> list[Diagnostic]:
    """Bodies that a later stage lists, and the one before does not have."""
    known = frozenset(ids)
    strange = [(one.id.span, one.id.text) for one in listed if one.id.text.strip() not in known]
    return [unknown_body(span, text, nearest(text, ids)) for span, text in strange]


def _shared(node: Node | None, place: Place) -> tuple[list[HandedFigure], list[Diagnostic]]:
    """The figures that are one for the whole round."""
    handed: list[HandedFigure] = []
    found: list[Diagnostic] = []
    for name, under in node.entries if isinstance(node, Mapping) else ():
        one, mistakes = figure_from_node(None, name, under, "shared", place)
        handed += one
        found += mistakes
    return handed, found


def _values(node: Node | None, place: Place) -> tuple[list[HandedFigure], list[HandedTable], Sequence[Diagnostic]]:
    """What stands under `values`, in the evidence file and in the file that it names there."""
    if not isinstance(node, Mapping):
        return [], [], ()
    figures, tables, found = values_from_nodes(node, place)
    listing = place.listing(node)
    if listing is None:
        return figures, tables, found
    more, mistakes = values_from_listing(listing, place.declared)
    return [*more, *figures], tables, (*found, *mistakes)
