"""The form that a body fills in: what it asks, in what order, in which cells, and what it carries unseen."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from evidence.rules_of_a_form import RULES
from parrules.api.cache import NO_CACHE
from parrules.api.find import RuleFile
from parrules.api.form import write_form
from parrules.api.load import load
from parrules.plan.plan import Plan
from parrules.report.office.form import HIDDEN_SHEET, FormFor, form
from parrules.report.office.form_plan import form_rows
from report.office_for_tests import Cells, cells_of, parts_of

FOR = FormFor("xa-a", 2025, date(2025, 1, 1), date(2025, 12, 31), name="Xã A")


@pytest.fixture(scope="module")
def plan(tmp_path_factory) -> Plan:
    path: Path = tmp_path_factory.mktemp("form") / "rules.yaml"
    path.write_text(RULES, encoding="utf-8", newline="\n")
    loaded = load(RuleFile(path, "rules.yaml"), NO_CACHE, ())
    assert loaded.plan is not None, loaded.diagnostics
    return loaded.plan


@pytest.fixture(scope="module")
def file(plan: Plan) -> bytes:
    return form(plan, FOR, "vi")


@pytest.fixture(scope="module")
def main(file: bytes) -> Cells:
    return cells_of(file)["Biểu tự chấm"]


def cell(cells: Cells, id: str, column: str) -> object:
    """What stands in a column, by its hidden name, of the row with this hidden id."""
    names = next(row for row in cells if str(row[0]).startswith("form:"))
    return next(row for row in cells if row[0] == id)[names.index(column)]


def test_a_figure_is_asked_once_under_the_first_criterion_that_reads_it_the_whole_before_its_part(
    plan: Plan,
) -> None:
    assert [
        "section:bodies",
        "bodies:mountain",
        "section:shared",
        "shared:national",
        "section:criteria",
        "criterion:1",
        "criterion:1.1",
        "values:assigned",
        "values:done",
        "criterion:1.2",
        "table:tasks",
        "criterion:1.10",
        "criterion:2",
        "values:quality",
        "values:issued_on",
        "values:signed",
        "criterion:3",
    ] == [row.id for row in form_rows(plan, "self")]


def test_what_a_survey_decides_is_asked_at_its_own_stage(plan: Plan) -> None:
    assert "values:satisfied" in [row.id for row in form_rows(plan, "surveyed")]
    assert {"surveyed"} == {row.waits for row in form_rows(plan, "self") if row.id == "criterion:3"}
    assert {""} == {row.waits for row in form_rows(plan, "surveyed")}


def test_the_official_columns_stand_in_their_order(main: Cells) -> None:
    heads = next(row for row in main if row[0] == "head")
    assert [
        "STT",
        "Lĩnh vực, tiêu chí, tiêu chí thành phần; số liệu",
        "Điểm tối đa",
        "Cách chấm, yêu cầu",
        "Số liệu",
        "Điểm tự chấm",
        "Tài liệu kiểm chứng",
        "Trang",
        "Giải trình",
        "Ghi chú",
    ] == heads[1:11]


def test_codes_are_text_and_the_rule_stands_beside_what_it_reads(main: Cells) -> None:
    assert "1.10" == cell(main, "criterion:1.10", "code")
    assert 3.0 == cell(main, "criterion:1.1", "maximum")
    assert "Chỉ áp dụng khi: assigned > 0\nchấm done / assigned * điểm_tối_đa" == cell(main, "criterion:1.1", "rule")
    assert str(cell(main, "criterion:1.2", "rule")).endswith("Dùng cả số liệu đã điền ở trên: Được giao")
    assert "Điểm do Chủ tịch đánh giá\nbước điểm 0,25" == cell(main, "criterion:1.10", "rule")
    assert "ngày, dạng 31/12/2025; không có thì ghi: chưa ban hành" == cell(main, "values:issued_on", "rule")
    assert "chọn: =kém, tốt, chưa đánh giá" == cell(main, "values:quality", "rule")
    assert "không tự chấm; giai đoạn surveyed" == cell(main, "criterion:3", "score")


def test_only_cells_to_fill_are_open_and_those_of_the_survey_are_grey(file: bytes, main: Cells) -> None:
    parts = parts_of(file)
    xml = parts["xl/worksheets/sheet1.xml"]
    assert "<sheetProtection" in xml
    formats = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", parts["xl/styles.xml"].partition("<cellXfs")[2])
    unlocked = {at for at, one in enumerate(formats) if 'locked="0"' in one}
    row = 1 + next(at for at, one in enumerate(main) if one[0] == "criterion:3")
    styles = {int(style) for style in re.findall(rf'<c r="[A-Z]+{row}" s="(\d+)"', xml)}
    assert not styles & unlocked
    row = 1 + next(at for at, one in enumerate(main) if one[0] == "values:assigned")
    opened = re.findall(rf'<c r="([A-Z]+){row}" s="(\d+)"', xml)
    assert ["F", "H", "I", "J", "K"] == [column for column, style in opened if int(style) in unlocked]


def test_every_input_cell_says_what_it_takes(file: bytes) -> None:
    xml = parts_of(file)["xl/worksheets/sheet1.xml"]
    rules = dict(re.findall(r'<dataValidation [^>]*sqref="([A-Z0-9]+)"[^>]*>\s*<formula1>(.*?)</formula1>', xml))
    told = {cell: rule.replace("&gt;", ">").replace("&lt;", "<") for cell, rule in rules.items()}
    assert any(re.fullmatch(r"AND\(ISNUMBER\(F\d+\),F\d+=INT\(F\d+\),F\d+>=0\)", rule) for rule in told.values())
    assert any('="chưa ban hành"' in rule for rule in told.values())
    assert any(re.fullmatch(r"AND\(ISNUMBER\(G\d+\),G\d+>=0,G\d+<=3\)", rule) for rule in told.values())
    assert any("'_parrules'!$" in rule for rule in told.values())


def test_a_table_has_a_sheet_of_its_own_with_hidden_names_over_its_columns(file: bytes) -> None:
    cells = cells_of(file)["Nhiệm vụ được giao"]
    assert ["table:tasks", "code", "due_on"] == cells[2][:3]
    assert ["head", "Mã", "Hạn"] == cells[3][:3]
    assert "điền vào trang tính “Nhiệm vụ được giao”" == cell(cells_of(file)["Biểu tự chấm"], "table:tasks", "rule")


def test_a_hidden_sheet_says_what_the_form_is_for(plan: Plan, file: bytes) -> None:
    said = [(row[0], row[1]) for row in cells_of(file)[HIDDEN_SHEET] if row[0]]
    assert [
        ("parrules_form", "1"),
        ("methodology", "vn.x.form"),
        ("edition", "2025"),
        ("rules", plan.digest),
        ("year", "2025"),
        ("from", "2025-01-01"),
        ("to", "2025-12-31"),
        ("stage", "self"),
        ("body", "xa-a"),
        ("name", "Xã A"),
    ] == said[:10]
    assert ("table:tasks", "Nhiệm vụ được giao") in said
    assert 'state="veryHidden"' in parts_of(file)["xl/workbook.xml"]


def test_only_sums_are_formulas_whatever_the_methodology_says(file: bytes) -> None:
    formulas = re.findall(r"<f>(.*?)</f>", parts_of(file)["xl/worksheets/sheet1.xml"])
    assert ['IF(COUNT(G13,G16,G18)=0,"",SUM(G13,G16,G18))', 'IF(COUNT(G12,G19,G23)=0,"",SUM(G12,G19,G23))'] == formulas


def test_the_same_form_is_the_same_bytes(plan: Plan, file: bytes) -> None:
    assert file == form(plan, FOR, "vi")
    assert file != form(plan, FOR, "en")


@pytest.mark.parametrize("name", ["vn.nd307.commune", "vn.par_index.province_detail", "vn.hp212", "vn.tt01.agency"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_shipped_methodology_has_a_form(name: str, language) -> None:
    made = write_form(name, "x", language=language)
    assert () == made.diagnostics
    assert made.file is not None and cells_of(made.file)
