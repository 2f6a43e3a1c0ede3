"""A form that came back: everything in it with its sheet and cell, and everything that is wrong with it."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from evidence.filled_for_tests import answered, changed, places_of, typed, with_blank_row
from evidence.rules_of_a_form import RULES
from parrules.api.form import write_form
from parrules.api.outcome import Evaluation
from parrules.api.stages import stages
from parrules.api.verbs import evaluate
from parrules.evidence.form.words import COMPLETE, NOTHING
from parrules.report.diagnostics import render
from parrules.report.office.form_input import handed_words
from parrules.report.receipt import receipt

ANSWERS = {
    ("bodies:mountain", "value"): "không",
    ("shared:national", "value"): "55,5%",
    ("criterion:1.1", "score"): "2,4",
    ("criterion:1.1", "document"): "12/BC-UBND",
    ("criterion:1.1", "page"): 3,
    ("values:assigned", "value"): 40,
    ("values:done", "value"): "32",
    ("values:done", "document"): "13/BC-UBND",
    ("values:done", "justification"): "trích từ phần mềm",
    ("values:done", "note"): "=số đã đối chiếu",
    ("table:tasks", "value"): "đã kê đủ",
    ("table:tasks", "document"): "Sổ theo dõi",
    ("criterion:1.10", "score"): 0.75,
    ("values:quality", "value"): "tốt",
    ("values:issued_on", "value"): 45658,
    ("values:signed", "value"): 0.825,
}
RECORDS = {"B6": "NV-01", "C6": "31/03/2025", "B7": "NV-02", "C7": 45777}


@pytest.fixture
def blank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    made = write_form("rules.yaml", "xa-a", name="Xã A")
    assert made.file is not None
    return made.file


@pytest.fixture
def filled(blank: bytes) -> bytes:
    return typed(answered(blank, ANSWERS), 2, RECORDS)


def scored(form: bytes, rules: str | None = "rules.yaml") -> Evaluation:
    Path("form.xlsx").write_bytes(form)
    return evaluate(rules, "form.xlsx")


def codes(outcome: Evaluation) -> list[str]:
    return [one.code for one in (*outcome.diagnostics, *outcome.findings)]


def told(outcome: Evaluation) -> str:
    return render(outcome.findings, "vi", 200)


def test_a_form_alone_gives_the_score_of_its_body(filled: bytes) -> None:
    outcome = scored(filled)
    assert [] == codes(outcome)
    (sheet,) = outcome.sheets
    assert ("xa-a", "Xã A", "self", 2025) == (sheet.body, sheet.body_name, sheet.stage, sheet.year)
    scores = {line.code: line.score for line in sheet.lines if line.code != "3" and not line.children}
    assert {"1.1": Fraction(12, 5), "1.2": 2, "1.10": Fraction(3, 4), "2": 1} == scores


def test_every_value_keeps_its_sheet_cell_document_page_justification_and_note(blank: bytes, filled: bytes) -> None:
    place = places_of(blank)
    (sheet,) = scored(filled).sheets
    found = {one.name: one for line in sheet.lines for one in line.evidence}
    done, assigned, tasks = found["done"], found["assigned"], found["tasks"]
    where = done.provenance
    assert ("form.xlsx", "Biểu tự chấm", place("values:done", "value")) == (where.file, where.sheet, where.cell)
    assert ("13/BC-UBND", "", "trích từ phần mềm", "=số đã đối chiếu") == (
        where.document,
        where.page,
        where.justification,
        where.note,
    )
    assert ("12/BC-UBND", "3") == (assigned.provenance.document, assigned.provenance.page)
    assert (2, "Nhiệm vụ được giao", "Sổ theo dõi") == (tasks.value, tasks.provenance.sheet, tasks.provenance.document)
    assert date(2025, 1, 1).toordinal() == found["issued_on"].value
    assert (Fraction(825, 1000), Fraction(555, 1000)) == (found["signed"].value, found["national"].value)
    (line,) = [one for one in receipt([sheet])["sheets"][0]["criteria"] if one["code"] == "1.1"]
    assert "=số đã đối chiếu" == line["evidence"][1]["provenance"]["note"]


def test_a_blank_form_leaves_everything_open_and_nothing_is_0(blank: bytes) -> None:
    outcome = scored(blank)
    assert [] == codes(outcome)
    assert {"open"} == {line.status for line in outcome.sheets[0].lines if not line.children}
    assert not any(line.evidence and line.evidence[0].provenance.cell for line in outcome.sheets[0].lines)


def test_a_self_score_that_differs_from_the_computed_one_is_told_with_its_cell(blank: bytes) -> None:
    outcome = scored(typed(answered(blank, {**ANSWERS, ("criterion:1.1", "score"): 3}), 2, RECORDS))
    assert ["EV420"] == codes(outcome)
    cell = places_of(blank)("criterion:1.1", "score")
    assert f"form.xlsx, Biểu tự chấm!{cell}: cảnh báo EV420: tiêu chí 1.1: điểm tự chấm ghi 3" in told(outcome)
    assert "được 2,4" in told(outcome)


def test_a_self_score_beyond_what_is_still_possible_is_told(blank: bytes) -> None:
    outcome = scored(answered(blank, {("criterion:1.2", "score"): 3}))
    assert ["EV421"] == codes(outcome)
    assert "từ 0 đến 2" in told(outcome)


def test_a_self_score_where_the_criterion_is_left_out_is_told(blank: bytes) -> None:
    outcome = scored(answered(blank, {("values:assigned", "value"): 0, ("criterion:1.1", "score"): 3}))
    assert ["EV422"] == codes(outcome)


@pytest.mark.parametrize(
    ("where", "what", "code"),
    [
        (("values:assigned", "value"), "bốn mươi", "EV101"),
        (("values:assigned", "value"), "12.900", "EV102"),
        (("values:assigned", "value"), 9.44, "EV107"),
        (("values:signed", "value"), "82,5", "EV103"),
        (("values:signed", "value"), 82.5, "EV118"),
        (("values:issued_on", "value"), "31/02/2025", "EV112"),
        (("bodies:mountain", "value"), "ừ", "EV113"),
        (("values:done", "value"), "#REF!", "EV115"),
        (("criterion:1.10", "score"), "0,8", "EV163"),
        (("criterion:1.10", "score"), 2, "EV162"),
        (("criterion:1.1", "score"), "ba điểm rưỡi", "EV101"),
        (("table:tasks", "value"), "40", "EV412"),
    ],
)
def test_a_cell_filled_in_wrongly_is_told_with_its_sheet_and_cell(
    blank: bytes, where: tuple[str, str], what: str | float, code: str
) -> None:
    outcome = scored(answered(blank, {where: what}))
    assert [code] == codes(outcome)
    assert f"form.xlsx, trang tính Biểu tự chấm, ô {places_of(blank)(*where)}: " in told(outcome)


def test_decimals_with_a_comma_and_with_a_point_are_the_same(blank: bytes) -> None:
    for written in ("2,25", "2.25", 2.25):
        outcome = scored(
            answered(
                blank,
                {("values:assigned", "value"): 40, ("values:done", "value"): 30}
                | {("criterion:1.1", "score"): written},
            )
        )
        assert [] == codes(outcome)


def test_a_figure_known_to_be_absent_is_said_in_its_word(blank: bytes) -> None:
    outcome = scored(answered(blank, {("values:issued_on", "value"): "chưa ban hành"}))
    assert 0 == next(line.score for line in outcome.sheets[0].lines if line.code == "2")


def test_a_code_that_was_changed_is_told_and_the_row_still_read(blank: bytes, filled: bytes) -> None:
    place = places_of(blank)("criterion:1.10", "code")
    outcome = scored(typed(filled, 1, {place: "1.1"}))
    assert ["EV406"] == codes(outcome)
    assert f"ô {place}: cảnh báo EV406: mã ghi là `1.1`, dòng này của tiêu chí `1.10`" in told(outcome)
    assert Fraction(3, 4) == next(line.score for line in outcome.sheets[0].lines if line.code == "1.10")


def test_rows_may_be_inserted_and_what_is_filled_in_there_is_told(filled: bytes, blank: bytes) -> None:
    shifted = with_blank_row(filled, 9)
    assert [] == codes(scored(shifted))
    value = places_of(blank)("values:done", "value")
    hidden = "A" + value[1:]
    outcome = scored(typed(filled, 1, {hidden: ""}))
    assert ["EV405", "EV403"] == codes(outcome)
    assert f"ô {value}: lỗi EV403" in told(outcome)


def test_a_row_that_was_copied_counts_once(filled: bytes, blank: bytes) -> None:
    hidden = "A" + places_of(blank)("values:done", "value")[1:]
    outcome = scored(typed(filled, 1, {hidden: "values:assigned"}))
    assert {"EV404", "EV405"} == set(codes(outcome))


def test_a_sheet_that_was_renamed_is_found_and_one_that_was_deleted_is_told(filled: bytes) -> None:
    renamed = changed(filled, "xl/workbook.xml", lambda xml: xml.replace('name="Nhiệm vụ được giao"', 'name="Bảng 1"'))
    outcome = scored(renamed)
    assert [] == codes(outcome)
    assert "Bảng 1" in {one.provenance.sheet for line in outcome.sheets[0].lines for one in line.evidence}
    bare = "<sheetData/></worksheet>"
    gone = changed(filled, "xl/worksheets/sheet2.xml", lambda xml: xml[: xml.index("<sheetData>")] + bare)
    outcome = scored(gone)
    assert ["EV402"] == codes(outcome)
    assert "“Nhiệm vụ được giao”" in told(outcome)
    assert "open" == next(line.status for line in outcome.sheets[0].lines if line.code == "1.2")


def test_without_its_hidden_sheet_a_workbook_is_no_form(filled: bytes) -> None:
    outcome = scored(changed(filled, "xl/worksheets/sheet3.xml", lambda xml: xml.replace('t="s"', 't="n"')))
    assert ["EV400"] == codes(outcome)
    assert () == outcome.sheets


def test_a_form_of_another_format_is_refused(filled: bytes) -> None:
    assert ["EV401"] == codes(scored(typed(filled, 3, {"B1": "2"})))


def test_a_column_that_nobody_can_tell_is_told(filled: bytes) -> None:
    assert ["EV407"] == codes(scored(typed(filled, 1, {"I5": "trang"})))


@pytest.mark.parametrize(
    ("said", "records", "code", "count"),
    [
        ("không phát sinh", {}, None, 0),
        ("nothing to record", {}, None, 0),
        ("không phát sinh", RECORDS, "EV410", None),
        ("đã kê đủ", {}, "EV411", None),
        ("", RECORDS, None, 2),
        ("", {}, None, None),
    ],
)
def test_a_table_is_handed_in_where_it_is_said_or_has_records(
    blank: bytes, said: str, records: dict[str, str | int], code: str | None, count: int | None
) -> None:
    outcome = scored(typed(answered(blank, {("table:tasks", "value"): said} if said else {}), 2, records))
    assert ([code] if code else []) == codes(outcome)
    assert outcome.round is not None
    tables = outcome.round.bodies[0].tables
    assert count == (len(tables["tasks"].records) if tables else None)


def test_a_record_filled_in_wrongly_is_told_with_its_cell(blank: bytes) -> None:
    outcome = scored(typed(blank, 2, {"B6": 1.1, "C6": "ngày mai"}))
    assert ["EV332", "EV111"] == codes(outcome)
    assert "trang tính Nhiệm vụ được giao, ô C6" in told(outcome)


def test_points_where_a_survey_decides_are_passed_over_and_told(blank: bytes) -> None:
    place = places_of(blank)("criterion:3", "score")
    assert ["EV413"] == codes(scored(typed(blank, 1, {place: 2})))


def test_rules_that_changed_since_are_told(filled: bytes) -> None:
    path = Path("rules.yaml")
    path.write_text(RULES.replace("max: 2\n    stage", "max: 3\n    stage"), encoding="utf-8")
    assert ["EV408"] == codes(scored(filled))


def test_a_form_for_another_methodology_or_edition_is_refused(filled: bytes) -> None:
    path = Path("rules.yaml")
    path.write_text(RULES.replace('edition: "2025"', 'edition: "2026"'), encoding="utf-8")
    assert ["EV173"] == codes(scored(filled))
    path.write_text(RULES.replace("vn.x.form", "vn.y.form"), encoding="utf-8")
    assert ["EV172"] == codes(scored(filled))


def test_a_form_of_an_edition_that_is_no_longer_in_force_is_told(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = write_form("vn.par_index.province@2020", "ha-giang")
    assert made.file is not None
    hidden = made.file.count(b"xl/worksheets/sheet") // 2
    later = typed(made.file, hidden, {"B5": "2023", "B6": "2023-01-01", "B7": "2023-12-31"})
    outcome = scored(later, None)
    assert "EV409" in codes(outcome)


def test_the_words_of_the_form_are_the_words_that_are_read() -> None:
    for language in ("vi", "en"):
        complete, nothing = handed_words(language)
        assert complete in COMPLETE
        assert nothing in NOTHING


def test_a_form_of_the_next_stage_lies_over_that_of_the_first(filled: bytes) -> None:
    Path("self.xlsx").write_bytes(filled)
    appraised = write_form("rules.yaml", "xa-a", stage="appraised").file
    assert appraised is not None
    Path("appraised.xlsx").write_bytes(answered(appraised, {("values:done", "value"): 20}))
    outcome = stages("rules.yaml", ["self.xlsx", "appraised.xlsx"])
    assert () == outcome.findings
    scores = [next(line.score for line in one.sheets[0].lines if line.code == "1.1") for one in outcome.scored]
    assert [Fraction(12, 5), Fraction(3, 2)] == scores


def test_an_evidence_file_of_the_next_stage_may_lie_over_a_form(filled: bytes) -> None:
    Path("self.xlsx").write_bytes(filled)
    Path("appraised.yaml").write_text(
        "parrules: 1\nevidence: vn.x.form\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\n"
        "stage: appraised\nover: self.xlsx\nvalues:\n  xa-a: {done: 20}\n",
        encoding="utf-8",
    )
    outcome = evaluate("rules.yaml", "appraised.yaml")
    assert [] == codes(outcome)
    assert Fraction(3, 2) == next(line.score for line in outcome.sheets[0].lines if line.code == "1.1")


def test_a_workbook_that_cannot_be_read_is_told_by_the_reader_of_workbooks(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ["EV311"] == codes(scored(b"no workbook", None))
    assert ["PR001"] == codes(evaluate(None, "nowhere.xlsx"))


def test_the_same_form_gives_the_same_receipt(filled: bytes) -> None:
    first, second = scored(filled), scored(filled)
    assert receipt(first.sheets) == receipt(second.sheets)
    assert first.sheets[0].evidence_digest != replace(first.sheets[0], evidence_digest="").evidence_digest


def test_figures_without_a_document_are_told_by_their_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules.yaml").write_text(RULES.replace("illustrative", "derived"), encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    made = write_form("rules.yaml", "xa-a").file
    assert made is not None
    (tmp_path / "form.xlsx").write_bytes(typed(answered(made, ANSWERS), 2, RECORDS))
    (found,) = [one for one in evaluate("rules.yaml", "form.xlsx").findings if one.code == "EV165"]
    place = places_of(made)
    assert [
        ("body", "xa-a"),
        ("count", 3),
        ("names", tuple(place(f"values:{name}", "value") for name in ("quality", "issued_on", "signed"))),
    ] == [*found.arguments]
