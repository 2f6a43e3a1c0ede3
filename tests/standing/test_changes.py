"""Points and places against another round."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parrules.evidence.records import Body
from parrules.standing.changes import with_changes
from parrules.standing.standing import Place, Standing, Within
from parrules.values.ranges import Range
from standing.small_round import RULES, body, many, scored, standings


def changed(
    now: Sequence[Body], then: Sequence[Body], within: Within = "round", edition: str = "1"
) -> tuple[Standing, ...]:
    head, before = (next(iter(scored(RULES, bodies)[0].values())) for bodies in (now, then))
    return with_changes(
        standings(RULES, now, within=within),
        standings(RULES, then, within=within),
        head,
        replace(before, year=2024, edition=edition),
    )


def test_points_and_places_gained_and_lost() -> None:
    (found,) = changed(many({"a": 90, "b": 80, "c": 70}), many({"a": 60, "b": 80, "c": 75}))
    changes = {row.body: row.change for row in found.rows}
    assert {"a": (30, 2), "b": (0, -1), "c": (-5, -1)} == {
        name: (one.points, one.places) for name, one in changes.items() if one is not None
    }
    assert changes["a"] is not None
    assert (60, Place(3, 3)) == (changes["a"].before, changes["a"].place)
    assert found.against is not None
    assert (1, 1, 1, 0) == (found.against.up, found.against.down, found.against.same, found.against.open)
    assert (2024, False, (), ()) == (
        *(found.against.year, found.against.rules_changed),
        *(found.against.new, found.against.gone),
    )


def test_bodies_that_are_new_and_bodies_that_are_gone() -> None:
    (found,) = changed(many({"a": 90, "new": 80}), many({"a": 90, "old": 99, "cũ": 1}))
    assert found.against is not None
    assert (("NEW",), ("CŨ", "OLD")) == (found.against.new, found.against.gone)
    assert [None] == [row.change for row in found.rows if row.body == "new"]


def test_another_edition_is_told() -> None:
    (found,) = changed(many({"a": 90}), many({"a": 90}), edition="0")
    assert found.against is not None
    assert ("0", True) == (found.against.edition, found.against.rules_changed)


def test_open_scores_leave_the_change_open_only_as_far_as_they_go() -> None:
    (found,) = changed(many({"a": None, "b": 80}), many({"a": 0, "b": 90}))
    changes = {row.body: row.change for row in found.rows}
    assert changes["a"] is not None and changes["b"] is not None
    assert (Range(0, 100), Range(0, 1, whole=True)) == (changes["a"].points, changes["a"].places)
    assert (-10, Range(-1, 0, whole=True)) == (changes["b"].points, changes["b"].places)
    assert found.against is not None
    assert (0, 1, 0, 1) == (found.against.up, found.against.down, found.against.same, found.against.open)


def test_who_moved_to_another_group_gains_points_and_no_places() -> None:
    now, then = [body("a", "x", done=90), body("b", "y", done=80)], [body("a", "y", done=70), body("b", "y", done=80)]
    first, _ = changed(now, then, within="group")
    (row,) = first.rows
    assert row.change is not None
    assert (20, None, None) == (row.change.points, row.change.place, row.change.places)


def test_bodies_in_no_group_are_compared_with_nothing() -> None:
    found = changed([body("a", "x", done=90), body("b", done=80)], [body("a", "x", done=90)], within="group")
    assert [False, True] == [one.against is None for one in found]
