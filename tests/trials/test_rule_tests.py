"""Tests of rules: what they come to, what they show, which changes they notice, and tests that would."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from parrules.api.rule_tests import proposals_of, run_tests, told_by
from parrules.report.diagnostics import render
from parrules.text.source import Source, Span
from parrules.trials.mutants import Change, mutants_of
from parrules.trials.situations import Situation
from parrules.trials.told import not_noticed, not_shown

ALL_WAYS = Path(__file__).parent / "all_ways"


def _told(folder: Path, **asked: bool) -> str:
    return render(told_by(run_tests(str(folder / "rules.yaml"), **asked)), "en").replace(f"{folder.as_posix()}/", "")


@pytest.mark.parametrize("subject", ["coverage", "mutants", "failures"])
def test_what_is_told_reads_well(subject: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ALL_WAYS)
    asked = f"{subject}.test.yaml" if subject == "failures" else "rules.test.yaml"
    tested = run_tests(asked, covered=subject == "coverage", mutants=subject == "mutants")
    golden = ALL_WAYS / f"{subject}.txt"
    found = render(told_by(tested), "en")
    if request.config.getoption("--rewrite"):
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == found


def test_what_is_proposed_shows_everything_and_leaves_no_change_unnoticed(tmp_path: Path) -> None:
    shutil.copy(ALL_WAYS / "rules.yaml", tmp_path)
    tests = tmp_path / "rules.test.yaml"
    shutil.copy(ALL_WAYS / "rules.test.yaml", tests)
    proposed = list(proposals_of(run_tests(str(tmp_path / "rules.yaml"), covered=True, mutants=True), "proposed"))
    with tests.open("a", encoding="utf-8") as more:
        more.writelines(proposed)
    tested = run_tests(str(tmp_path / "rules.yaml"), covered=True, mutants=True)
    assert () == tested.diagnostics
    assert [] == [one.test.name.text for one in tested.failed]
    assert tested.shown is not None and tested.noticed is not None
    assert () == tested.shown.missing
    assert [] == [one for one in tested.noticed.survivors if one.witness is not None]


def test_only_some_tests_are_run() -> None:
    asked = str(ALL_WAYS / "rules.yaml")
    assert 1 == len(run_tests(asked, only="đúng hạn").outcomes)
    assert 0 == len(run_tests(asked, only="ngưỡng").outcomes)


def test_a_test_may_have_several_bodies() -> None:
    assert [] == [one.test.name.text for one in run_tests(str(ALL_WAYS / "bodies.test.yaml")).failed]


@pytest.mark.parametrize(
    ("alike", "unnoticed", "change"),
    [("PR543", "PR540", "number"), ("PR544", "PR541", "statement_gone"), ("PR545", "PR542", "amounts")],
)
def test_a_change_that_makes_no_difference_is_told_as_that(alike: str, unnoticed: str, change: Change) -> None:
    rules = run_tests(str(ALL_WAYS / "rules.yaml")).rules
    assert rules is not None and rules.plan is not None and rules.checked is not None
    mutant = next(one for one in mutants_of(rules.plan, rules.checked.spans) if one.change == change)
    span = Span(Source("rules.yaml", "award 1"), 0, 5)
    assert alike == not_noticed(mutant, span, told_apart=False).code
    assert unnoticed == not_noticed(mutant, span, told_apart=True).code


def test_a_criterion_that_no_test_applies_is_told_at_its_line() -> None:
    rules = run_tests(str(ALL_WAYS / "rules.yaml")).rules
    assert rules is not None and rules.checked is not None
    told = not_shown(Situation("2", 0, "applies"), rules.checked)
    assert ("PR533", True) == (told.code, told.place.endswith("rules.yaml:27"))
