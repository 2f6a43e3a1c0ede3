"""Every methodology that comes with parrules has tests beside it, which pass and show everything that can happen."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.api.rule_tests import run_tests

RULES = Path(__file__).parents[2] / "rules"
FILES = sorted(path.relative_to(RULES).as_posix() for path in RULES.rglob("*.yaml") if ".test." not in path.name)


@pytest.mark.parametrize("file", FILES)
def test_the_tests_beside_a_methodology_pass_and_show_everything(file: str) -> None:
    tested = run_tests(str(RULES / file), covered=True)
    assert [] == [one.code for one in tested.diagnostics if one.is_error or one.code.startswith("PR5")]
    assert tested.outcomes, "it has no tests"
    assert [] == [one.test.name.text for one in tested.failed]
    assert tested.shown is not None
    assert () == tested.shown.missing
