"""From an evidence file, and the tables beside it, to the round: the one place that knows the order of its passes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from parrules.evidence.binding import Bound, HandedFigure, HandedTable, bind, unknown_body
from parrules.evidence.bodies import NamedBody, bodies_from
from parrules.evidence.calendars_from_syntax import calendar_from
from parrules.evidence.comparisons import unproved, without_parts_above_whole
from parrules.evidence.csv_values import known_columns, values_from_listing
from parrules.evidence.decisions import Decisions, decisions_from
from parrules.evidence.declared import declared_by
from parrules.evidence.files import YAML, content_of, digest, own_name, read_sources, relative, shown_beside
from parrules.evidence.form.opened import ENDINGS, FormFile, form_in
from parrules.evidence.form.to_round import round_of_form
from parrules.evidence.header import EvidenceFile, header_mistakes, open_evidence
from parrules.evidence.joint_tables import joint_tables_from
from parrules.evidence.last_round import last_from
from parrules.evidence.marks import Marks, Totals, marks_from, printed_from
from parrules.evidence.readers.foreign import NO_READERS, Readers
from parrules.evidence.readers.source import TableSource, source_of_bodies, table_source, ways_without_source
from parrules.evidence.records import Body, Round
from parrules.evidence.relations.sources import large_and_small, open_large
from parrules.evidence.shortened import shortened
from parrules.evidence.stages import (
    bodies_over,
    bound_over,
    order_mistakes,
    over_itself,
    stage_mistakes,
    stage_of,
    without_bodies,
)
from parrules.evidence.yaml_values import Place, figure_from_node, scalar, values_from_nodes
from parrules.methodology.model import Methodology
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import source_of
from parrules.text.nearest import nearest
from parrules.text.source import Source

Found = tuple[Diagnostic, ...]


def round_from(source: Source, folder: Path, methodology: Methodology) -> tuple[Round | None, Found]:
    """The round that an evidence file hands in. folder: where the file lies, and the tables that it names.

    Findings are in reading order. What is found wrong counts as missing, so that a round with findings can still be
    scored, and its scores are open. None where there is nothing to score: the head is wrong, it is evidence for
    another methodology, or there are no bodies.
    """
    file, found = open_evidence(source)
    if file is None:
        return None, shortened(found)
    round_, more = round_of(file, folder, methodology)
    return round_, shortened((*found, *more))


def round_of(
    file: EvidenceFile | FormFile,
    folder: Path,
    methodology: Methodology,
    before: Round | None = None,
    above: tuple[Path, ...] = (),
    readers: Readers = NO_READERS,
) -> tuple[Round | None, Found]:
    """The same for a file that was opened to look at its head. What was found then is not found again.

    before: the stage that it lies over where it does not name that itself. above: the files that lie over this one.
    readers: of files of other kinds, by their endings.
    """
    if isinstance(file, FormFile):
        return round_of_form(file, methodology, before)
    mistakes = (*header_mistakes(file, methodology), *stage_mistakes(file.root, file.header, methodology))
    if mistakes:
        return None, mistakes
    over = scalar(file.root, "over")
    if over is not None:
        before, wrong_before = _round_below(file, over, folder, methodology, (above, readers))
        if before is None:
            return None, wrong_before
    else:
        wrong_before = ()
    wrong_order = order_mistakes(file.root, file.header, before, methodology) if before else ()
    if wrong_order:
        return None, (*wrong_before, *wrong_order)
    root, declared = file.root, declared_by(methodology)
    sources, strays = _sources(root)
    bodies_and_values = (source_of_bodies(root.get("bodies")), table_source(root.get("values")))
    elsewhere = [one.key for one in bodies_and_values if one is not None]
    to_ask, to_read = large_and_small(sources, folder, elsewhere)
    large, wrong_large = open_large(to_ask, folder, file.source, known_columns(declared), elsewhere)
    files, wrong_files = read_sources(to_read, folder, file.source, known_columns(declared), readers)
    when = root.get("round")
    calendar, calendar_files, wrong_calendar = (
        calendar_from(when, folder, file.source) if isinstance(when, Mapping) else (None, {}, ())
    )
    place = Place(own_name(file.source), declared, files.listings, large.opened)
    bodies, traits, wrong_bodies = bodies_from(root.get("bodies"), place)
    ids = tuple(body.id for body in before.bodies) if before else tuple(body.id.text.strip() for body in bodies)
    said = scalar(root, "evidence")
    if not ids and said is not None and root.get("bodies") is None:
        return None, (without_bodies(said),)
    known = frozenset(ids)
    strange = [one.id for one in bodies if one.id.text.strip() not in known]
    shared, wrong_shared = _shared(root.get("shared"), place)
    figures, tables, wrong_values = _values(root.get("values"), place)
    joint, wrong_tables = joint_tables_from(
        root.get("tables"), ids, {(one.body, one.table.name) for one in tables}, place
    )
    bound, wrong = bind([*traits, *shared, *figures], [*tables, *joint], ids)
    bound = bound_over(bound, before) if before else bound
    bound, wrong_parts = without_parts_above_whole(bound, declared)
    marks, wrong_marks = marks_from(root.get("marks"), ids, place)
    decided, wrong_decisions = decisions_from(
        root.get("decided"), ids, stage_of(file.header.stage, methodology), before is None, place
    )
    printed, wrong_printed = printed_from(root.get("printed"), ids)
    unproved_figures = unproved(bound, declared, ids) if methodology.fidelity != "illustrative" else ()
    found = (
        *wrong_before,
        *(unknown_body(one.span, one.text, nearest(one.text, ids)) for one in strange),
        *strays,
        *wrong_files,
        *wrong_large,
        *wrong_calendar,
        *wrong_bodies,
        *wrong_shared,
        *wrong_values,
        *wrong_tables,
        *wrong,
        *wrong_parts,
        *wrong_marks,
        *wrong_decisions,
        *wrong_printed,
        *unproved_figures,
    )
    if not ids:
        return None, shortened(found)
    header = file.header
    return (
        Round(
            header.methodology,
            methodology.edition,
            header.year,
            header.start,
            header.end,
            header.stage,
            bodies_over(before, bound, marks, decided, printed)
            if before
            else tuple(_body(one, bound, marks, printed, decided) for one in bodies),
            bound.figures[""],
            digest(file.source, {**files.digests, **large.digests, **calendar_files, **_digest_below(before, over)}),
            calendar or (before.calendar if before else None),
            before,
            last_from(root.get("last"), folder, file.source) or (before.last if before else None),
        ),
        shortened(found),
    )


def _sources(root: Mapping) -> tuple[list[TableSource], list[Diagnostic]]:
    """Every table that the evidence file says to stand elsewhere."""
    values, bodies = root.get("values"), root.get("bodies")
    under = [values, *_below(root.get("tables")), *(one for body in _below(values) for one in _below(body))]
    sources = (table_source(node) for node in under if isinstance(node, Mapping))
    found = [one for node in under for one in ways_without_source(node)]
    return [one for one in (source_of_bodies(bodies), *sources) if one is not None], found


def _below(node: Node | None) -> Sequence[Node]:
    return [under for _, under in node.entries] if isinstance(node, Mapping) else []


def _shared(node: Node | None, place: Place) -> tuple[list[HandedFigure], Sequence[Diagnostic]]:
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


def _body(one: NamedBody, bound: Bound, marks: Marks, printed: Totals, decided: Decisions) -> Body:
    id = one.id.text.strip()
    handed = bound.figures[id], bound.tables[id], marks[id]
    return Body(id, one.name, one.group, one.region, *handed, printed_total=printed.get(id), decided=decided[id])


def _round_below(
    file: EvidenceFile, over: Scalar, folder: Path, methodology: Methodology, rest: tuple[tuple[Path, ...], Readers]
) -> tuple[Round | None, Found]:
    """The round of the stage before, in the file that `over` names beside this one. rest: the files above, readers."""
    above, readers = rest
    shown = shown_beside(over.text, file.source)
    path = Path(os.path.realpath(folder / over.text))
    files = (*above, Path(os.path.realpath(folder / own_name(file.source))))
    if path in files:
        return None, (over_itself(over.span),)
    raw = content_of(over, folder, shown, (*YAML, *ENDINGS))
    if isinstance(raw, Diagnostic):
        return None, (raw,)
    below: EvidenceFile | FormFile | None
    below, found = form_in(raw, path.name, shown) if path.suffix.lower() in ENDINGS else _opened(raw, shown)
    if below is None:
        return None, found
    round_, more = round_of(below, path.parent, methodology, above=files, readers=readers)
    return round_, (*found, *more)


def _opened(raw: bytes, shown: str) -> tuple[EvidenceFile | None, Found]:
    source = source_of(raw, shown)
    return (None, (source,)) if isinstance(source, Diagnostic) else open_evidence(source)


def _digest_below(before: Round | None, over: Scalar | None) -> dict[str, str]:
    """The digest of the stage before, under the name of its file, or of the stage where another said which it is."""
    if before is None:
        return {}
    return {relative(over.text) if over else f"stage {before.stage}": before.digest}
