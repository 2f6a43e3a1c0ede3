"""Readers and forms of the result that plugins bring: what they do well, and what becomes of what they do wrong."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import re
from pathlib import Path

import pytest

from small_plugins import install, parrules

RULES = """\
parrules: 1
methodology: an-example.costs
edition: "2025"
title: Costs
fidelity: illustrative
valid: {from: 2025-01-01}
evidence: {works: {columns: {cost: {type: number, min: 0}}}}
criteria:
  - {code: "1", title: Costs, max: 90, score: 'add 1 per sum(cost of works) up to 90'}
"""
EVIDENCE = """\
parrules: 1
evidence: an-example.costs
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
stage: self
bodies: {a: {name: A}}
values: {a: {works: {file: works.pipes}}}
"""
PLUGIN = """\
import parrules

@parrules.hookimpl
def parrules_readers():
    return (parrules.Reader(".pipes", READ),)

@parrules.hookimpl
def parrules_reports():
    return (parrules.ReportFormat("totals", WRITE),)

def pipes(raw):
    return [line.split("|") for line in raw.decode("utf-8").splitlines()]

def totals(receipt, language):
    return language + "".join(f" {one['body']['name']}={one['total']}" for one in receipt["sheets"])
"""


def brought(folder: Path, read: str = "lambda raw: pipes(raw)", write: str = "lambda r, lang: totals(r, lang)") -> None:
    install(folder / "site", "pipes", PLUGIN.replace("READ", read).replace("WRITE", write))
    for name, text in {"rules.yaml": RULES, "evidence.yaml": EVIDENCE, "works.pipes": "cost\n12,5\n30\n"}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def test_a_table_is_read_and_a_result_written_by_a_plugin(tmp_path: Path) -> None:
    brought(tmp_path)
    ended = parrules(tmp_path, "evaluate", "rules.yaml", "evidence.yaml", "--format", "totals")
    assert (0, "en A=42.5", "") == (ended.returncode, ended.stdout.strip(), ended.stderr)


def test_a_test_of_rules_reads_a_table_with_it(tmp_path: Path) -> None:
    brought(tmp_path)
    tests = EVIDENCE.splitlines()
    cases = ["tests: an-example.costs", 'edition: "2025"', tests[2], "cases:"]
    case = '  - {test: costs, given: {works: {file: works.pipes}}, expect: {"1": 42.5}}'
    written = "\n".join(["parrules: 1", *cases, case, ""])
    (tmp_path / "rules.test.yaml").write_text(written, encoding="utf-8", newline="\n")
    ended = parrules(tmp_path, "test", "rules.yaml")
    assert (0, "an-example.costs@2025: 1 tests, 0 failed\n") == (ended.returncode, ended.stderr)


def test_without_the_plugin_neither_the_file_nor_the_format_is_known(tmp_path: Path) -> None:
    brought(tmp_path)
    ended = parrules(tmp_path, "evaluate", "rules.yaml", "evidence.yaml", off=True)
    assert (4, True) == (ended.returncode, "EV135" in ended.stderr)
    ended = parrules(tmp_path, "evaluate", "rules.yaml", "evidence.yaml", "--format", "totals", off=True)
    assert 2 == ended.returncode


@pytest.mark.parametrize(
    ("read", "code"),
    [
        ("lambda raw: 1 / 0", "EV607"),
        ("lambda raw: 5", "EV607"),
        ("lambda raw: [['cost'], [0.5]]", "EV608"),
        ("lambda raw: [['cost'], '5']", "EV607"),
        ("lambda raw: [['cost'], [chr(0xD800)]]", "EV607"),
    ],
)
def test_what_a_reader_does_wrong_leaves_its_table_missing(tmp_path: Path, read: str, code: str) -> None:
    brought(tmp_path, read=read)
    ended = parrules(tmp_path, "evaluate", "rules.yaml", "evidence.yaml", "--format", "totals")
    assert (4, 1) == (ended.returncode, ended.stderr.count(f"error {code}: "))
    assert "en A={'within': ('0', '90')}" == ended.stdout.strip()


@pytest.mark.parametrize(
    ("write", "code"),
    [
        ("lambda receipt, language: 1 / 0", "UC209"),
        ("lambda receipt, language: receipt['sheets'][0].update(total='90')", "UC209"),
        ("lambda receipt, language: 5", "UC210"),
        ("lambda receipt, language: chr(0xD800)", "UC209"),
    ],
)
def test_what_a_form_of_the_result_does_wrong_is_said(tmp_path: Path, write: str, code: str) -> None:
    brought(tmp_path, write=write)
    ended = parrules(tmp_path, "evaluate", "rules.yaml", "evidence.yaml", "--format", "totals")
    assert (2, "", 1) == (ended.returncode, ended.stdout, ended.stderr.count(f"error {code}: "))


DOCS = Path(__file__).parents[2] / "docs"
OF_PAGE = """\
evidence: {works: {columns: {cost: {type: number, min: 0}}}}
criteria:
  - code: "1"
    title: Costs
    max: 9
    score: |
"""


@pytest.mark.parametrize("page", ["vi/plugins.md", "en/plugins.md"])
def test_the_sample_of_every_hook_in_the_documentation_does_what_the_page_says(tmp_path: Path, page: str) -> None:
    blocks = re.findall(r"```(python|yaml)\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)
    at = next(place for place, (_, block) in enumerate(blocks) if "parrules_readers" in block)
    brought(tmp_path)
    (tmp_path / "site/pipes.py").write_text(blocks[at][1], encoding="utf-8", newline="\n")
    program = blocks[at + 1][1].split("score: |\n")[1]
    rules = RULES[: RULES.index("evidence:")] + OF_PAGE + program
    (tmp_path / "rules.yaml").write_text(rules, encoding="utf-8", newline="\n")
    none = EVIDENCE.replace("{a: {name: A}}", "{a: {name: A}, b: {name: B}, c: {name: C}}")
    three = none.replace("works.pipes}}}", "works.pipes}}, b: {works: []}}")
    (tmp_path / "evidence.yaml").write_text(three, encoding="utf-8", newline="\n")
    ended = parrules(tmp_path, "evaluate", "rules.yaml", "evidence.yaml", "--format", "totals")
    assert ["Totals", "A: 7.25", "B: 0", "C: {'within': ('0', '9')}"] == ended.stdout.splitlines()  # 9 - 0.1 × 17.5
    checked = parrules(tmp_path, "check", "rules.yaml")
    assert (0, 1) == (checked.returncode, checked.stdout.count("nobody answers for criterion 1"))
    mixed = rules.replace("held(uneven, 0, 20)", "held(uneven, 0, 20%)")
    (tmp_path / "rules.yaml").write_text(mixed, encoding="utf-8", newline="\n")
    assert "PR201" in parrules(tmp_path, "check", "rules.yaml").stdout


TESTS = """\
parrules: 1
tests: an-example.costs
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
cases:
  - {test: uneven works, given: {works: [{cost: 30}, {cost: 12}]}, expect: {"1": 7.2}}
"""


def test_cases_that_a_word_tells_apart_are_not_told_as_conditions_of_the_author(tmp_path: Path) -> None:
    text = (DOCS / "en/plugins.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```(python|yaml)\n(.*?)```", text, re.DOTALL)
    at = next(place for place, (_, block) in enumerate(blocks) if "parrules_readers" in block)
    brought(tmp_path)
    (tmp_path / "site/pipes.py").write_text(blocks[at][1], encoding="utf-8", newline="\n")
    rules = RULES[: RULES.index("evidence:")] + OF_PAGE + blocks[at + 1][1].split("score: |\n")[1]
    (tmp_path / "rules.yaml").write_text(rules, encoding="utf-8", newline="\n")
    (tmp_path / "rules.test.yaml").write_text(TESTS, encoding="utf-8", newline="\n")
    told = " ".join(parrules(tmp_path, "test", "rules.yaml", "--coverage").stdout.split())
    assert "PR539: `spread(cost of works)` tells cases apart, and no test shows one of them" in told
    assert (1, 0) == (told.count("PR539"), told.count("no test shows `spread(cost of works)` as"))
    assert "PR530: no test shows `uneven is none` as yes" in told
