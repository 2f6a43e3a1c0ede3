"""Forms filled in without a spreadsheet: cells are written into the XML of the sheets."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from html import escape

from parrules.evidence.form.opened import FormFile, form_in, id_row

Typed = str | int | float


def places_of(form: bytes) -> Callable[[str, str], str]:
    """Where the column of a row stands, by the row's hidden id and the column's hidden name: `F12`."""
    file, _ = form_in(form, "form.xlsx", "form.xlsx")
    assert isinstance(file, FormFile)
    names = file.main.rows[id_row(file.main, "form:1") or 0].texts

    def place(id: str, column: str) -> str:
        row = next(row for row in file.main.rows if row.texts[0] == id)
        return f"{chr(ord('A') + names.index(column))}{row.line}"

    return place


def answered(form: bytes, answers: Mapping[tuple[str, str], Typed]) -> bytes:
    """The form with these cells filled in, by id of the row and name of the column."""
    place = places_of(form)
    return typed(form, 1, {place(*where): what for where, what in answers.items()})


def typed(form: bytes, sheet: int, cells: Mapping[str, Typed]) -> bytes:
    """The form with this typed into the cells of a sheet, counted from 1."""

    def fill(xml: str) -> str:
        for cell, what in cells.items():
            pattern = re.compile(rf'<c r="{cell}" s="(\d+)"(?:/>| t="s"><v>\d*</v></c>)')
            content = f"<v>{what}</v>" if not isinstance(what, str) else f"<is><t>{escape(what)}</t></is>"
            kind = ' t="inlineStr"' if isinstance(what, str) else ""
            assert pattern.search(xml), cell
            xml = pattern.sub(rf'<c r="{cell}" s="\1"{kind}>{content}</c>', xml)
        return xml

    return changed(form, f"xl/worksheets/sheet{sheet}.xml", fill)


def with_blank_row(form: bytes, before: int) -> bytes:
    """The form with a row inserted into its first sheet, as a spreadsheet does it."""

    def shift(xml: str) -> str:
        head, mark, tail = xml.partition("<sheetData>")
        body, end, rest = tail.partition("</sheetData>")

        def moved(found: re.Match[str]) -> str:
            number = int(found[2])
            return f"{found[1]}{number + (number >= before)}{found[3]}"

        body = re.sub(r'(<row r=")(\d+)(")', moved, body)
        return head + mark + re.sub(r'(<c r="[A-Z]+)(\d+)(")', moved, body) + end + rest

    return changed(form, "xl/worksheets/sheet1.xml", shift)


def changed(form: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The workbook with one of its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, change(content.decode()).encode() if name == part else content)
    return made.getvalue()
