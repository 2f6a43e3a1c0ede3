# ruff: noqa: SIM300  (expected first, then actual)
"""Bands, gates, ceilings and vetoes of other texts; the parts of 766/QĐ-TTg, SIPAS, a DDCI and PAR INDEX 2017."""

from __future__ import annotations

from fractions import Fraction

import pytest

from rules.scored_for_tests import diagnostics, score, sheet

CLEAN = {
    "points": "96",
    "bonus": "0",
    "penalty": "0",
    "criteria_at_zero": "0",
    "vetoed": "không",
    "discipline": "không",
    "self_scored": "có",
}


@pytest.mark.parametrize(
    "name", ["vn.can_tho2579", "vn.legal_access", "vn.qd766", "vn.sipas", "vn.ddci", "vn.par_index.province@2017"]
)
def test_nothing_is_wrong_with_the_rules(name: str) -> None:
    assert () == diagnostics(name)


@pytest.mark.parametrize(
    ("changed", "given"),
    [
        ({}, "Loại 1"),
        ({"points": "95"}, "Loại 1"),
        ({"points": "94,99"}, "Loại 2"),
        ({"points": "84,99"}, "Loại 3"),
        ({"points": "74,99"}, "Loại 4"),
        ({"criteria_at_zero": "1"}, "Loại 3"),
        ({"discipline": "khiển trách"}, "Loại 2"),
        ({"discipline": "cảnh cáo"}, "Loại 3"),
        ({"vetoed": "có"}, "Loại 4"),
        ({"self_scored": "không"}, "Loại 4"),
        ({"points": "93", "bonus": "5"}, "Loại 1"),
        ({"points": "97", "penalty": "5"}, "Loại 2"),
    ],
)
def test_can_tho_gives_classes_by_total_gates_and_ceilings(changed: dict[str, str], given: str) -> None:
    assert (given,) == sheet("vn.can_tho2579", {**CLEAN, **changed}).classes


@pytest.mark.parametrize(
    ("points", "below_half", "disciplined", "given"),
    [
        ("80", "0", "không", "Đạt"),
        ("79,9", "0", "không", "Chưa đạt"),
        ("95", "1", "không", "Chưa đạt"),
        ("95", "0", "có", "Chưa đạt"),
    ],
)
def test_a_commune_meets_the_standard_of_access_to_law(
    points: str, below_half: str, disciplined: str, given: str
) -> None:
    figures = {"points": points, "below_half": below_half, "disciplined": disciplined}
    assert (given,) == sheet("vn.legal_access", figures).classes


def test_the_parts_of_766_are_rounded_and_then_added() -> None:
    """17.005, 19.005 and 11.005 become 17.01, 19.01 and 11.01: 47.03, where the sum 47.015 would be 47.02."""
    figures = {"group_1": "17,0050", "group_2": "19,0050", "group_3": "11,0050", "group_4": "0", "group_5": "0"}
    found = sheet("vn.qd766", {**figures, "group_6": "0"})
    assert Fraction(4703, 100) == found.total


def test_sipas_is_the_weighted_mean_of_nine_groups() -> None:
    groups = {f"group_{number}": f"{80 + number}%" for number in range(1, 10)}
    assert 85 == sheet("vn.sipas", groups).total


def test_a_field_of_2017_is_scored_out_of_its_maximum() -> None:
    maxima = {"1": 10, "2": 10, "3": Fraction(29, 2), "4": 11, "5": 16, "6": 7, "7": 16, "8": Fraction(31, 2)}
    assert 100 == sum(maxima.values())
    found = sheet("vn.par_index.province@2017", {f"field_{code}": "5" for code in maxima})
    assert 40 == found.total
    assert [5] * 8 == [score(found, code) for code in maxima]
