# ruff: noqa: SIM300  (expected first, then actual)
"""HP 212/2025: what does not apply, the section that shrinks, and the classes with their holes."""

from __future__ import annotations

from fractions import Fraction

from parrules.scoring.sheet import Sheet
from rules.scored_for_tests import diagnostics, line, score, sheet

GIVEN = ("assessed_ddci", "economic_target_given", "clearance_given", "disbursement_given", "revenue_given")
GIVEN += ("land_given", "planning_given", "digital_given")
MET = ("economic_target_met", "disbursement_met", "revenue_met", "land_met", "planning_met", "digital_met")
MARKS = {f"1.{group}.{one}": Fraction(5, 4) for group in range(1, 5) for one in range(1, 5)}
MARKS |= {f"2.{part}.{one}": Fraction(1) for part in (1, 2) for one in range(1, 6)}

ALL_DONE = {
    **{
        f"{kind}_{what}": "10" for kind in ("programme", "assigned") for what in ("tasks", "done", "quality", "on_time")
    },
    **dict.fromkeys(GIVEN, "có"),
    **dict.fromkeys(MET, "có"),
    "par_index": "90%",
    "city_par_index": "88%",
    "ddci": "70",
    "city_ddci": "70",
    "clearance": "95%",
    **dict.fromkeys(("degraded", "punished", "disciplined"), "không"),
    "judged_criteria": "10",
    "late_or_poor": "0",
    "all_done": "có",
    "all_well": "có",
    "all_high": "có",
    "targets": "8",
    "targets_done": "8",
    "targets_well": "8",
    "targets_exceeded": "4",
    "units": "10",
    "units_done": "10",
    "units_good": "7",
}


def of_head(**changed: str) -> Sheet:
    """A head with every mark at its maximum, everything done, and what is changed."""
    return sheet("vn.hp212", {**ALL_DONE, **changed}, marks=MARKS)


def test_the_maximum_nobody_reaches_and_the_section_that_shrinks_are_excused_in_the_file() -> None:
    assert () == diagnostics("vn.hp212")


def test_everything_done_is_one_point_short_of_a_hundred_because_of_the_ddci() -> None:
    head = of_head()
    assert 99 == head.total
    assert 1 == score(head, "3.2")
    assert ("Hoàn thành xuất sắc",) == head.classes


def test_with_something_left_out_the_section_of_twenty_carries_ten() -> None:
    """19 - 2.5 of 17.5 got, of 17.5 that apply: 16.5 / 17.5 x 10; the total is at most 90."""
    head = of_head(land_given="không")
    assert Fraction(66, 7) == score(head, "3")
    assert 80 + Fraction(66, 7) == head.total
    assert ("Hoàn thành tốt",) == head.classes


def test_a_section_with_nothing_that_applies_but_the_index_is_not_divided_by_zero() -> None:
    head = of_head(**dict.fromkeys(GIVEN, "không"))
    assert 10 == score(head, "3")
    none = of_head(**{f"programme_{what}": "0" for what in ("tasks", "done", "quality", "on_time")})
    assert "left_out" == line(none, "2.3").status
    assert 79 == none.total


def test_quantity_quality_and_progress_are_shares_of_the_maximum() -> None:
    head = of_head(programme_done="9", programme_quality="7", programme_on_time="1")
    assert [Fraction(9, 2), 7, Fraction(1, 2)] == [score(head, f"2.3.{number}") for number in (1, 2, 3)]


def test_site_clearance_counts_from_ninety_five_percent() -> None:
    assert [Fraction(5, 2), 0] == [score(of_head(clearance=rate), "3.4") for rate in ("95%", "94,9%")]


def test_any_veto_gives_the_lowest_class() -> None:
    for veto in ({"degraded": "có"}, {"punished": "có"}, {"disciplined": "có"}, {"late_or_poor": "6"}):
        assert ("Không hoàn thành",) == of_head(**veto).classes
    assert ("Không hoàn thành",) == of_head(targets_done="3", targets_well="3", targets_exceeded="0").classes


def test_above_ninety_without_the_further_conditions_the_authority_decides() -> None:
    head = of_head(all_high="không")
    assert 99 == head.total
    assert ("Không hoàn thành", "Hoàn thành", "Hoàn thành tốt", "Hoàn thành xuất sắc") == head.classes
