"""What the author of tests says cannot happen, of a line, words in it, a criterion; and what is no use any more."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.api import rule_tests
from parrules.api.rule_tests import run_tests, told_by

RULES = """\
parrules: 1
methodology: an-example.excused
edition: "2025"
title: Two criteria with the same line
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  late: {type: count}
  early: {type: count}
criteria:
  - code: "1"
    title: Late
    max: 5
    score: |
      award 5
      deduct 1 per late up to 4
  - code: "2"
    title: Early
    max: 5
    score: |
      award 5
      deduct 1 per early up to 4
"""
HEAD = "parrules: 1\ntests: an-example.excused\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\ncases:\n"
LATE = '  - {test: two late, given: {late: 2}, expect: {"1": 3}}\n'
ALL_OF_1 = LATE + "".join(
    f'  - {{test: {late} late, given: {{late: {late}}}, expect: {{"1": {score}}}}}\n'
    for late, score in ((0, 5), (1, 4), (4, 1), (5, 1))
)


def _tested(folder: Path, cases: str, excuse: str) -> rule_tests.Tested:
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
    (folder / "rules.test.yaml").write_text(f"{HEAD}{cases}cannot_happen:\n  - {excuse}\n", encoding="utf-8")
    return run_tests(str(folder / "rules.yaml"), covered=True, mutants=True)


@pytest.mark.parametrize(
    ("excuse", "codes", "words"),
    [
        ("{line: award 5, reason: known}", {"1", "2"}, {"award 5", "5"}),
        ('{line: award 5, criterion: "2", reason: known}', {"2"}, {"award 5", "5"}),
        ('{line: award 5, criterion: "2", words: "5", reason: known}', {"2"}, {"5"}),
        ('{line: deduct 1 per early up to 4, words: "4", reason: known}', {"2"}, {"4"}),
    ],
)
def test_only_what_is_said_is_excused(tmp_path: Path, excuse: str, codes: set[str], words: set[str]) -> None:
    tested = _tested(tmp_path, LATE, excuse)
    assert () == tested.diagnostics
    without = run_tests(str(tmp_path / "rules.yaml"), only="no such test", mutants=True).noticed
    assert without is not None
    excused = [one.mutant for one in without.survivors if one.excused]
    assert (codes, words) == ({one.code for one in excused}, {one.span.words for one in excused})


@pytest.mark.parametrize(
    ("excuse", "code"),
    [
        ("{line: award 6, reason: it was once 6}", "PR507"),
        ('{line: award 5, words: "6", reason: it was once 6}', "PR507"),
        ("{line: deduct 1 per late up to 4, reason: nothing is left of it}", "PR508"),
        ('{line: award 5, criterion: "9", reason: there is no ninth}', "PR501"),
    ],
)
def test_an_excuse_that_is_no_use_is_told_at_its_line(tmp_path: Path, excuse: str, code: str) -> None:
    found = [one for one in told_by(_tested(tmp_path, ALL_OF_1, excuse)) if one.code in ("PR501", "PR507", "PR508")]
    assert [code] == [one.code for one in found]
    assert found[0].span is not None
    assert (tmp_path / "rules.test.yaml").read_text(encoding="utf-8").count("\n") == found[0].span.line


def test_an_excuse_is_no_less_use_while_only_half_is_asked(tmp_path: Path) -> None:
    _tested(tmp_path, ALL_OF_1, "{line: deduct 1 per late up to 4, reason: nothing is left of it}")
    found = told_by(run_tests(str(tmp_path / "rules.yaml"), covered=True))
    assert "PR508" not in {one.code for one in found}


def test_a_line_of_another_criterion_than_is_said_is_told(tmp_path: Path) -> None:
    excuse = '{line: deduct 1 per early up to 4, criterion: "1", reason: known}'
    tested = _tested(tmp_path, LATE, excuse)
    assert ["PR507"] == [one.code for one in told_by(tested) if one.code == "PR507"]
