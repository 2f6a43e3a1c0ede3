# ruff: noqa: SIM300  (expected first, then actual)
"""TT 01/2018/TT-VPCP, articles 13 to 15: every value of every indicator, the means of dossiers, and the classes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parrules.values.numbers import Exact
from rules.scored_for_tests import Rows, diagnostics, line, reasons, score, sheet

AGENCY, OFFICIAL = "vn.tt01.agency", "vn.tt01.official"
ALL = "Hoàn thành 100% nhiệm vụ"
MOST = "Hoàn thành từ 70% đến dưới 100% nhiệm vụ"
FEW = "Hoàn thành dưới 70% nhiệm vụ"
BOTH = pytest.mark.parametrize("methodology", [AGENCY, OFFICIAL])

# An early dossier without contacts or complaints: 2 in each of indicators 1, 2, 3, 4 and 7.
BEST = {
    "legal_days": "10",
    "days": "9",
    "own_legal_days": "4",
    "own_days": "3,5",
    "contacts": "0",
    "own_fault": "0",
    "agencies": "0",
    "complaint": "không có",
}
ON_TIME = BEST | {"days": "10"}
LATE = BEST | {"days": "10,5"}
# A dossier that gets 0 in each of them.
WORST = {
    "legal_days": "10",
    "days": "11",
    "own_legal_days": "4",
    "own_days": "5",
    "contacts": "2",
    "own_fault": "0",
    "agencies": "2",
    "complaint": "có",
}
# An agency of no level of its own threshold, with 2 in each of indicators 5, 6, 8 and 9.
FIGURES = {
    "level": "cấp khác",
    "procedures": "100",
    "finished_here": "20",
    "eligible": "50",
    "received_here": "50",
    "posted": "có",
    "electronic": "có",
    "complaints": "0",
    "on_time": "0",
    "prolonged": "0",
    "online_eligible": "100",
    "online_procedures": "20",
    "online_base": "1000",
    "online_dossiers": "300",
    "online_failed": "0",
}


@BOTH
def test_the_rules_have_nothing_that_check_would_say(methodology: str) -> None:
    assert () == diagnostics(methodology)


@BOTH
@pytest.mark.parametrize(
    ("code", "dossier", "expected"),
    [
        ("1", {"days": "9,99"}, 2),
        ("1", {"days": "10"}, 1),
        ("1", {"days": "10,01"}, 0),
        ("2", {"own_days": "3"}, 2),
        ("2", {"own_days": "4"}, 1),
        ("2", {"own_days": "5"}, 0),
        ("3", {"contacts": "0"}, 2),
        ("3", {"contacts": "1"}, 1),
        ("3", {"contacts": "2"}, 0),
        ("3", {"contacts": "2", "own_fault": "1"}, 1),
        ("3", {"contacts": "3", "own_fault": "3"}, 2),
        ("4", {"agencies": "0"}, 2),
        ("4", {"agencies": "1"}, 1),
        ("4", {"agencies": "2"}, 0),
        ("7", {"days": "9"}, 2),
        ("7", {"days": "10"}, 1),
        ("7", {"days": "9", "complaint": "có"}, 0),
        ("7", {"days": "9", "complaint": "có nhưng không đúng"}, 2),
        ("7", {"days": "10", "complaint": "có nhưng không đúng"}, 1),
        ("7", {"days": "11"}, 0),
    ],
)
def test_an_indicator_of_one_dossier(methodology: str, code: str, dossier: dict[str, str], expected: Exact) -> None:
    figures = FIGURES if methodology == AGENCY else {}
    assert expected == score(sheet(methodology, figures, {"dossiers": [BEST | dossier]}), code)


@BOTH
@pytest.mark.parametrize(
    ("dossiers", "expected"),
    [
        ([BEST, ON_TIME, ON_TIME, ON_TIME], Fraction("1.3")),  # 5/4 = 1.25, half up
        ([BEST, BEST, BEST, ON_TIME], Fraction("1.8")),  # 7/4 = 1.75: rounded, not cut off
        ([BEST, ON_TIME, LATE], 1),  # 3/3
        ([ON_TIME, LATE, LATE], Fraction("0.3")),  # 1/3
        ([BEST, BEST, ON_TIME], Fraction("1.7")),  # 5/3
        ([BEST] * 24 + [LATE], Fraction("1.9")),  # 48/25 = 1.92
        ([BEST] * 39 + [LATE], 2),  # 78/40 = 1.95
    ],
)
def test_the_mean_of_dossiers_is_rounded_half_up_to_one_decimal(
    methodology: str, dossiers: Rows, expected: Exact
) -> None:
    figures = FIGURES if methodology == AGENCY else {}
    assert expected == score(sheet(methodology, figures, {"dossiers": dossiers}), "1")


AGENCY_LINES = [
    ("5", {"finished_here": "20"}, 2),
    ("5", {"finished_here": "19"}, 1),  # under the threshold, but all 50 eligible ones are received there
    ("5", {"finished_here": "19", "received_here": "49"}, 0),
    ("5", {"level": "cấp huyện", "finished_here": "50"}, 2),
    ("5", {"level": "cấp huyện", "finished_here": "49"}, 1),
    ("5", {"level": "cấp xã", "finished_here": "100"}, 2),
    ("5", {"level": "cấp xã", "finished_here": "99"}, 1),
    ("5", {"finished_here": "0", "eligible": "0", "received_here": "0"}, 0),
    ("6", {}, 2),
    ("6", {"posted": "không"}, 1),
    ("6", {"electronic": "không"}, 1),
    ("6", {"posted": "không", "electronic": "không"}, 0),
    ("8", {}, 2),
    ("8", {"complaints": "10", "on_time": "10"}, 2),
    ("8", {"complaints": "10", "on_time": "9"}, 1),  # 90%
    ("8", {"complaints": "100", "on_time": "89"}, 0),
    ("8", {"complaints": "10", "on_time": "10", "prolonged": "1"}, 0),
    ("8", {"complaints": "10", "on_time": "9", "prolonged": "1"}, 0),
    ("9", {}, 2),
    ("9", {"online_dossiers": "299"}, 1),
    ("9", {"online_dossiers": "150"}, 1),
    ("9", {"online_dossiers": "149"}, 0),
    ("9", {"online_dossiers": "150", "online_procedures": "1"}, 1),
    ("9", {"online_procedures": "19"}, 0),
    ("9", {"online_procedures": "0"}, 0),
    ("9", {"online_eligible": "0", "online_procedures": "0"}, 0),
    ("9", {"online_failed": "1"}, 0),
    ("9", {"online_base": "0", "online_dossiers": "0"}, 0),
]


@pytest.mark.parametrize(("code", "changed", "expected"), AGENCY_LINES)
def test_an_indicator_of_the_agency(code: str, changed: dict[str, str], expected: Exact) -> None:
    assert expected == score(sheet(AGENCY, FIGURES | changed, {"dossiers": [BEST]}), code)


@pytest.mark.parametrize(
    ("code", "changed", "reason"),
    [
        ("5", {"finished_here": "0", "eligible": "0", "received_here": "0"}, "khi không có thủ tục đủ điều kiện"),
        ("9", {"online_base": "0", "online_dossiers": "0"}, "khi không phát sinh hồ sơ"),
        ("9", {"online_procedures": "19"}, "khi từ 30% hồ sơ nhưng dưới 20% thủ tục"),
    ],
)
def test_where_the_text_prints_no_value_the_receipt_says_so(code: str, changed: dict[str, str], reason: str) -> None:
    found = sheet(AGENCY, FIGURES | changed, {"dossiers": [BEST]})
    assert [f"văn bản không quy định {reason}"] == reasons(found, code)


def test_the_most_that_an_agency_and_an_official_can_have() -> None:
    of_agency, of_official = sheet(AGENCY, FIGURES, {"dossiers": [BEST]}), sheet(OFFICIAL, {}, {"dossiers": [BEST]})
    assert (18, 18, ("Xuất sắc",)) == (of_agency.total, of_agency.applicable, of_agency.classes)
    assert (10, 10, (ALL,)) == (of_official.total, of_official.applicable, of_official.classes)


# Dossiers alone bring 0 to 10 points in five indicators, the agency's own indicators 8: one of 10 dossiers is 1 point.
@pytest.mark.parametrize(
    ("best", "indicators", "total", "given"),
    [
        (7, {}, 15, "Xuất sắc"),  # 5 x 1.4 + 8
        (7, {"posted": "không"}, 14, "Tốt"),
        (4, {}, 12, "Tốt"),  # 5 x 0.8 + 8
        (4, {"posted": "không"}, 11, "Khá"),
        (1, {}, 9, "Khá"),
        (1, {"posted": "không"}, 8, "Trung bình"),
        (0, {"posted": "không", "electronic": "không"}, 6, "Trung bình"),
        (0, {"posted": "không", "electronic": "không", "online_dossiers": "150"}, 5, "Yếu"),
        (0, {"posted": "không", "electronic": "không", "online_failed": "1"}, 4, "Yếu"),
    ],
)
def test_the_classes_of_agencies(best: int, indicators: dict[str, str], total: Exact, given: str) -> None:
    found = sheet(AGENCY, FIGURES | indicators, {"dossiers": [BEST] * best + [WORST] * (10 - best)})
    assert (total, (given,)) == (found.total, found.classes)


def test_just_below_15_is_not_excellent() -> None:
    # Of ten dossiers three are the worst and one more is on time, not early: 1.3 + 3 x 1.4 + 1.3 + 8 = 14.8.
    found = sheet(AGENCY, FIGURES, {"dossiers": [BEST] * 6 + [ON_TIME] + [WORST] * 3})
    assert (Fraction("14.8"), ("Tốt",)) == (found.total, found.classes)


@pytest.mark.parametrize(
    ("dossiers", "total", "given"),
    [
        ([BEST, WORST], 5, ALL),
        # Indicators 1 and 7: 19/20 = 0.95, half up 1.0; 2, 3 and 4: 20/20.
        ([BEST] * 9 + [ON_TIME] + [WORST] * 10, 5, ALL),
        # Indicator 4: 18/20 = 0.9; the other four: 1.0.
        ([BEST] * 9 + [BEST | {"agencies": "2"}] + [WORST] * 10, Fraction("4.9"), MOST),
        ([BEST] * 7 + [WORST] * 13, Fraction("3.5"), MOST),  # 5 x 14/20
        # Indicators 1 and 7: 13/20 = 0.65, half up 0.7; 2, 3 and 4: 14/20.
        ([BEST] * 6 + [ON_TIME] + [WORST] * 13, Fraction("3.5"), MOST),
        # Indicator 4: 12/20 = 0.6; the other four: 0.7.
        ([BEST] * 6 + [BEST | {"agencies": "2"}] + [WORST] * 13, Fraction("3.4"), FEW),
        ([WORST], 0, FEW),
    ],
)
def test_the_classes_of_officials(dossiers: Rows, total: Exact, given: str) -> None:
    found = sheet(OFFICIAL, {}, {"dossiers": dossiers})
    assert (total, (given,)) == (found.total, found.classes)


@BOTH
def test_without_dossiers_there_is_no_assessment(methodology: str) -> None:
    found = sheet(methodology, FIGURES if methodology == AGENCY else {}, {"dossiers": []})
    assert (False, None, ()) == (found.assessed, found.total, found.classes)


@BOTH
def test_dossiers_not_handed_in_leave_the_score_open(methodology: str) -> None:
    found = sheet(methodology, FIGURES if methodology == AGENCY else {})
    assert (True, "open", ("dossiers",)) == (found.assessed, line(found, "1").status, line(found, "1").missing)


def test_a_dossier_with_a_blank_leaves_only_its_indicator_open() -> None:
    dossier = {name: text for name, text in BEST.items() if name != "own_days"}
    found = sheet(OFFICIAL, {}, {"dossiers": [dossier]})
    assert ("scored", "open") == (line(found, "1").status, line(found, "2").status)
