"""The words of DDCI, and a whole round that comes to what the rules without them come to."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import parrules
import parrules_ddci
from parrules.api.rule_tests import run_tests
from parrules.testing import brought

FIGURES = ("open", "forms", "days", "visits", "support", "solved")
RULES = """\
parrules: 1
methodology: an-example.min_max
edition: "2025"
title: Min-max
fidelity: illustrative
valid: {from: 2025-01-01}
evidence: {late: {type: number, min: 0, better: lower}}
criteria:
  - {code: "1", title: Late, max: 10, score: award min_max(late of peers) * maximum}
"""


def evidence(methodology: str, values: dict[str, dict[str, object]]) -> str:
    bodies = "".join(f"  {body}: {{name: {body.upper()}}}\n" for body in values)
    said = "".join(
        f"  {body}: {{{', '.join(f'{name}: {value}' for name, value in of.items())}}}\n" for body, of in values.items()
    )
    head = f"parrules: 1\nevidence: {methodology}\nround: {{year: 2025, from: 2025-01-01, to: 2025-12-31}}\n"
    return f"{head}stage: self\nbodies:\n{bodies}values:\n{said}"


def totals(methodology: str, text: str, folder: Path) -> list[str]:
    file = folder / "evidence.yaml"
    file.write_text(text, encoding="utf-8")
    result = parrules.evaluate(methodology, file)
    assert result.diagnostics == ()
    return [parrules.exact_text(sheet.total) for sheet in result.sheets]


def test_the_plugin_brings_its_words_and_its_rules() -> None:
    found = brought(parrules_ddci)
    assert found["parrules_gatherings"] == ("min_max", "min_max_10")
    assert sorted(found) == ["parrules_gatherings", "parrules_rule_folders"]


def test_the_best_has_all_the_worst_nothing_and_others_their_exact_part(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    text = evidence("an-example.min_max", {"a": {"late": 0}, "b": {"late": 2}, "c": {"late": 3}})
    assert totals(str(tmp_path / "rules.yaml"), text, tmp_path) == ["10", "10/3", "0"]


def test_where_all_are_equal_nobody_loses_anything(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    text = evidence("an-example.min_max", {"a": {"late": 3}, "b": {"late": 3}})
    assert totals(str(tmp_path / "rules.yaml"), text, tmp_path) == ["10", "10"]


def test_a_missing_figure_leaves_everybody_open(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    text = evidence("an-example.min_max", {"a": {"late": 3}, "b": {}})
    assert totals(str(tmp_path / "rules.yaml"), text, tmp_path) == ["0..10", "0..10"]


@pytest.mark.parametrize("seed", range(5))
def test_a_round_comes_to_what_the_rules_without_the_words_come_to(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    values = {body: {name: chance.randint(0, 6) for name in FIGURES} for body in "abcd"}
    with_words = totals("vn.ddci.min_max", evidence("vn.ddci.min_max", values), tmp_path)
    without = totals("vn.ddci", evidence("vn.ddci", values), tmp_path)
    assert without == with_words


@pytest.mark.parametrize("name", ["vn.ddci.min_max"])
def test_the_tests_beside_the_rules_pass_and_show_everything(name: str) -> None:
    tested = run_tests(str(Path(parrules_ddci.__file__).with_name("rules") / f"{name}.yaml"), covered=True)
    assert tested.diagnostics == ()
    assert tested.outcomes, "it has no tests"
    assert [one.test.name.text for one in tested.failed] == []
    assert tested.shown is not None
    assert tested.shown.missing == ()
