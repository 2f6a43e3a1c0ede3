"""The interpreter and an evaluator of the author's own constructs come to the same scores, entry by entry."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from oracles.evaluator_oracle import Entry, Evaluator, score
from oracles.generate_programs import Author
from oracles.generate_world import Said, World, complete, world
from oracles.generated import Ready, ready
from parrules.scoring.sheet import Line, Quantity, Reason
from parrules.values.nothing import NONE

PROGRAMS, CHUNKS, WORLDS = 20_000, 20, 8


def ledger(line: Line) -> list[Entry]:
    """The core's entries as the oracle writes them."""
    return [Entry(one.construct, one.amount, one.running, one.row, _said(one.reason)) for one in line.entries]  # type: ignore[arg-type]


def _said(reason: Reason | None) -> tuple[Any, ...] | None:
    return None if reason is None else tuple(_worth(one) for one in reason.parts)


def _worth(part: str | Quantity) -> Any:
    if isinstance(part, str):
        return part
    return None if part.value is NONE else part.value


def agree(one: Ready, said: Said) -> None:
    """The same status, score and entries."""
    line, known = one.line(said), one.known(said)
    applies = one.applies is None or Evaluator(known, one.way.maximum).holds(one.applies, ())
    assert applies == (line.status == "scored"), (one.criterion, said)
    if not applies:
        expected = {"left_out": None, "full": one.way.maximum, "zero": 0}[one.criterion.if_not or ""]
        assert expected == line.score, (one.criterion, said)
        return
    entries = score(one.program, known, one.way)
    assert entries == ledger(line), (one.criterion, said)
    assert (entries[-1].running if entries else 0) == line.score, (one.criterion, said)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_both_evaluators_score_generated_programs_the_same(chunk: int) -> None:
    accepted = number = 0
    while accepted < PROGRAMS // CHUNKS:
        number += 1
        random = Random(f"{chunk} {number}")
        here: World = world(random.randrange(WORLDS))
        one = ready(here, Author(random).criterion())
        if isinstance(one, Ready):
            accepted += 1
            for _ in range(2):
                agree(one, complete(here, random))
    assert accepted > 0.7 * number
