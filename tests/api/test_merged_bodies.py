"""Bodies that were merged, renamed or divided between two rounds, where rounds are ranked and compared."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.api.compare import compare
from parrules.api.rank import rank
from parrules.standing.origins import Merger

RULES = """\
parrules: 1
methodology: vn.merged
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2024-01-01}
evidence: {done: {type: number, min: 0, max: 100}}
criteria:
  - {code: "1", title: Việc, max: 100, score: award done}
"""
THEN = """\
parrules: 1
evidence: vn.merged
round: {year: 2024, from: 2024-01-01, to: 2024-12-31}
bodies: {a: Xã A, b: Xã B, c: Xã C, d: Xã D, e: Xã E}
values: {a: {done: 90}, b: {done: 80}, c: {done: 70}, d: {done: 60}, e: {done: 50}}
"""
NOW = """\
parrules: 1
evidence: vn.merged
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: {ab: Xã AB, d: Xã D, phuong: Phường C, moi: Xã mới}
last: {file: then.yaml, merged: {ab: [a, b], phuong: [c]}, ended: [e]}
values: {ab: {done: 85}, d: {done: 65}, phuong: {done: 75}, moi: {done: 10}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("rules", RULES), ("then", THEN), ("now", NOW)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_rank_changes_against_what_the_body_was(folder: Path) -> None:
    outcome = rank(str(folder / "rules.yaml"), folder / "now.yaml", last=folder / "then.yaml")
    (standing,) = outcome.standings
    changes = {
        row.body: None if row.change is None else (row.change.points, row.change.places) for row in standing.rows
    }
    assert {"ab": None, "phuong": (5, 1), "d": (5, 1), "moi": None} == changes
    assert standing.against is not None
    assert ((Merger("ab", "Xã AB", ("Xã A", "Xã B")),), ("Xã mới",), ("Xã E",)) == (
        standing.against.merged,
        standing.against.new,
        standing.against.gone,
    )


@pytest.mark.parametrize("turned", [False, True], ids=["the later round second", "the later round first"])
def test_compared_are_those_that_are_still_the_same(turned: bool, folder: Path) -> None:
    files = [folder / "then.yaml", folder / "now.yaml"]
    first, second = reversed(files) if turned else files
    outcome = compare(first, second, methodology=[str(folder / "rules.yaml")])
    pairs = {frozenset((one.first.body, one.second.body)): one.change for one in outcome.pairs}
    sign = -1 if turned else 1
    assert {frozenset(("c", "phuong")): 5 * sign, frozenset(("d",)): 5 * sign} == pairs
    assert (Merger("ab", "Xã AB", ("Xã A", "Xã B")),) == outcome.merged
    assert {("Xã E",), ("Xã mới",)} == {outcome.only_first, outcome.only_second}


def test_a_body_that_the_mapping_forgets_is_told(folder: Path) -> None:
    text = NOW.replace(", ended: [e]", "")
    (folder / "now.yaml").write_text(text, encoding="utf-8")
    outcome = rank(str(folder / "rules.yaml"), folder / "now.yaml", last=folder / "then.yaml")
    assert ["EV263"] == [one.code for one in outcome.evaluation.findings]


def test_another_round_than_the_one_that_is_named_is_compared_by_ids(folder: Path) -> None:
    (folder / "older.yaml").write_text(THEN.replace("2024", "2023"), encoding="utf-8")
    rules = RULES.replace("2024-01-01", "2023-01-01")
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    outcome = rank(str(folder / "rules.yaml"), folder / "now.yaml", last=folder / "older.yaml")
    assert outcome.standings[0].against is not None
    assert ((), ("Xã AB", "Phường C", "Xã mới")) == (
        outcome.standings[0].against.merged,
        outcome.standings[0].against.new,
    )
