from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from parrules.report.columns import width_of
from parrules.report.ledger import ledger
from parrules.scoring.sheet import Entry, Quantity
from parrules.text.spelling import Language
from parrules.values.kinds import COUNT, MONEY, POINTS
from parrules.values.nothing import NOT_APPLICABLE
from parrules.values.ranges import Range
from report.samples import EXEMPT, GROUP, HELD, JUDGED, LEFT_OUT, LOWEST, OPEN, OPEN_SHEET, POPULATION, REGROUPED, TASKS


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_ledger_reads_like_an_account_page(language: Language, golden: Callable[[str, str], None]) -> None:
    golden(f"ledger.{language}.txt", "\n".join(ledger(line, language) for line in OPEN_SHEET.lines))


@pytest.mark.parametrize("line", OPEN_SHEET.lines, ids=lambda line: f"criterion {line.code}")
@pytest.mark.parametrize("width", [50, 80])
def test_no_line_is_wider_than_asked(width: int, line: object) -> None:
    assert width >= max(map(width_of, ledger(line, "vi", width).splitlines()))  # type: ignore[arg-type]


def test_amounts_and_running_score_are_shown_with_their_signs() -> None:
    text = ledger(POPULATION, "vi")
    assert "      +10,00   10,00  award 10\n" in text
    assert "       +2,25   12,25  add 0.5 per 1_000 of population above threshold\n" in text
    assert "0,5 cho mỗi 1.000 của 4.500" in text


def test_what_was_lost_adds_up() -> None:
    assert "   2,460  cộng, bằng 3 trừ 0,54\n" in ledger(TASKS, "vi")


def test_cap_hold_and_rounding_are_said_in_words() -> None:
    assert "−1,715   0,535  cap at 3 * 107/600 when not signed\n" in ledger(TASKS, "vi")
    assert "+0,005   0,540  làm tròn\n" in ledger(TASKS, "vi")
    assert "+1      −3  giữ điểm trong giới hạn từ −3 đến 0\n" in ledger(HELD, "vi")


def test_an_entry_that_may_not_apply_is_marked() -> None:
    assert ledger(OPEN, "en").count("depends on what is missing") == 1


def test_a_criterion_left_out_says_so_and_nothing_else() -> None:
    text = ledger(LEFT_OUT, "vi")
    assert "Tiêu chí không áp dụng: không có điểm và không tính vào điểm tối đa.\n" in text
    assert "Điểm mất" not in text


def test_nothing_lost_is_said() -> None:
    assert "Không mất điểm." in ledger(EXEMPT, "vi")


def test_outside_the_scale_nothing_is_lost() -> None:
    assert "Ngoài thang điểm" in ledger(HELD, "vi")
    assert "mất" not in ledger(HELD, "vi")


def test_a_group_names_the_criteria_below() -> None:
    assert "+0,54         0,54  điểm của tiêu chí 2.1\n" in ledger(GROUP, "vi")


def test_the_reason_is_not_said_twice() -> None:
    text = ledger(TASKS, "vi")
    assert "−0,750   2,250  deduct 0.25 per late up to 1\n" in text
    assert "Lý do: 3 nhiệm vụ chậm\n" in text
    assert "because" not in text


def test_what_is_shared_out_and_rescaled_is_said() -> None:
    text = ledger(REGROUPED, "vi")
    assert "      +2       6  điểm chia thêm cho tiêu chí 8.1\n" in text.replace("          +2", "      +2")
    assert "+2       9  quy đổi theo phần điểm áp dụng\n" in text
    assert "   0,5  phần chia thêm chưa đạt ở tiêu chí 8.1\n" in text
    assert "  −1,0  điểm ngoài thang của tiêu chí 8.2\n" in text


def test_the_criterion_that_gave_the_lowest_is_named() -> None:
    assert "+4       4  lấy phần thấp nhất: tiêu chí 8.1\n" in ledger(LOWEST, "vi")
    assert "  1  chưa đạt mức tối đa ở tiêu chí 8.1\n" in ledger(LOWEST, "vi")


def test_a_mark_not_given_is_missing() -> None:
    waiting = replace(JUDGED, status="open", score=Range(0, 2), entries=(), lost=())
    assert "Còn thiếu\n  điểm đánh giá của Hội đồng thẩm định\n" in ledger(waiting, "vi")


def test_a_figure_marked_as_not_applicable_keeps_its_source() -> None:
    figure = replace(POPULATION.evidence[0], value=NOT_APPLICABLE)
    text = ledger(replace(OPEN, evidence=(figure,), missing=("population",)), "vi")
    assert "  Quy mô dân số (population): không áp dụng\n    evidence.yaml:14; văn bản 12/BC-UBND, trang 3\n" in text


def test_a_statement_of_a_plugin_is_shown_in_its_own_words() -> None:
    entry = Entry("bonus", 1, 1, "bonus 1 for early", parts=(Quantity("early", 4, COUNT),))
    text = ledger(replace(POPULATION, entries=(entry,)), "en")
    assert "+1        1  bonus 1 for early\n" in text
    assert "early: 4\n" in text


def test_whole_steps_are_counted() -> None:
    parts = (
        Quantity("rate", Fraction(1, 2), POINTS),
        Quantity("unit", 1000, MONEY),
        Quantity("quantity", 4500, MONEY),
        Quantity("steps", 4, COUNT),
    )
    text = ledger(replace(POPULATION, entries=(Entry("add", 2, 2, "add ...", parts=parts),)), "vi")
    assert "0,5 cho mỗi 1.000 trọn vẹn trong 4.500: 4 lần\n" in text


def test_a_score_without_bounds_says_so() -> None:
    text = ledger(replace(OPEN, score=Range(), entries=()), "en")
    assert "score any value" in text
    assert "There is no entry yet." in text


def test_where_only_part_of_the_maximum_applies_both_are_shown() -> None:
    assert "Tối đa 25 · áp dụng 20 · đạt 12,25" in ledger(replace(POPULATION, applicable=20), "vi")
