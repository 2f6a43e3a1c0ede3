"""The verbs: what a rule file and evidence come to, and what is loaded for it."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli.samples import EVIDENCE, RULES
from parrules.api.cache import Cache
from parrules.api.verbs import check, evaluate

UNUSED = RULES.replace("criteria:\n", "  seats: {type: count, title: {vi: Ghế, en: Seats}}\ncriteria:\n", 1)
WARM = """
import sys
from pathlib import Path
from parrules.api.cache import Cache
from parrules.api.verbs import evaluate
assert evaluate("rules.yaml", "evidence.yaml", cache=Cache(Path("cache"))).sheets
print(*sorted({"lark", "jsonschema", "pluggy", "rich", "click"} & set(sys.modules)))
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rule file with a warning and nothing worse, and its evidence."""
    (tmp_path / "rules.yaml").write_text(UNUSED, encoding="utf-8", newline="\n")
    (tmp_path / "evidence.yaml").write_text(EVIDENCE, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_warning_keeps_nobody_from_scoring_and_is_for_check_to_tell(files: Path) -> None:
    cache = Cache(files / "cache")
    first, second = (evaluate("rules.yaml", "evidence.yaml", cache=cache) for _ in range(2))
    assert [("PR244", "warning")] == [(one.code, one.severity) for one in check("rules.yaml")]
    assert (2, (), ()) == (len(first.sheets), first.diagnostics, second.diagnostics)
    assert first == second


def test_what_is_wrong_with_rules_and_with_evidence_is_told_apart(files: Path) -> None:
    (files / "wrong.yaml").write_text("a: [\n", encoding="utf-8")
    assert ("PR0", ()) == ((found := evaluate("wrong.yaml", "evidence.yaml")).diagnostics[0].code[:3], found.findings)
    assert ((), "PR001") == ((found := evaluate("rules.yaml", "nowhere.yaml")).diagnostics, found.findings[0].code)
    assert not found.is_complete


def test_a_body_is_asked_for_by_id_or_by_name(files: Path) -> None:
    assert ["xa-ba-be"] == [one.body for one in evaluate("rules.yaml", "evidence.yaml", bodies=["Xã Ba Bể"]).sheets]
    found = evaluate("rules.yaml", "evidence.yaml", bodies=["xa-ba-be", "xa-be-be"])
    assert (["xa-ba-be"], ["UC116"]) == ([one.body for one in found.sheets], [one.code for one in found.findings])


def test_a_second_evaluation_loads_no_grammar_no_validator_and_no_plugins(files: Path) -> None:
    evaluate("rules.yaml", "evidence.yaml", cache=Cache(files / "cache"))
    ended = subprocess.run([sys.executable, "-c", WARM], cwd=files, capture_output=True, encoding="utf-8", check=True)
    assert "\n" == ended.stdout


def test_standard_input_that_is_closed_is_an_empty_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert ["PR009"] == [one.code for one in check("-")]
