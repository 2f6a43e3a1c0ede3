# ruff: noqa: SIM300  (expected first, then actual)
"""Every way of scoring met in real texts: a folder each, with its rules, evidence and what must come out.

`expected.txt` is what an official reads, `receipt.json` what an auditor recomputes; `pytest --rewrite` rewrites both.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parrules.api.outcome import Evaluation
from parrules.api.rank import RankOutcome, rank
from parrules.api.stages import StagesOutcome, stages
from parrules.api.verbs import check, evaluate
from parrules.report.diagnostics import render
from parrules.report.ledger import ledger
from parrules.report.receipt import receipt_text
from parrules.report.round_table import round_table
from parrules.report.stages_table import stages_table
from parrules.report.standing_table import standing_table
from parrules.report.table import heading
from parrules.values.numbers import from_written

CASES = sorted(path for path in Path(__file__).parent.iterdir() if (path / "rules.yaml").is_file())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_rules_have_nothing_wrong(case: Path) -> None:
    assert () == check(str(case / "rules.yaml"))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_comes_out(case: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.chdir(case)
    outcome = evaluate("rules.yaml", "evidence.yaml")
    ranked = rank("rules.yaml", "evidence.yaml") if _has_ranking(outcome) else None
    staged = stages("rules.yaml", ["evidence.yaml"]) if _has_stages(outcome) else None
    read = _read_by_an_official(outcome, ranked, staged)
    actual = {"expected.txt": read, "receipt.json": receipt_text(outcome.sheets)}
    for name, text in actual.items():
        if request.config.getoption("--rewrite", default=False):
            (case / name).write_text(text, encoding="utf-8", newline="\n")
        assert (case / name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_was_lost_adds_up(case: Path) -> None:
    """In the receipt as it is written, by whoever reads it."""
    for sheet in json.loads((case / "receipt.json").read_text(encoding="utf-8"))["sheets"]:
        for line in sheet["criteria"]:
            if isinstance(line["score"], str):
                lost = sum(from_written(loss["amount"]) for loss in line["lost"])
                assert from_written(line["applicable"]) - from_written(line["score"]) == lost


def _has_ranking(outcome: Evaluation) -> bool:
    return outcome.plan is not None and outcome.plan.methodology.ranking is not None


def _has_stages(outcome: Evaluation) -> bool:
    return outcome.plan is not None and bool(outcome.plan.methodology.stages)


def _read_by_an_official(outcome: Evaluation, ranked: RankOutcome | None, staged: StagesOutcome | None) -> str:
    pages = [render(outcome.findings, "vi")] if outcome.findings else []
    pages.append(round_table(outcome.sheets, "vi"))
    for sheet in outcome.sheets:
        pages.append("\n\n".join([heading(sheet, "vi", 80), *(ledger(line, "vi").rstrip() for line in sheet.lines)]))
    if ranked is not None:
        pages.append(standing_table(ranked.standings, outcome.sheets[0], "vi"))
    if staged is not None:
        pages.append(stages_table(staged.scored, staged.bodies, "vi"))
    return "\n\n".join(page.rstrip() for page in pages) + "\n"
