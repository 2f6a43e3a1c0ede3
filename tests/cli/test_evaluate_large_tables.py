"""`parrules evaluate` with a table that is asked and not read: the same bytes as row by row, and in two processes."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.cli import exits
from parrules.evidence.relations import sources
from parrules.evidence.relations.relation import Relation

RULES = """\
parrules: 1
methodology: a.test
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  dossiers:
    title: Hồ sơ
    id: code
    columns:
      code: {type: text, title: Mã}
      due_on: {type: date, title: Hạn}
      returned_on: {type: date, title: Ngày trả, none: chưa trả}
      fee: {type: money, unit: đồng, title: Phí}
criteria:
  - code: "1"
    title: Trễ hạn
    max: 5
    score: |
      late = count(dossiers where returned_on is none or returned_on > due_on)
      award maximum
      deduct 0.5 per late up to 4
  - code: "2"
    title: Phí
    max: 3
    score: |
      award 0 when mean(fee of dossiers) is none
      otherwise 3 when mean(fee of dossiers) > 9.5
      otherwise 1
  - code: "3"
    title: Từng hồ sơ
    max: 1
    applies: count(dossiers) > 0
    if_not: left_out
    each: dossiers
    combine: mean
    score: |
      award 1 when returned_on is not none
      otherwise 0.25
"""
EVIDENCE = """\
parrules: 1
evidence: a.test
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: bodies.csv
tables: {dossiers: {file: dossiers.csv, complete: yes}}
"""


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with 40 communes, some of whose dossiers lack a cell, where the command is run."""
    rows = [
        f"xa-{at % 39};HS{at};{1 + at % 28:02}/03/2025;{'chưa trả' if at % 7 == 0 else f'{at % 28 + 1}/3/2025'};"
        + ("" if at % 31 == 0 else f"{at % 20},{at % 90 + 10}")
        for at in range(400)
    ]
    files = {
        "rules.yaml": RULES,
        "evidence.yaml": EVIDENCE,
        "bodies.csv": "\n".join(["id,name", *(f"xa-{at},Xã {at}" for at in range(40))]),
        "dossiers.csv": "\n".join(["body;code;due_on;returned_on;fee", *rows]),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("format", ["json", "csv", "ledger", "table"])
def test_the_result_is_the_same_however_the_table_is_read(
    parrules, many: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    command = ("evaluate", "rules.yaml", "evidence.yaml", "--format", format, "--lang", "vi")
    read = parrules(*command, "--workers", "1", "-o", "read.txt")
    monkeypatch.setattr(sources, "LARGEST", -1)
    made: list[int] = []
    plain = Relation.__init__
    monkeypatch.setattr(Relation, "__init__", lambda self, *given: (made.append(1), plain(self, *given))[1])
    asked, beside = (parrules(*command, "--workers", number, "-o", f"{number}.txt") for number in ("1", "2"))
    assert 78 == len(made)  # every body with records, asked twice
    assert (exits.EVIDENCE, "") == (read.code, read.out)
    assert (read.code, asked.code) == (asked.code, beside.code)
    assert asked.err == beside.err
    assert (many / "read.txt").read_bytes() == (many / "1.txt").read_bytes() == (many / "2.txt").read_bytes()
