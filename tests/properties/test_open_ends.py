"""Where each missing figure is read once, the ends of an open score are scores that can really come out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from random import Random
from typing import Any

import pytest

from oracles.generate_programs import Criterion
from oracles.generate_world import END, START, Said, complete, world
from oracles.generated import Ready, ready
from parrules.values.ranges import Range, settled

HERE = world(7)
ENDS: Mapping[str, tuple[Any, Any]] = {
    "r": (0, 1),
    "n": (0, 20),
    "p": (0, 10),
    "z": (-10, 10),
    "planned": (1, 200),
    "signed_on": (START.toordinal(), END.toordinal()),
    "mountain": (False, True),
    "border": (False, True),
}
"""Figures of that world, and the ends of what they can be."""

AMOUNTS: Mapping[str, tuple[str, ...]] = {
    "r": ("r * 4", "7 * (100% - r)", "0.5 per 10% of r", "2 per full 30% of r", "1 when r >= 90%\notherwise 0.5"),
    "n": ("0.1 per n", "0.5 per full 3 of n up to 2", "1 per 5 of n above 3", "2 when n > 3\notherwise 1 when n > 1"),
    "p": ("p", "min(p, 3)", "round(p / 3, 1)", "p below 4", "abs(p)", "max(p, 2) up to 5"),
    "z": ("z above 2", "0.3 per 2 of z above -4", "round_up(max(z, -2), 0) + 2", "3 when z >= 5"),
    "planned": ("100 / planned", "0.1 per 50 of planned", "3 when planned >= 100\notherwise 1"),
    "signed_on": ("0.1 per signed_on above 2025-06-30", "1 when signed_on > 2025-06-30"),
    "mountain": ("1 when mountain\notherwise 3", "2 when not mountain"),
    "border": ("(2 when border otherwise 1)", "2 when mountain or border"),
}


def program(names: list[str], random: Random) -> str:
    """A program in which every figure is read once."""
    lines = [random.choice(("award 5", "award maximum", "award 0"))]
    lines += [f"{random.choice(('add', 'deduct'))} {random.choice(AMOUNTS[name])}" for name in names]
    if random.random() < 0.4:
        lines.insert(random.randrange(1, len(lines) + 1), f"cap at {random.choice((3, 7, 12))}")
    return "\n".join(lines)


def scores_at_the_ends(one: Ready, said: Said, missing: list[str]) -> list[Any]:
    """The score at every combination of the ends of what is missing."""
    found = []
    for ends in product(*(ENDS[name] for name in missing)):
        found.append(one.line(Said({**said.figures, **dict(zip(missing, ends, strict=True))}, said.tables)).score)
    return found


@pytest.mark.parametrize("chunk", range(4))
def test_the_ends_of_an_open_score_are_scores(chunk: int) -> None:
    looked_at = 0
    for number in range(300):
        random = Random(f"ends {chunk} {number}")
        names = random.sample(sorted(ENDS), random.choice((1, 2, 3, 4)))
        criterion = Criterion(program(names, random), 10, random.choice((0, -5)), random.choice((None, 0, 1)))
        one = ready(HERE, criterion)
        if not isinstance(one, Ready):
            continue
        looked_at += 1
        said = complete(HERE, random)
        missing = random.sample(names, random.randrange(1, len(names) + 1))
        if "border" in missing and "mountain" not in names:
            said = Said({**said.figures, "mountain": False}, said.tables)  # it is read beside it
        partly = Said({name: value for name, value in said.figures.items() if name not in missing}, said.tables)
        at_ends = scores_at_the_ends(one, said, missing)
        found = one.line(partly).score
        known = found if isinstance(found, Range) else Range(found, found)
        assert (min(at_ends), max(at_ends)) == (known.low, known.high), (criterion, missing, found, said)
        assert settled(known) == known.low or not (known.low_open or known.high_open), criterion
    assert looked_at > 200
