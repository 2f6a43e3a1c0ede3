"""A program that passes the checks is scored on any evidence that its declarations allow: nothing is raised."""

from __future__ import annotations

from random import Random

import pytest

from oracles.generate_programs import Author
from oracles.generate_world import complete, with_something_missing, world
from oracles.generated import Ready, ready
from parrules.values.ranges import Range

PROGRAMS, CHUNKS, WORLDS, RISK = 1000, 4, 8, 0.3


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_what_the_checks_accept_is_scored_within_its_bounds(chunk: int) -> None:
    accepted = 0
    for number in range(PROGRAMS // CHUNKS):
        random = Random(f"checked {chunk} {number}")
        here = world(random.randrange(WORLDS))
        one = ready(here, Author(random, RISK).criterion())
        if not isinstance(one, Ready):
            continue
        accepted += 1
        for _ in range(4):
            said = complete(here, random)
            for score in (one.line(said).score, one.line(with_something_missing(said, random)).score):
                low, high = (score.low, score.high) if isinstance(score, Range) else (score, score)
                assert low is None or high is None or one.way.minimum <= low <= high <= one.way.maximum
                assert (low is None) == (high is None) == (score is None)
    assert accepted > PROGRAMS // CHUNKS // 4
