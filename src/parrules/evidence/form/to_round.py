"""From a form that came back to the round: one body, its figures, tables and marks, and its self-scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from parrules.evidence.binding import Bound, HandedFigure, HandedTable, bind, unknown_body
from parrules.evidence.comparisons import unproved, without_parts_above_whole
from parrules.evidence.declared import Declared, Section, declared_by
from parrules.evidence.form.answers import Answer, answers_of
from parrules.evidence.form.mistakes import filled_too_early
from parrules.evidence.form.opened import FormFile
from parrules.evidence.form.tables import table_of
from parrules.evidence.header import other_edition, other_methodology
from parrules.evidence.marks import mark_in, unknown_code
from parrules.evidence.records import Body, Mark, Round
from parrules.evidence.shortened import shortened
from parrules.evidence.stages import bodies_over, bound_over, cannot_lie_over, round_over, unknown_stage
from parrules.methodology.model import Criterion, Methodology
from parrules.methodology.stages import place_of
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest

Found = tuple[Diagnostic, ...]
_SECTIONS: dict[str, Section] = {"values": "values", "bodies": "bodies", "shared": "shared"}


@dataclass(slots=True)
class _Handed:
    """What the rows hand in, one after the other."""

    figures: list[HandedFigure] = field(default_factory=list)
    tables: list[HandedTable] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)
    claimed: dict[str, Mark] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)


def round_of_form(form: FormFile, methodology: Methodology, before: Round | None = None) -> tuple[Round | None, Found]:
    """The round that a form hands in. before: the stage that it lies over.

    As of any evidence, what is found wrong counts as missing. None where the form is for another methodology.
    """
    mistakes = _for_another(form, methodology, before)
    if mistakes:
        return None, mistakes
    declared = declared_by(methodology)
    answers, changed = answers_of(form)
    handed = _handed(form, answers, declared, methodology)
    id = form.text("body")
    ids = tuple(body.id for body in before.bodies) if before else (id,)
    if id not in ids:
        return None, (unknown_body(form.said["body"].span, id, nearest(id, ids)),)
    bound, wrong = bind(handed.figures, handed.tables, ids)
    bound = bound_over(bound, before) if before else bound
    bound, wrong_parts = without_parts_above_whole(bound, declared)
    doubts = unproved(bound, declared, (id,), in_form=True) if methodology.fidelity != "illustrative" else ()
    found = shortened((*changed, *handed.found, *wrong, *wrong_parts, *doubts))
    bodies = _bodies(form, bound, handed, before)
    return round_over(before, form.header, methodology, bodies, bound.figures[""], form.digest), found


def _for_another(form: FormFile, methodology: Methodology, before: Round | None) -> Found:
    """Why the form is not for this methodology, or does not lie over that stage."""
    header, said = form.header, form.said
    if header.methodology != methodology.name:
        return (other_methodology(said["methodology"].span, header.methodology, methodology.name),)
    if header.edition != methodology.edition:
        return (other_edition(said["edition"].span, header.edition, methodology.edition),)
    names = tuple(one.name for one in methodology.stages)
    at = said["stage"].span
    if names and header.stage not in names:
        return (unknown_stage(at, header.stage, nearest(header.stage, names), names),)
    return cannot_lie_over(before, header, methodology, at) if before is not None else ()


def _handed(form: FormFile, answers: Iterable[Answer], declared: Declared, methodology: Methodology) -> _Handed:
    handed = _Handed()
    waiting = _decided_later(methodology, form.header.stage)
    for answer in answers:
        if answer.section == "criterion":
            _points(form, answer, declared, waiting, handed)
        elif answer.section == "table":
            table = declared.table(answer.spelled)
            if isinstance(table, Diagnostic):
                handed.found.append(table)
                continue
            one, mistakes = table_of(form, answer, table)
            handed.tables += [one] if one is not None else []
            handed.found += mistakes
        elif answer.section in _SECTIONS:
            _figure(form, answer, declared, _SECTIONS[answer.section], handed)
    return handed


def _figure(form: FormFile, answer: Answer, declared: Declared, section: Section, handed: _Handed) -> None:
    """A figure that was filled in. A blank one is not handed in, even where it may be known to be absent."""
    written = answer.cells["value"]
    if not written.text.strip() and written.holds == "text":
        return
    figure = declared.figure(answer.spelled, section)
    if isinstance(figure, Diagnostic):
        handed.found.append(figure)
        return
    body = None if section == "shared" else form.said["body"]
    handed.figures.append(HandedFigure(body, figure, written, answer.provenance("value", form.file)))


def _points(form: FormFile, answer: Answer, declared: Declared, waiting: frozenset[str], handed: _Handed) -> None:
    """A judged mark; or the points that the body gives itself, which are held against those of the rules."""
    written = answer.cells["score"]
    criterion = declared.criteria.get(answer.name)
    if criterion is None:
        handed.found.append(unknown_code(answer.spelled.span, answer.name, nearest(answer.name, declared.criteria)))
        return
    if criterion.children or not written.text.strip():
        return
    if criterion.code in waiting:
        if written.holds == "number":
            handed.found.append(filled_too_early(written.span, criterion.code))
        return
    number, wrong = mark_in(written, criterion, held=criterion.judged is not None)
    if wrong is not None:
        handed.found.append(wrong)
    if number is not None:
        mark = Mark(number, written.text.strip(), answer.provenance("score", form.file))
        (handed.marks if criterion.judged is not None else handed.claimed)[criterion.code] = mark


def _decided_later(methodology: Methodology, stage: str) -> frozenset[str]:
    """The codes of the criteria that a later stage decides."""
    own = place_of(stage, methodology)
    found: set[str] = set()

    def gather(one: Criterion, above: str | None) -> None:
        decides = one.stage or above
        place = place_of(decides, methodology) if decides is not None else None
        if decides is not None and (decides != stage if own is None or place is None else own < place):
            found.add(one.code)
        for child in one.children:
            gather(child, decides)

    for top in methodology.criteria:
        gather(top, None)
    return frozenset(found)


def _bodies(form: FormFile, bound: Bound, handed: _Handed, before: Round | None) -> tuple[Body, ...]:
    id = form.text("body")
    if before is not None:
        marks: Mapping[str, Mapping[str, Mark]] = {one.id: {} for one in before.bodies} | {id: handed.marks}
        return bodies_over(before, bound, marks, {one.id: {} for one in before.bodies}, {})
    return (
        Body(
            id,
            form.text("name") or id,
            form.text("group"),
            form.text("region"),
            bound.figures[id],
            bound.tables[id],
            handed.marks,
            claimed=handed.claimed,
        ),
    )
