from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from parrules.report.columns import width_of
from parrules.report.explanation import explain
from parrules.scoring.sheet import Entry, Line, Loss
from parrules.text.spelling import Language
from parrules.values.ranges import Range
from report.samples import EXEMPT, JUDGED, OPEN, OPEN_SHEET, POPULATION, SETTLED_SHEET

RULES = {
    "1": "award 10\nadd 0.5 per 1_000 of population above threshold\n",
    "2.1": 'deduct 0.25 per late up to 1 because "{late} nhiệm vụ chậm"',
}


def story(line: Line, language: Language = "vi") -> str:
    """The story of a sheet of one line."""
    return explain(replace(SETTLED_SHEET, lines=(line,)), line.code, language, "")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_score_is_a_story(language: Language, golden: Callable[[str, str], None]) -> None:
    stories = [explain(OPEN_SHEET, line.code, language, RULES.get(line.code, "")) for line in OPEN_SHEET.lines]
    golden(f"explanation.{language}.txt", "\n".join(stories))


@pytest.mark.parametrize("code", [line.code for line in OPEN_SHEET.lines])
def test_no_line_is_wider_than_a_terminal(code: str) -> None:
    assert max(map(width_of, explain(OPEN_SHEET, code, "vi", RULES.get(code, "")).splitlines())) <= 80


def test_the_rule_stands_in_its_own_words() -> None:
    text = explain(SETTLED_SHEET, "1", "vi", RULES["1"])
    assert "Quy tắc viết:\n    award 10\n    add 0.5 per 1_000 of population above threshold\n" in text


def test_what_is_missing_comes_first() -> None:
    text = explain(OPEN_SHEET, "2.2", "vi", "")
    assert "Việc cần làm trước là bổ sung:\n  - Báo cáo nộp chậm (late_report)\n" in text
    assert text.index("Việc cần làm trước") < text.index("Điểm chỉ thay đổi khi")


def test_a_group_finds_the_title_of_what_is_missing_below_and_the_largest_loss() -> None:
    text = explain(OPEN_SHEET, "2", "vi", "")
    assert "Còn chờ: Báo cáo nộp chậm." in " ".join(text.split())
    assert text.index("tiêu chí 2.2. Chất lượng báo cáo, chưa chốt") < text.index("đang mất 2,46 điểm")


def test_an_open_score_says_within_which_bounds() -> None:
    assert "Khi đủ số liệu, điểm sẽ nằm trong khoảng 1 đến 3,5 điểm." in explain(OPEN_SHEET, "2.2", "vi", "")


def test_an_open_score_without_bounds_says_so() -> None:
    text = story(replace(OPEN, score=Range()))
    assert "Điểm của Xã Ba Bể chưa chốt, trên tối đa 5 điểm." in text
    assert "Chưa xác định được giới hạn của điểm." in text


def test_a_mark_not_given_is_what_it_waits_for() -> None:
    waiting = replace(JUDGED, status="open", score=Range(0, 2), entries=(), lost=())
    text = story(waiting, "en")
    assert "It waits for: mark given by Hội đồng thẩm định." in " ".join(text.split())
    assert "First of all, hand in:\n  - mark given by Hội đồng thẩm định\n" in text


def test_full_marks_and_one_point_are_said_so() -> None:
    full = replace(EXEMPT, status="scored", maximum=1, applicable=1, score=1, entries=())
    assert "Xã Ba Bể scored the full 1 point." in story(full, "en")


def test_what_did_not_arise_may_be_given_full_marks_or_none() -> None:
    assert "Xã Ba Bể được 2 điểm vì tiêu chí không phát sinh." in story(EXEMPT)
    nothing = replace(EXEMPT, score=0, entries=(), lost=(Loss("fell_short", 2),))
    assert "Xã Ba Bể được 0 điểm vì tiêu chí không phát sinh." in story(nothing)
    assert "  - 2 điểm: chưa đạt mức tối đa\n" in story(nothing)


def test_of_rows_that_may_each_be_the_one_none_is_said_to_hold() -> None:
    entries = tuple(
        Entry("award", amount, Range(0, 3), words, 5, row, 2, perhaps=True)
        for row, (amount, words) in enumerate([(3, "award 3 when late_report"), (0, "otherwise 0")], start=1)
    )
    text = " ".join(story(replace(OPEN, entries=entries), "en").split())
    assert (
        "1. Award 3 points: `award 3 when late_report`. Whether row 1 of the 2 rows of the table is the one that holds "
        "depends on what is missing. 2. Award 0 points: `otherwise 0`. Whether row 2"
    ) in text


def test_what_applies_of_the_maximum_is_said() -> None:
    text = story(replace(POPULATION, applicable=20))
    assert "Quy định tối đa 25 điểm; phần áp dụng cho Xã Ba Bể là 20 điểm." in text


def test_tabs_and_signs_for_the_terminal_in_a_rule_are_shown() -> None:
    text = explain(SETTLED_SHEET, "1", "en", "award 1\n\tadd 2\x1b[2J")
    assert "    award 1\n        add 2<U+001B>[2J\n" in text
