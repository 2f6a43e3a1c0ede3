"""Whatever stands in a file, parrules ends with a score or with words: no accident to a file is a mistake of ours.

`python tests/hostile/test_half_written.py COUNT SEED` tries more of them than the tests do.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import parrules
from hostile.mangled import accidents, prefixes
from parrules.api.find import shipped
from parrules.api.formatting import format_file
from parrules.api.verbs import check, evaluate
from parrules.report.diagnostics import diagnostics_json, render
from parrules.report.ledger import ledger
from parrules.report.receipt import json_text, receipt_text
from parrules.report.table import score_table
from parrules.text.diagnostic import Diagnostic
from report.laid_out import scores_csv

CORPUS = Path(__file__).parent / "corpus"
SHIPPED = sorted(one for one in shipped("rules").rglob("*.yaml") if not one.name.endswith(".test.yaml"))
TEMPLATES = [Path(parrules.__file__).parent / "api/templates/vi" / name for name in ("rules.yaml", "evidence.yaml")]
RULES = [CORPUS / "rules.yaml", TEMPLATES[0], *SHIPPED]
EVIDENCE = [
    CORPUS / "evidence.yaml",
    TEMPLATES[1],
    *sorted((shipped("rules").parent / "examples").rglob("evidence*.yaml")),
]
TABLES = [CORPUS / "tasks.csv"]


def said(found: Iterable[Diagnostic]) -> None:
    """Everything that was found can be told, in both languages and to programs."""
    found = tuple(found)
    for language in ("vi", "en"):
        render(found, language)  # type: ignore[arg-type]
    json_text(diagnostics_json(found))


def rules_survive(text: str, folder: Path, evidence: Path | None) -> None:
    path = folder / "rules.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    found = check(str(path))
    said(found)
    said(format_file(path).diagnostics)
    if evidence is not None and not any(one.is_error for one in found):
        scored(str(path), evidence)


def evidence_survives(text: str, folder: Path, *, file: str = "evidence.yaml", rules: str | None = None) -> None:
    (folder / file).write_bytes(text.encode("utf-8", "surrogatepass"))
    scored(rules, folder / "evidence.yaml")


def scored(rules: str | None, evidence: Path) -> None:
    """Scores, and writes every form of the result."""
    made = evaluate(rules, evidence)
    said((*made.diagnostics, *made.findings))
    receipt_text(made.sheets)
    scores_csv(made.sheets, "vi")
    for sheet in made.sheets[:2]:
        score_table(sheet, "vi")
        for line in sheet.lines:
            ledger(line, "en")


def beside(path: Path, folder: Path) -> None:
    """The files beside an evidence file, for it to name."""
    for one in path.parent.iterdir():
        if one.suffix in (".csv", ".yaml") and one.is_file() and one.stat().st_size < 100_000:
            (folder / one.name).write_bytes(one.read_bytes())


def tried(mangle: Callable[[str, int, int], Iterator[str]], path: Path, folder: Path, count: int, seed: int) -> None:
    """Mangles one file so many times, and has parrules read each."""
    text = path.read_text(encoding="utf-8")
    rules = str(path.with_name("rules.yaml")) if path.parent in (CORPUS, TEMPLATES[0].parent) else None
    if path not in RULES:
        beside(path if path in EVIDENCE else CORPUS / "evidence.yaml", folder)
    for number, after in enumerate(mangle(text, count, seed)):
        try:
            if path in RULES:
                rules_survive(after, folder, path.with_name("evidence.yaml") if rules else None)
            elif path in TABLES:
                evidence_survives(after, folder, file="tasks.csv", rules=rules)
            else:
                evidence_survives(after, folder, rules=rules)
        except Exception as cause:
            place = f"{mangle.__name__} {path.name}, number {number} of seed {seed}"
            raise AssertionError(f"{place}: {type(cause).__name__}: {cause}") from cause


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_half_a_rule_file_is_told_what_is_missing(path: Path, tmp_path: Path) -> None:
    tried(prefixes, path, tmp_path, 8, 1)


@pytest.mark.parametrize("path", EVIDENCE, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_half_an_evidence_file_is_scored_as_far_as_it_goes(path: Path, tmp_path: Path) -> None:
    tried(prefixes, path, tmp_path, 4, 1)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("path", [RULES[0], EVIDENCE[0], TABLES[0]], ids=lambda path: path.name)
def test_accidents_to_a_small_file(path: Path, seed: int, tmp_path: Path) -> None:
    tried(accidents, path, tmp_path, 25, seed)


@pytest.mark.parametrize("path", [*SHIPPED, *EVIDENCE[1:]], ids=lambda path: f"{path.parent.name} {path.stem}")
def test_accidents_to_a_shipped_file(path: Path, tmp_path: Path) -> None:
    tried(accidents, path, tmp_path, 4, 1)


def soak(count: int, seed: int) -> None:
    """As many as there is time for; every failure is printed, and the next file tried."""
    for path in (*RULES, *EVIDENCE, *TABLES):
        for mangle in (prefixes, accidents):
            for part in range(0, count, 10):
                with TemporaryDirectory() as folder:
                    try:
                        tried(mangle, path, Path(folder), 10, seed * 100_000 + part)
                    except AssertionError as failed:
                        sys.stdout.write(f"{failed}\n")
                        sys.stdout.flush()


if __name__ == "__main__":
    soak(int(sys.argv[1]), int(sys.argv[2]))
