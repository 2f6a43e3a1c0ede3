"""Programs in Vietnamese: the same trees as in English, and what is told where the two are mixed."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from fractions import Fraction
from itertools import count

import pytest

from parrules.syntax.parser import parse_expression, parse_program
from parrules.syntax.tree import Number, Percent
from parrules.text.passage import whole

SAME = {
    "a base": ("chấm 10", "award 10"),
    "additions by steps": (
        "chấm 10\ncộng 0,5 mỗi 1.000 của dân_số vượt 16.000",
        "award 10\nadd 0.5 per 1_000 of dân_số above 16_000",
    ),
    "whole steps with a limit": (
        "chấm 5\ncộng 0,5 mỗi đủ 5 của diện_tích dưới 30 tối đa 2",
        "award 5\nadd 0.5 per full 5 of diện_tích below 30 up to 2",
    ),
    "rows": (
        "chấm 5\ntrừ 3 khi tỷ_lệ < 25%\ncòn lại 2 khi tỷ_lệ < 50%\ntrần 4",
        "award 5\ndeduct 3 when tỷ_lệ < 25%\notherwise 2 when tỷ_lệ < 50%\ncap at 4",
    ),
    "a choice in parentheses": (
        "chấm (12 khi miền_núi còn lại 16) / 4",
        "award (12 when miền_núi otherwise 16) / 4",
    ),
    "a reason that quotes": (
        'chấm điểm_tối_đa vì "{điểm_tối_đa} điểm, {chậm} việc"',
        'award maximum because "{maximum} điểm, {chậm} việc"',
    ),
    "conditions": (
        "chấm 1 khi (a và không phải b) hoặc c = không hoặc d = có",
        "award 1 when (a and not b) or c = no or d = yes",
    ),
    "what is none": (
        "chấm 1 khi a là trống hoặc b không phải là trống",
        "award 1 when a is none or b is not none",
    ),
    "dates": ("chấm 1 khi nộp <= 31/12/2025", "award 1 when nộp <= 2025-12-31"),
    "a day with one digit": ("chấm 1 khi nộp <= 1/7/2025", "award 1 when nộp <= 2025-07-01"),
    "days of the round": ("chấm 1 khi đầu_kỳ < ngày(năm; 12; 15)", "award 1 when period_start < date(year, 12, 15)"),
    "functions": (
        "chấm lớn_nhất(nhỏ_nhất(a; b); làm_tròn(c; 2); làm_tròn_lên(d); làm_tròn_xuống(e); giá_trị_tuyệt_đối(f))",
        "award max(min(a, b), round(c, 2), round_up(d), round_down(e), abs(f))",
    ),
    "aggregates": (
        "chấm đếm(việc) + tổng(chi của việc mà chậm) + trung_bình(a của b) + tỷ_trọng(c của d) + thấp_nhất(e của g)",
        "award count(việc) + sum(chi of việc where chậm) + mean(a of b) + share(c of d) + lowest(e of g)",
    ),
    "other bodies": (
        "chấm hạng(tổng_điểm của cùng_nhóm) + cao_nhất(chỉ_số của mọi_đơn_vị)",
        "award rank(total of peers) + highest(index of bodies)",
    ),
    "scores of criteria": (
        'chấm điểm tiêu chí "1.2" + thấp_nhất(điểm_tiêu_chí của mọi_tiêu_chí mà điểm_tiêu_chí > 0)',
        'award score of "1.2" + lowest(score of criteria where score > 0)',
    ),
    "the last round": ("chấm kỳ_trước(dân_số)", "award last(dân_số)"),
    "working days": ("chấm ngày_làm_việc(hạn; xong)", "award working_days(hạn, xong)"),
    "a parameter read for a date": ("chấm lương vào ngày_ký", "award lương on ngày_ký"),
    "classes": (
        'chấm "Tốt" khi tổng_điểm >= 70\ncòn lại chưa_quyết_định',
        'award "Tốt" when total >= 70\notherwise undecided',
    ),
    "a plugin's own words": ("thưởng f(a; bậc: 2)", "thưởng f(a, bậc: 2)"),
    "a key of a plugin is no name": ("chấm f(a; năm: 2)", "award f(a, năm: 2)"),
    "a figure by the name of a function": ("chấm đếm + tổng", "award đếm + tổng"),
}


@pytest.mark.parametrize(("vietnamese", "english"), SAME.values(), ids=SAME)
def test_both_spellings_make_the_same_tree(vietnamese: str, english: str) -> None:
    ours, found = parse_program(whole("", vietnamese), count(1), "vi")
    assert () == found
    assert ours is not None
    assert parse_program(whole("", english), count(1))[0] == ours


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0,5", Fraction(1, 2)),
        ("16.000", 16000),
        ("1.250.000,75", Fraction(5000003, 4)),
        ("1_000", 1000),
        ("1000", 1000),
        ("0,125", Fraction(1, 8)),
        ("1,1250", Fraction(9, 8)),
        ("82,5%", Fraction(33, 40)),
    ],
)
def test_numbers_are_written_as_decisions_print_them(written: str, value: Fraction) -> None:
    said, found = parse_expression(whole("", written), count(1), "vi")
    assert () == found
    assert isinstance(said, (Number, Percent))
    assert value == said.value


MIXED = {
    "a decimal point": ("chấm 0.5", [("PR150", "0.5", "0,5")]),
    "a decimal point behind thousands": ("chấm 1_000.5", [("PR150", "1_000.5", "1.000,5")]),
    "thousands or decimals behind a comma": ("chấm 16,000", [("PR111", "16,000", "16.000")]),
    "thousands of thousands with commas": ("chấm 1,250,000", [("PR111", "1,250,000", "1.250.000")]),
    "a date with the year first": ("chấm 5 khi a > 2025-12-31", [("PR146", "2025-12-31", "31/12/2025")]),
    "a day that is not there": ("chấm 5 khi a > 31/02/2025", [("PR116", "31/02/2025", None)]),
    "a comma between values": ("chấm lớn_nhất(a, b)", [("PR107", ",", ";")]),
    "an English statement": ("award 5", [("PR128", "award", "chấm")]),
    "English words inside": (
        "chấm 5 when a otherwise 0",
        [("PR128", "when", "khi"), ("PR128", "otherwise", "còn lại")],
    ),
    "two English words": ("cap at 5", [("PR128", "cap at", "trần")]),
    "an English word in capitals": ("chấm 5 WHEN a", [("PR128", "WHEN", "khi")]),
    "an English function": ("chấm count(việc)", [("PR128", "count", "đếm")]),
    "an English name": ("chấm maximum", [("PR128", "maximum", "điểm_tối_đa")]),
    "an English table": ("chấm đếm(peers mà a)", [("PR128", "peers", "cùng_nhóm")]),
    "an English answer": ("chấm 5 khi a = yes còn lại 0", [("PR128", "yes", "có")]),
}


@pytest.mark.parametrize(("written", "expected"), MIXED.values(), ids=MIXED)
def test_mixed_spelling_is_told_with_what_it_would_be(
    written: str, expected: list[tuple[str, str, str | None]]
) -> None:
    program, found = parse_program(whole("", written), count(1), "vi")
    assert program is None
    keys = ("ours", "decimal", "thousands", "meant")
    told = [(one.code, one.span.words, dict(one.arguments)) for one in found if one.span is not None]
    assert expected == [
        (code, said, next((given[key] for key in ("thousands", *keys) if key in given), None))
        for code, said, given in told
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("award 5 khi a còn lại 0", [("khi", "when"), ("còn lại", "otherwise")]),
        ("award 5 when a không phải là trống otherwise 0", [("không phải là", "is not"), ("trống", "none")]),
        ("award 5 trần 3", [("trần", "cap at")]),
        ("chấm 5 when a khi b", [("chấm", "award"), ("khi", "when")]),
    ],
)
def test_vietnamese_words_in_an_english_file(written: str, expected: list[tuple[str, str]]) -> None:
    program, found = parse_program(whole("", written), count(1))
    assert program is None
    given = [dict(one.arguments) for one in found]
    assert expected == [(one["word"], one["ours"]) for one in given]


@pytest.mark.parametrize(
    ("program", "column"),
    [
        pytest.param("chấm điểm tối đa khi r >= 90% còn lại 0", 5, id="before a condition"),
        pytest.param("chấm điểm tối đa", 5, id="at the end of a line"),
        pytest.param("chấm 50% * điểm tối đa", 11, id="at the end of a product"),
        pytest.param("chấm 50% điểm tối đa", 9, id="behind a number"),
        pytest.param("chấm 5\ntrần điểm tối đa khi r > 1", 12, id="in a ceiling"),
    ],
)
def test_the_maximum_in_pieces_is_joined(program: str, column: int) -> None:
    (mistake,) = parse_program(whole("câu", program), count(1), "vi")[1]
    assert mistake.span is not None
    assert ("PR130", "điểm tối đa", column) == (mistake.code, mistake.span.words, mistake.span.start)
    assert ("joined", "điểm_tối_đa") in mistake.arguments
