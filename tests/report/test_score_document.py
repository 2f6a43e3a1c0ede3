"""The Word report that an office hands in: laid out by Decree 30/2020, its numbers those of the receipt."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.shared import Pt

from parrules.api.office import score_file
from parrules.api.verbs import evaluate
from parrules.report.office.score_document import score_document
from parrules.report.spelling import brief, places_of
from report.office_for_tests import results_of, texts_of
from report.samples import OPEN_SHEET

EXAMPLE = "examples/province-detail-2023/evidence.yaml"


@pytest.fixture(scope="module")
def report() -> tuple[object, bytes]:
    scored = evaluate(None, EXAMPLE, bodies=("minh-hoa-b",))
    return scored, score_file(scored, scored.sheets, "docx", "vi")


def test_it_is_laid_out_as_the_decree_wants(report) -> None:
    made = docx.Document(io.BytesIO(report[1]))
    page = made.sections[0]
    assert [21.0, 29.7] == [round(side.cm, 1) for side in (page.page_width, page.page_height)]
    assert [2.0, 2.0, 3.0, 2.0] == [
        round(side.cm, 1) for side in (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    ]
    assert ("Times New Roman", Pt(14)) == (made.styles["Normal"].font.name, made.styles["Normal"].font.size)
    assert page.different_first_page_header_footer


def test_it_has_the_head_the_three_parts_and_the_foot_in_order(report) -> None:
    texts = texts_of(report[1])
    whole = "\n".join(texts)
    wanted = [
        "TÊN CƠ QUAN CHỦ QUẢN\nTỈNH MINH HỌA B",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "……, ngày …… tháng …… năm ……",
        "BÁO CÁO",
        "Kết quả tự đánh giá, chấm điểm năm 2023",
        "Kính gửi: ",
        "I. KẾT QUẢ TỰ ĐÁNH GIÁ, CHẤM ĐIỂM",
        "II. GIẢI TRÌNH ĐỐI VỚI CÁC TIÊU CHÍ CHƯA ĐỦ TÀI LIỆU KIỂM CHỨNG",
        "III. KHÓ KHĂN, VƯỚNG MẮC VÀ ĐỀ XUẤT, KIẾN NGHỊ",
        "Nơi nhận:",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
    ]
    places = [whole.find(words) for words in wanted]
    assert -1 not in places
    assert places == sorted(places)


def test_every_score_is_the_receipt_s(report) -> None:
    scored, file = report
    sheet = scored.sheets[0]
    rows = [row.split(" | ") for row in texts_of(file) if row.count(" | ") == 4]
    table = {row[0]: row for row in rows[1 : len(sheet.lines) + 1]}
    scores = places_of([sheet.total, *(line.score for line in sheet.lines)])
    assert [line.code for line in sheet.lines] == list(table)
    for line in sheet.lines:
        shown = "–" if line.score is None else brief(line.score, "vi", scores)
        assert shown == table[line.code][3].replace("\xa0", " ")
    assert brief(sheet.total, "vi", scores) == rows[len(sheet.lines) + 1][3].replace("\xa0", " ")


def test_figures_without_a_document_wait_for_an_explanation_and_what_is_missing_is_listed() -> None:
    texts = texts_of(score_document(OPEN_SHEET, results_of(OPEN_SHEET).lost, "vi"))
    start, end = (next(at for at, text in enumerate(texts) if text.startswith(part)) for part in ("II. ", "III. "))
    part = texts[start:end]
    assert any("Xã miền núi | không | ……" in text for text in part)
    assert not any("Quy mô dân số | " in text for text in part)
    assert "2. Số liệu, tài liệu chưa nộp:" in part


def test_the_same_scores_are_the_same_bytes_without_a_clock(report) -> None:
    lost = results_of(OPEN_SHEET).lost
    file = score_document(OPEN_SHEET, lost, "vi")
    assert file == score_document(OPEN_SHEET, lost, "vi")
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {part.date_time for part in archive.infolist()}
        assert f"{OPEN_SHEET.end}T00:00:00Z" in archive.read("docProps/core.xml").decode()


def test_it_can_be_had_in_english() -> None:
    texts = texts_of(score_document(OPEN_SHEET, results_of(OPEN_SHEET).lost, "en"))
    assert "II. EXPLANATIONS FOR CRITERIA WITHOUT SUFFICIENT DOCUMENTS" in texts
