"""Ten slips that change scores, each planted into rules that are right, and what shows it.

check: reading and checking the rules tells it. tests: a test fails. mutation: without the tests that fail, `--mutants`
asks for more at the line of the slip. diff: the two files, side by side, differ in what they say.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.api import rule_tests as tests_of
from parrules.api.diff import diff
from parrules.api.verbs import check

RULES = """\
parrules: 1
methodology: an-example.slips
edition: "2025"
title: Ten slips (an example)
fidelity: illustrative
valid: {from: 2025-01-01, to: 2025-12-31}
basis:
  plan: {title: The plan of the year, valid: {from: 2025-01-01, to: 2025-12-31}}
parameters:
  fee: {type: points, value: 0.5}
evidence:
  assigned: {type: count, min: 1}
  planned: {type: count, min: 1}
  done: {type: count, within: assigned}
  late: {type: count}
  online: {type: ratio}
criteria:
  - code: "1"
    title: Tasks done
    max: 5
    basis: plan
    score: |
      award 5 when done / assigned >= 80%
      otherwise 3 when done / assigned >= 50%
      otherwise 0
  - code: "2"
    title: Online, and on time
    max: 4
    basis: plan
    score: |
      award 1.5 when online >= 60%
      otherwise 0
      add 3 when online >= 90%
      deduct fee per late up to 1
      cap at 4
  - code: "3"
    title: The plan
    max: 2
    basis: plan
    score: award 2 when planned >= 10 otherwise 1
"""

CASES = {
    "at 80%": 'given: {assigned: 10, done: 8}, expect: {"1": 5}',
    "79% of many": 'given: {assigned: 100, done: 79, planned: 1}, expect: {"1": 3}',
    "at 50%": 'given: {assigned: 10, done: 5, planned: 10}, expect: {"1": 3}',
    "49% of many": 'given: {assigned: 100, done: 49}, expect: {"1": 0}',
    "online at 60%": 'given: {online: 60%}, expect: {"2": 1.5}',
    "online below 60%": 'given: {online: 59%}, expect: {"2": 0}',
    "one late": 'given: {online: 60%, late: 1}, expect: {"2": 1}',
    "online at 90%": 'given: {online: 90%}, expect: {"2": 4}',
    "one late is within what is above the cap": 'given: {online: 90%, late: 1}, expect: {"2": 4}',
    "late ones cost 1 at most": 'given: {online: 90%, late: 5}, expect: {"2": 3.5}',
    "a plan of 10": 'given: {planned: 10}, expect: {"3": 2}',
    "a plan of 9": 'given: {planned: 9}, expect: {"3": 1}',
}

DEDUCT, CAP = "      deduct fee per late up to 1\n", "      cap at 4\n"

SLIPS = [
    ("> for >=", "assigned >= 80%", "assigned > 80%", {"tests", "mutation", "diff"}),
    ("15 for 1.5", "award 1.5 when", "award 15 when", {"check"}),
    ("percent for points", "otherwise 3 when", "otherwise 3% * maximum when", {"tests", "mutation", "diff"}),
    (
        "two bands swapped",
        "award 5 when done / assigned >= 80%\n      otherwise 3 when done / assigned >= 50%",
        "award 3 when done / assigned >= 50%\n      otherwise 5 when done / assigned >= 80%",
        {"check", "tests", "mutation", "diff"},
    ),
    ("a cap before a deduction", DEDUCT + CAP, CAP + DEDUCT, {"tests", "mutation", "diff"}),
    ("a wrong denominator", "done / assigned >= 50%", "done / planned >= 50%", {"tests", "mutation", "diff"}),
    ("a band lost", "      otherwise 3 when done / assigned >= 50%\n", "", {"tests", "mutation", "diff"}),
    ("a parameter of last year", "value: 0.5}", "value: 0.25}", {"tests", "mutation", "diff"}),
    ("a code reused", 'code: "3"', 'code: "2"', {"check"}),
    ("a basis out of force", "to: 2025-12-31}}", "to: 2025-06-30}}", {"check", "diff"}),
]


def _tests(without: frozenset[str] = frozenset()) -> str:
    head = "parrules: 1\ntests: an-example.slips\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\n"
    given = "given: {assigned: 10, done: 10, planned: 10, late: 0, online: 0%}\ncases:\n"
    return (
        head
        + given
        + "".join(f'  - {{test: "{name}", {case}}}\n' for name, case in CASES.items() if name not in without)
    )


def _run(folder: Path, rules: str, without: frozenset[str] = frozenset(), *, mutants: bool = False) -> tests_of.Tested:
    folder.mkdir(exist_ok=True)
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    (folder / "rules.test.yaml").write_text(_tests(without), encoding="utf-8")
    return tests_of.run_tests(str(folder / "rules.yaml"), mutants=mutants)


def _not_noticed(tested: tests_of.Tested) -> set[tuple[int, str, str]]:
    """The changes that no test notices: the line where each is made, what stands there, and what instead."""
    assert tested.noticed is not None
    return {(one.mutant.span.line, one.mutant.before, one.mutant.after) for one in tested.noticed.survivors}


def _lines(rules: str, passage: str) -> set[int]:
    first = rules[: rules.index(passage)].count("\n") + 1
    return set(range(first, first + len(passage.rstrip("\n").split("\n"))))


def _asked_for(folder: Path, failed: frozenset[str], slipped: set[int]) -> bool:
    """Whether mutation of the right rules, without the tests that fail, asks for more than before where the slip is."""
    whole = _not_noticed(_run(folder / "whole", RULES, mutants=True))
    fewer = _not_noticed(_run(folder / "fewer", RULES, failed, mutants=True))
    return any(line in slipped for line, _, _ in fewer - whole)


def _shows(folder: Path, before: str, after: str) -> set[str]:
    assert RULES.count(before) == 1
    right = _run(folder / "right", RULES)
    assert (right.diagnostics, right.failed, len(right.outcomes)) == ((), (), len(CASES))
    slip = _run(folder / "slip", RULES.replace(before, after))
    failed = frozenset(one.test.name.text for one in slip.failed)
    difference = diff(str(folder / "right/rules.yaml"), str(folder / "slip/rules.yaml")).difference
    found = {
        "check": check(str(folder / "slip/rules.yaml")) != (),
        "tests": failed != frozenset(),
        "mutation": failed != frozenset() and _asked_for(folder, failed, _lines(RULES, before)),
        "diff": difference is not None and not difference.is_none,
    }
    return {name for name, shows in found.items() if shows}


@pytest.mark.parametrize(("before", "after", "expected"), [one[1:] for one in SLIPS], ids=[one[0] for one in SLIPS])
def test_a_slip_is_shown_by(before: str, after: str, expected: set[str], tmp_path: Path) -> None:
    assert expected == _shows(tmp_path, before, after)
