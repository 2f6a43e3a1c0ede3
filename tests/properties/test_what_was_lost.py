# ruff: noqa: SIM300  (expected first, then actual)
"""Scores lie within their bounds, and what was lost adds up, criterion by criterion."""

from __future__ import annotations

from random import Random

import pytest

from oracles.generate_trees import marks_for, tree_of_criteria
from oracles.generate_world import complete, world
from parrules.scoring.sheet import Line, Sheet

TREES, CHUNKS, WORLDS = 1200, 4, 8


def sum_of_losses_is_wrong(line: Line) -> bool:
    return sum(loss.amount for loss in line.lost) != line.applicable - line.score  # type: ignore[operator]


def entries_run_astray(line: Line) -> bool:
    """Whether the entries of a ledger do not add up to its score."""
    return sum(entry.amount for entry in line.entries) != line.score  # type: ignore[misc]


def wrong(sheet: Sheet) -> list[Line]:
    """The lines of a complete sheet in which something does not add up, or stands beyond its bounds."""
    return [
        line
        for line in sheet.lines
        if line.status != "left_out"
        and (
            not line.minimum <= line.score <= line.maximum  # type: ignore[operator]
            or sum_of_losses_is_wrong(line)
            or (line.status == "scored" and entries_run_astray(line))
        )
    ]


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_scores_lie_within_bounds_and_losses_add_up(chunk: int) -> None:
    for number in range(TREES // CHUNKS):
        random = Random(f"lost {chunk} {number}")
        here = world(random.randrange(WORLDS))
        tree = tree_of_criteria(here, random)
        for _ in range(3):
            said = complete(here, random)
            sheet = tree.sheet(said, marks_for(tree, random, {}))
            assert [] == wrong(sheet), said
            bounds = tree.prepared.plan.methodology.total
            if sheet.total is not None:
                assert bounds.minimum <= sheet.total  # type: ignore[operator]
                assert bounds.maximum is None or sheet.total <= bounds.maximum  # type: ignore[operator]
