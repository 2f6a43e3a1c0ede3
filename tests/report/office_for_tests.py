"""What stands in workbooks and documents, as a program of somebody else reads it."""

from __future__ import annotations

import io
import zipfile

import docx
from python_calamine import CalamineWorkbook

from parrules.report.office.score_book import Results
from parrules.scoring.sheet import Sheet
from parrules.standing.lost import Lost, LostPart

Cells = list[list[object]]


def cells_of(file: bytes) -> dict[str, Cells]:
    """The cells of every sheet, by its name."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(file))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def parts_of(file: bytes) -> dict[str, str]:
    """The XML parts of a workbook or document, by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}


def below(cells: Cells, heading: str) -> list[dict[str, object]]:
    """The rows below the row of headings that has this one, each by heading."""
    top = next(at for at, row in enumerate(cells) if heading in row)
    return [dict(zip(map(str, cells[top]), row, strict=True)) for row in cells[top + 1 :] if any(row)]


def texts_of(file: bytes) -> list[str]:
    """Every paragraph of a document, those of its tables too, in order."""
    made = docx.Document(io.BytesIO(file))
    found: list[str] = []
    for part in made.iter_inner_content():
        if isinstance(part, docx.text.paragraph.Paragraph):
            found.append(part.text)
        else:
            found += [" | ".join(cell.text for cell in row.cells) for row in part.rows]
    return found


def results_of(*sheets: Sheet) -> Results:
    """The sheets alone, and what they lost by their own account."""
    parts = tuple(
        LostPart(sheet, line, line.accountable, loss.cause, loss.amount, loss.words, loss.line, loss.reason)
        for sheet in sheets
        for line in sheet.lines
        if not line.children
        for loss in line.lost
    )
    return Results(sheets, Lost((), parts, (), ()))
