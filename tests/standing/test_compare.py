"""Differences of two sheets add up to the difference of their totals; across editions their parts do, too."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parrules.api.verbs import score_round
from parrules.evidence.records import Decision, Provenance, Supplied
from parrules.scoring.sheet import Sheet
from parrules.standing.carried import NotCarried, carried
from parrules.standing.compare import Compared, Crossed, Split, compare_sheets
from parrules.standing.parts import parts_of
from parrules.values.ranges import Range
from standing.test_lost import GOOD, POOR, figures
from standing.two_editions import NEEDS_MORE, NEW, OLD, a_round, plan, sheets

Figures = dict[str, object]
DECIDED = (("1.1", 10), ("3.2", 20), ("9", 1))


def crossed(first: Figures, second: Figures, old: str, new: str) -> tuple[Crossed, list[tuple[NotCarried, ...]]]:
    made: list[Sheet] = []
    left = []
    for of, own, other in ((first, old, new), (second, new, old)):
        round_, missing = carried(a_round(own, of), plan(own).methodology, plan(other).methodology)  # type: ignore[arg-type]
        made += score_round(plan(other), round_, round_.bodies, ())[0]
        left.append(missing)
    return Crossed(made[0], made[1]), left


def compared(first: Figures, second: Figures, old: str = OLD, new: str = OLD) -> Compared:
    (one,), (other,) = sheets(old, first), sheets(new, second)  # type: ignore[arg-type]
    across = crossed(first, second, old, new)[0] if old != new else None
    return compare_sheets(one, other, (plan(old).methodology, plan(new).methodology), across)


def whole(split: Split) -> Fraction:
    return Fraction(split.rules + split.evidence + split.interaction + split.unsplit)


@given(figures, st.sampled_from([OLD, NEW]))
def test_the_parts_of_a_total_add_up_to_it(of: Figures, rules: str) -> None:
    (sheet,) = sheets(rules, of)  # type: ignore[arg-type]
    assert sheet.total == sum(parts_of(sheet, plan(rules).methodology).values())  # type: ignore[arg-type]


@given(figures, figures)
def test_the_differences_of_two_bodies_add_up(first: Figures, second: Figures) -> None:
    found = compared(first, second)
    assert found.second.total - found.first.total == found.change  # type: ignore[operator]
    assert found.change == sum(row.change for row in found.rows if row.counts)  # type: ignore[misc]
    assert (False, None) == (found.rules_differ, found.split)


@given(figures, figures)
def test_a_change_across_editions_is_rules_and_evidence_and_both(first: Figures, second: Figures) -> None:
    found = compared(first, second, OLD, NEW)
    assert found.split is not None
    assert found.change == whole(found.split)
    for row in found.rows:
        assert row.split is not None
        assert row.change == whole(row.split)
    counted = [row.split for row in found.rows if row.counts and row.split is not None]
    for part in ("rules", "evidence", "interaction", "unsplit"):
        assert getattr(found.split, part) == sum(getattr(one, part) for one in counted)
    assert 0 == found.split.unsplit


@given(figures)
def test_the_same_evidence_under_two_editions_changes_by_the_rules_alone(of: Figures) -> None:
    found = compared(of, of, OLD, NEW)
    assert found.split is not None
    assert (found.change, 0, 0) == (found.split.rules, found.split.evidence, found.split.interaction)


def test_a_row_says_what_it_makes_of_the_whole_change() -> None:
    found = compared(GOOD, {**GOOD, "late": 0})
    told = {row.code: str(row.change) for row in found.rows if not row.is_adjustment and row.change != 0}
    assert {"1": "27/10", "1.1": "7/10", "1.2": "2", "4": "1/2", "4.2": "1/2", "6": "2/5"} == told
    assert Fraction(18, 5) == found.change
    late = next(row for row in found.rows if row.code == "1.1").changed
    assert [("late", 1, 0)] == [(one.first.name, one.first.value, one.second.value) for one in late]  # type: ignore[union-attr]


def test_of_a_mean_each_criterion_makes_its_share() -> None:
    found = compared({**GOOD, "late": 1}, {**GOOD, "late": 2})
    told = {row.code: row.change for row in found.rows if row.code in ("2", "2.1", "2.2")}
    assert {"2": Fraction(-5, 2), "2.1": Fraction(-5, 2), "2.2": 0} == told


def test_of_the_highest_only_the_one_that_counted_makes_a_change() -> None:
    found = compared({**GOOD, "done": 10}, {**GOOD, "done": 8})
    told = {row.code: str(row.change) for row in found.rows if row.code in ("3", "3.1", "3.2")}
    assert {"3": "-12/5", "3.1": "-12/5", "3.2": "0"} == told


def test_what_the_old_evidence_never_held_is_named_and_its_change_is_not_split() -> None:
    new = {**GOOD, "signed": Fraction(1, 2)}
    _, (left, right) = crossed(GOOD, new, OLD, NEEDS_MORE)
    assert ((NotCarried("signed", "unknown"),), ()) == (left, right)
    found = compared(GOOD, new, OLD, NEEDS_MORE)
    assert found.split is not None
    assert found.change == whole(found.split)
    row = next(row for row in found.rows if row.code == "2.2")
    assert Split(0, 0, 0, Fraction(-2)) == row.split


def test_while_a_score_is_open_so_is_its_difference_and_nothing_is_split() -> None:
    found = compared(GOOD, {"done": 9, "due": 10, "late": 1, "asked": True}, OLD, NEW)
    assert isinstance(found.change, Range)
    assert found.split is None
    assert {"5"} == {row.code for row in found.rows if isinstance(row.change, Range) and not row.is_adjustment}


def test_figures_of_another_kind_or_out_of_bounds_are_not_carried_over() -> None:
    other = NEW.replace("late: {type: count,", "late: {type: days, min: 0,").replace(
        "due: {type: count,", "due: {type: count, max: 9,"
    )
    round_, left = carried(a_round(OLD, GOOD), plan(OLD).methodology, plan(other).methodology)
    assert (NotCarried("late", "kind"), NotCarried("due", "outside")) == left
    assert {"done", "asked", "prize"} == set(round_.bodies[0].figures)
    assert ("vn.x.editions", "2025") == (round_.methodology, round_.edition)


def test_a_criterion_that_only_one_side_has_counts_whole() -> None:
    without = OLD[: OLD.index('  - code: "6"')]
    found = compared(POOR, POOR, OLD, without)
    gone = next(row for row in found.rows if row.code == "6")
    assert (None, Fraction(8, 5)) == (gone.second, gone.change)
    assert found.change == sum(row.change for row in found.rows if row.counts)  # type: ignore[misc]


def test_the_highest_is_a_part_as_a_whole_while_another_below_it_is_open() -> None:
    start, end = OLD.index('  - code: "1"'), OLD.index('  - code: "3"')
    old = OLD[:start] + OLD[end : OLD.index('  - code: "4"')]
    new = old.replace('edition: "2024"', 'edition: "2025"').replace("2024-01-01, to: 2024-12-31", "2025-01-01")
    new = new.replace("done / due * 12", "done / due * 11")
    found = compared({"done": 10, "due": 10}, {"done": 9, "due": 10, "late": 3}, old, new)
    assert (12, Fraction(99, 10)) == (found.first.total, found.second.total)
    assert isinstance(next(line.score for line in found.first.lines if line.code == "3.2"), Range)
    assert found.change == sum(row.change for row in found.rows if row.counts)  # type: ignore[misc]
    assert found.split is not None
    assert found.change == whole(found.split)


def test_decisions_and_the_last_round_are_carried_over_where_the_other_rules_have_them() -> None:
    made = a_round(OLD, GOOD)
    decided = {code: Decision(points, None, "Sở Nội vụ", "", "", "appraised", Provenance()) for code, points in DECIDED}
    last = {name: Supplied(5, "5", Provenance()) for name in ("total", "done", "late")}
    made = replace(made, bodies=(replace(made.bodies[0], decided=decided, last=last),))
    other = NEW.replace("late: {type: count,", "late: {type: days, min: 0,")
    round_, left = carried(made, plan(OLD).methodology, plan(other).methodology)
    assert (NotCarried("late", "kind"), NotCarried("3.2", "outside"), NotCarried("9", "unknown")) == left
    assert {"1.1"} == set(round_.bodies[0].decided)
    assert {"total", "done"} == set(round_.bodies[0].last)
