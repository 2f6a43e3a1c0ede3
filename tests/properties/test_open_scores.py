"""While evidence is missing, a score is the interval in which it must lie, whatever is handed in later."""

from __future__ import annotations

from random import Random

import pytest

from oracles.generate_programs import Author
from oracles.generate_world import Said, complete, with_something_missing, world
from oracles.generated import Ready, ready
from parrules.scoring.sheet import Line
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

PROGRAMS, CHUNKS, WORLDS, COMPLETIONS = 800, 8, 8, 12


def may_come_to(line: Line, score: Exact | Range | None) -> bool:
    """Whether an open line may still come to a score; None where the criterion is left out."""
    if score is None:
        return line.score is None or line.status == "open"
    assert not isinstance(score, Range)
    if not isinstance(line.score, Range):
        return line.score == score
    low, high = line.score.low, line.score.high
    above = low is None or score > low or (score == low and not line.score.low_open)
    below = high is None or score < high or (score == high and not line.score.high_open)
    return above and below and not (line.score.whole and score.denominator != 1)


def first_beyond(one: Ready, partly: Said, random: Random, completions: int) -> str | None:
    """A completion of the evidence whose score the open line does not contain."""
    line = one.line(partly)
    for _ in range(completions):
        said = complete(one.world, random, partly)
        score = one.line(said).score
        if not may_come_to(line, score):
            return f"{one.criterion}\n{partly}\n{line.score} {line.status} does not contain {score} of\n{said}"
    return None


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_an_open_score_contains_that_of_every_completion(chunk: int) -> None:
    accepted = number = 0
    while accepted < PROGRAMS // CHUNKS:
        number += 1
        random = Random(f"open {chunk} {number}")
        here = world(random.randrange(WORLDS))
        one = ready(here, Author(random).criterion())
        if isinstance(one, Ready):
            accepted += 1
            for _ in range(2):
                partly = with_something_missing(complete(here, random), random)
                assert first_beyond(one, partly, random, COMPLETIONS) is None
