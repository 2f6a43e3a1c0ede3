"""What is shown of the records behind a score."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from parrules.report.behind import behind_lines
from parrules.scoring.sheet import Line, RecordBehind, RecordsBehind

WORDS = "count(tasks where completed_on is none)"


def shown(total: int) -> list[tuple[int, str]]:
    records = tuple(RecordBehind(f"N{at}", at, 1) for at in range(1, min(total, 20) + 1))
    behind = RecordsBehind("tasks", "count", total, records, "late", WORDS)
    return behind_lines(Line("1", "Một", "One", 1, 5, 0, 5, "scored", 5, behind=(behind,)), "en")


def test_what_was_asked_for_stands_below_records_of_which_not_all_are_shown() -> None:
    (heading, more) = shown(301)
    assert (1, WORDS) == more
    assert heading[1].startswith("late: 301 records of tasks: N1, N2, ")
    assert heading[1].endswith("N20, and 281 more")


def test_records_that_are_all_shown_need_no_words() -> None:
    assert [0] == [deep for deep, _ in shown(20)]
