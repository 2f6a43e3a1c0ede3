"""Functions, checks and rule folders of plugins: what they do well, and what becomes of what they do wrong."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from small_plugins import install, parrules, receipts, scores

RULES = """\
parrules: 1
methodology: an-example.patrols
edition: "2025"
title: Patrols
fidelity: illustrative
valid: {from: 2025-01-01}
evidence: {seats: {type: count, min: 0}}
criteria:
  - {code: "1", title: Seats, max: 10, score: 'add 1 per twice(seats) up to 10'}
"""
SMALL = """\
parrules: 1
evidence: an-example.patrols
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
stage: self
bodies: {a: {name: A}}
values:
  a: {seats: 3}
"""
TWICE = """\
import parrules
from parrules.constructs.mistakes import not_a_date
from parrules.operators.expressions import Constant, Figure, Not, Product

@parrules.hookimpl
def parrules_functions():
    return (parrules.Function("twice", 1, 1, KIND, REWRITE),)

@parrules.hookimpl
def parrules_checks():
    return (parrules.Check("somebody-answers", FIND),)

def somebody_answers(methodology):
    for one in methodology.every_criterion():
        if not one.accountable:
            yield parrules.Said("chưa có cơ quan chịu trách nhiệm", "nobody answers for it", one.code, ERROR)
"""
WELL = {
    "KIND": "lambda arguments, span: arguments[0].kind",
    "REWRITE": "lambda values, node: Product((Constant(2, node), values[0]), node)",
    "FIND": "lambda methodology: somebody_answers(methodology)",
    "ERROR": "False",
}


def brought(folder: Path, **otherwise: str) -> None:
    """A plugin with a function and a check, some parts of them otherwise."""
    source = TWICE
    for name, text in (WELL | otherwise).items():
        source = source.replace(name, text)
    install(folder / "site", "words", source)
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8", newline="\n")
    (folder / "evidence.yaml").write_text(SMALL, encoding="utf-8", newline="\n")


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    return parrules(folder, "check", "rules.yaml")


def test_a_function_of_a_plugin_is_scored_and_checked_like_one_of_parrules(tmp_path: Path) -> None:
    brought(tmp_path)
    (a,), said, ended = receipts(tmp_path)
    assert (["6"], "", 0) == (scores(a), said, ended)
    (tmp_path / "rules.yaml").write_text(RULES.replace("twice(seats)", "twice(seats, 1)"), encoding="utf-8")
    assert 3 == check(tmp_path).returncode


def test_a_check_of_a_plugin_points_at_the_criterion_in_both_languages(tmp_path: Path) -> None:
    brought(tmp_path)
    ended = check(tmp_path)
    told = ended.stdout + ended.stderr
    assert ("rules.yaml:9:12: warning PR610: nobody answers for it" in told, 0) == (True, ended.returncode)
    ended = parrules(tmp_path, "check", "rules.yaml", "--lang", "vi")
    assert "PR610: chưa có cơ quan chịu trách nhiệm" in ended.stdout + ended.stderr


def test_a_check_of_a_plugin_may_refuse_a_rule_file(tmp_path: Path) -> None:
    brought(tmp_path, ERROR="True")
    assert 3 == check(tmp_path).returncode


WRONG = {
    "a kind that raises": ({"KIND": "lambda arguments, span: 1 / 0"}, "PR606", 3),
    "a kind that is none": ({"KIND": "lambda arguments, span: 'points'"}, "PR607", 3),
    "a kind that refuses its argument": ({"KIND": "lambda a, span: not_a_date(span, a[0].kind)"}, "PR261", 3),
    "a mistake that has no words": ({"KIND": "lambda arguments, span: parrules.Diagnostic('PR999', span)"}, "PR607", 3),
    "a mistake without its arguments": ({"KIND": "lambda a, span: parrules.Diagnostic('PR202', span)"}, "PR607", 3),
    "a mistake at no place": ({"KIND": "lambda a, span: parrules.Diagnostic('PR202', 5)"}, "PR607", 3),
    "a rewriting that raises": ({"REWRITE": "lambda values, node: values[7]"}, "PR606", 3),
    "a rewriting to no operator": ({"REWRITE": "lambda values, node: 5"}, "PR607", 3),
    "a rewriting to a float": ({"REWRITE": "lambda values, node: Constant(0.5, node)"}, "PR607", 3),
    "a rewriting that reads a figure that is not there": ({"REWRITE": "lambda values, node: Figure('no')"}, "PR607", 3),
    "a rewriting to what has no value": ({"REWRITE": "lambda values, node: Not(values[0], node)"}, "PR607", 3),
    "a check that raises": ({"FIND": "lambda methodology: 1 / 0"}, "PR608", 0),
    "a check that changes what it looks at": ({"FIND": "lambda one: setattr(one, 'title', 5)"}, "PR608", 0),
    "a check that says something else": ({"FIND": "lambda methodology: ['bad']"}, "PR609", 0),
}


@pytest.mark.parametrize(("otherwise", "code", "ends"), WRONG.values(), ids=WRONG)
def test_what_a_plugin_does_wrong_to_a_rule_file_is_said_there(
    tmp_path: Path, otherwise: dict[str, str], code: str, ends: int
) -> None:
    brought(tmp_path, **otherwise)
    ended = check(tmp_path)
    said = ended.stdout + ended.stderr
    assert (1, ends) == (said.count(f" {code}: "), ended.returncode)
    if code in ("PR606", "PR607"):
        assert f"rules.yaml:9:58: error {code}: the word `twice` of the plugin `words`" in " ".join(said.split())


def test_words_of_plugins_in_one_another_are_refused_before_they_are_too_deep(tmp_path: Path) -> None:
    brought(tmp_path, REWRITE="lambda values, node: " + "Product((" * 16 + "values[0]" + ",))" * 16)
    nested = "twice(" * 10 + "seats" + ")" * 10
    (tmp_path / "rules.yaml").write_text(RULES.replace("twice(seats)", nested), encoding="utf-8", newline="\n")
    ended = check(tmp_path)
    assert (3, 1) == (ended.returncode, ended.stdout.count("error PR607"))
    assert "Product(...) deeper than 128" in " ".join(ended.stdout.split())


def test_an_expression_by_itself_says_what_a_word_did_wrong(tmp_path: Path) -> None:
    brought(tmp_path, REWRITE="lambda values, node: values[7]")
    ended = parrules(tmp_path, "calc", "twice(5)")
    assert (True, 2) == ("PR606" in ended.stdout + ended.stderr, ended.returncode)


def test_an_expression_by_itself_says_which_word_has_no_value(tmp_path: Path) -> None:
    brought(tmp_path, REWRITE="lambda values, node: Not(values[0], node)")
    ended = parrules(tmp_path, "calc", "1 + twice(5)")
    said = " ".join((ended.stdout + ended.stderr).split())
    assert (True, 2) == (
        "1:5: error PR607: the word `twice` of the plugin `words` gave `Not`" in said,
        ended.returncode,
    )


def test_rules_of_a_plugin_have_names(tmp_path: Path) -> None:
    source = "import parrules\nfrom pathlib import Path\n\n@parrules.hookimpl\ndef parrules_rule_folders():\n"
    install(tmp_path / "site", "rules-of-ours", source + "    return (Path(__file__).parent / 'ours',)\n")
    (tmp_path / "site/ours").mkdir()
    rules = RULES.replace("twice(seats)", "seats")
    (tmp_path / "site/ours/an-example.patrols.yaml").write_text(rules, encoding="utf-8", newline="\n")
    (tmp_path / "evidence.yaml").write_text(SMALL, encoding="utf-8", newline="\n")
    ended = parrules(tmp_path, "evaluate", "evidence.yaml", "--format", "csv")
    assert (0, True) == (ended.returncode, "3" in ended.stdout)


def test_no_plugin_is_loaded_where_the_user_asks_for_none(tmp_path: Path) -> None:
    brought(tmp_path)
    assert "words 1.0" in parrules(tmp_path, "plugins").stdout
    ended = parrules(tmp_path, "plugins", off=True)
    assert "no plugin is installed\n" == ended.stdout
