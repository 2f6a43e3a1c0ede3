"""The parts of a report that Decree 30/2020/NĐ-CP prescribes around its text: head, title, recipients, signature.

The number, the place, the day and the names are left for the office to fill: nothing here knows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Cm, Pt

from parrules.report.office import document as word
from parrules.report.office.words import office
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import _Cell

_HEAD = (6.6, 9.4)
_FOOT = (7.6, 8.4)


def head(made: Paper, body: str, language: Language) -> None:
    """Who writes and under which number, beside the name of the state, its motto, the place and the day."""
    left, right = _two_cells(made, _HEAD)
    word.cell(left, office("document.superior", language), word.CENTRE, size=12)
    _below(left, body.upper(), bold=True, size=12)
    word.line(left, 2.4, _HEAD[0])
    _below(left, office("document.number", language), size=13)
    word.cell(right, office("document.nation", language), word.CENTRE, bold=True, size=12)
    _below(right, office("document.motto", language), bold=True, size=13)
    word.line(right, 5.6, _HEAD[1])
    _below(right, office("document.place_and_day", language), italic=True, size=13)


def subject(made: Paper, what: str, title: str, language: Language) -> None:
    """The kind of document, what it is about, and to whom it goes."""
    for at, words in enumerate((office("document.kind", language), what, title)):
        added = made.add_paragraph()
        added.alignment = word.CENTRE
        added.paragraph_format.space_before = Pt(18 if at == 0 else 0)
        word.text(added, words, bold=True)
    word.line(made, 4, 16)
    to = made.add_paragraph()
    to.alignment = word.CENTRE
    to.paragraph_format.space_before = to.paragraph_format.space_after = Pt(8)
    word.text(to, office("document.to", language))


def foot(made: Paper, language: Language) -> None:
    """The recipients, beside the place where it is signed."""
    made.add_paragraph()
    left, right = _two_cells(made, _FOOT)
    word.cell(left, office("document.recipients", language), bold=True, italic=True, size=12)
    for key in ("recipient_first", "recipient_blank", "recipient_last"):
        word.text(left.add_paragraph(), office(f"document.{key}", language), size=11)
    word.cell(right, office("document.signs", language), word.CENTRE, bold=True, size=13)
    _below(right, office("document.signature", language), italic=True, size=12)
    for _ in range(3):
        right.add_paragraph()
    _below(right, office("document.name", language), bold=True, size=13)


def _two_cells(made: Paper, widths: tuple[float, float]) -> tuple[_Cell, _Cell]:
    without_borders = word.table(made, widths, None)
    cells = word.add_row(without_borders)
    for one, width in zip(cells, widths, strict=True):
        one.width = Cm(width)
    return cells[0], cells[1]


def _below(where: _Cell, words: str, *, bold: bool = False, italic: bool = False, size: float = 13) -> None:
    added = where.add_paragraph()
    added.alignment = word.CENTRE
    word.text(added, words, bold=bold, italic=italic, size=size)
