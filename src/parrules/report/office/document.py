"""A Word document as Decree 30/2020/NĐ-CP lays one out: A4, its margins, Times New Roman, numbered pages.

The same bytes every time: the day it says it was made is the round's, and its parts bear no date.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from parrules.report.office.workbook import FONT, printable

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

SIZE = 14
SMALL = 12
CENTRE, LEFT, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
_EPOCH = (1980, 1, 1, 0, 0, 0)
_AFTER_BORDER = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def paper(title: str, day: date, language: str) -> Paper:
    """An empty document. day: of the round."""
    made = Document()
    made.settings.odd_and_even_pages_header_footer = False
    properties = made.core_properties
    properties.title, properties.author, properties.last_modified_by = printable(title)[:255], "parrules", "parrules"
    properties.comments, properties.revision = "", 1
    properties.created = properties.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    properties.language = "vi-VN" if language == "vi" else "en-GB"
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.header_distance = Cm(1)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    normal.paragraph_format.space_before, normal.paragraph_format.space_after = Pt(0), Pt(0)
    return made


def text(
    where: Paragraph, words: str, *, bold: bool = False, italic: bool = False, size: float | None = None
) -> Paragraph:
    """The words behind what the paragraph has already."""
    run: Run = where.add_run(printable(words).replace("≈ ", "≈\N{NO-BREAK SPACE}"))
    run.bold, run.italic = bold, italic
    if size is not None:
        run.font.size = Pt(size)
    return where


def paragraph(made: Paper, words: str, *, bold: bool = False, italic: bool = False, indent: float = 1.27) -> Paragraph:
    """A paragraph of the body: justified, its first line set in, 6 points after the one above."""
    added = made.add_paragraph()
    added.alignment = BOTH
    added.paragraph_format.first_line_indent = Cm(indent)
    added.paragraph_format.space_before = Pt(6)
    added.paragraph_format.line_spacing = 1.15
    return text(added, words, bold=bold, italic=italic)


def title(made: Paper, words: str) -> Paragraph:
    """The name of a part, which stays with what is below it."""
    added = paragraph(made, words, bold=True)
    added.paragraph_format.keep_with_next = True
    return added


def cell(where: _Cell, words: str, alignment: WD_ALIGN_PARAGRAPH = LEFT, **style: bool | float) -> Paragraph:
    """Fills the first paragraph of a cell."""
    first = where.paragraphs[0]
    first.alignment = alignment
    return text(first, words, **style)  # type: ignore[arg-type]


def table(made: Paper, widths: tuple[float, ...], style: str | None = "Table Grid") -> Table:
    """A table without rows, its columns so wide, in centimetres."""
    added: Table = made.add_table(rows=0, cols=len(widths), style=style)
    added.alignment = WD_TABLE_ALIGNMENT.CENTER
    added.autofit = False
    for column, width in zip(added.columns, widths, strict=True):
        column.width = Cm(width)
    return added


def add_row(where: Table) -> tuple[_Cell, ...]:
    """A row more; its cells."""
    return tuple(where.add_row().cells)  # type: ignore[no-untyped-call]


def row(
    where: Table,
    widths: tuple[float, ...],
    contents: tuple[str, ...],
    alignments: tuple[WD_ALIGN_PARAGRAPH, ...],
    *,
    bold: bool = False,
    head: bool = False,
) -> None:
    """A row, which is not broken over pages; a head stands again on each of them."""
    cells = add_row(where)
    for one, width, words, alignment in zip(cells, widths, contents, alignments, strict=True):
        one.width = Cm(width)
        cell(one, words, CENTRE if head else alignment, bold=bold or head, size=SMALL)
    properties = where.rows[-1]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def line(where: _Cell | Paper, width: float, room: float) -> None:
    """A line under a centred text, so many centimetres long where there is `room` for it."""
    added = where.add_paragraph()
    added.paragraph_format.left_indent = added.paragraph_format.right_indent = Cm(max(0.0, (room - width) / 2))
    added.paragraph_format.line_spacing = Pt(4)
    border, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    border.append(top)
    properties = added._p.get_or_add_pPr()
    properties.insert_element_before(border, *_AFTER_BORDER)


def _page_number(where: Paragraph) -> None:
    """The number of the page in the middle above the text; the first page has none."""
    where.alignment = CENTRE
    run = where.add_run()
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
        run._r.append(part)


def closed(made: Paper) -> bytes:
    """The file, its parts without a date."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    made.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            after.writestr(part, before.read(name))
    return fixed.getvalue()
