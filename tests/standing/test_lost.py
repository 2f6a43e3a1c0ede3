"""Where points went adds up to the applicable maximum less the score, to the last digit."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parrules.scoring.sheet import Sheet
from parrules.standing.lost import Lost, lost_points, summed
from parrules.values.ranges import Range
from standing.two_editions import NEW, OLD, plan, sheets

GOOD = {"done": 9, "due": 10, "late": 1, "asked": True, "prize": 2}
POOR = {"done": 3, "due": 10, "late": 4, "asked": False, "prize": 0}


def lost(*found: Sheet, rules: str = OLD) -> Lost:
    return lost_points(found, plan(rules).methodology)


figures = st.fixed_dictionaries(
    {
        "done": st.integers(0, 12),
        "due": st.just(12),
        "late": st.integers(0, 30),
        "asked": st.booleans(),
        "prize": st.fractions(0, 5, max_denominator=8),
    }
)


@given(st.sampled_from([OLD, NEW]), st.lists(figures, min_size=1, max_size=3))
def test_parts_add_up_to_the_applicable_maximum_less_the_score(rules: str, bodies: list[dict[str, object]]) -> None:
    found = lost(*sheets(rules, *bodies), rules=rules)
    for one in found.bodies:
        parts = [part for part in found.parts if part.sheet is one.sheet]
        assert one.sheet.applicable - one.sheet.total == one.lost  # type: ignore[operator]
        assert one.lost == sum(part.amount for part in parts)
        assert one.lost == one.inside + one.penalty - one.bonus
        assert one.inside == sum(part.amount for part in parts if not part.outside)


@given(st.lists(figures, min_size=1, max_size=3))
def test_criteria_offices_and_causes_are_the_same_points_told_otherwise(bodies: list[dict[str, object]]) -> None:
    found = lost(*sheets(OLD, *bodies))
    whole = sum(part.amount for part in found.parts)
    for key in ("code", "office", "cause"):
        assert whole == sum(amount for _, amount, _ in summed(found.parts, key))


def test_each_cause_is_named_with_its_points() -> None:
    found = lost(*sheets(OLD, GOOD))
    # 1.1: 15 x 9/10 - 0.7 = 12.8; 1.2: 1 of 5; 2: mean of 9 and 9; 3: 10.8; 4: 3.6 + 5.5; bonus 2; penalty 0.4
    told = [(part.code, part.cause, str(part.amount), part.office) for part in found.parts]
    assert [
        ("1.1", "fell_short", "3/2", "Văn phòng"),
        ("1.1", "deduct", "7/10", "Văn phòng"),
        ("1.2", "fell_short", "4", "Văn phòng"),
        ("2", "fell_short", "1", "Sở Nội vụ"),
        ("3", "fell_short", "6/5", ""),
        ("4.1", "fell_short", "2/5", ""),
        ("4.2", "deduct", "1/2", ""),
        ("5", "bonus", "-2", ""),
        ("6", "deduct", "2/5", ""),
    ] == told
    (body,) = found.bodies
    assert ("93/10", "2/5", "2") == (str(body.inside), str(body.penalty), str(body.bonus))
    assert Fraction(77, 10) == body.lost


def test_criteria_stand_in_the_order_of_points_to_regain_and_a_bonus_not_won_is_none_of_them() -> None:
    found = lost(*sheets(OLD, {**POOR, "late": 1}))
    amounts = [one.amount for one in found.criteria]
    assert sorted(amounts, reverse=True) == amounts
    assert "5" not in [one.line.code for one in found.criteria]
    assert [("6", Fraction(2, 5))] == [(one.line.code, one.amount) for one in found.criteria if one.line.outside_scale]


def test_maxima_that_are_shared_out_and_rescaled_still_add_up() -> None:
    found = lost(*sheets(OLD, POOR))
    causes = {part.cause for part in found.parts}
    assert {"share", "rescale"} <= causes
    (body,) = found.bodies
    assert body.lost == sum(part.amount for part in found.parts)


def test_what_is_open_is_told_apart_with_its_range() -> None:
    (sheet,) = sheets(OLD, {"done": 9, "due": 10, "asked": True, "prize": 2})
    found = lost(sheet)
    assert isinstance(found.bodies[0].lost, Range)
    told = {one.line.code: (one.low, one.high) for one in found.still_open}
    assert (Fraction(3, 2), 15) == told["1.1"]
    assert (2, 4) == told["1.2"]
    assert {"1.1", "1.2", "2", "3", "4", "6"} >= set(told)
    assert [("4.1", "fell_short"), ("5", "bonus")] == [
        (part.code, part.cause) for part in found.parts if part.code in ("4.1", "5")
    ] or "4" in told


def test_nobody_scored_means_nothing_lost() -> None:
    assert ((), (), ()) == (lost().bodies, lost().parts, lost().criteria)
