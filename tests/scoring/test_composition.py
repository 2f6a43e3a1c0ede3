# ruff: noqa: SIM300  (expected first, then actual)
"""How the scores of criteria become that of the field above them, and what is left out, shared or rescaled there."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parrules.scoring.sheet import Line, Sheet
from parrules.values.ranges import Range
from scoring.small_rules import lines, planned, sheet

EVIDENCE = "a: {type: yes_no, title: A}\nb: {type: yes_no, title: B}\nc: {type: yes_no, title: C}"


def judged(code: str, maximum: object, more: str = "") -> str:
    return f'{{code: "{code}", title: Tiêu chí, max: {maximum}, judged: {{by: Hội đồng}}{more}}}'


def field(children: list[str], maximum: object, more: str = "", code: str = "1") -> str:
    below = "\n".join(f"    - {child}" for child in children)
    return f'- code: "{code}"\n  title: Lĩnh vực\n  max: {maximum}\n{more}  criteria:\n{below}\n'


def asked(figure: str, if_not: str) -> str:
    return f", applies: {figure}, if_not: {if_not}"


def scored(criteria: str, figures: dict[str, Any], marks: dict[str, Any], more: str = "") -> Sheet:
    return sheet(planned(EVIDENCE, criteria, more), figures, marks=marks)


def first(criteria: str, figures: dict[str, Any], marks: dict[str, Any]) -> Line:
    return lines(scored(criteria, figures, marks))["1"]


def steps(line: Line) -> list[tuple[str, object, object]]:
    return [(entry.construct, entry.amount, entry.running) for entry in line.entries]


TWO = [judged("1.1", 4), judged("1.2", 6)]


@pytest.mark.parametrize(
    ("expected", "more"),
    [
        ([("child", 3, 3), ("child", 2, 5)], ""),
        ([("mean", Fraction(5, 2), Fraction(5, 2))], "  combine: mean\n"),
        ([("highest", 3, 3)], "  combine: highest\n"),
        ([("lowest", 2, 2)], "  combine: lowest\n"),
    ],
)
def test_children_are_joined(expected: object, more: str) -> None:
    maximum = {"  combine: mean\n": 5, "  combine: highest\n": 6, "  combine: lowest\n": 4}.get(more, 10)
    assert expected == steps(first(field(TWO, maximum, more), {}, {"1.1": 3, "1.2": 2}))


def test_a_weight_multiplies_the_score_and_the_maximum() -> None:
    line = first(
        field([judged("1.1", 4, ", weight: 2"), judged("1.2", 6, ", weight: 0.5")], 11), {}, {"1.1": 3, "1.2": 2}
    )
    assert (7, 11) == (line.score, line.applicable)
    assert [("child", 2, "1.1"), ("child", 2, "1.2")] == [(one.cause, one.amount, one.words) for one in line.lost]


@pytest.mark.parametrize(
    ("score", "applicable", "index", "if_not"),
    [
        (3, 4, Fraction(3, 4), "left_out"),
        (9, 10, Fraction(9, 10), "full"),
        (3, 10, Fraction(3, 10), "zero"),
        (Fraction(15, 2), 10, Fraction(3, 4), "shared"),
    ],
)
def test_what_does_not_apply(score: object, applicable: object, index: object, if_not: str) -> None:
    children = [judged("1.1", 4), judged("1.2", 6, asked("a", if_not))]
    found = scored(field(children, 10), {"a": False}, {"1.1": 3})
    line = lines(found)["1"]
    assert (score, applicable, score, index) == (line.score, line.applicable, found.total, found.index)
    assert line.applicable - line.score == sum(one.amount for one in line.lost)  # type: ignore[operator]


def test_a_share_is_given_to_each_sibling_that_applies() -> None:
    children = [judged("1.1", 4), judged("1.2", 2), judged("1.3", 4, asked("a", "shared"))]
    line = first(field(children, 10), {"a": False}, {"1.1": 2, "1.2": 2})
    assert [("child", 2, 2), ("share", 1, 3), ("child", 2, 5), ("share", 2, 7)] == steps(line)
    assert [("child", 2), ("share", 1)] == [(one.cause, one.amount) for one in line.lost]


def test_nothing_is_shared_where_nobody_is_left() -> None:
    children = [judged("1.1", 4, asked("a", "shared")), judged("1.2", 6, asked("a", "left_out"))]
    found = scored(field(children, 10), {"a": False}, {})
    assert ("left_out", None, None) == (lines(found)["1"].status, lines(found)["1"].score, found.total)


def test_a_field_is_rescaled_where_something_in_it_was_left_out() -> None:
    rules = field([judged("1.1", 4), judged("1.2", 6, asked("a", "left_out"))], 10, "  rescale_to: 10\n")
    line = first(rules, {"a": False}, {"1.1": 3})
    assert [("child", 3, 3), ("rescale", Fraction(9, 2), Fraction(15, 2))] == steps(line)
    assert (10, Fraction(5, 2)) == (line.applicable, sum(one.amount for one in line.lost))
    whole = first(rules, {"a": True}, {"1.1": 3, "1.2": 6})
    assert ([("child", 3, 3), ("child", 6, 9)], 10) == (steps(whole), whole.applicable)


def test_nothing_is_rescaled_where_only_what_is_outside_the_scale_is_left() -> None:
    children = [judged("1.1", 4, asked("a", "left_out")), judged("1.2", 6, ", outside_scale: yes")]
    line = first(field(children, 4, "  rescale_to: 4\n"), {"a": False}, {"1.2": 3})
    assert (3, 0) == (line.score, line.applicable)


def test_a_bonus_stands_outside_the_scale_and_is_won_back() -> None:
    rules = field([judged("1.1", 4), judged("1.2", 6, ", outside_scale: yes")], 4) + field(
        [judged("2.1", 4)], 4, code="2"
    )
    found = scored(rules, {}, {"1.1": 3, "1.2": Fraction(1, 2), "2.1": 4})
    line = lines(found)["1"]
    assert (Fraction(7, 2), 4, Fraction(15, 2), 8) == (line.score, line.applicable, found.total, found.applicable)
    assert [("child", 1), ("outside", Fraction(-1, 2))] == [(one.cause, one.amount) for one in line.lost]


def test_a_field_is_held_and_rounded() -> None:
    children = [judged("1.1", 4), judged("1.2", 6, ", outside_scale: yes")]
    line = first(field(children, 4, "  round: 1\n"), {}, {"1.1": Fraction(33, 10), "1.2": Fraction(9, 2)})
    assert [("hold", Fraction(-19, 5), 4)] == steps(line)[2:]
    rounded = first(field(children, 4, "  round: 1\n"), {}, {"1.1": Fraction(13, 4), "1.2": 0})
    assert [("round", Fraction(1, 20), Fraction(33, 10))] == steps(rounded)[2:]


def test_a_total_has_bounds_of_its_own() -> None:
    rules = field(TWO, 10)
    found = scored(rules, {}, {"1.1": 3, "1.2": 2}, "total: {max: 4.5, min: 0}\n")
    assert (Fraction(9, 2), Fraction(9, 2)) == (found.total, found.applicable)
    assert [("child", 5), ("hold", Fraction(-1, 2))] == [(one.construct, one.amount) for one in found.total_entries]


@pytest.mark.parametrize(
    ("score", "applicable", "index", "if_not"),
    [
        (3, Range(4, 10, whole=True), Range(Fraction(3, 10), Fraction(3, 4)), "left_out"),
        (Range(3, 9, whole=True), 10, Range(Fraction(3, 10), Fraction(9, 10)), "full"),
    ],
)
def test_while_it_is_open_what_applies_every_case_counts(
    score: object, applicable: object, index: object, if_not: str
) -> None:
    children = [judged("1.1", 4), judged("1.2", 6, asked("a", if_not))]
    found = scored(field(children, 10), {}, {"1.1": 3, "1.2": 0})
    line = lines(found)["1"]
    assert ("open", ()) == (line.status, line.lost)
    assert (score, applicable) == (line.score, line.applicable)
    assert index == found.index


def test_more_cases_than_are_tried_are_taken_at_once() -> None:
    figures = "\n".join(f"f{place}: {{type: yes_no, title: Câu {place}}}" for place in range(7))
    left_out = [judged(f"1.{place + 1}", 1, asked(f"f{place}", "left_out")) for place in range(7)]
    found = sheet(planned(figures, field(left_out, 7)), marks={f"1.{place + 1}": 1 for place in range(7)})
    assert (Range(0, 7), Range(0, 7)) == (lines(found)["1"].score, lines(found)["1"].applicable)
    zero = [judged(f"1.{place + 1}", 1, asked(f"f{place}", "zero")) for place in range(7)]
    found = sheet(planned(figures, field(zero, 7)), marks={f"1.{place + 1}": 1 for place in range(7)})
    assert (Range(0, 7, whole=True), 7) == (lines(found)["1"].score, lines(found)["1"].applicable)
