"""Tests of rules: what they come to, what they show, which changes they notice, and tests that would."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from parrules.api.rule_tests import proposals_of, run_tests, told_by, update
from parrules.report.diagnostics import render
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


def _named(shown: str, given: Mapping[str, str]) -> str:
    return f"{shown} {given.get('words', '')}"


def test_what_is_proposed_shows_everything_and_leaves_no_change_unnoticed(tmp_path: Path) -> None:
    shutil.copy(ALL_WAYS / "rules.yaml", tmp_path)
    tests = tmp_path / "rules.test.yaml"
    shutil.copy(ALL_WAYS / "rules.test.yaml", tests)
    proposed = list(proposals_of(run_tests(str(tmp_path / "rules.yaml"), covered=True, mutants=True), _named))
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
    mutant = next(one for one in mutants_of(rules.checked, rules.plan) if one.change == change)
    assert alike == not_noticed(mutant, told_apart=False).code
    assert unnoticed == not_noticed(mutant, told_apart=True).code


def test_a_criterion_that_no_test_applies_is_told_at_its_line() -> None:
    rules = run_tests(str(ALL_WAYS / "rules.yaml")).rules
    assert rules is not None and rules.checked is not None
    told = not_shown(Situation("2", 0, "applies"), rules.checked)
    assert ("PR533", True) == (told.code, told.place.endswith("rules.yaml:27"))


CHAIN = """
parrules: 1
methodology: an-example.chain
edition: "2025"
title: Classes by long conditions
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  targets: {type: count, title: Targets}
  met: {type: count, within: targets, title: Targets met}
  units: {type: count, title: Units}
  good: {type: count, within: units, title: Good units}
  punished: {type: yes_no, title: Punished}
  given: {type: yes_no, title: Was given a third task}
  all_high: {type: yes_no, title: All of high quality}
classes: [poor, fair, good]
class: |
  failed = (total < 50 or punished or met < 50% * targets)
  award "poor" when failed
  otherwise "good" when total > 90 and all_high and met = targets and good >= 70% * units
  otherwise "fair" when total <= 80 and met > 70% * targets
  otherwise undecided because "no row"
criteria:
  - {code: "1", title: First, max: 40, judged: {by: a panel}}
  - {code: "2", title: Second, max: 50, judged: {by: a panel}}
  - {code: "3", title: Third, max: 10, applies: given, if_not: left_out, judged: {by: a panel}}
"""


def test_evidence_is_found_for_classes_at_the_end_of_long_conditions(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(CHAIN.lstrip(), encoding="utf-8")
    tested = run_tests(str(rules), covered=True)
    assert () == tested.diagnostics
    assert tested.shown is not None
    assert [] == [one for one, witness in tested.shown.missing if witness is None]


def test_a_class_that_is_open_is_expected_from_the_lowest_to_the_highest(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(CHAIN.lstrip(), encoding="utf-8")
    tests = tmp_path / "rules.test.yaml"
    tests.write_text(
        "parrules: 1\ntests: an-example.chain\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\ncases:\n"
        "  - test: no row\n    scores: {'1': 40, '2': 45}\n"
        "    given: {given: no, punished: no, targets: 1, met: 1, units: 1, good: 0, all_high: no}\n"
        '    expect: {class: "poor .. good"}\n',
        encoding="utf-8",
    )
    tested = run_tests(str(rules := tmp_path / "rules.yaml"))
    assert ((), ()) == (tested.diagnostics, tested.failed)
    tests.write_text(tests.read_text(encoding="utf-8").replace("poor .. good", "fair .. good"), encoding="utf-8")
    assert 1 == len(run_tests(str(rules)).failed)


def test_what_is_expected_is_rewritten_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(CHAIN.lstrip(), encoding="utf-8")
    tests = tmp_path / "rules.test.yaml"
    before = (
        "parrules: 1\r\ntests: an-example.chain\r\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\r\ncases:\r\n"
        "  - test: two marks  # điểm\r\n    marks: {'1': 40, '2': 20.5}\r\n    given: {given: no}\r\n"
        "    expect: {'1': 39, '2': \"20,4\", '3': 1}   # as they are\r\n"
    )
    tests.write_bytes(before.encode())
    places, failed = update(run_tests(str(tmp_path / "rules.yaml")))
    assert (3, ()) == (places, failed)
    after = before.replace("39", "40").replace("20,4", "20,5").replace("'3': 1", "'3': left_out")
    assert after.encode() == tests.read_bytes()
    assert () == run_tests(str(tmp_path / "rules.yaml")).failed


AMONG_OTHERS = """\
parrules: 1
methodology: a.round
edition: "2025"
title: A round
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  late: {type: count}
  speed: {type: number, min: 0}
criteria:
  - {code: "1", title: Late, max: 2, score: award 2 when late = 0 otherwise 1}
  - {code: "2", title: Speed, max: 3, score: award 3 when speed >= mean(speed of peers) otherwise 1}
"""
FEW = (
    "parrules: 1\ntests: a.round\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\n"
    'cases:\n  - {test: nothing is known, expect: {"1": 1 .. 2}}\n'
)


def test_a_test_has_other_bodies_only_where_the_criterion_looks_at_them(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(AMONG_OTHERS, encoding="utf-8")
    (tmp_path / "rules.test.yaml").write_text(FEW, encoding="utf-8")
    tested = run_tests(str(tmp_path / "rules.yaml"), covered=True, mutants=True)
    assert () == tested.diagnostics
    proposed = list(proposals_of(tested, _named))
    assert {'"1"': {False}, '"2"': {True}} == {
        code: {"bodies:" in one for one in proposed if f"{code}:" in one} for code in ('"1"', '"2"')
    }


OPEN_OR_NOT = """\
parrules: 1
methodology: an-example.open
edition: "2025"
title: What is not given
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  late: {type: count}
  pages: {type: points, min: 0, max: 9}
  answered: {type: yes_no}
criteria:
  - {code: "1", title: Late, max: 2, score: award 2 when late = 0 otherwise 0}
  - code: "2"
    title: Pages
    max: 5
    score: |
      award min(3, pages) when pages >= 2
      otherwise 0
      add 1 when answered
      cap at 3
  - {code: "3", title: Whatever is answered, max: 1, score: award 1 when answered otherwise 1}
"""


def test_what_a_test_leaves_open_is_not_shown_by_it(tmp_path: Path) -> None:
    """Everything that may still be is not what happened: of what is missing nothing is shown, whatever it comes to."""
    rules = tmp_path / "rules.yaml"
    rules.write_text(OPEN_OR_NOT, encoding="utf-8")
    (tmp_path / "rules.test.yaml").write_text(
        "parrules: 1\ntests: an-example.open\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\ncases:\n"
        '  - {test: one is late, given: {late: 1}, expect: {"1": 0, "2": 0 .. 3, "3": 1}}\n',
        encoding="utf-8",
    )
    without = run_tests(str(rules), only="no such test", covered=True)
    tested = run_tests(str(rules), covered=True)
    assert ([], ()) == ([one for one in tested.diagnostics if one.is_error], tested.failed)
    assert tested.shown is not None and without.shown is not None
    left = {one for one, _ in tested.shown.missing}
    assert {"1"} == {one.code for one in without.shown.wanted if one not in left}
    assert {"different", "taken"} == {one.way for one in without.shown.wanted if one not in left}


OF_RECORDS = """
parrules: 1
methodology: an-example.records
edition: "2025"
title: A mean over tasks, of bodies that have some
fidelity: illustrative
valid: {from: 2025-01-01}
applies: count(tasks) > 0
evidence:
  tasks: {title: Tasks, columns: {days: {type: count, title: Days}}}
criteria:
  - code: "1"
    title: Time
    max: 2
    each: tasks
    combine: mean
    score: |
      award 2 when days < 10
      otherwise 0
"""


def test_a_body_that_is_not_assessed_is_no_evidence_for_a_criterion(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(OF_RECORDS.lstrip(), encoding="utf-8")
    (tmp_path / "rules.test.yaml").write_text(
        "parrules: 1\ntests: an-example.records\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\n"
        'cases:\n  - {test: soon, given: {tasks: [{days: 1}]}, expect: {"1": 2}}\n',
        encoding="utf-8",
    )
    tested = run_tests(str(tmp_path / "rules.yaml"), covered=True, mutants=True)
    assert tested.noticed is not None
    unnoticed = {(one.mutant.before, one.mutant.after) for one in tested.noticed.survivors if one.witness is not None}
    assert {("<", "<="), ("10", "11"), ("10", "9")} <= unnoticed


def test_a_score_that_differs_is_told_with_what_led_to_it(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(OPEN_OR_NOT, encoding="utf-8")
    (tmp_path / "rules.test.yaml").write_text(
        "parrules: 1\ntests: an-example.open\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\ncases:\n"
        '  - {test: three pages, given: {pages: 3, answered: yes}, expect: {"2": {score: 4, entries: [add 1]}}}\n',
        encoding="utf-8",
    )
    found = told_by(run_tests(str(tmp_path / "rules.yaml")))
    told = [(one.code, dict(one.arguments).get("ledger"), dict(one.arguments).get("more")) for one in found]
    ledger = "award min(3, pages) when pages >= 2 (3); add 1 when answered (1); cap at 3 (-1)"
    more = "`award min(3, pages) when pages >= 2`, `add 1 when answered`, `cap at 3`"
    assert [("PR510", ledger, None), ("PR513", None, more)] == [one for one in told if one[0].startswith("PR51")]


WITH_PARAMETERS = """\
parrules: 1
methodology: an-example.parameters
edition: "2025"
title: What a parameter says
fidelity: illustrative
valid: {from: 2025-01-01}
parameters:
  enough: {type: ratio, title: Enough, value: 82.5%}
  each: {type: points, title: For each, value: 0.25}
  deadline: {type: date, title: Last day, value: 2025-03-31}
evidence:
  share: {type: ratio, min: 0%, max: 100%}
  late: {type: count}
  handed_in: {type: date}
criteria:
  - {code: "1", title: Share, max: 2, score: award 2 when share >= enough otherwise 0}
  - code: "2"
    title: Late
    max: 3
    applies: handed_in <= deadline
    if_not: zero
    score: |
      award 3
      deduct each * late up to 3
"""


def test_a_parameter_is_changed_too(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(WITH_PARAMETERS, encoding="utf-8")
    tests = tmp_path / "rules.test.yaml"
    head = "parrules: 1\ntests: an-example.parameters\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\ncases:\n"
    tests.write_text(head + '  - {test: enough, given: {share: "82,5%"}, expect: {"1": 2}}\n', encoding="utf-8")
    tested = run_tests(str(tmp_path / "rules.yaml"), mutants=True)
    assert ((), ()) == (tested.diagnostics, tested.failed)
    assert tested.noticed is not None
    left = [one for one in tested.noticed.survivors if one.mutant.span.line in (8, 9, 10)]
    expected = [
        ("1", "82.5%", "82.4%"),
        ("2", "0.25", "0.26"),
        ("2", "0.25", "0.24"),
        ("2", "2025-03-31", "2025-04-01"),
        ("2", "2025-03-31", "2025-03-30"),
    ]
    assert expected == [(one.mutant.code, one.mutant.before, one.mutant.after) for one in left]
    assert [] == [one.mutant.after for one in left if one.witness is None]
    with tests.open("a", encoding="utf-8") as more:
        more.writelines(proposals_of(tested, _named))
    again = run_tests(str(tmp_path / "rules.yaml"), mutants=True)
    assert again.noticed is not None
    assert ((), ()) == (again.failed, again.noticed.survivors)
