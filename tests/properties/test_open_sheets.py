# ruff: noqa: SIM300  (expected first, then actual)
"""While evidence is missing, every line, the total and the index of a sheet lie where they may still come to."""

from __future__ import annotations

from random import Random

import pytest

from oracles.generate_trees import marks_for, tree_of_criteria
from oracles.generate_world import complete, with_something_missing, world
from parrules.scoring.sheet import Sheet
from parrules.values.amounts import Number
from parrules.values.ranges import Range

TREES, CHUNKS, WORLDS, COMPLETIONS = 300, 4, 8, 8


def contains(known: Number | None, exact: Number | None) -> bool:
    """Whether what is known holds a number; what is left out in the end may have been anything."""
    if exact is None or not isinstance(known, Range):
        return exact is None or known == exact
    assert not isinstance(exact, Range)
    above = known.low is None or exact > known.low or (exact == known.low and not known.low_open)
    below = known.high is None or exact < known.high or (exact == known.high and not known.high_open)
    return above and below and not (known.whole and exact.denominator != 1)


def beyond(opened: Sheet, closed: Sheet) -> list[str]:
    """What of a complete sheet is not where the open one says that it must lie."""
    found = []
    for known, exact in zip(opened.lines, closed.lines, strict=True):
        if known.status != "open" and exact.status == "left_out" and known.status != "left_out":
            found.append(f"{exact.code} is left out after all")
        if not contains(known.score, exact.score):
            found.append(f"{exact.code}: {known.score} does not contain {exact.score}")
        if exact.score is not None and not contains(known.applicable, exact.applicable):
            found.append(f"{exact.code}: {known.applicable} applicable, not {exact.applicable}")
    if not contains(opened.total, closed.total):
        found.append(f"total: {opened.total} does not contain {closed.total}")
    if not contains(opened.index, closed.index):
        found.append(f"index: {opened.index} does not contain {closed.index}")
    return found


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_an_open_sheet_contains_that_of_every_completion(chunk: int) -> None:
    for number in range(TREES // CHUNKS):
        random = Random(f"sheets {chunk} {number}")
        here = world(random.randrange(WORLDS))
        tree = tree_of_criteria(here, random)
        for _ in range(2):
            partly = with_something_missing(complete(here, random), random)
            some = {code: mark for code, mark in marks_for(tree, random, {}).items() if random.random() < 0.5}
            opened = tree.sheet(partly, some)
            for _ in range(COMPLETIONS):
                said = complete(here, random, partly)
                assert [] == beyond(opened, tree.sheet(said, marks_for(tree, random, some))), (partly, said)
