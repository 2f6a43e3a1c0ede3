"""`parrules stages`: the page, the files for programs and spreadsheets, and its exit codes."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft7Validator

from api.stages_for_tests import APPRAISED, HEAD, written
from parrules.cli import exits
from parrules.report.receipt import json_text
from parrules.report.stages_schema import stages_schema

ROOT = Path(__file__).parents[2]


def test_the_page_tells_every_difference_and_its_kind(parrules, tmp_path: Path) -> None:
    folder = written(tmp_path, appraised=APPRAISED)
    rules, evidence = (str(folder / name) for name in ("rules.yaml", "appraised.yaml"))
    ended = parrules("stages", evidence, "--methodology", rules, "--lang", "en")
    assert (exits.EVIDENCE, "") == (ended.code, ended.err)  # the survey has not come
    assert "  - 2. Nhiệm vụ: 3 → 2 (−1 in the total): late document, Sở Nội vụ\n" in ended.out
    assert "    on: document 46/BC-SNV, page 2\n" in ended.out
    assert "(waits for" in ended.out


def test_programs_get_exact_numbers(parrules, tmp_path: Path) -> None:
    surveyed = HEAD + "stage: surveyed\nover: appraised.yaml\nvalues: {a: {satisfied: 64%}}\n"
    folder = written(tmp_path, appraised=APPRAISED, surveyed=surveyed)
    rules, evidence = (str(folder / name) for name in ("rules.yaml", "surveyed.yaml"))
    ended = parrules("stages", evidence, "--methodology", rules, "--format", "json")
    found = json.loads(ended.out)
    schema = (ROOT / "schemas" / "stages.schema.json").read_text(encoding="utf-8")
    assert schema == json_text(stages_schema())
    Draft7Validator(json.loads(schema)).validate(found)
    assert (exits.FINE, ["self", "appraised", "surveyed"]) == (ended.code, [one["name"] for one in found["stages"]])
    assert "11.2" == found["bodies"][0]["totals"][-1]


def test_an_appraisal_of_a_criterion_that_is_not_there_is_told(parrules, tmp_path: Path) -> None:
    wrong = HEAD + 'stage: appraised\nover: self.yaml\ndecided: {a: {"9": {points: 1, reason: r, cause: judgement}}}\n'
    folder = written(tmp_path, wrong=wrong)
    rules, evidence = (str(folder / name) for name in ("rules.yaml", "wrong.yaml"))
    ended = parrules("stages", evidence, "--methodology", rules, "--lang", "en")
    assert exits.EVIDENCE == ended.code
    assert "error EV190: there is no criterion `9` to decide on" in " ".join(ended.err.split())
