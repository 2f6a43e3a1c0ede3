"""The rows of a form that came back: what was filled in, by what each row is, and where the form was changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from parrules.evidence.form.mistakes import code_changed, column_gone, row_gone, row_inserted, row_twice
from parrules.evidence.form.opened import FORMAT, FormFile, cell_of, id_row
from parrules.evidence.readers.listing import Cell, Row
from parrules.evidence.records import Provenance
from parrules.text.diagnostic import Diagnostic

COLUMNS = ("code", "title", "value", "score", "document", "page", "justification", "note")
_FILLED = ("value", "score", "document", "page", "justification", "note")
_PROOF = ("document", "page", "justification", "note")

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of the form. section: `criterion`, `values`, `bodies`, `shared` or `table`; name: a code or a name.

    cells: by column. above: the row of the criterion under which it stands, whose document holds for it too.
    """

    section: str
    name: str
    cells: Mapping[str, Cell]
    above: Answer | None = None

    def text(self, column: str) -> str:
        return self.cells[column].text.strip()

    @property
    def spelled(self) -> Cell:
        """Its name, where people see its title."""
        return replace(self.cells["title"], text=self.name, holds="text")

    def provenance(self, column: str, file: str) -> Provenance:
        """Where what stands in a column is from, with the proof beside it; else that of the criterion above."""
        span = self.cells[column].span
        return self.proven(Provenance(file, sheet=span.source.sheet, cell=span.cell))

    def proven(self, where: Provenance) -> Provenance:
        """A place, with the proof that stands in this row, else in that of the criterion above."""
        proof = self._proof()
        return replace(
            where,
            document=proof["document"],
            page=proof["page"],
            justification=proof["justification"],
            note=proof["note"],
        )

    def _proof(self) -> dict[str, str]:
        """The document, page, justification and note. A page goes with the document that it is of."""
        own = {name: self.text(name) for name in _PROOF}
        if self.above is None:
            return own
        outer = self.above._proof()
        if own["document"]:
            outer["page"] = ""
        return {name: own[name] or outer[name] for name in _PROOF}


def answers_of(form: FormFile) -> tuple[tuple[Answer, ...], Found]:
    """Every row of the form, in order. A row that stands twice counts once, the first time."""
    grid = form.main
    top = id_row(grid, f"form:{FORMAT}")
    assert top is not None  # it would be no form
    names = [text.strip() for text in grid.rows[top].texts]
    missing = [column_gone(form.shown, name) for name in COLUMNS if name not in names]
    if missing:
        return (), tuple(missing)
    places = {name: names.index(name) for name in COLUMNS}
    answers: dict[str, Answer] = {}
    found: list[Diagnostic] = []
    above: Answer | None = None
    for row in grid.rows[top + 1 :]:
        id = row.texts[0].strip()
        section, _, name = id.partition(":")
        if id == "head" or section == "section":
            continue
        cells = {column: cell_of(grid, row, at) for column, at in places.items()}
        if not id:
            found += _inserted(row, cells)
            continue
        answer = Answer(section, name, cells, None if section == "criterion" else above)
        if section == "criterion":
            above = answer
            if answer.text("code") != name:
                found.append(code_changed(cells["code"].span, answer.text("code"), name))
        if id in answers:
            found.append(row_twice(cells["title"].span, name, answers[id].cells["title"].span.cell))
        answers.setdefault(id, answer)
    gone = [id for id in form.asked if id not in answers]
    found += [row_gone(form.shown, id.partition(":")[2]) for id in gone]
    return tuple(answers.values()), tuple(found)


def _inserted(row: Row, cells: Mapping[str, Cell]) -> list[Diagnostic]:
    """That something was filled in where the form has no row. The row of the total has formulas only."""
    filled = [cells[name] for name in _FILLED if cells[name].text.strip() and cells[name].holds != "uncomputed"]
    if not filled or _is_total(row, cells):
        return []
    return [row_inserted(filled[0].span)]


def _is_total(row: Row, cells: Mapping[str, Cell]) -> bool:
    others = [cells[name] for name in _FILLED if name != "score"]
    return not row.texts[0].strip() and not cells["code"].text.strip() and not any(one.text.strip() for one in others)
