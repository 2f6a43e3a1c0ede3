"""A round of a whole country: so many communes by 100 criteria, handed in as CSV files, drawn with a fixed seed.

The 90 criteria of `assessment.py`, and a tenth field that reads tables of records and the other communes of the group.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from assessment import RULES, SEED, field_text, rule_text, written

_PROVINCES = 34
_MORE = """  insured: {type: count, better: higher, title: {vi: Người tham gia bảo hiểm}}
  tasks:
    title: {vi: Nhiệm vụ được giao}
    id: number
    columns:
      number: {type: text}
      due_on: {type: date}
      completed_on: {type: date, none: chưa hoàn thành}
      sector: {type: one_of, options: [kinh tế, văn hóa, nội chính]}"""
_SHARE = (
    'r = share(completed_on is not none and completed_on <= due_on of tasks where sector = "SECTOR")\n'
    'award maximum when r is none because "không phát sinh"\notherwise maximum when r >= 90%\notherwise r * maximum'
)
_PROGRAMS = (
    (
        "1",
        "late = count(tasks where completed_on is none or completed_on > due_on)\naward maximum\n"
        'deduct 0.25 per late up to 1 because "{late} nhiệm vụ chậm"',
    ),
    *(("2", _SHARE.replace("SECTOR", sector)) for sector in ("kinh tế", "văn hóa", "nội chính")),
    (
        "1",
        "award maximum\ndeduct 0.5 when count(tasks where completed_on is none) > 2\n"
        "otherwise 0.25 when count(tasks where completed_on is none) > 0",
    ),
    (
        "1.5",
        "average = mean(insured of peers)\naward 1 when insured >= average\notherwise 0.5\n"
        "add 0.5 when rank(insured of peers) <= 10",
    ),
    ("2", "good = people_7 / 40_000\naward maximum when good >= 1\notherwise good * maximum"),
    ("1.5", "award 0.5\nadd 0.25 per full 10_000 of people_2\ncap at maximum"),
    ("1", 'award maximum when score of "10.1" >= 0.5 and score of "10.2" > 0\notherwise 50% * maximum'),
)
"""The maximum and the program of each criterion of the tenth field but the last."""

_EACH = """      - code: "10.10"
        title: {vi: Từng nhiệm vụ đúng hạn}
        max: 2
        basis: qd
        each: tasks
        combine: mean
        applies: count(tasks) > 0
        if_not: full
        score: |
          award 0 when completed_on is none
          otherwise 2 when completed_on <= due_on
          otherwise 1"""


def rule_file() -> str:
    """The 100 criteria as a rule file."""
    tenth = [(f"10.{place}", most, program) for place, (most, program) in enumerate(_PROGRAMS, 1)]
    return rule_text([_MORE], [field_text("10", tenth, more=2) + "\n" + _EACH], peers="group")


def write(folder: Path, bodies: int) -> Path:
    """Writes rules and evidence of so many communes; the evidence file."""
    chance = random.Random(SEED)
    (folder / "vn.benchmark.yaml").write_text(rule_file(), encoding="utf-8", newline="\n")
    (folder / "evidence.yaml").write_text(_EVIDENCE, encoding="utf-8", newline="\n")
    figures = [rule.figure(suffix) for rule in RULES for suffix in rule.pattern.figures]
    lists = {
        "bodies.csv": ["id;name;group", *(_body(number) for number in range(bodies))],
        "values.csv": [";".join(["body", "document", *figures, "insured"])],
        "tasks.csv": ["body;number;due_on;completed_on;sector"],
    }
    for number in range(bodies):
        lists["values.csv"].append(_values(chance, number))
        lists["tasks.csv"] += _tasks(chance, number)
    for name, lines in lists.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return folder / "evidence.yaml"


_EVIDENCE = """parrules: 1
evidence: vn.benchmark
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
bodies: bodies.csv
values: {file: values.csv}
tables:
  tasks: {file: tasks.csv, complete: yes}
"""


def _body(number: int) -> str:
    return f"xa-{number:04};Xã số {number};tỉnh {number % _PROVINCES + 1}"


def _values(chance: random.Random, number: int) -> str:
    drawn = [value for rule in RULES for value in rule.pattern.drawn(chance).values()]
    return ";".join([f"xa-{number:04}", f"{number}/BC-UBND", *map(written, drawn), str(chance.randint(2_000, 30_000))])


def _tasks(chance: random.Random, number: int) -> Iterator[str]:
    for place in range(chance.randint(0, 12)):
        due = date(2025, 1, 1) + timedelta(chance.randint(30, 300))
        done = (due + timedelta(chance.randint(-20, 6))).isoformat() if chance.random() < 0.9 else ""
        sector = chance.choice(("kinh tế", "văn hóa", "nội chính"))
        yield f"xa-{number:04};NV{place + 1};{due.isoformat()};{done};{sector}"
