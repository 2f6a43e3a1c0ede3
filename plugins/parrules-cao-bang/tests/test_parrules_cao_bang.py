"""The chain of patrols alone, and the index of a commune with it."""

from __future__ import annotations

import random
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

import parrules
import parrules_cao_bang
from parrules.api.rule_tests import run_tests
from parrules.testing import brought, frozen_evidence, score

EVIDENCE = Path(__file__).with_name("evidence.yaml")


def points(*days: tuple[int, int], unreported: int = 0) -> Fraction | int:
    rows = [{"patrolled_on": date(2025, month, day), "joint": True} for month, day in days]
    evidence = frozen_evidence({"unreported": unreported}, {"patrols": rows}, maximum=6)
    return score(parrules_cao_bang.PATROL_CHAIN, evidence).points


def test_the_plugin_brings_its_criterion_its_word_and_its_rules() -> None:
    found = brought(parrules_cao_bang)
    assert {"parrules_criteria", "parrules_rule_folders", "parrules_statements"} == found.keys()
    assert found["parrules_statements"] == ("deduct_halves",)


def test_the_longest_chain_counts_and_a_gap_of_46_days_breaks_it() -> None:
    assert points() == 0
    assert points((1, 10)) == 0
    assert Fraction(1, 2) == points((1, 1), (2, 15))
    assert points((1, 1), (2, 16)) == 0
    assert points((1, 1), (6, 1), (7, 10), (8, 20), (9, 30), (2, 10)) == 2


def test_the_order_of_the_register_does_not_matter() -> None:
    assert points((1, 1), (2, 10), (3, 20)) == points((3, 20), (1, 1), (2, 10))


def test_incidents_that_were_not_reported_take_points_but_never_more_than_there_are() -> None:
    assert Fraction(1, 2) == points((1, 1), (2, 10), (3, 20), (4, 10), unreported=1)
    assert points((1, 1), (2, 10), unreported=9) == 0


@pytest.mark.parametrize("seed", range(40))
def test_the_chain_is_the_longest_of_all_that_can_be_formed(seed: int) -> None:
    chance = random.Random(seed)
    start, unreported = date(2025, 1, 1), chance.randint(0, 2)
    days = sorted({chance.randint(0, 364) for _ in range(chance.randint(1, 14))})
    chains = [days[first:last] for first in range(len(days)) for last in range(first + 1, len(days) + 1)]
    unbroken = [one for one in chains if all(b - a <= 45 for a, b in pairwise(one))]
    longest = max(one[-1] - one[0] for one in unbroken)
    expected = max(Fraction(0), min(Fraction(6), Fraction(longest // 30, 2)) - unreported)
    said = [start + timedelta(days=day) for day in days]
    assert expected == points(*((day.month, day.day) for day in said), unreported=unreported)


def test_a_round_with_a_border_commune_an_inland_one_and_one_that_has_not_handed_in_its_register() -> None:
    result = parrules.evaluate("vn.cao_bang.commune", EVIDENCE)
    assert result.diagnostics == ()
    border, inland, open_ = result.sheets
    assert parrules.exact_text(border.total) == "20.5"  # 9 + 10.5 + 1
    assert [
        parrules.exact_text(entry.amount) for line in border.lines if line.code == "2.1" for entry in line.entries
    ] == ["2", "-1"]
    assert (
        parrules.exact_text(inland.total),
        parrules.exact_text(inland.index),
        inland.classes,
    ) == ("24", "1", ("Tốt",))
    assert parrules.exact_text(open_.total) == "24..30"
    assert "cao-bang" in [one.name for one in border.plugins]


def test_half_a_point_that_has_begun_is_deducted_whole_and_the_receipt_shows_what_the_line_says() -> None:
    border = parrules.evaluate("vn.cao_bang.commune", EVIDENCE).sheets[0]
    (award, off) = next(line.entries for line in border.lines if line.code == "1.2")
    assert (award.construct, off.construct, off.amount) == ("award", "deduct_halves", Fraction(-3, 2))
    assert off.words == 'deduct_halves 0.4 per late up to 12 because "{late} hồ sơ trễ hạn"'
    assert ("as_written", Fraction(6, 5)) in [(part.role, part.value) for part in off.parts]  # 3 × 0.4
    lost = next(line.lost for line in border.lines if line.code == "1.2")
    assert [("deduct_halves", Fraction(3, 2))] == [(one.cause, one.amount) for one in lost]


def test_nothing_is_wrong_with_the_rules_of_communes() -> None:
    assert parrules.check("vn.cao_bang.commune") == ()


def test_the_rules_of_districts_are_found_by_their_name_and_nothing_is_wrong_with_them() -> None:
    assert parrules.check("vn.cao_bang.district") == ()


@pytest.mark.parametrize("name", ["vn.cao_bang.commune", "vn.cao_bang.district"])
def test_the_tests_beside_the_rules_pass_and_show_everything(name: str) -> None:
    tested = run_tests(str(Path(parrules_cao_bang.__file__).with_name("rules") / f"{name}.yaml"), covered=True)
    assert tested.diagnostics == ()
    assert tested.outcomes, "it has no tests"
    assert [one.test.name.text for one in tested.failed] == []
    assert tested.shown is not None
    assert tested.shown.missing == ()
