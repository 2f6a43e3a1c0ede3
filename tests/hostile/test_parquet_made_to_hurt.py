"""Large tables made to hurt, beside figures made to hurt: each ends in findings and a score, never in a traceback."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from parrules.api.verbs import evaluate
from parrules.report.diagnostics import render
from parrules.report.receipt import receipt_text

RULES = """\
parrules: 1
methodology: a.test
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  limit: {type: count, title: Mức}
  dossiers:
    title: Hồ sơ
    columns:
      due: {type: date, title: Hạn}
      fee: {type: number, title: Phí, min: 0, max: 1000}
      office: {type: text, title: Nơi nhận}
criteria:
  - code: "1"
    title: Một
    max: 5
    score: |
      award 5 when count(dossiers where fee > 1 and due < period_end) >= limit
      otherwise 2 when count(dossiers where office = "x'; DROP TABLE dossiers") > 0
      otherwise 1
"""
EVIDENCE = """\
parrules: 1
evidence: a.test
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: {a: A, b: B, "c' OR 1=1 --": C}
tables: {dossiers: {file: d.parquet, complete: yes}}
values:
  a: {limit: 3}
  b: {limit: 1e999}
"""
ROW = {"body": "'a'", "due": "DATE '2025-01-02'", "fee": "1.5::DECIMAL(9,2)", "office": "'o'"}


def found(folder: Path, **cells: str) -> set[str]:
    """The codes of what is found where three rows have these cells, but for that of `limit` of b."""
    columns = ", ".join(f'{cell} AS "{name}"' for name, cell in {**ROW, **cells}.items())
    duckdb.connect().execute(f"COPY (SELECT {columns} FROM range(3)) TO '{folder / 'd.parquet'}' (FORMAT parquet)")
    return evaluated(folder)


def evaluated(folder: Path) -> set[str]:
    for name, text in (("rules.yaml", RULES), ("evidence.yaml", EVIDENCE)):
        (folder / name).write_text(text, encoding="utf-8")
    made = evaluate(str(folder / "rules.yaml"), folder / "evidence.yaml")
    assert ("a", "b", "c' OR 1=1 --") == tuple(sheet.body for sheet in made.sheets), made.diagnostics
    for language in ("vi", "en"):
        assert render(made.findings, language)  # type: ignore[arg-type]
    assert receipt_text(made.sheets)
    return {one.code for one in made.findings} - {"EV105", "PR067"}


@pytest.mark.parametrize(
    ("expected", "column", "cell"),
    [
        pytest.param("EV504", "fee", "'nan'::DOUBLE", id="a number that is none"),
        pytest.param("EV504", "fee", "'inf'::DOUBLE", id="a number without end"),
        pytest.param("EV504", "fee", f"{'9' * 38}::HUGEINT", id="a number of very many digits"),
        pytest.param("EV505", "fee", "{'a': 1}", id="a record in a cell"),
        pytest.param("EV505", "office", "MAP {'a': 1}", id="a map in a cell"),
        pytest.param("EV505", "office", "'\\xAA\\x00'::BLOB", id="bytes in a cell"),
        pytest.param("EV111", "due", "'infinity'::DATE", id="a day at the end of time"),
        pytest.param("EV111", "due", "DATE '0044-03-15 (BC)'", id="a day before our era"),
        pytest.param("EV111", "due", "DATE '294000-01-01'", id="a day very far away"),
        pytest.param("EV111", "due", "TIMESTAMPTZ '2025-01-02 03:04:05+07'", id="a moment for a day"),
        pytest.param("EV112", "due", "'31/02/2025'", id="a day that no calendar has"),
        pytest.param("EV148", "body", "'a'' OR 1=1 --'", id="a body that is a query"),
        pytest.param("EV117", "fee", "-1", id="a number below its least"),
        pytest.param(None, "office", "chr(0)", id="a character of nothing"),
        pytest.param(None, "office", "chr(8238) || 'x'", id="letters from right to left"),
        pytest.param(None, "office", "repeat('x', 1000000)", id="a text of a million letters"),
        pytest.param("EV153", 'x"; DROP TABLE dossiers', "1", id="a column that is a command"),
    ],
)
def test_any_cell_of_a_large_table_ends_in_words(expected: str | None, column: str, cell: str, tmp_path: Path) -> None:
    if '"' in column:
        column = column.replace('"', '""')
    assert ({expected} if expected else set()) == found(tmp_path, **{column: cell})


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda whole: whole[: len(whole) // 2], id="cut in half"),
        pytest.param(lambda whole: whole[:-8], id="without its end"),
        pytest.param(lambda whole: b"", id="empty"),
        pytest.param(lambda whole: b"body,fee\na,1\n", id="another kind of file"),
        pytest.param(lambda whole: b"PAR1" * 4, id="its mark alone"),
        pytest.param(lambda whole: whole[:40] + bytes(255 - one for one in whole[40:90]) + whole[90:], id="turned"),
    ],
)
def test_a_large_table_that_is_no_longer_one_ends_in_words(harm: Callable[[bytes], bytes], tmp_path: Path) -> None:
    found(tmp_path)
    file = tmp_path / "d.parquet"
    file.write_bytes(harm(file.read_bytes()))
    assert evaluated(tmp_path) & {"EV502", "EV503"}
