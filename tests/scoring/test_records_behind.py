"""The records behind a score: those that counted, and of each record that was scored its own ledger."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import datetime
from collections.abc import Sequence

from parrules.api.load import read
from parrules.evidence.records import Body, Provenance, Record, Records, Round
from parrules.report.behind import behind_lines
from parrules.report.ledger import ledger
from parrules.report.receipt import receipt_text
from parrules.scoring.score import prepare, score_body
from parrules.scoring.sheet import Line, Sheet
from parrules.text.source import Source

RULES = """\
parrules: 1
methodology: a.test
edition: "1"
title: Thử
fidelity: illustrative
valid: {from: 2025-01-01}
evidence:
  tasks:
    title: Nhiệm vụ
    columns: {days: {type: count, title: Số ngày}}
criteria:
"""
COUNTED = """\
  - code: "1"
    title: Đúng hạn
    max: 10
    note: Luật không nói rõ ngày.
    score: |
      late = count(tasks where days > 5)
      award maximum
      deduct 0.5 per late
"""
EACH = """\
  - code: "1"
    title: Từng việc
    max: 2
    each: tasks
    combine: sum
    score: |
      award 2
      deduct 1 when days > 5
"""
SHARED = """\
  - {code: "1", title: Một, max: 4, applies: count(tasks) > 0, if_not: shared, score: award 4}
  - {code: "2", title: Hai, max: 2, score: award 2}
  - {code: "3", title: Ba, max: 2, score: award 1}
"""


def sheet_of(criteria: str, days: Sequence[int], id: str = "T") -> Sheet:
    """The sheet of a body with a task for each number of days."""
    plan = read(Source("a.yaml", RULES + criteria), "a.yaml").plan
    assert plan is not None
    records = tuple(Record({"days": one}, row, f"{id}{row}" if id else "") for row, one in enumerate(days, start=1))
    body = Body("a", "A", tables={"tasks": Records(records, Provenance())})
    start, end = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
    return score_body(prepare(plan), Round("a.test", "1", 2025, start, end, "self", (body,)), body)[0]


def first(criteria: str, days: Sequence[int], id: str = "T") -> Line:
    return sheet_of(criteria, days, id).lines[0]


def test_a_count_names_the_records_that_counted() -> None:
    (found,) = first(COUNTED, [3, 9, 7, 5]).behind
    assert ("tasks", "count", "late", 2, ["T2", "T3"]) == (
        *(found.table, found.way, found.name, found.total),
        [one.id for one in found.records],
    )


def test_where_nothing_counted_nothing_is_listed() -> None:
    assert () == first(COUNTED, [1, 2]).behind


def test_a_record_without_an_id_is_told_by_its_row() -> None:
    assert [(0, "late: 1 record of Nhiệm vụ: row 2")] == behind_lines(first(COUNTED, [1, 9], ""), "en")


def test_each_record_has_its_score_and_its_ledger() -> None:
    (found,) = first(EACH, [3, 9]).behind
    assert ("each", 2) == (found.way, found.total)
    assert [("T1", 2, [2]), ("T2", 1, [2, -1])] == [
        (one.id, one.worth, [entry.amount for entry in one.entries]) for one in found.records
    ]


def test_twenty_are_shown_and_the_others_are_counted() -> None:
    lines = behind_lines(first(COUNTED, [9] * 25), "en")
    assert lines[0][1].startswith("late: 25 records of Nhiệm vụ: T1, T2, ")
    assert lines[0][1].endswith("T20, and 5 more")
    assert 22 == len(behind_lines(first(EACH, [9] * 25), "en"))


def test_a_receipt_has_a_thousand_and_says_how_many_are_left_out() -> None:
    sheet = sheet_of(COUNTED, [9] * 1003)
    (found,) = sheet.lines[0].behind
    assert (1003, 1000, 3) == (found.total, len(found.records), found.left_out)
    assert '"left_out": 3' in receipt_text([sheet])


def test_a_note_stands_in_the_ledger() -> None:
    assert "Note: Luật không nói rõ ngày." in ledger(first(COUNTED, [9]), "en")


def test_what_does_not_apply_says_when_it_would_and_where_its_points_went() -> None:
    line = first(SHARED, [])
    assert ("left_out", "count(tasks) > 0", ("2", "3")) == (line.status, line.applies, line.shared_among)
    shown = ledger(line, "en")
    assert "Applies only where: `count(tasks) > 0`" in shown
    assert "Its maximum of 4 was divided among: 2, 3." in shown
