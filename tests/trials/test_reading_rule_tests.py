"""What is wrong in a file of tests is told at its place; a mistake of shape is told as in every other file."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from parrules.api.rule_tests import run_tests
from parrules.text.wording import message
from parrules.trials.schema_file import SCHEMA_FILE, schema_text

RULES = Path(__file__).parent / "all_ways" / "rules.yaml"
HEAD = 'parrules: 1\ntests: a.trial\nedition: "2025"\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\ncases:\n'


@pytest.mark.parametrize(
    ("expected", "cases"),
    [
        (["PR501"], '  - {test: a, expect: {"1.1": 2}}'),
        (["PR502"], '  - {test: a, expect: {"1": nhiều}}'),
        (["PR502"], '  - {test: a, expect: {"1": 5 .. 2}}'),
        (["PR503"], '  - {test: a, expect: {"1": 2}}\n  - {test: a, expect: {"1": 2}}'),
        (["PR504"], "  - {test: a, given: {done: 2}}"),
        (["PR505"], "  - {test: a, bodies: {x: {given: {national: 5%}, expect: {total: 2}}}}"),
    ],
)
def test_what_is_wrong_in_a_test_is_told(expected: list[str], cases: str, tmp_path: Path) -> None:
    shutil.copy(RULES, tmp_path)
    (tmp_path / "rules.test.yaml").write_text(f"{HEAD}{cases}\n", encoding="utf-8")
    tested = run_tests(str(tmp_path / "rules.test.yaml"))
    assert expected == [one.code for one in tested.diagnostics]
    assert () == tested.outcomes


@pytest.mark.parametrize(
    ("line", "other", "place", "says"),
    [
        ("tests: a.trial", "tests: b.trial", (2, 8), "`b.trial`, and the rule file beside them is `a.trial`"),
        (
            'edition: "2025"',
            'edition: "2024"',
            (3, 10),
            "`a.trial@2024`, and the rule file beside them is `a.trial@2025`",
        ),
    ],
)
def test_tests_of_other_rules_are_not_run_on_the_file_beside_which_they_lie(
    line: str, other: str, place: tuple[int, int], says: str, tmp_path: Path
) -> None:
    shutil.copy(RULES, tmp_path)
    cases = '  - {test: a, given: {assigned: 0}, expect: {"1": left_out}}\n'
    (tmp_path / "rules.test.yaml").write_text(f"{HEAD}{cases}", encoding="utf-8")
    (tmp_path / "rules.other.test.yaml").write_text(f"{HEAD}{cases}".replace(line, other), encoding="utf-8")
    tested = run_tests(str(tmp_path / "rules.yaml"))
    assert ["PR506"] == [one.code for one in tested.diagnostics]
    (found,) = tested.diagnostics
    assert found.span is not None and found.span.source.name.endswith("rules.other.test.yaml")
    assert place == (found.span.line, found.span.column)
    assert f"these tests are for {says}" == message(found, "en").says
    assert () == tested.outcomes


@pytest.mark.parametrize(
    ("expected", "proposed"),
    [("8.121", "8.1210"), ('"64,981 .. 93"', "64,9810"), ("2 .. 93.481", "93.4810"), ("nhiều", None)],
)
def test_a_result_of_three_decimals_is_told_how_to_write_it(
    expected: str, proposed: str | None, tmp_path: Path
) -> None:
    shutil.copy(RULES, tmp_path)
    (tmp_path / "rules.test.yaml").write_text(f'{HEAD}  - {{test: a, expect: {{"1": {expected}}}}}\n', encoding="utf-8")
    (found,) = run_tests(str(tmp_path / "rules.test.yaml")).diagnostics
    assert proposed == dict(found.arguments).get("decimals")
    assert (proposed is not None) == any(f"`{proposed}`" in hint for hint in message(found, "en").hints)


def test_tests_that_name_no_edition_are_of_the_file_beside_which_they_lie(tmp_path: Path) -> None:
    shutil.copy(RULES, tmp_path)
    head = HEAD.replace('edition: "2025"\n', "")
    cases = '  - {test: a, given: {assigned: 0}, expect: {"1": left_out}}\n'
    (tmp_path / "rules.test.yaml").write_text(f"{head}{cases}", encoding="utf-8")
    tested = run_tests(str(tmp_path / "rules.yaml"))
    assert () == tested.diagnostics
    assert [True] == [one.passed for one in tested.outcomes]


def test_the_schema_of_tests_is_the_one_in_its_file() -> None:
    kept = Path(__file__).parents[2] / "schemas" / SCHEMA_FILE
    assert schema_text() == kept.read_text(encoding="utf-8")
