"""At most so many keep a class; those beyond fall to the next below, and the sheet says so."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from parrules.scoring.sheet import Quantity
from parrules.values.kinds import COUNT
from parrules.values.ranges import Range
from standing.small_round import CLASSES, RULES, body, classes, codes, many, scored

TOP, GOOD, LOW = ("Xuất sắc",), ("Tốt",), ("Đạt",)
TOP_OR_GOOD = ("Tốt", "Xuất sắc")


def with_quota(at_most: str, ties: str = "undecided", more: str = "") -> str:
    return f"{RULES}{CLASSES}quota:\n  for: Xuất sắc\n  at_most: |\n    {at_most}\n  ties: {ties}\n{more}"


@pytest.mark.parametrize(
    ("expected", "at_most"),
    [
        pytest.param([TOP, TOP, TOP, GOOD, LOW], "3", id="a quota that is just met changes nothing"),
        pytest.param([TOP, TOP, TOP, GOOD, LOW], "10", id="a quota above the number of bodies changes nothing"),
        pytest.param([TOP, TOP, GOOD, GOOD, LOW], "2", id="the last one falls"),
        pytest.param([TOP, GOOD, GOOD, GOOD, LOW], "1", id="all but the best fall"),
        pytest.param([GOOD, GOOD, GOOD, GOOD, LOW], "0", id="nobody keeps it"),
        pytest.param([GOOD, GOOD, GOOD, GOOD, LOW], "2 - 3", id="fewer than nobody is nobody"),
        pytest.param(
            [TOP, GOOD, GOOD, GOOD, LOW], "round_down(40% * count(peers where total >= 50))", id="of 4, rounded down"
        ),
        pytest.param(
            [TOP, TOP, GOOD, GOOD, LOW], "round_up(40% * count(peers where total >= 50))", id="of 4, rounded up"
        ),
        pytest.param(
            [TOP, TOP, GOOD, GOOD, LOW], 'round(50% * count(peers where class >= "Tốt"))', id="of those rated good"
        ),
        pytest.param([TOP, TOP, GOOD, GOOD, LOW], "places", id="a figure of the round"),
        pytest.param([TOP, TOP, GOOD, GOOD, LOW], "min(places, count(bodies))", id="the less of two"),
        pytest.param([TOP, GOOD, GOOD, GOOD, LOW], "(1 when places > 1 otherwise 3)", id="by a condition"),
    ],
)
def test_so_many_keep_the_class(expected: list[tuple[str, ...]], at_most: str) -> None:
    bodies = many({"a": 95, "b": 90, "c": 85, "d": 60, "e": 10})
    assert expected == list(classes(with_quota(at_most), bodies, places=2).values())


@pytest.mark.parametrize(
    ("expected", "ties"),
    [
        pytest.param([TOP, TOP_OR_GOOD, TOP_OR_GOOD, GOOD], "undecided", id="the authority decides"),
        pytest.param([TOP, TOP, TOP, GOOD], "all", id="all who are equal stay"),
        pytest.param([TOP, GOOD, GOOD, GOOD], "none", id="none who are equal stays"),
    ],
)
def test_ties_at_the_cut(expected: list[tuple[str, ...]], ties: str) -> None:
    assert expected == list(classes(with_quota("2", ties), many({"a": 95, "b": 90, "c": 90, "d": 85})).values())


@pytest.mark.parametrize("ties", ["undecided", "all", "none"])
def test_equal_bodies_that_all_have_room_all_stay(ties: str) -> None:
    assert [TOP] * 3 == list(classes(with_quota("3", ties), many({"a": 90, "b": 90, "c": 90})).values())


def test_a_tie_left_to_the_authority_is_told() -> None:
    sheets, findings = scored(with_quota("2"), many({"a": 95, "b": 90, "c": 90}))
    assert [("EV221", "warning")] == [(one.code, one.severity) for one in findings]
    assert {"name": "Xuất sắc", "bodies": ("B", "C"), "at_most": 2} == dict(findings[0].arguments)
    entry = sheets["b"].class_entries[-1]
    assert (Range(-1, 0, whole=True), Range(1, 2, whole=True), True) == (entry.amount, entry.running, entry.perhaps)


@pytest.mark.parametrize(("ties", "code", "kept"), [("all", "EV222", 3), ("none", "EV223", 1)])
def test_a_tie_that_the_rules_decide_is_told_with_how_many_keep_the_class(ties: str, code: str, kept: int) -> None:
    _, findings = scored(with_quota("2", ties), many({"a": 95, "b": 90, "c": 90, "d": 85}))
    assert [(code, "warning")] == [(one.code, one.severity) for one in findings]
    assert {"name": "Xuất sắc", "bodies": ("B", "C"), "at_most": 2, "kept": kept} == dict(findings[0].arguments)


@pytest.mark.parametrize("ties", ["undecided", "all", "none"])
def test_bodies_that_are_equal_and_not_at_the_cut_are_no_matter(ties: str) -> None:
    assert () == scored(with_quota("2", ties), many({"a": 95, "b": 95, "c": 90, "d": 90}))[1]


def test_those_who_are_tied_are_named_in_vietnamese_order() -> None:
    _, findings = scored(with_quota("1"), many({"c": 90, "b": 90, "ă": 90}))
    assert ("Ă", "B", "C") == dict(findings[0].arguments)["bodies"]


def test_who_falls_reads_why_on_the_sheet() -> None:
    sheets, _ = scored(with_quota("2"), many({"a": 95, "b": 90, "c": 85}))
    award, entry = sheets["c"].class_entries
    assert ("award", 2) == (award.construct, award.running)
    assert ("quota", -1, 1, "Xuất sắc", 21, False) == (
        *(entry.construct, entry.amount, entry.running, entry.words, entry.line, entry.perhaps),
    )
    assert (Quantity("limit", 2, COUNT), Quantity("place", 3, COUNT)) == entry.parts
    assert 1 == len(sheets["b"].class_entries)


def test_a_quota_of_a_class_that_nobody_has_is_told_and_changes_nothing() -> None:
    sheets, findings = scored(with_quota("2"), many({"a": 60, "b": 10}))
    assert [GOOD, LOW] == [sheet.classes for sheet in sheets.values()]
    assert [("EV220", "warning")] == [(one.code, one.severity) for one in findings]


def test_a_quota_counts_each_group_by_itself() -> None:
    bodies = [body("a", "x", done=95), body("b", "x", done=90), body("c", "y", done=85), body("d", "y", done=81)]
    assert [TOP, GOOD, TOP, GOOD] == list(classes(with_quota("1"), bodies).values())


def test_a_body_in_no_group_beside_others_in_one_is_told() -> None:
    _, findings = scored(with_quota("1"), [body("a", "x", done=95), body("b", done=90)])
    assert ["EV202"] == [one.code for one in findings]


def test_who_falls_from_one_class_may_be_beyond_the_quota_of_the_next() -> None:
    quotas = "quota:\n  - {for: Tốt, at_most: 1, ties: all}\n  - {for: Xuất sắc, at_most: 1, ties: all}\n"
    found = classes(RULES + CLASSES + quotas, many({"a": 95, "b": 90, "c": 60, "d": 55}))
    assert [TOP, GOOD, LOW, LOW] == list(found.values())


def test_the_index_may_decide_instead_of_the_total() -> None:
    left_out = "{code: '3', title: Ba, max: 50, applies: not small, if_not: left_out, score: award 0}"
    rules = RULES + f"  - {left_out}\n" + CLASSES
    bodies = [body("a", done=95), body("b", done=90, small=True)]  # 95 of 150 points, and 90 of 100
    assert [TOP, GOOD] == list(classes(f"{rules}quota: {{for: Xuất sắc, at_most: 1, ties: all}}\n", bodies).values())
    by_index = f"{rules}quota: {{for: Xuất sắc, at_most: 1, by: index, ties: all}}\n"
    assert [GOOD, TOP] == list(classes(by_index, bodies).values())


def test_an_open_score_near_the_cut_leaves_both_classes_possible() -> None:
    found = classes(with_quota("1"), many({"a": 95, "open": None, "c": 85}))
    assert [TOP_OR_GOOD, ("Đạt", "Tốt", "Xuất sắc"), GOOD] == list(found.values())


def test_an_open_score_that_cannot_reach_the_cut_changes_nothing() -> None:
    rules = with_quota("1").replace("max: 100, title: Việc xong", "max: 82, title: Việc xong")
    assert [TOP, ("Đạt", "Tốt")] == list(classes(rules, many({"a": 95, "open": None})).values())


def test_an_open_quota_leaves_open_who_lies_between() -> None:
    found = classes(with_quota("places"), many({"a": 95, "b": 90}))  # places are missing
    assert [TOP_OR_GOOD, TOP_OR_GOOD] == list(found.values())


@pytest.mark.parametrize(
    ("expected", "rules"),
    [
        (["PR480"], f"{RULES}quota: {{for: Tốt, at_most: 1, ties: all}}\n"),
        (["PR481"], f"{RULES}{CLASSES}quota: {{for: Tot, at_most: 1, ties: all}}\n"),
        (["PR482"], f"{RULES}{CLASSES}quota: {{for: Đạt, at_most: 1, ties: all}}\n"),
        (
            ["PR483"],
            f"{RULES}{CLASSES}quota: [{{for: Tốt, at_most: 1, ties: all}}, {{for: Tốt, at_most: 2, ties: all}}]\n",
        ),
        (["PR280"], with_quota("20%")),
        (["PR280"], with_quota("mean(total of peers)")),
        (["PR281"], with_quota("20% * count(peers)")),
        (["PR281"], with_quota("2.5")),
        (["PR281"], with_quota("count(peers) / 3")),
        (["PR211"], with_quota("(1 when small otherwise 2)")),
        (["PR301"], with_quota("round(6 / count(peers where small))")),
        ([], with_quota("round_down(20% * count(peers))")),
    ],
)
def test_what_a_quota_cannot_be(expected: list[str], rules: str) -> None:
    assert expected == codes(rules)


SHARES = some.one_of(some.none(), some.integers(7, 9), some.just(4))


@given(
    some.lists(SHARES, min_size=1, max_size=5),
    some.sampled_from(["1", "2", 'round_down(50% * count(peers where class >= "Tốt"))']),
    some.sampled_from(["undecided", "all", "none"]),
    some.data(),
)
def test_what_a_class_comes_to_was_among_what_it_could_be(
    tens: list[int | None], at_most: str, ties: str, draw: some.DataObject
) -> None:
    rules = with_quota(at_most, ties)
    names = [f"x{place}" for place in range(len(tens))]
    handed_in = [None if ten is None else ten * 10 for ten in tens]
    before = classes(rules, many(dict(zip(names, handed_in, strict=True))))
    whole = [draw.draw(some.integers(3, 10)) * 10 if one is None else one for one in handed_in]
    after = classes(rules, many(dict(zip(names, whole, strict=True))))
    assert all(set(after[name]) <= set(before[name]) for name in names)


@given(some.lists(some.integers(6, 9), min_size=1, max_size=6), some.randoms(use_true_random=False))
def test_the_order_of_bodies_changes_no_class(tens: list[int], chance: object) -> None:
    bodies = many({f"x{place}": ten * 10 for place, ten in enumerate(tens)})
    shuffled = list(bodies)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    rules = with_quota('round_down(50% * count(peers where class >= "Tốt"))')
    assert classes(rules, bodies) == classes(rules, shuffled)
