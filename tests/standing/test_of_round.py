"""Standings of a round: who is ranked by what, among whom, and who stands apart."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from parrules.evidence.records import Body
from parrules.standing.standing import Apart, Statistics
from parrules.values.ranges import Range
from standing.small_round import RULES, at, body, codes, many, standing, standings

LEFT_OUT = "  - {code: '3', title: Ba, max: 50, applies: not small, if_not: left_out, score: award 0}\n"
ROUNDED = "rounding: {total: 0}\n"


def test_without_a_word_about_it_totals_are_ranked_and_equal_bodies_share_a_place() -> None:
    found = standing(RULES, many({"c": 60, "a": 90, "b": 60, "d": 10}))
    assert ("total", "round", "", "competition") == (found.by, found.within, found.of, found.ties)
    assert [("a", 1, 1), ("b", 2, 2), ("c", 2, 2), ("d", 4, 4)] == at(found)
    assert Statistics(count=4, mean=55, median=60, best=90, worst=10) == found.statistics
    assert [(0, 35), (30, 5), (30, 5), (80, -45)] == [(row.to_first, row.to_mean) for row in found.rows]
    assert [1, 2, 2, 1] == [row.place.level for row in found.rows]


@pytest.mark.parametrize(
    ("expected", "ranking"),
    [
        ([("a", 1, 1), ("b", 2, 2), ("c", 2, 2), ("d", 4, 4)], "{ties: competition}"),
        ([("a", 1, 1), ("b", 2, 2), ("c", 2, 2), ("d", 3, 3)], "{ties: dense}"),
        ([("a", 1, 1), ("b", 2, 3), ("c", 2, 3), ("d", 4, 4)], "{ties: undecided}"),
        ([("a", 1, 1), ("c", 2, 2), ("b", 3, 3), ("d", 4, 4)], '{then: "2"}'),
        ([("a", 1, 1), ("c", 2, 2), ("b", 3, 3), ("d", 4, 4)], '{ties: undecided, then: ["2", "1"]}'),
    ],
)
def test_equal_bodies(expected: list[tuple[str, int, int]], ranking: str) -> None:
    bodies = [body("a", done=90), body("b", done=65, extra=5), body("c", done=60), body("d", done=10)]
    assert expected == at(standing(f"{RULES}ranking: {ranking}\n", bodies))


def test_who_is_not_ranked_stands_apart_and_moves_nobody() -> None:
    bodies = [body("a", done=90, small=True), *many({"b": 60, "c": 50})]
    found = standing(RULES + "ranking: {applies: not small}\n", bodies)
    assert [("b", 1, 1), ("c", 2, 2)] == at(found)
    assert (Apart("a", "A", "not_ranked"),) == found.apart
    assert found.statistics is not None and 55 == found.statistics.mean


def test_the_ranking_may_ask_for_the_total_and_for_criteria() -> None:
    rules = RULES + "ranking:\n  applies: total >= 50 and count(criteria where score = 0) = 0\n"
    assert [("a", 1, 1)] == at(standing(rules, many({"a": 50, "b": 49})))


def test_who_is_not_assessed_stands_apart() -> None:
    found = standing(RULES + "applies: not small\n", [body("a", done=90, small=True), body("b", done=10)])
    assert ([("b", 1, 1)], (Apart("a", "A", "not_assessed"),)) == (at(found), found.apart)


def test_a_body_to_which_nothing_applies_stands_apart() -> None:
    rules = RULES.partition("criteria:\n")[0] + "criteria:\n" + LEFT_OUT
    found = standing(rules, [body("a", small=True), body("b")])
    assert ([("b", 1, 1)], (Apart("a", "A", "nothing_applies"),)) == (at(found), found.apart)
    assert () == standing(rules, [body("a", small=True)]).rows


def test_of_whom_it_is_open_whether_he_is_ranked_may_push_others_down() -> None:
    unsure = Body("a", "A", figures={name: body("a", done=90).figures[name] for name in ("done", "extra")})
    found = standing(RULES + "ranking: {applies: not small}\n", [unsure, body("b", done=60)])
    assert [("a", 1, 1), ("b", 1, 2)] == at(found)
    assert [True, False] == [row.perhaps for row in found.rows]
    assert found.statistics is not None
    assert (Range(1, 2, whole=True), Range(60, 75)) == (found.statistics.count, found.statistics.mean)


def test_the_index_may_be_ranked_instead_of_the_total() -> None:
    bodies = [body("a", done=95), body("b", done=90, small=True)]  # 95 of 150 points, and 90 of 100
    assert [("a", 1, 1), ("b", 2, 2)] == at(standing(RULES + LEFT_OUT, bodies))
    found = standing(RULES + LEFT_OUT + "ranking: {by: index}\n", bodies)
    assert [("b", Fraction(9, 10)), ("a", Fraction(19, 30))] == [(row.body, row.value) for row in found.rows]


def test_one_criterion_may_be_ranked_by_itself() -> None:
    bodies = [body("a", done=90, extra=5), body("b", done=80, extra=0), body("c", done=1, extra=9)]
    found = standing(RULES, bodies, by="2")
    assert ([("b", 1, 1), ("a", 2, 2), ("c", 3, 3)], "Hai") == (at(found), found.title_vi)


def test_a_body_to_which_the_criterion_does_not_apply_stands_apart() -> None:
    found = standing(RULES + LEFT_OUT, [body("a", done=90), body("b", done=80, small=True)], by="3")
    assert ([("a", 1, 1)], (Apart("b", "B", "nothing_applies"),)) == (at(found), found.apart)


@pytest.mark.parametrize(
    ("expected", "rounded"), [([("a", 1, 1), ("b", 1, 1)], "yes"), ([("b", 1, 1), ("a", 2, 2)], "no")]
)
def test_totals_are_compared_as_they_are_rounded_or_before(expected: list[tuple[str, int, int]], rounded: str) -> None:
    rules = f"{RULES}{ROUNDED}ranking: {{rounded: {rounded}}}\n"
    assert expected == at(standing(rules, many({"a": Fraction(401, 5), "b": Fraction(402, 5)})))


def test_the_index_before_rounding_is_the_exact_total_over_what_applies() -> None:
    found = standing(f"{RULES}{ROUNDED}ranking: {{by: index, rounded: no}}\n", many({"a": Fraction(401, 5)}))
    assert (Fraction(401, 500), 80) == (found.rows[0].value, found.rows[0].total)


def test_an_open_total_before_rounding_lies_within_half_a_unit_of_it() -> None:
    found = standing(f"{RULES}{ROUNDED}ranking: {{rounded: no}}\n", [body("open"), body("b", done=60)])
    assert [("open", 1, 2), ("b", 1, 2)] == at(found) or [("b", 1, 2), ("open", 1, 2)] == at(found)


def test_open_scores_give_places_from_and_to() -> None:
    found = standing(RULES, many({"a": 90, "b": 60, "open": None, "d": 0}))
    assert [("a", 1, 2), ("open", 1, 3), ("b", 2, 3), ("d", 3, 4)] == at(found)


def test_each_group_and_each_region_is_ranked_by_itself() -> None:
    bodies = [body("a", "x", "Bắc", done=90), body("b", "x", "Nam", done=80), body("c", "y", "Nam", done=95)]
    of = [(one.of, at(one)) for one in standings(RULES, bodies, within="group")]
    assert [("x", [("a", 1, 1), ("b", 2, 2)]), ("y", [("c", 1, 1)])] == of
    of = [(one.of, at(one)) for one in standings(RULES, bodies, within="region")]
    assert [("Bắc", [("a", 1, 1)]), ("Nam", [("c", 1, 1), ("b", 2, 2)])] == of


def test_a_body_in_no_group_is_told_apart() -> None:
    *of, nowhere = standings(RULES, [body("a", "x", done=90), body("b", done=95)], within="group")
    assert [("x", [("a", 1, 1)])] == [(one.of, at(one)) for one in of]
    assert ("", (), (Apart("b", "B", "no_group"),)) == (nowhere.of, nowhere.rows, nowhere.apart)


def test_a_total_that_may_be_none_must_be_asked_for_in_the_condition_of_the_ranking() -> None:
    rules = RULES.partition("criteria:\n")[0] + "criteria:\n" + LEFT_OUT
    assert ["PR301"] == codes(rules + "ranking:\n  applies: total >= 5\n")
    assert [] == codes(rules + "ranking:\n  applies: total is not none and total >= 5\n")


VALUE = some.one_of(some.none(), some.integers(0, 3), some.integers(50, 52))


@given(
    some.lists(some.tuples(VALUE, some.integers(0, 1), some.sampled_from(["", "x", "y"])), min_size=1, max_size=6),
    some.sampled_from(["competition", "dense", "undecided"]),
    some.sampled_from(["round", "group"]),
    some.randoms(use_true_random=False),
)
def test_the_order_in_which_bodies_are_handed_in_changes_no_standing(
    said: list[tuple[int | None, int, str]], ties: str, within: str, chance: object
) -> None:
    bodies = [
        body(f"x{place}", group, extra=extra) if done is None else body(f"x{place}", group, done=done, extra=extra)
        for place, (done, extra, group) in enumerate(said)
    ]
    shuffled = list(bodies)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    rules = f'{RULES}ranking: {{ties: {ties}, then: "2", applies: not small or total > 1}}\n'
    assert standings(rules, bodies, within=within) == standings(rules, shuffled, within=within)  # type: ignore[arg-type]
