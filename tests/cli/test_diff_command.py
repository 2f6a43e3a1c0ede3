"""`parrules diff`: two editions by meaning, and the same evidence under both."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from parrules.cli import exits
from parrules.report.difference.schema import difference_schema
from parrules.report.receipt import json_text
from parrules.text.wording import LANGUAGES
from standing.two_editions import NEEDS_MORE, NEW, OLD

SCHEMA = Path(__file__).parents[2] / "schemas" / "difference.schema.json"

EVIDENCE = """\
parrules: 1
evidence: vn.x.editions
round: {year: 2024, from: 2024-01-01, to: 2024-12-31}
bodies: {a: Xã A, b: Xã B, c: Xã C}
values:
  a: {done: 9, due: 10, late: 1, asked: yes, prize: 2}
  b: {done: 8, due: 10, late: 0, asked: no, prize: 0}
  c: {done: 8, due: 10, asked: no, prize: 0}
"""


@pytest.fixture
def editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("old", OLD), ("new", NEW), ("more", NEEDS_MORE), ("evidence", EVIDENCE)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_edition_does_not_differ_from_itself(parrules, editions: Path) -> None:
    ended = parrules("diff", "old.yaml", "old.yaml", "--lang", "en")
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert ended.out.endswith("\nBoth say the same.\n")


def test_old_rows_stand_above_new_ones(parrules, editions: Path) -> None:
    ended = parrules("diff", "old.yaml", "new.yaml", "--lang", "en")
    assert (exits.FINDINGS, "") == (ended.code, ended.err)
    assert (
        ended.out.partition("\n\n")[2]
        == """\
Criteria
  ~ 1.1. Share done
      − deduct 0.7 per late because "{late} việc chậm"
      + deduct 0.9 per late because "{late} việc chậm"
  ~ 2.1. One
      − award 9 when late < 2
      + award 8 when late < 3
      − otherwise 4
      + otherwise 5
  ~ 3. Highest
      how those below are joined: highest → mean
  ~ 3.2. Four
      maximum: 6 → 12
"""
    )


def test_the_same_evidence_says_who_gains_and_loses(parrules, editions: Path) -> None:
    ended = parrules("diff", "old.yaml", "new.yaml", "--evidence", "evidence.yaml", "--lang", "en")
    rows = [" ".join(line.split()) for line in ended.out.splitlines()]
    assert exits.FINDINGS == ended.code
    said = " ".join(rows)
    assert "Xã A 44.3 39.2 −5.1 1.1 −0.2; 2.1 −0.5; 3.1 −5.4; 3.2 +1 Xã B" in said
    assert "Xã B 44.1 41.8 −2.3 2.1 −0.5; 3.1 −4.8; 3.2 +3 Xã C" in said
    assert "3.2 Four 2 0 1" in rows
    assert "the rest is open" in said


@pytest.mark.parametrize("change", [("", ""), ("Share done", "The share done")], ids=["nothing", "a title"])
def test_where_only_words_are_other_nothing_changes_for_who_is_open(
    parrules, editions: Path, change: tuple[str, str]
) -> None:
    (editions / "words.yaml").write_text(OLD.replace(*change), encoding="utf-8", newline="\n")
    ended = parrules("diff", "old.yaml", "words.yaml", "--evidence", "evidence.yaml", "--format", "json")
    effects = json.loads(ended.out)["effects"]
    assert ["within" in str(one["old"]) for one in effects] == [False, False, True]
    assert [("0", [])] * 3 == [(one["change"], one["through"]) for one in effects]


def test_what_the_other_edition_cannot_be_given_is_named(parrules, editions: Path) -> None:
    ended = parrules("diff", "old.yaml", "more.yaml", "--evidence", "evidence.yaml", "--lang", "en")
    assert "The other edition could not be given this of the evidence: signed (not there)" in " ".join(
        ended.out.split()
    )
    assert "  + figure signed (Signed): new\n" in ended.out


def test_evidence_of_the_new_edition_is_carried_back(parrules, editions: Path) -> None:
    text = EVIDENCE.replace("evidence: vn.x.editions", 'evidence: vn.x.editions\nedition: "2025"').replace(
        "2024", "2025"
    )
    (editions / "evidence.yaml").write_text(text, encoding="utf-8", newline="\n")
    ended = parrules("diff", "old.yaml", "new.yaml", "--evidence", "evidence.yaml", "--format", "json")
    effects = json.loads(ended.out)["effects"]
    assert [("a", "44.3", "39.2", "-5.1"), ("b", "44.1", "41.8", "-2.3")] == [
        (one["body"], one["old"], one["new"], one["change"]) for one in effects[:2]
    ]


def test_the_json_adds_up_and_is_as_the_schema_says(parrules, editions: Path, request: pytest.FixtureRequest) -> None:
    made = json_text(difference_schema())
    if request.config.getoption("--rewrite"):
        SCHEMA.write_text(made, encoding="utf-8", newline="\n")
    assert SCHEMA.read_text(encoding="utf-8") == made
    for new in ("new.yaml", "more.yaml", "old.yaml"):
        arguments = ("diff", "old.yaml", new, "--evidence", "evidence.yaml", "--format", "json", "--lang")
        vi, en = (parrules(*arguments, one).out for one in LANGUAGES)
        assert vi == en
        found = json.loads(vi)
        Draft7Validator(json.loads(made)).validate(found)
        settled = [one for one in found["effects"] if isinstance(one["change"], str)]
        for one in settled:
            assert Fraction(one["change"]) == sum(Fraction(each["change"]) for each in one["through"])


def test_markdown_has_the_old_beside_the_new(parrules, editions: Path) -> None:
    ended = parrules(
        "diff", "old.yaml", "new.yaml", "--evidence", "evidence.yaml", "--format", "markdown", "--lang", "en"
    )
    assert "|  | `award 9 when late < 2` | `award 8 when late < 3` |\n" in ended.out
    assert "| maximum | 6 | 12 |\n" in ended.out
    assert "| Xã A | 44.3 | 39.2 | −5.1 | 1.1 −0.2; 2.1 −0.5; 3.1 −5.4; 3.2 +1 |\n" in ended.out


def test_editions_that_come_along_are_named(parrules) -> None:
    ended = parrules("diff", "vn.par_index.province@2020", "vn.par_index.province@2022", "--lang", "en")
    assert (exits.FINDINGS, "") == (ended.code, ended.err)
    assert "  ~ B → B.1. Satisfaction of the people (SIPAS): moved\n" in ended.out
    assert "      maximum: 60.5 → 61.5\n" in ended.out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("old.yaml", "nowhere.yaml"), exits.METHODOLOGY, "PR001"),
        (("vn.par_index.province", "old.yaml"), exits.USAGE, "UC115"),
        (("old.yaml",), exits.USAGE, "UC1"),
    ],
    ids=["a file that is not there", "a name with several editions", "one edition only"],
)
def test_what_cannot_be_read_is_told(
    parrules, editions: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    ended = parrules("diff", *arguments, "--lang", "en")
    assert (code, "") == (ended.code, ended.out)
    assert told in ended.err


def test_evidence_that_cannot_be_read_leaves_the_difference(parrules, editions: Path) -> None:
    ended = parrules("diff", "old.yaml", "new.yaml", "--evidence", "nowhere.yaml", "--lang", "en")
    assert exits.EVIDENCE == ended.code
    assert "PR001" in ended.err
    assert "\nCriteria\n" in ended.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_fits_in_eighty_columns(parrules, editions: Path, language: str) -> None:
    for arguments in (
        ("old.yaml", "more.yaml", "--evidence", "evidence.yaml"),
        ("vn.par_index.province@2020", "vn.par_index.province@2022"),
    ):
        out = parrules("diff", *arguments, "--lang", language).out
        assert [] == [line for line in out.splitlines() if len(line) > 80]
