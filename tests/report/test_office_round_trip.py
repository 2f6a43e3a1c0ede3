"""A form is written, filled in by LibreOffice, scored, and its results written as pages, workbook and document:
every number in them is the receipt's."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from evidence.filled_for_tests import places_of
from parrules.api.form import write_form
from parrules.api.verbs import evaluate
from parrules.cli.main import main
from parrules.report.receipt import receipt
from parrules.report.spelling import brief
from parrules.report.spelling import places_of as decimals_of
from parrules.values.numbers import written
from report.office_for_tests import below, cells_of, texts_of

EXAMPLE = Path(__file__).parents[2] / "examples/province-detail-2023"
BODY = "minh-hoa-a"
SCRIPT = Path(__file__).with_name("fill_in_libreoffice.py")
PYTHON = "/usr/bin/python3"


def speaks_to_libreoffice() -> bool:
    if shutil.which("soffice") is None or not Path(PYTHON).exists():
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not speaks_to_libreoffice(), reason="no LibreOffice with python3-uno")


def content(text: str, kind: str) -> str | float:
    """What a cell holds when a person typed this: a number, a day by its serial, else text."""
    if kind == "date" and (found := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)):
        day, month, year = map(int, found.groups())
        return date(year, month, day).toordinal() - date(1899, 12, 30).toordinal()
    if kind in ("text", "one_of", "yes_no"):
        return text
    if found := re.fullmatch(r"(\d+)(?:,(\d+))?(%?)", text):
        number = Fraction(f"{found[1]}.{found[2] or 0}")
        return float(number / 100 if found[3] else number)
    return text


def answers_of(form: bytes, plan) -> dict[str, dict[str, str | float]]:
    """Everything that the example hands in for the body, by sheet and cell of the form."""
    place, figures = places_of(form), {one.name: one for one in plan.methodology.figures}
    main_sheet: dict[str, str | float] = {}
    answers: dict[str, dict[str, str | float]] = {"Biểu tự chấm": main_sheet}
    for row in csv.DictReader((EXAMPLE / "values.csv").read_text(encoding="utf-8").splitlines()):
        if row["body"] == BODY:
            id = f"values:{row['figure']}"
            main_sheet[place(id, "value")] = content(row["value"], figures[row["figure"]].kind.name)
            main_sheet[place(id, "document")] = "12/BC-UBND"
            main_sheet[place(id, "page")] = "3"
    for table in plan.methodology.tables:
        path = EXAMPLE / f"{table.name}.csv"
        rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
        own = [row for row in rows if row["body"] == BODY]
        main_sheet[place(f"table:{table.name}", "value")] = "đã kê đủ" if own else "không phát sinh"
        sheet = next(name for name, cells in cells_of(form).items() if f"table:{table.name}" in cells[2][:1])
        cells = answers.setdefault(sheet, {})
        for at, row in enumerate(own, start=6):
            for column, one in zip("BCDEFGHIJ", table.columns, strict=False):
                if row[one.name]:
                    cells[f"{column}{at}"] = content(row[one.name], one.kind.name)
    return answers


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where the form lies after LibreOffice saved it, beside what it was filled in with."""
    made: Path = tmp_path_factory.mktemp("office")
    expected = evaluate(None, EXAMPLE / "evidence.yaml", bodies=(BODY,))
    form = write_form("vn.par_index.province_detail", BODY, name="tỉnh minh họa A").file
    assert form is not None
    (made / "form.xlsx").write_bytes(form)
    (made / "answers.json").write_text(json.dumps(answers_of(form, expected.plan)), encoding="utf-8")
    pipe = f"parrules{os.getpid()}"
    profile = f"-env:UserInstallation={(made / 'profile').as_uri()}"
    start = ["soffice", profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
    with subprocess.Popen(start, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as office:
        command = [PYTHON, str(SCRIPT), pipe, str(made / "form.xlsx"), str(made / "answers.json")]
        try:
            subprocess.run(command, check=True, timeout=120)
            office.wait(60)
        finally:
            office.kill()
    return made


@pytest.fixture(scope="module")
def scored(folder: Path):
    return evaluate(None, folder / "form.xlsx")


def test_the_form_that_libreoffice_saved_scores_as_the_evidence_it_was_filled_in_from(scored) -> None:
    expected = evaluate(None, EXAMPLE / "evidence.yaml", bodies=(BODY,)).sheets[0]
    assert [] == [one.code for one in scored.findings]
    (sheet,) = scored.sheets
    assert {line.code: line.score for line in expected.lines} == {line.code: line.score for line in sheet.lines}
    assert (expected.total, expected.index) == (sheet.total, sheet.index)
    read = [one for line in sheet.lines for one in line.evidence if one.kind.name != "table"]
    assert {("form.xlsx", "Biểu tự chấm", "12/BC-UBND", "3")} == {
        (one.provenance.file, one.provenance.sheet, one.provenance.document, one.provenance.page) for one in read
    }
    assert all(one.provenance.cell for one in read)


@pytest.mark.parametrize("format", ["html", "xlsx", "docx"])
def test_every_number_in_what_is_written_is_the_receipt_s(scored, folder: Path, format: str) -> None:
    out = folder / f"out.{format}"
    assert 0 == main(["evaluate", str(folder / "form.xlsx"), "--format", format, "-o", str(out)])
    (sheet,) = scored.sheets
    of_receipt = {line["code"]: line["score"] for line in receipt(scored.sheets)["sheets"][0]["criteria"]}
    if format == "xlsx":
        rows = below(cells_of(out.read_bytes())["Bảng điểm"], "Mã")
        assert of_receipt == {row["Mã"]: row["Số chính xác"] for row in rows if row["Mã"]}
    elif format == "docx":
        scores = decimals_of([sheet.total, *(line.score for line in sheet.lines)])
        rows = [text.replace("\xa0", " ").split(" | ") for text in texts_of(out.read_bytes()) if text.count(" | ") == 4]
        shown = {row[0]: row[3] for row in rows[1 : len(sheet.lines) + 1]}
        assert {line.code: brief(line.score, "vi", scores) for line in sheet.lines} == shown
    else:
        page = out.read_text(encoding="utf-8")
        exact = set(re.findall(r'<data value="([^"]*)"', page))
        assert {written(line.score) for line in sheet.lines} <= exact
        assert written(sheet.total) in exact
