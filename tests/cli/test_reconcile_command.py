"""`parrules reconcile`: what is printed, and what the shell is told."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from parrules.cli import exits
from parrules.report.receipt import json_text
from parrules.report.reconcile_json import reconciliation_schema
from parrules.text.wording import LANGUAGES

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "examples" / "published"
PROVINCES = ("evidence-2023.yaml", "provinces-2023.yaml")


@pytest.fixture(autouse=True)
def beside_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PUBLISHED)


def test_what_contradicts_is_told_first_with_what_would_explain_it(parrules) -> None:
    ended = parrules("reconcile", *PROVINCES, "--lang", "en")
    assert exits.FINDINGS == ended.code
    assert ended.err.startswith("provinces-2023.yaml: warning EV240: the published results have a body `bac-kan`,")
    assert "Contradicts; perhaps a percentage printed as points:\n  - Lào Cai, points of criterion 2:" in ended.out
    assert "9.44 / 9.5 ≈ 99.3684%" in ended.out
    assert "published 8,21%; elsewhere it is printed as 81.21%" in " ".join(ended.out.split())
    assert "58.85 + 26.42 + 5.32 = 90.59" in " ".join(ended.out.split())
    assert "exact: 1; contradict: 2\n" in ended.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_fits_in_eighty_columns(parrules, language: str) -> None:
    ended = parrules("reconcile", *PROVINCES, "--lang", language)
    assert [] == [line for line in ended.out.splitlines() if len(line) > 80]


def test_where_all_agrees_the_shell_is_told_so(parrules) -> None:
    evidence = ROOT / "examples" / "ministries-2023" / "evidence.yaml"
    ended = parrules("reconcile", str(evidence), str(PUBLISHED / "ministries-2023.yaml"), "--lang", "en")
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert "exact: 9; within rounding of the parts: 9\n" in ended.out
    assert "≈ 84.3765" in ended.out
    assert "≈ 84.3782" in ended.out


def test_a_published_file_alone_is_held_against_itself(parrules) -> None:
    ended = parrules("reconcile", str(PUBLISHED / "country.yaml"), "--lang", "en")
    assert (exits.FINDINGS, "") == (ended.code, ended.err)
    assert "published 63; the parts add up to 53 + 9 = 62" in " ".join(ended.out.split())


def test_missing_evidence_that_leaves_it_undecided_is_told_to_the_shell(parrules, commune: Path) -> None:
    (commune / "published.csv").write_text("body,total\nXã Chợ Đồn,12\n", encoding="utf-8")
    ended = parrules("reconcile", "evidence.yaml", "published.csv", "--methodology", "rules.yaml", "--lang", "en")
    assert exits.EVIDENCE == ended.code
    assert "not decided: 1\n" in ended.out


def test_a_mean_of_a_group_that_nobody_is_in_is_told(parrules, change) -> None:
    change("evidence.yaml", "mountain: yes}", "mountain: yes, group: xã}")
    change("evidence.yaml", "mountain: no}", "mountain: no, group: xã}")
    Path("published.yaml").write_text('parrules: 1\npublished: K\nmeans: {xa: {mean: "12,5"}}\n', encoding="utf-8")
    ended = parrules("reconcile", "evidence.yaml", "published.yaml", "--methodology", "rules.yaml", "--lang", "en")
    assert "EV241" in ended.err


def test_without_anything_published_there_is_nothing_to_do(parrules, commune: Path) -> None:
    ended = parrules("reconcile", "evidence.yaml", "--methodology", "rules.yaml", "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("error UC140: there are no published results to compare with\n")


@pytest.mark.parametrize("name", ["nothing.yaml", "nothing.csv"])
def test_a_file_that_is_not_there_is_told(parrules, commune: Path, name: str) -> None:
    ended = parrules("reconcile", "evidence.yaml", name, "--methodology", "rules.yaml", "--lang", "en")
    assert "" == ended.out
    assert "PR001" in ended.err


def test_the_json_is_the_same_in_every_language_and_as_the_schema_says(parrules) -> None:
    schema = (ROOT / "schemas" / "reconciliation.schema.json").read_text(encoding="utf-8")
    assert schema == json_text(reconciliation_schema())
    vi, en = (parrules("reconcile", *PROVINCES, "--format", "json", "--lang", one).out for one in LANGUAGES)
    assert vi == en
    Draft7Validator(json.loads(schema)).validate(json.loads(vi))
    found = {(one["body"], one["code"], one["figure"]): one for one in json.loads(vi)["comparisons"]}
    first = found["dak-nong", "1", "percent"]
    assert ("contradicts", None, "472/475") == (first["verdict"], first["policy"], first["computed"])
    assert {"within": ["0.99435", "0.99445"], "high_open": True} == first["printed"]["within"]


def test_the_spreadsheet_has_a_line_a_comparison(parrules) -> None:
    ended = parrules("reconcile", *PROVINCES, "--format", "csv", "--lang", "en")
    rows = list(csv.reader(io.StringIO(ended.out.removeprefix("\ufeff"))))
    assert ["Body code", "Body", "Criterion code", "Figure", "Published"] == rows[0][:5]
    assert {len(rows[0])} == {len(row) for row in rows}
    assert ["lao-cai", "Lào Cai", "", "total", "90,60", "the rules", "90.59"] == rows[1][:7]
