"""The files under `1/` are in format 1 and must be read as long as the pages promise: they are never changed."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from parrules.api.find import shipped
from parrules.api.reconcile import reconcile
from parrules.api.rule_tests import run_tests
from parrules.api.stages import stages
from parrules.api.verbs import check, evaluate
from parrules.evidence.form.opened import form_in
from parrules.report.receipt import receipt_text
from parrules.syntax.format_number import FORMAT

SAMPLES = Path(__file__).parent / "1"
RULES = str(SAMPLES / "rules.yaml")
JSON = ("receipt", "standing", "lost", "comparison", "reconciliation", "stages")
NEWER = {
    "rules.yaml": ("parrules: 1", "parrules: 2"),
    "evidence.yaml": ("parrules: 1", "parrules: 2"),
    "calendar.yaml": ("parrules: 1", "parrules: 12"),
    "appraised.yaml": ("parrules: 1", "parrules: 002"),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The samples, to be changed."""
    for one in SAMPLES.iterdir():
        (tmp_path / one.name).write_bytes(one.read_bytes())
    return tmp_path


def totals(evidence: str, folder: Path = SAMPLES) -> list[object]:
    found = evaluate(str(folder / "rules.yaml"), folder / evidence)
    assert () == (*found.diagnostics, *found.findings)
    return [sheet.total for sheet in found.sheets]


def test_rule_files_of_format_1_have_nothing_wrong() -> None:
    assert () == check(RULES)


def test_evidence_of_format_1_gives_the_same_scores_as_on_the_first_day() -> None:
    assert [Fraction("16.8"), Fraction("11.75")] == totals("evidence.yaml")
    assert [Fraction("16.3"), Fraction("11.25")] == totals("appraised.yaml")


def test_a_form_of_format_1_is_still_scored() -> None:
    assert [Fraction("16.8")] == totals("form.xlsx")


def test_stages_published_results_and_rule_tests_of_format_1_are_read() -> None:
    told = stages(RULES, [SAMPLES / "appraised.yaml"])
    assert () == (*told.diagnostics, *told.findings)
    compared = reconcile(SAMPLES / "evidence.yaml", SAMPLES / "published.yaml", methodology=RULES)
    assert [] == [one for one in (*compared.diagnostics, *compared.findings) if one.is_error]
    assert [True, True] == [one.passed for one in run_tests(RULES).outcomes]


@pytest.mark.parametrize("name", JSON)
def test_what_was_written_in_format_1_fits_the_schema_of_today(name: str) -> None:
    from jsonschema import Draft7Validator

    schema = json.loads((shipped("schemas") / f"{name}.schema.json").read_text(encoding="utf-8"))
    written = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    assert [] == [error.message for error in Draft7Validator(schema).iter_errors(written)]


def test_a_receipt_of_today_has_every_key_that_a_reader_of_format_1_knows() -> None:
    then = json.loads((SAMPLES / "receipt.json").read_text(encoding="utf-8"))
    now = json.loads(receipt_text(evaluate(RULES, SAMPLES / "evidence.yaml").sheets))
    assert set() == paths(then) - paths(now)


def paths(value: object, above: str = "") -> set[str]:
    """The keys of JSON, each with those above it."""
    if isinstance(value, dict):
        return {above, *(path for key, under in value.items() for path in paths(under, f"{above}.{key}"))}
    if isinstance(value, list):
        return {above, *(path for one in value for path in paths(one, f"{above}[]"))}
    return {above}


@pytest.mark.parametrize("name", NEWER)
def test_a_file_of_a_newer_format_is_refused_by_that_and_by_nothing_else(copy: Path, name: str) -> None:
    old, new = NEWER[name]
    text = (copy / name).read_text(encoding="utf-8")
    (copy / name).write_text(f"{text.replace(old, new)}strange: &key yes\nstrange: 2\n", encoding="utf-8")
    evidence = "appraised.yaml" if name == "appraised.yaml" else "evidence.yaml"
    found = evaluate(str(copy / "rules.yaml"), copy / evidence)
    assert [("PR087", new.partition(": ")[2])] == [
        (one.code, one.span and one.span.words) for one in (*found.diagnostics, *found.findings)
    ]


def test_what_the_newer_file_extends_or_lies_over_is_told_of_alike(copy: Path) -> None:
    for name in ("rules-2024.yaml", "evidence.yaml"):
        (copy / name).write_text(
            (copy / name).read_text(encoding="utf-8").replace("parrules: 1", "parrules: 2"), encoding="utf-8"
        )
    (found,) = check(str(copy / "rules.yaml"))
    assert "PR087" == found.code
    again = evaluate(RULES, copy / "appraised.yaml")
    assert ["PR087"] == [one.code for one in again.findings]


@pytest.mark.parametrize("number", ["1", "01"])
def test_the_number_of_this_format_is_known(number: str, copy: Path) -> None:
    assert 1 == FORMAT
    (copy / "bodies.csv").read_bytes()
    text = (copy / "evidence.yaml").read_text(encoding="utf-8").replace("parrules: 1", f"parrules: {number}", 1)
    (copy / "evidence.yaml").write_text(text, encoding="utf-8")
    found = evaluate(str(copy / "rules.yaml"), copy / "evidence.yaml")
    assert "PR087" not in [one.code for one in found.findings]


def test_a_form_of_a_newer_format_is_refused_by_that_and_by_nothing_else() -> None:
    from evidence.filled_for_tests import changed

    raw = changed(
        (SAMPLES / "form.xlsx").read_bytes(), "xl/sharedStrings.xml", lambda xml: xml.replace(">1<", ">2<", 1)
    )
    file, found = form_in(raw, "form.xlsx", "form.xlsx")
    assert (None, ["EV401"]) == (file, [one.code for one in found])
