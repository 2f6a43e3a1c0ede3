"""Stages lie over each other, and every difference between them has its kind and its points."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from api.stages_for_tests import APPRAISED, HEAD, SELF, codes, through, written
from parrules.scoring.sheet import Line
from parrules.values.ranges import Range


def line(folder: Path, name: str, code: str, at: int = -1) -> Line:
    sheets = through(folder, name).bodies[0].sheets
    return next(one for one in sheets[at].lines if one.code == code)


def test_a_later_stage_inherits_what_it_does_not_touch(tmp_path: Path) -> None:
    outcome = through(written(tmp_path, appraised=APPRAISED), "appraised")
    assert [] == codes(outcome)
    assert ["self", "appraised"] == [one.stage.name for one in outcome.scored]
    scores = [[one.score for one in sheet.lines if not one.children] for sheet in outcome.bodies[0].sheets]
    anything = Range(0, 5)
    assert [[Fraction(9, 2), 3, 3, anything], [4, 2, 2, anything]] == scores


def test_files_given_in_order_are_the_same_as_files_that_name_the_one_before(tmp_path: Path) -> None:
    alone = APPRAISED.replace("over: self.yaml\n", "")
    folder = written(tmp_path, appraised=APPRAISED, alone=alone)
    named, ordered = through(folder, "appraised"), through(folder, "self", "alone")
    assert [] == codes(ordered)
    assert named.bodies[0].steps == tuple(
        tuple(one for one in step) for step in through(folder, "self", "appraised").bodies[0].steps
    )
    assert [2, 2] == [len(outcome.scored) for outcome in (named, ordered)]


def test_every_difference_has_its_points_kind_author_and_document(tmp_path: Path) -> None:
    body = through(written(tmp_path, appraised=APPRAISED), "appraised").bodies[0]
    assert [
        ("1", Fraction(-1, 2), "missing_document", "Sở Nội vụ", "trừ văn bản chưa ký", ""),
        ("2", -1, "late_document", "Sở Nội vụ", "hai văn bản chậm", "46/BC-SNV"),
        ("3.1", -1, "judgement", "Sở Nội vụ", "ít tác dụng", "3/BB"),
    ] == [(one.code, one.points, one.cause, one.by, one.reason, one.provenance.document) for one in body.steps[0]]
    assert (Fraction(-5, 2),) == body.changes


def test_differences_add_up_to_the_difference_of_the_totals(tmp_path: Path) -> None:
    surveyed = HEAD + "stage: surveyed\nover: appraised.yaml\nvalues: {a: {satisfied: 64%}}\n"
    folder = written(tmp_path, appraised=APPRAISED, surveyed=surveyed)
    body = through(folder, "surveyed").bodies[0]
    assert [3, 2] == [len(body.sheets), len(body.steps)]
    assert Fraction(56, 5) == body.sheets[-1].total
    assert ["decided_now"] == [one.cause for one in body.steps[1]]


def test_a_second_appraisal_changes_what_the_first_decided(tmp_path: Path) -> None:
    confirmed = HEAD + (
        "stage: confirmed\nover: appraised.yaml\n"
        'decided: {a: {"2": {points: 2.5, reason: xét lại, cause: rule_misread, document: 9/QĐ}}}\n'
    )
    folder = written(tmp_path, appraised=APPRAISED, confirmed=confirmed)
    body = through(folder, "confirmed").bodies[0]
    assert [("2", Fraction(1, 2), "rule_misread", "Hội đồng")] == [
        (one.code, one.points, one.cause, one.by) for one in body.steps[1]
    ]
    decided = line(folder, "confirmed", "2").decided
    assert decided is not None
    assert ("confirmed", 3, Fraction(5, 2)) == (decided.stage, decided.rule_points, decided.points)


def test_the_points_of_the_rules_and_the_decision_are_two_entries(tmp_path: Path) -> None:
    found = line(written(tmp_path, appraised=APPRAISED), "appraised", "2")
    assert [("award", 4, 4), ("deduct", -1, 3), ("decision", -1, 2)] == [
        (one.construct, one.amount, one.running) for one in found.entries
    ]
    assert found.applicable - found.score == sum(one.amount for one in found.lost)  # type: ignore[operator]


def test_an_appraiser_may_lower_the_maximum_that_applies(tmp_path: Path) -> None:
    lower = HEAD + (
        'stage: appraised\nover: self.yaml\ndecided: {a: {"1": {maximum: 4, reason: chỉ nửa năm, cause: judgement}}}\n'
    )
    found = line(written(tmp_path, lower=lower), "lower", "1")
    assert (5, 4, 4) == (found.maximum, found.applicable, found.score)
    assert [("award", Fraction(9, 2)), ("lowered", Fraction(-1, 2))] == [
        (one.construct, one.amount) for one in found.entries
    ]
    assert 0 == sum(one.amount for one in found.lost)


def test_a_maximum_that_is_lowered_to_above_the_score_changes_nothing(tmp_path: Path) -> None:
    lower = HEAD + (
        "stage: appraised\nover: self.yaml\n"
        'decided: {a: {"1": {maximum: 4.8, reason: chỉ nửa năm, cause: judgement}}}\n'
    )
    found = line(written(tmp_path, lower=lower), "lower", "1")
    assert (Fraction(24, 5), Fraction(9, 2)) == (found.applicable, found.score)
    assert ["award"] == [one.construct for one in found.entries]


def test_nobody_decides_earlier_than_the_stage_that_does(tmp_path: Path) -> None:
    early = SELF.replace("signed:", "satisfied: 90%\n    signed:", 1)
    found = line(written(tmp_path, early=early), "early", "3.2")
    assert ("open", Range(0, 5), "surveyed", ()) == (found.status, found.score, found.waits_for_stage, found.missing)


def decision(text: str) -> str:
    return HEAD + f"stage: appraised\nover: self.yaml\ndecided: {{a: {{{text}}}}}\n"


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        pytest.param(decision('"9": {points: 1, reason: r, cause: judgement}'), ["EV190"], id="no such criterion"),
        pytest.param(decision('"3": {points: 1, reason: r, cause: judgement}'), ["EV191"], id="made of others"),
        pytest.param(decision('"1": {points: 6, reason: r, cause: judgement}'), ["EV192"], id="above the maximum"),
        pytest.param(decision('"1": {maximum: 6, reason: r, cause: judgement}'), ["EV193"], id="a maximum raised"),
        pytest.param(decision('"1": {points: 1, cause: judgement}'), ["EV194"], id="no reason"),
        pytest.param(decision('"1": {points: 1, reason: r}'), ["EV195"], id="no kind of difference"),
        pytest.param(
            decision('"2": {points: 1, reason: r, cause: judgement}') + "values: {a: {tasks: []}}\n",
            ["EV196"],
            id="a criterion that does not apply",
        ),
        pytest.param(HEAD + "stage: appraised\n", ["EV197"], id="no bodies and no stage before"),
        pytest.param(SELF.replace("stage: self", "stage: apraised"), ["EV198"], id="a stage that is not listed"),
        pytest.param(HEAD + "stage: self\nover: self.yaml\n", ["EV199"], id="over the same stage"),
        pytest.param(
            HEAD.replace("2025-12-31", "2025-06-30") + "stage: appraised\nover: self.yaml\n",
            ["EV177"],
            id="over another round",
        ),
        pytest.param(HEAD + "stage: appraised\nover: one.yaml\n", ["EV178"], id="over itself"),
        pytest.param(HEAD + "stage: appraised\nover: selv.yaml\n", ["EV133"], id="over a file that is not there"),
        pytest.param(SELF + 'decided: {a: {"1": {points: 5.5}}}\n', ["EV192"], id="a self-score above the maximum"),
        pytest.param(SELF + 'decided: {a: {"1": {points: 4}}}\n', [], id="a self-score needs no reason"),
    ],
)
def test_what_is_wrong_with_a_stage_is_told(tmp_path: Path, evidence: str, expected: list[str]) -> None:
    assert expected == codes(through(written(tmp_path, one=evidence), "one"))
