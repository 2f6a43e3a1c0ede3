"""Scores as a workbook: every number is the receipt's, as a number and exactly beside it; no text is a formula."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from parrules.api.office import score_file
from parrules.api.verbs import evaluate
from parrules.report.office.score_book import score_book
from parrules.report.office.workbook import decimal_of, height_of, printable, sheet_name
from parrules.report.receipt import receipt
from parrules.scoring.sheet import Sheet
from parrules.values.numbers import Exact, from_written, written
from report.office_for_tests import below, cells_of, parts_of, results_of
from report.samples import OPEN_SHEET

EXAMPLE = "examples/province-detail-2023/evidence.yaml"


def near(number: Exact) -> float:
    """The number in a workbook that stands for this one."""
    return float(decimal_of(number))


def rows_of(sheets: tuple[Sheet, ...], heading: str, name: str) -> list[dict[str, object]]:
    return below(cells_of(score_book(results_of(*sheets), "vi"))[name], heading)


@pytest.fixture(scope="module")
def scored():
    return evaluate(None, EXAMPLE)


def test_every_score_is_a_number_and_its_exact_text_is_the_receipt_s(scored) -> None:
    rows = below(cells_of(score_file(scored, scored.sheets, "xlsx", "vi"))["Bảng điểm"], "Mã")
    lines = [(sheet, line) for sheet in scored.sheets for line in sheet.lines]
    shown = [row for row in rows if row["Mã"]]
    assert [line.code for _, line in lines] == [row["Mã"] for row in shown]
    for (sheet, line), row in zip(lines, shown, strict=True):
        assert sheet.body_name == row["Đơn vị"]
        assert near(line.maximum) == row["Điểm tối đa"]
        if isinstance(line.score, int | Fraction):
            assert (near(line.score), written(line.score)) == (row["Điểm"], row["Số chính xác"])
    totals = [row["Số chính xác"] for row in rows if row["Lĩnh vực, tiêu chí, tiêu chí thành phần"] == "Tổng điểm"]
    assert [sheet["total"] for sheet in receipt(scored.sheets)["sheets"]] == totals


def test_the_ledger_and_the_points_lost_add_up_to_the_scores(scored) -> None:
    one = (scored.sheets[0],)
    book = cells_of(score_file(scored, one, "xlsx", "vi"))
    assert ["Bảng điểm", "Sổ điểm", "Số liệu", "Điểm mất"] == list(book)
    for line in one[0].lines:
        entries = [row for row in below(book["Sổ điểm"], "Bước") if row["Mã"] == line.code]
        assert [written(entry.amount) for entry in line.entries] == [row["Tăng, giảm chính xác"] for row in entries]
        assert [near(entry.running) for entry in line.entries] == [row["Lũy kế"] for row in entries]
    lost = [from_written(str(row["Số chính xác"])) for row in below(book["Điểm mất"], "Nguyên nhân")]
    assert one[0].applicable - one[0].total == sum(lost)


def test_a_round_has_its_standing(scored) -> None:
    rows = below(cells_of(score_file(scored, scored.sheets, "xlsx", "vi"))["Xếp hạng"], "Hạng")
    totals = {sheet.body_name: sheet.total for sheet in scored.sheets}
    assert sorted(totals, key=lambda name: -totals[name]) == [row["Đơn vị"] for row in rows]
    assert [written(totals[row["Đơn vị"]]) for row in rows] == [row["Số chính xác"] for row in rows]


def test_an_open_score_stands_in_words_with_its_bounds_as_numbers() -> None:
    rows = rows_of((OPEN_SHEET,), "Mã", "Bảng điểm")
    open_lines = [line for line in OPEN_SHEET.lines if line.status == "open" and line.score.low is not None]
    assert open_lines
    for line in open_lines:
        row = next(row for row in rows if row["Mã"] == line.code)
        assert near(line.score.low) == row["Thấp nhất"]
        assert isinstance(row["Điểm"], str)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_text_that_looks_like_a_formula_stays_text(start: str) -> None:
    text = f'{start}HYPERLINK("http://x.example","y")'
    line = replace(OPEN_SHEET.lines[0], title_vi=text, accountable=text, code=text)
    file = score_book(results_of(replace(OPEN_SHEET, body_name=text, lines=(line,))), "vi")
    assert text in {cell for row in cells_of(file)["Bảng điểm"] for cell in row}
    assert not [name for name, xml in parts_of(file).items() if "<f>" in xml or "<f " in xml or "<hyperlink" in xml]
    assert 'quotePrefix="1"' in parts_of(file)["xl/styles.xml"]


def test_the_same_scores_are_the_same_bytes_and_say_no_day_but_the_round_s() -> None:
    file = score_book(results_of(OPEN_SHEET), "vi")
    assert file == score_book(results_of(OPEN_SHEET), "vi")
    assert f"{OPEN_SHEET.end}T00:00:00Z" in parts_of(file)["docProps/core.xml"]


def test_headings_stay_in_sight_and_pages_lie_across_a4() -> None:
    parts = parts_of(score_book(results_of(OPEN_SHEET), "vi"))
    for name in ("sheet1", "sheet2", "sheet3", "sheet4"):
        xml = parts[f"xl/worksheets/{name}.xml"]
        assert 'state="frozen"' in xml
        assert 'paperSize="9"' in xml
        assert 'orientation="landscape"' in xml


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Nhiệm vụ Chính phủ và Thủ tướng Chính phủ giao", "Nhiệm vụ Chính phủ và Thủ tướng"),
        ("a/b: [c]?", "a b c"),
        ("'x'", "x"),
        ("", "-"),
        ("x" * 40, "x" * 31),
    ],
)
def test_the_name_of_a_sheet_is_one_that_every_program_takes(wanted: str, name: str) -> None:
    assert name == sheet_name(wanted)


def test_what_no_workbook_can_hold_is_left_out_of_a_text() -> None:
    assert "ab\tc" == printable("a\x00b\x1b\tc\ud800")
    assert 32_767 == len(printable("x" * 40_000))


@pytest.mark.parametrize(
    ("value", "digits"),
    [(Fraction(1, 3), "0.333333333333"), (Fraction(535, 1000), "0.535"), (10**15 + Fraction(1, 2), "1000000000000001")],
)
def test_a_number_keeps_the_digits_that_a_workbook_has(value: Exact, digits: str) -> None:
    assert digits == str(decimal_of(value))


def test_a_row_is_as_high_as_its_longest_text() -> None:
    assert 16 == height_of([("ngắn", 20.0), ("", 5.0)])
    assert 46 == height_of([("một hai ba bốn năm sáu bảy tám", 12.0)])
