"""Ten million dossiers of 34 provinces in a Parquet file: scored by parrules, beside the same queries by hand.

    python benchmarks/large_tables.py [millions [rounds]]

Says seconds by the clock and of the processors, and the most memory, and tests that both come to the same figures. A
busy machine makes the clock of little worth; processor time is what to compare then.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import duckdb
from measuring import table

RULES = """\
parrules: 1
methodology: a.benchmark
edition: "2025"
title: Dossiers of provinces
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  dossiers:
    title: Dossiers
    id: code
    columns:
      code: {type: text, title: Code}
      due_on: {type: date, title: Due on}
      returned_on: {type: date, title: Returned on, none: not returned}
      fee: {type: money, unit: đồng, title: Fee, min: 0}
      online: {type: yes_no, title: Handed in online}
criteria:
  - code: "1"
    title: Late dossiers
    max: 10
    score: |
      late = count(dossiers where returned_on is none or returned_on > due_on)
      award maximum
      deduct 0.00001 per late up to 5
  - code: "2"
    title: Dossiers online
    max: 5
    score: |
      part = share(online of dossiers where due_on <= period_end)
      award 0 when part is none
      otherwise part * maximum
  - code: "3"
    title: Fees
    max: 3
    score: |
      collected = sum(fee of dossiers where returned_on is not none)
      award 3 when collected > 1_000_000 otherwise 1
"""
PROVINCES = 34
MADE = """
COPY (
    SELECT 'p' || lpad((hash(i) % {provinces})::VARCHAR, 2, '0') AS body, 'HS' || i AS code,
           DATE '2025-01-01' + ((i * 7919) % 330)::INTEGER AS due_on,
           CASE WHEN i % 17 = 0 THEN NULL ELSE DATE '2025-01-01' + ((i * 104729) % 340)::INTEGER END AS returned_on,
           (((i * 31) % 1000) / 100)::DECIMAL(18, 2) AS fee, i % 3 = 0 AS online
    FROM range({rows}) AS t(i)
) TO '{path}' (FORMAT parquet)
"""
BY_HAND = (
    "SELECT body, count(*) FROM '{path}' WHERE returned_on IS NULL OR returned_on > due_on GROUP BY body",
    "SELECT body, count(*), count(*) FILTER (WHERE online) FROM '{path}' WHERE due_on <= DATE '2025-12-31' "
    "GROUP BY body",
    "SELECT body, sum(fee) FROM '{path}' WHERE returned_on IS NOT NULL GROUP BY body",
)
"""The figures alone."""
_NUMBERED = "read_parquet('{path}', file_row_number = true)"
WITH_FIRST = tuple(
    one.replace(
        " FROM '{path}'", f", min(file_row_number, 20){those} FROM read_parquet('{{path}}', file_row_number = true)"
    )
    for one, those in zip(BY_HAND, ("", " FILTER (WHERE online)", " FILTER (WHERE fee <> 0)"), strict=True)
)
"""The figures, and the first 20 records behind each, as a receipt names them."""
_CHILD = """
import json, resource, sys, time
began = time.perf_counter()
{work}
used = resource.getrusage(resource.RUSAGE_SELF)
times = [time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]
print(json.dumps({{"times": times, "figures": figures, "more": more}}))
"""
_HAND = """
import duckdb
connection = duckdb.connect(config={{"threads": 2}})
connection.execute("SET enable_progress_bar = false")
begun = time.process_time()
figures = [[[str(cell) for cell in row] for row in sorted(connection.execute(one).fetchall())] for one in {queries!r}]
more = [time.process_time() - begun]
"""
_PARRULES = """
from parrules.api.verbs import evaluate
from parrules.evidence.relations import large_table
asked, plain = [0.0], large_table.LargeTable._asked_for
def timed(self, question, body):
    begun = time.process_time()
    found = plain(self, question, body)
    asked[0] += time.process_time() - begun
    return found
large_table.LargeTable._asked_for = timed
scored = evaluate({rules!r}, {evidence!r})
figures = [{{one.role: str(one.value) for line in sheet.lines for one in line.named}} for sheet in scored.sheets]
more = asked
"""


def made(folder: Path, rows: int) -> None:
    path = (folder / "dossiers.parquet").as_posix()
    duckdb.connect().execute(MADE.format(provinces=PROVINCES, rows=rows, path=path))
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
    bodies = "".join(f"  p{at:02}: Tỉnh {at}\n" for at in range(PROVINCES))
    head = "parrules: 1\nevidence: a.benchmark\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\nbodies:\n"
    tables = "tables: {dossiers: {file: dossiers.parquet, complete: yes}}\n"
    (folder / "evidence.yaml").write_text(head + bodies + tables, encoding="utf-8")


def run(work: str) -> dict[str, list[float]]:
    """The times of one piece of work in a process of its own."""
    child = subprocess.run(
        [sys.executable, "-c", _CHILD.format(work=work)], check=True, capture_output=True, text=True, env={**os.environ}
    )
    found: dict[str, list[float]] = json.loads(child.stdout)
    return found


def command(folder: Path) -> float:
    """Seconds by the clock of the whole command, as a user gives it."""
    began = time.perf_counter()
    files = [str(folder / "rules.yaml"), str(folder / "evidence.yaml")]
    begin = "from parrules.cli.main import run; run()"
    subprocess.run([sys.executable, "-c", begin, "evaluate", *files], check=True, capture_output=True)
    return time.perf_counter() - began


def same(by_hand: list[list[list[str]]], ours: list[dict[str, str]]) -> bool:
    """Whether the figures of every province are the same."""
    from fractions import Fraction

    late, online, fees = by_hand
    expected = [
        (Fraction(one[1]), Fraction(two[2]) / Fraction(two[1]), Fraction(three[1]))
        for one, two, three in zip(late, online, fees, strict=True)
    ]
    return expected == [tuple(Fraction(one[name]) for name in ("late", "part", "collected")) for one in ours]


def main(millions: int, rounds: int) -> None:
    say: Callable[[str], object] = sys.stdout.write
    with TemporaryDirectory() as name:
        folder = Path(name)
        made(folder, millions * 1_000_000)
        path = (folder / "dossiers.parquet").as_posix()
        alone, first = (_HAND.format(queries=[one.format(path=path) for one in by]) for by in (BY_HAND, WITH_FIRST))
        our_work = _PARRULES.format(rules=str(folder / "rules.yaml"), evidence=str(folder / "evidence.yaml"))
        turns = [(run(alone), run(first), run(our_work)) for _ in range(rounds)]
        commands = [command(folder) for _ in range(rounds)]
    if not all(same(one["figures"], two["figures"]) for one, _, two in turns):  # type: ignore[arg-type]
        raise SystemExit("the figures differ")
    rows = []
    for at, called in enumerate(("DuckDB by hand, figures alone", "DuckDB by hand, with 20 records", "parrules")):
        clock, used, memory = (median(turn[at]["times"][part] for turn in turns) for part in range(3))
        asked = median(turn[at]["more"][0] for turn in turns)
        rows.append((called, f"{clock:.2f} s", f"{used:.2f} s", f"{asked:.2f} s", f"{memory:.0f} MB"))
    say(f"{millions} million records, {PROVINCES} bodies, {rounds} rounds, {os.cpu_count()} processors\n\n")
    say(table(("the same figures", "clock", "processors", "of it aggregates", "memory"), rows))
    ratios = [median(turn[2]["more"][0] / turn[at]["more"][0] for turn in turns) for at in (0, 1)]
    say(f"\naggregates: {ratios[0]:.2f} x the figures alone, {ratios[1]:.2f} x with the records behind them\n")
    say(f"whole command: {median(commands):.2f} s by the clock\n")


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]]
    main(*(numbers + [10, 3][len(numbers) :]))
