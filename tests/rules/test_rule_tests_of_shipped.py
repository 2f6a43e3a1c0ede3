"""The tests beside every methodology pass, show everything that can happen, and notice every change to the rules."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.api.rule_tests import run_tests, told_by

RULES = Path(__file__).parents[2] / "rules"
FILES = sorted(path.relative_to(RULES).as_posix() for path in RULES.rglob("*.yaml") if ".test." not in path.name)


@pytest.mark.parametrize("file", FILES)
def test_the_tests_beside_a_methodology_show_everything_and_notice_every_change(file: str) -> None:
    tested = run_tests(str(RULES / file), covered=True, mutants=True)
    assert [] == [one.code for one in tested.diagnostics if one.is_error or one.code.startswith("PR5")]
    assert tested.outcomes, "it has no tests"
    assert [] == [one.test.name.text for one in tested.failed]
    assert tested.shown is not None and tested.noticed is not None
    assert () == tested.shown.missing
    survivors = [one.mutant for one in tested.noticed.survivors if not one.excused]
    assert [] == [(one.code, one.before, one.after) for one in survivors]
    assert [] == [one.code for one in told_by(tested) if one.code in ("PR507", "PR508")]
