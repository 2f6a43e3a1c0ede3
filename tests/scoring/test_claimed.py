"""The points that a body believes to have are held against those that the rules give it."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from typing import Any

import pytest

from parrules.evidence.records import Body, Mark, Provenance
from parrules.scoring.claimed import claims_that_differ
from parrules.values.amounts import Value
from parrules.values.nothing import NONE
from scoring.small_rules import criterion, planned, sheet

CELL = Provenance("form.xlsx", sheet="Biểu tự chấm", cell="G12")
EVIDENCE = "done: {type: count, max: 6}\nasked: {type: yes_no}"
CRITERIA = "\n".join(
    [
        criterion("award 0\nadd 1 per done", "1", 6),
        criterion("award 2", "2", 2, "applies: asked\nif_not: left_out\n"),
    ]
)


def told(claimed: dict[str, Value], where: Provenance = CELL, **figures: Any) -> list[tuple[str, str, dict[str, Any]]]:
    """Code, place and arguments of each finding about what a body with these figures claims."""
    scored = sheet(planned(EVIDENCE, CRITERIA), figures)
    marks = {code: Mark(value, str(value), where) for code, value in claimed.items()}
    found = claims_that_differ(scored, Body("a", "A", claimed=marks))
    assert all(not one.is_error for one in found)
    return [(one.code, one.place, dict(one.arguments)) for one in found]


def test_a_claim_of_what_the_rules_give_is_not_told() -> None:
    assert [] == told({"1": 4, "2": 2}, done=4, asked=True)


def test_nothing_is_told_of_criteria_without_a_claim_or_claims_without_a_criterion() -> None:
    assert [] == told({"9": 4}, done=4, asked=True)


def test_a_claim_of_other_points_is_told_with_both_and_its_cell() -> None:
    expected = {"code": "1", "claimed": 5, "score": 4}
    assert [("EV420", "form.xlsx, Biểu tự chấm!G12", expected)] == told({"1": 5}, done=4, asked=True)


def test_a_claim_that_is_no_number_is_told_without_it() -> None:
    expected = {"code": "1", "score": 4}
    assert [("EV420", "form.json", expected)] == told({"1": NONE}, Provenance("form.json"), done=4, asked=True)


def test_points_for_what_does_not_concern_the_body_are_told() -> None:
    expected = {"code": "2", "claimed": 2}
    assert [("EV422", "form.xlsx, Biểu tự chấm!G12", expected)] == told({"2": 2}, done=4, asked=False)


@pytest.mark.parametrize("claimed", [0, 3, 6])
def test_an_open_score_may_still_become_what_is_claimed(claimed: int) -> None:
    assert [] == told({"1": claimed}, asked=True)


@pytest.mark.parametrize("claimed", [-1, 7])
def test_a_claim_that_an_open_score_cannot_become_is_told_with_both_ends(claimed: int) -> None:
    expected = {"code": "1", "claimed": claimed, "low": 0, "high": 6}
    assert [("EV421", "form.xlsx, Biểu tự chấm!G12", expected)] == told({"1": claimed}, asked=True)
