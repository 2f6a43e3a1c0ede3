"""Processes that score beside each other: when one dies, when we stop, when one makes a mistake of ours."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from api.test_round_scoring import bodies
from parrules.api import workers as beside
from parrules.api.round_scoring import RoundScoring, Wanted
from parrules.api.scorer import Scorer, WorkerGone, number_of_workers, without_bodies
from parrules.api.workers import AT_ONCE, WorkerFailed, Workers
from parrules.report.layouts import ReceiptLayout
from parrules.scoring.score import prepare
from parrules.scoring.sheet import Sheet
from parrules.text.files import write_pieces
from standing.small_round import RULES, planned, round_of

MANY = bodies(12 * AT_ONCE)


@dataclass(frozen=True)
class Mistaken(ReceiptLayout):
    """A layout with a mistake of ours in it."""

    def criteria(self, sheet: Sheet) -> str:
        return sheet.lines[99].code


def scorer(layout: ReceiptLayout) -> Scorer:
    wanted = frozenset(one.id for one in MANY)
    return Scorer(prepare(planned(RULES)), without_bodies(round_of(MANY)), {}, (), wanted, layout, "totals", "totals")


def test_a_worker_that_dies_is_known_at_once() -> None:
    with Workers(2, scorer(ReceiptLayout())) as workers:
        scored = workers.score(MANY)
        assert "b0" == next(scored).sheet.body
        for process in workers.processes:
            process.kill()
        with pytest.raises(WorkerGone):
            list(scored)


def test_a_worker_that_is_gone_before_it_starts_is_known_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "work", print)  # a process that ends without listening
    with pytest.raises(WorkerGone), Workers(2, scorer(ReceiptLayout())) as workers:
        list(workers.score(MANY))


def test_a_mistake_of_ours_comes_back_with_its_traceback() -> None:
    with Workers(1, scorer(Mistaken())) as workers, pytest.raises(WorkerFailed, match="IndexError") as failed:
        list(workers.score(MANY))
    assert "in criteria" in failed.value.__notes__[0]


def test_no_more_is_scored_than_is_asked_for_soon() -> None:
    handed: list[str] = []

    def some() -> Iterator[object]:
        for one in MANY:
            handed.append(one.id)
            yield one

    with Workers(1, scorer(ReceiptLayout())) as workers:
        assert ["b0", "b1"] == [one.sheet.body for one in islice(workers.score(some()), 2)]  # type: ignore[arg-type]
    assert len(handed) <= 5 * AT_ONCE


def test_an_interrupt_leaves_the_old_file_and_no_process(tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("as it was", encoding="utf-8")
    round_ = round_of(MANY)

    def told(done: int, of: int) -> None:
        if done == AT_ONCE + 1:
            raise KeyboardInterrupt

    scoring = RoundScoring(planned(RULES), round_, round_.bodies, (), Wanted(ReceiptLayout(), "totals", 2, told))
    with pytest.raises(KeyboardInterrupt):
        write_pieces(tmp_path / "out.json", scoring.pieces())
    assert ["out.json"] == [path.name for path in tmp_path.iterdir()]
    assert "as it was" == (tmp_path / "out.json").read_text(encoding="utf-8")


def test_small_rounds_are_scored_in_this_process_alone() -> None:
    assert 1 == number_of_workers(63, 90)
    assert 1 <= number_of_workers(3_321, 100) <= 60
