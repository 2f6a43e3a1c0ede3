"""Files made to hurt, or written by mistake: each ends in words and the right exit code, never in a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hostile.child import ended
from parrules.cli import exits

permitted = pytest.mark.skipif(os.name == "nt", reason="this system has no such permissions")

CORPUS = Path(__file__).parent / "corpus"

RULES = {
    "a-list.yaml": "PR057",
    "a-long-code.yaml": "",
    "a-long-name.yaml": "PR211",
    "a-long-title.yaml": "",
    "a-tag.yaml": "PR022",
    "a-word.yaml": "PR057",
    "alias-bomb.yaml": "PR020 PR021",
    "braces.yaml": "PR029",
    "brackets.yaml": "PR029",
    "byte-order-mark.yaml": "",
    "circle.yaml": "PR242",
    "code-1.10.yaml": "PR061",
    "code-no.yaml": "PR061",
    "control-characters.yaml": "PR007",
    "cp1258.yaml": "PR005",
    "criteria-1000-deep.yaml": "PR029",
    "criteria-9-deep.yaml": "",
    "crlf.yaml": "",
    "cyrillic-code.yaml": "PR017",
    "dashes.yaml": "PR029",
    "duplicate-keys.yaml": "PR026",
    "empty.yaml": "PR009",
    "exponent-in-a-program.yaml": "PR113",
    "exponent.yaml": "PR063",
    "many-digits-in-a-program.yaml": "PR115",
    "many-digits.yaml": "PR065",
    "merge-keys.yaml": "PR023",
    "minus-1000.yaml": "PR120 PR121",
    "name-no.yaml": "PR061",
    "names-in-a-chain.yaml": "PR248",
    "names-taken-apart.yaml": "PR014",
    "nan-in-a-program.yaml": "PR211",
    "nan.yaml": "PR063",
    "not-1000.yaml": "PR120 PR121",
    "nowhere.yaml": "PR001",
    "nul.yaml": "PR006",
    "only-a-comment.yaml": "PR009",
    "only-a-mark.yaml": "PR009",
    "otherwise-1000.yaml": "PR119",
    "otherwise-60.yaml": "",
    "parentheses-1000-open.yaml": "PR121",
    "parentheses-1000.yaml": "PR121",
    "power-of-power.yaml": "PR117",
    "question-marks.yaml": "PR027 PR029",
    "rounded-to-many-places.yaml": "PR204",
    "rounding-to-many-places.yaml": "PR070",
    "rules.yaml": "",
    "sum-of-2000-terms.yaml": "PR119",
    "surrogate.yaml": "PR007",
    "tabs.yaml": "PR031",
    "turned-around.yaml": "PR016",
    "two-documents.yaml": "PR025",
    "utf-16.yaml": "PR005",
    "zero-below-the-line.yaml": "PR224",
    "zero-width.yaml": "PR015",
    "./": "PR002",
}
"""Rule files, and the codes of what `check` finds in each."""

EVIDENCE = {
    "evidence-31-02.yaml": "EV112",
    "evidence-a-body-with-nothing.yaml": "",
    "evidence-a-list.yaml": "PR057",
    "evidence-a-long-name.yaml": "PR046",
    "evidence-a-mark-for-nothing.yaml": "EV148 EV160 EV161",
    "evidence-alias-bomb.yaml": "PR020 PR021",
    "evidence-brackets.yaml": "PR029",
    "evidence-byte-order-mark.yaml": "",
    "evidence-column-missing.yaml": "EV152",
    "evidence-control-characters.yaml": "PR007",
    "evidence-crlf.yaml": "",
    "evidence-dot-nan.yaml": "EV101 PR067",
    "evidence-duplicate-keys.yaml": "PR026",
    "evidence-elsewhere.yaml": "EV132",
    "evidence-empty-table.yaml": "EV122",
    "evidence-empty.yaml": "PR009",
    "evidence-exponent.yaml": "EV105 PR067",
    "evidence-itself.yaml": "EV135",
    "evidence-many-digits.yaml": "EV106",
    "evidence-names-taken-apart.yaml": "PR014",
    "evidence-nan.yaml": "EV101",
    "evidence-no-bodies.yaml": "EV157",
    "evidence-no.yaml": "PR062",
    "evidence-open-quote.yaml": "EV123",
    "evidence-other-digits.yaml": "EV104",
    "evidence-other-methodology.yaml": "EV172",
    "evidence-part-above-whole.yaml": "EV164",
    "evidence-power.yaml": "EV116",
    "evidence-round-31-02.yaml": "PR059",
    "evidence-table-of-nulls.yaml": "PR007",
    "evidence-table-that-is-not-text.yaml": "EV121",
    "evidence-unknown-body.yaml": "EV148",
    "evidence-utf-16.yaml": "PR005",
    "evidence-wide-table.yaml": "EV153 EV174",
    "evidence-year-0.yaml": "PR059",
    "evidence-year-1.yaml": "",
    "evidence-year-9999.yaml": "",
    "evidence.yaml": "",
    "nowhere.yaml": "PR001",
    "./": "PR002",
}
"""Evidence files, and the codes of what `evaluate` finds in each, with the rules of rules.yaml."""

FINE = {"evidence.yaml", "evidence-byte-order-mark.yaml", "evidence-crlf.yaml"}
FINE |= {"evidence-year-1.yaml", "evidence-year-9999.yaml", "evidence-wide-table.yaml"}


@pytest.mark.parametrize("file", sorted(RULES))
def test_a_rule_file_is_looked_over(file: str) -> None:
    expected = RULES[file]
    made = ended("check", file, cwd=CORPUS)
    assert (exits.METHODOLOGY if expected else exits.FINE, set(expected.split())) == (made.code, made.codes), made.said[
        :2000
    ]
    assert made.is_calm


@pytest.mark.parametrize("file", sorted(EVIDENCE))
def test_evidence_is_scored_as_far_as_it_goes(file: str) -> None:
    made = ended("evaluate", "rules.yaml", file, cwd=CORPUS)
    expected = exits.FINE if file in FINE else exits.EVIDENCE
    assert (expected, set(EVIDENCE[file].split())) == (made.code, made.codes), made.start
    assert made.is_calm


@pytest.mark.parametrize("file", ["alias-bomb.yaml", "brackets.yaml", "names-in-a-chain.yaml", "nul.yaml", "./"])
@pytest.mark.parametrize("command", [("evaluate",), ("explain",), ("fmt", "--check"), ("fmt",)])
def test_other_commands_are_as_calm(command: tuple[str, ...], file: str) -> None:
    more = {"evaluate": ["evidence.yaml"], "explain": ["evidence.yaml", "1"]}.get(command[0], [])
    made = ended(*command, file, *more, cwd=CORPUS)
    fine = command[0] == "fmt" and file == "names-in-a-chain.yaml"
    assert ((exits.FINE if fine else exits.METHODOLOGY), True) == (made.code, made.is_calm), made.start


def test_every_file_of_the_corpus_is_tried() -> None:
    kept = {path.name for path in CORPUS.glob("*.yaml")}
    assert kept == (set(RULES) | set(EVIDENCE)) - {"./", "nowhere.yaml"}


@permitted
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_bytes((CORPUS / "rules.yaml").read_bytes())
    path.chmod(0)
    for arguments, code in (
        (("check", "rules.yaml"), exits.METHODOLOGY),
        (("evaluate", str(CORPUS / "rules.yaml"), "rules.yaml"), exits.EVIDENCE),
    ):
        made = ended(*arguments, cwd=tmp_path)
        assert (code, {"PR003"}) == (made.code, made.codes)


@permitted
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    out = str(tmp_path / "out.json")
    for arguments in (("evaluate", "rules.yaml", "evidence.yaml", "-o", out), ("new", "vn.x", "-o", out)):
        made = ended(*arguments, cwd=CORPUS, environ={"PARRULES_CACHE": str(tmp_path / "cache")})
        assert (exits.USAGE, {"PR011"}) == (made.code, made.codes)
