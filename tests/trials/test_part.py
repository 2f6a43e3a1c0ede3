"""The part of a methodology that a test is about comes to what it comes to in the whole."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from parrules.api import rule_tests
from parrules.api.rule_tests import run_tests
from parrules.scoring.score import Prepared
from parrules.trials import run
from parrules.trials.part import Part

RULES = Path(__file__).parents[2] / "rules" / "vn"

FEW = """\
parrules: 1
methodology: an-example.parts
edition: "2025"
title: Parts of a whole
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  assigned: {type: count}
  done: {type: count, within: assigned}
  late: {type: count, within: done}
  mountain: {type: yes_no, of: body}
criteria:
  - code: "1"
    title: A group
    max: 5
    applies: not mountain
    if_not: left_out
    criteria:
      - {code: "1.1", title: Done, max: 3, score: add 0.5 per late up to 3}
      - {code: "1.2", title: Another, max: 2, score: award 2 when assigned > 3 otherwise 0}
  - code: "2"
    title: As the first
    max: 3
    score: |
      award 3 when score of "1.1" is none
      otherwise score of "1.1"
"""
CASES = """\
parrules: 1
tests: an-example.parts
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
cases:
  - {test: no more late than were assigned, given: {assigned: 4}, expect: {"1.1": "0 .. 2", "1.2": 2}}
  - {test: none below the group where it does not apply, given: {mountain: yes, late: 2}, expect: {"1.2": left_out}}
  - {test: what reads another, given: {mountain: no, late: 2}, expect: {"2": 1}}
  - {test: the whole, given: {mountain: no, late: 2, done: 3, assigned: 4}, expect: {total: 4}}
"""


@pytest.fixture
def few(tmp_path: Path) -> Path:
    (tmp_path / "rules.yaml").write_text(FEW, encoding="utf-8")
    (tmp_path / "rules.test.yaml").write_text(CASES, encoding="utf-8")
    return tmp_path / "rules.yaml"


def _in_whole(given: run.Given, prepared: Prepared) -> Part:
    return Part(prepared)


def _results(tested: rule_tests.Tested) -> list[object]:
    """Everything but the sheets, which have only the lines that a test is about."""
    assert () == tuple(one for one in tested.diagnostics if one.is_error)
    return [replace(one, sheets=()) for one in tested.outcomes]


@pytest.mark.parametrize("name", ["few", "nd307/vn.nd307.ward.yaml", "hp212/vn.hp212.yaml", "ddci/vn.ddci.yaml"])
def test_a_part_comes_to_what_it_does_in_the_whole(name: str, few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = few if name == "few" else RULES / name
    parts = run_tests(str(rules), covered=True, mutants=True)
    monkeypatch.setattr(run, "_part", _in_whole)
    whole = run_tests(str(rules), covered=True, mutants=True)
    assert _results(whole) == _results(parts)
    assert () == parts.failed
    assert whole.shown is not None and parts.shown is not None
    assert [one for one, _ in whole.shown.missing] == [one for one, _ in parts.shown.missing]
    assert whole.noticed is not None and parts.noticed is not None
    survivors = [[(one.mutant.code, one.mutant.after) for one in each.noticed.survivors] for each in (whole, parts)]
    assert survivors[0] == survivors[1]
