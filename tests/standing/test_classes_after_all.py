"""Classes that look at the totals of the others are given once all have theirs."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from parrules.evidence.records import Body
from parrules.values.ranges import Range
from standing.small_round import RULES, body, classes, codes, many, scored

ABOVE_MEAN = """\
classes: [Đạt, Tốt]
class: |
  award "Tốt" when total > mean(total of peers)
  otherwise "Đạt"
"""
BY_RANK = """\
classes: [Đạt, Tốt]
class: |
  award "Tốt" when rank(total of bodies) <= 2
  otherwise "Đạt"
"""
ONLY_ASSESSED = "applies: not small\n"
WHERE_ALL_MAY_BE_LEFT_OUT = """\
parrules: 1
methodology: vn.x.round
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  done: {type: number, min: 0, max: 100, title: Việc xong}
  small: {type: yes_no, of: body, title: Nhỏ}
criteria:
  - {code: "1", title: Một, max: 100, applies: not small, if_not: left_out, score: award done}
classes: [Đạt, Tốt]
class: |
"""


def test_the_mean_of_all_totals_decides() -> None:
    assert {"a": ("Tốt",), "b": ("Đạt",), "c": ("Đạt",)} == classes(
        RULES + ABOVE_MEAN, many({"a": 90, "b": 60, "c": 30})
    )


def test_peers_are_those_of_ones_group() -> None:
    bodies = [body("a", "x", done=90), body("b", "x", done=80), body("c", "y", done=20), body("d", "y", done=10)]
    found = classes(RULES + ABOVE_MEAN, bodies)
    assert {"a": ("Tốt",), "b": ("Đạt",), "c": ("Tốt",), "d": ("Đạt",)} == found


def test_ranks_are_competition_ranks() -> None:
    found = classes(RULES + BY_RANK, many({"a": 90, "b": 80, "c": 80, "d": 70}))
    assert {"a": ("Tốt",), "b": ("Tốt",), "c": ("Tốt",), "d": ("Đạt",)} == found


def test_a_missing_figure_opens_the_classes_that_depend_on_it_and_no_others() -> None:
    found = classes(RULES + ABOVE_MEAN, many({"a": 90, "b": 20, "c": 50, "open": None}))
    # the mean lies within 40 to 65
    assert {"a": ("Tốt",), "b": ("Đạt",), "c": ("Đạt", "Tốt"), "open": ("Đạt", "Tốt")} == found


def test_the_entry_of_the_class_is_the_authors_row() -> None:
    sheets, findings = scored(RULES + ABOVE_MEAN, many({"a": 90, "b": 60}))
    assert ['award "Tốt" when total > mean(total of peers)'] == [one.words for one in sheets["a"].class_entries]
    assert () == findings


def test_who_is_not_assessed_is_nobodys_peer_and_has_no_class() -> None:
    bodies = [*many({"a": 60, "b": 50}), body("c", done=0, small=True)]
    found, _ = scored(RULES + ONLY_ASSESSED + ABOVE_MEAN, bodies)
    assert (("Tốt",), ("Đạt",), ()) == (found["a"].classes, found["b"].classes, found["c"].classes)


def test_of_whom_it_is_open_whether_he_is_assessed_counts_perhaps() -> None:
    unsure = Body("c", "C", figures={"done": body("c", done=0).figures["done"]})
    found = classes(RULES + ONLY_ASSESSED + ABOVE_MEAN, [*many({"a": 60, "b": 50}), unsure])
    # without c the mean is 55, with it 36 2/3
    assert {"a": ("Tốt",), "b": ("Đạt", "Tốt")} == {id: found[id] for id in "ab"}


def test_a_figure_of_others_may_stand_beside_their_totals() -> None:
    rules = (
        RULES
        + """\
classes: [Đạt, Tốt]
class: |
  award "Tốt" when count(peers where small and index >= 50%) > 0
  otherwise "Đạt"
"""
    )
    assert {"a": ("Tốt",), "b": ("Tốt",)} == classes(rules, [body("a", done=10), body("b", done=60, small=True)])


def test_a_class_that_looks_at_classes_goes_in_a_circle() -> None:
    rules = (
        RULES
        + 'classes: [Đạt, Tốt]\nclass: |\n  award "Tốt" when count(peers where class = "Tốt") < 3\n  otherwise "Đạt"\n'
    )
    assert ["PR282"] == codes(rules)


@pytest.mark.parametrize(
    ("expected", "program"),
    [
        (["PR301"], '  award "Tốt" when mean(total of peers) > 50\n  otherwise "Đạt"\n'),
        ([], '  award "Tốt" when count(peers where total is not none and total > 50) > 1\n  otherwise "Đạt"\n'),
    ],
    ids=["not asked for", "asked for"],
)
def test_where_nothing_may_apply_to_a_body_its_total_may_be_none(expected: list[str], program: str) -> None:
    assert expected == codes(WHERE_ALL_MAY_BE_LEFT_OUT + program)


def test_a_total_that_is_none_is_not_counted() -> None:
    rules = WHERE_ALL_MAY_BE_LEFT_OUT + (
        '  award "Tốt" when count(peers where total is not none and total > 50) > 1\n  otherwise "Đạt"\n'
    )
    found, _ = scored(rules, [body("a", done=60), body("b", done=99, small=True), body("c", done=70)])
    assert None is found["b"].total
    assert [("Tốt",)] * 3 == [sheet.classes for sheet in found.values()]


SHARES = some.one_of(some.none(), some.integers(0, 10))


@given(some.lists(SHARES, min_size=1, max_size=6), some.data())
def test_what_a_class_comes_to_was_among_what_it_could_be(handed_in: list[int | None], draw: some.DataObject) -> None:
    names = [f"x{place}" for place in range(len(handed_in))]
    before = classes(RULES + ABOVE_MEAN, many(dict(zip(names, handed_in, strict=True))))
    whole = [draw.draw(some.integers(0, 100)) if one is None else one for one in handed_in]
    after = classes(RULES + ABOVE_MEAN, many(dict(zip(names, whole, strict=True))))
    assert all(set(after[name]) <= set(before[name]) for name in names)
    assert all(len(found) == 1 for found in after.values())


def test_totals_are_not_scored_again() -> None:
    sheets, _ = scored(RULES + ABOVE_MEAN, many({"a": 90, "open": None}))
    assert (90, Range(0, 100)) == (sheets["a"].total, sheets["open"].total)
