"""`parrules compare`: two bodies, two rounds, two editions side by side."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from parrules.cli import exits
from parrules.report.compare_json import compared_schema
from parrules.report.receipt import json_text
from parrules.text.wording import LANGUAGES
from standing.two_editions import NEEDS_MORE, NEW, OLD

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
DETAIL = str(EXAMPLES / "province-detail-2023" / "evidence.yaml")
ACROSS = (
    *(str(EXAMPLES / "bac-giang-2021" / "evidence.yaml"), str(EXAMPLES / "lao-cai-2023" / "evidence.yaml")),
    *("--body", "bac-giang", "--body", "lao-cai"),
)

EVIDENCE = """\
parrules: 1
evidence: vn.x.editions
round: {year: %s, from: %s-01-01, to: %s-12-31}
bodies: {a: Xã A, b: Xã B, %s: Xã khác}
values:
  a: {done: %s, due: 10, late: 1, asked: yes, prize: 2}
  b: {done: %s, due: 10, late: 0, asked: no, prize: 0}
"""


@pytest.fixture
def rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two rounds, with rules that changed between them."""
    for name, text in (
        ("old.yaml", OLD),
        ("new.yaml", NEW),
        ("more.yaml", NEEDS_MORE),
        ("e2024.yaml", EVIDENCE % (2024, 2024, 2024, "c", 9, 8)),
        ("e2025.yaml", EVIDENCE % (2025, 2025, 2025, "d", 10, 8)),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


RULES = ("--methodology", "old.yaml", "--methodology", "new.yaml")


def test_two_bodies_of_a_round_stand_side_by_side_with_the_figures_behind(parrules) -> None:
    ended = parrules("compare", DETAIL, "--body", "minh-hoa-a", "--body", "minh-hoa-b")
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert "\n1.3      Nhiệm vụ Chính phủ, Thủ tướng       4     3,5000     0,0000     −3,5000\n" in ended.out
    assert "  - 8.1 (−1,15): Chỉ số hài lòng của người dân (SIPAS) (sipas): 82,5% → 71%\n" in ended.out
    assert "Quy tắc chấm đã thay đổi" not in ended.out


def test_across_editions_it_is_said_and_split(parrules) -> None:
    ended = parrules("compare", *ACROSS, "--lang", "en")
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert "The rules changed between the two" in ended.out
    rows = [" ".join(line.split()) for line in ended.out.splitlines()]
    assert "B +18.88 −0.12 −1.34 +17.42" in rows
    assert "Total 0.00 +1.95 0.00 +1.95" in rows
    assert "  - B: Satisfaction of the people (SIPAS) → Surveys\n" in ended.out


def test_all_bodies_of_two_rounds_have_a_row_each_and_the_others_are_named(parrules, rounds: Path) -> None:
    ended = parrules("compare", "e2024.yaml", "e2025.yaml", *RULES, "--lang", "en")
    assert exits.EVIDENCE == ended.code  # Xã khác has handed in nothing
    assert "Xã A" in ended.out
    assert "Xã khác" in ended.out
    assert "Add --body to see the criteria of one body." in ended.out


def test_one_body_of_two_rounds(parrules, rounds: Path) -> None:
    ended = parrules("compare", "e2024.yaml", "e2025.yaml", *RULES, "--body", "a", "--lang", "en")
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert ended.out.startswith("COMPARISON\nA: Xã A, 2024, stage self (vn.x.editions, edition 2024)\n")
    assert "Done (done): 9 → 10" in ended.out


def test_bodies_that_only_one_round_has_are_named(parrules, rounds: Path) -> None:
    text = (rounds / "e2025.yaml").read_text(encoding="utf-8").replace("d: Xã khác", "d: Xã mới")
    (rounds / "e2025.yaml").write_text(text, encoding="utf-8", newline="\n")
    ended = parrules("compare", "e2024.yaml", "e2025.yaml", *RULES, "--lang", "en")
    assert "Only in A: Xã khác\nOnly in B: Xã mới\n" in ended.out


def test_figures_that_the_other_rules_do_not_have_are_named(parrules, rounds: Path) -> None:
    text = (rounds / "e2025.yaml").read_text(encoding="utf-8").replace("due: 10", 'due: 10, signed: "50%"')
    (rounds / "e2025.yaml").write_text(text, encoding="utf-8", newline="\n")
    rules = ("--methodology", "old.yaml", "--methodology", "more.yaml")
    ended = parrules("compare", "e2024.yaml", "e2025.yaml", *rules, "--body", "a", "--lang", "en")
    assert "Evidence A cannot all be scored under rules B: signed (not there)\n" in ended.out
    assert "Not split" in ended.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_fits_in_eighty_columns(parrules, rounds: Path, language: str) -> None:
    for arguments in (
        ACROSS,
        (DETAIL, "--body", "minh-hoa-a", "--body", "minh-hoa-b"),
        ("e2024.yaml", "e2025.yaml", *RULES),
    ):
        ended = parrules("compare", *arguments, "--lang", language)
        assert [] == [line for line in ended.out.splitlines() if len(line) > 80]


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        pytest.param("UC141", ("e2024.yaml", "--methodology", "old.yaml"), id="one round and nobody named"),
        pytest.param("UC141", ("e2024.yaml", "--methodology", "old.yaml", "--body", "a"), id="one round and one body"),
        pytest.param(
            "UC142", ("e2024.yaml", "e2025.yaml", *RULES, *("--body", "a") * 3), id="two rounds and three bodies"
        ),
        pytest.param("UC116", ("e2024.yaml", "e2025.yaml", *RULES, "--body", "x"), id="a body that is not there"),
    ],
)
def test_what_cannot_be_compared_is_told(parrules, rounds: Path, code: str, arguments: tuple[str, ...]) -> None:
    ended = parrules("compare", *arguments, "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith(f"error {code}:")


def test_rounds_without_a_body_in_both_are_told(parrules, rounds: Path) -> None:
    text = (rounds / "e2025.yaml").read_text(encoding="utf-8")
    for old, new in (("a: ", "x: "), ("b: ", "y: "), ("Xã A", "Xã X"), ("Xã B", "Xã Y"), ("Xã khác", "Xã Z")):
        text = text.replace(old, new)
    (rounds / "e2025.yaml").write_text(text, encoding="utf-8", newline="\n")
    ended = parrules("compare", "e2024.yaml", "e2025.yaml", *RULES, "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("error UC143: no body is in both evidence files\n")


def test_the_json_adds_up_and_is_as_the_schema_says(parrules, rounds: Path) -> None:
    schema = (ROOT / "schemas" / "comparison.schema.json").read_text(encoding="utf-8")
    assert schema == json_text(compared_schema())
    arguments = ("compare", "e2024.yaml", "e2025.yaml", *RULES, "--format", "json", "--lang")
    vi, en = (parrules(*arguments, one).out for one in LANGUAGES)
    assert vi == en
    found = json.loads(vi)
    Draft7Validator(json.loads(schema)).validate(found)
    settled = [pair for pair in found["pairs"] if pair["split"] is not None]
    assert 2 == len(settled)
    for pair in settled:
        rows = [row for row in pair["rows"] if row["counts"]]
        assert Fraction(pair["change"]) == sum(Fraction(row["change"]) for row in rows)
        assert Fraction(pair["change"]) == sum(map(Fraction, pair["split"].values()))


def test_the_spreadsheet_has_a_line_a_criterion_and_one_for_the_total(parrules) -> None:
    ended = parrules("compare", *ACROSS, "--format", "csv", "--lang", "en")
    rows = list(csv.DictReader(io.StringIO(ended.out.removeprefix("\ufeff"))))
    assert ("Total", "88.64", "90.59", "1.95", "0", "1.95", "0", "0") == (
        *(rows[-1][name] for name in ("Criterion", "Score A", "Score B", "Change")),
        *(rows[-1][name] for name in ("By rules", "By evidence", "By both", "Not split")),
    )
