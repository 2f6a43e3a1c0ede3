from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from parrules.report.columns import width_of
from parrules.report.table import note_words, score_table
from parrules.scoring.sheet import Entry, Line, Loss
from parrules.text.spelling import Language
from parrules.values.ranges import Range
from report.samples import HELD, JUDGED, OPEN_SHEET, POPULATION, SETTLED_SHEET, UNASSESSED_SHEET


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_score_sheet_is_a_table(language: Language, golden: Callable[[str, str], None]) -> None:
    sheets = (SETTLED_SHEET, OPEN_SHEET, UNASSESSED_SHEET)
    golden(f"table.{language}.txt", "\n".join(score_table(sheet, language) for sheet in sheets))


@pytest.mark.parametrize("width", [72, 80, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert width >= max(map(width_of, score_table(OPEN_SHEET, "vi", width).splitlines()))


def test_numbers_stand_right_aligned_in_one_column() -> None:
    lines = score_table(OPEN_SHEET, "vi").splitlines()
    ends = {line.index(number) + len(number) for line, number in _rows(lines, "1  12,25", "3  2,00", "5  1,75")}
    assert len(ends) == 1


def _rows(lines: list[str], *wanted: str) -> list[tuple[str, str]]:
    pairs = [one.split("  ") for one in wanted]
    return [(line, number) for code, number in pairs for line in lines if line.startswith(f"{code} ")]


def test_the_same_text_whatever_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = score_table(OPEN_SHEET, "vi")
    for name, value in (("COLUMNS", "40"), ("TERM", "dumb"), ("FORCE_COLOR", "1"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
        assert expected == score_table(OPEN_SHEET, "vi")


def test_colour_only_makes_bold() -> None:
    painted = score_table(OPEN_SHEET, "vi", colour=True)
    assert "\x1b[1m" in painted
    plain = "\n".join(line.rstrip() for line in painted.replace("\x1b[1m", "").replace("\x1b[0m", "").splitlines())
    assert score_table(OPEN_SHEET, "vi") == plain + "\n"


def test_the_published_total_stands_beside_the_computed_one() -> None:
    assert "Đã công bố: 12,25 (khớp với số tính được)\n" in score_table(SETTLED_SHEET, "vi")
    other = replace(SETTLED_SHEET, printed_total=Fraction(123, 10))
    assert "Đã công bố: 12,30 (số tính được chênh −0,05)\n" in score_table(other, "vi")
    opened = replace(OPEN_SHEET, printed_total=12)
    assert "Published: 12.00 (the computed total is open)\n" in score_table(opened, "en")


def test_what_stands_outside_the_scale_is_not_counted_as_lost() -> None:
    sheet = replace(SETTLED_SHEET, lines=(POPULATION, HELD), total=Fraction(37, 4))
    assert "   25   9,25  12,75\n" in score_table(sheet, "vi")


def test_the_rows_that_gave_the_class_stand_beside_it() -> None:
    assert 'Xếp loại: Loại III, theo `award "Loại III"`\n' in score_table(SETTLED_SHEET, "vi")


def test_a_mark_not_given_is_in_the_list_of_what_is_missing() -> None:
    waiting = replace(JUDGED, status="open", score=Range(0, 2), entries=(), lost=())
    text = score_table(replace(SETTLED_SHEET, lines=(waiting,)), "vi")
    assert "  - điểm đánh giá của Hội đồng thẩm định, tiêu chí 5\n" in text


def test_a_bonus_shows_its_maximum_apart_from_the_scale() -> None:
    bonus = replace(HELD, maximum=3, minimum=0, score=2, entries=(), lost=(Loss("surplus", -2),))
    text = score_table(replace(SETTLED_SHEET, lines=(POPULATION, bonus)), "vi")
    assert "ngoài thang điểm, tối đa 3" in " ".join(text.split())


def test_what_applies_of_the_maximum_and_a_class_of_its_own_are_noted() -> None:
    line = replace(POPULATION, applicable=20, classes=("Tốt",), lost=())
    text = " ".join(score_table(replace(SETTLED_SHEET, lines=(line,)), "vi").split())
    assert "quy định tối đa 25; Tốt" in text


def test_what_was_done_to_the_total_is_said() -> None:
    entries = (*SETTLED_SHEET.total_entries, Entry("hold", Fraction(-1, 4), 12))
    text = score_table(replace(SETTLED_SHEET, total=12, total_entries=entries), "vi")
    assert "Điều chỉnh tổng điểm: −0,25 (giữ tổng điểm trong giới hạn)\n" in text


def test_a_round_without_days_and_a_stage_without_a_name_are_left_out() -> None:
    text = score_table(replace(SETTLED_SHEET, start="", end="", stage=""), "vi")
    assert "\nKỳ đánh giá 2025\n" in text


def test_square_brackets_and_signs_for_the_terminal_are_only_text() -> None:
    line = replace(POPULATION, title_vi="[bold]:smile:\x1b[2J")
    text = score_table(replace(SETTLED_SHEET, lines=(line,), body_name="\u202eX"), "vi")
    assert "[bold]:smile:" in text and "<U+001B>" in text and "<U+202E>X" in text


def test_a_sheet_without_criteria_is_a_table_all_the_same() -> None:
    assert "Tổng điểm" in score_table(replace(SETTLED_SHEET, lines=()), "vi")


def test_a_cap_that_took_nothing_of_the_maximum_is_left_to_the_ledger() -> None:
    cap = Loss("cap at", Fraction(2), "cap at maximum", 4)
    surplus = Loss("surplus", Fraction(-2), "award 5", 3)
    late = Loss("deduct", Fraction(1), "deduct 1 per late", 5)
    line = Line("1", "Một", "", 0, 3, 0, 3, "scored", 3, lost=(surplus, cap))
    assert note_words(line, "en") == ""
    short = replace(line, score=2, lost=(surplus, cap, late))
    assert note_words(short, "en").split("; ") == ["−2: `cap at maximum`", "−1: `deduct 1 per late`"]
