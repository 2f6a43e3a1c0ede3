"""Criteria inside criteria, from a seed: fields with something left out, shared, rescaled, rounded or held in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from typing import Any

from oracles.generate_world import Said, World, body_of, expression_of, nowhere_in_particular, program_of
from parrules.checks.programs import check_programs
from parrules.evidence.records import Body, Mark, Provenance, Round
from parrules.methodology import model
from parrules.methodology.checked import check_kinds
from parrules.methodology.maxima import reached_by
from parrules.methodology.trees import Trees
from parrules.plan.from_methodology import plan_of
from parrules.plugins.collect import collect
from parrules.scoring.score import Prepared, prepare, score_body
from parrules.scoring.sheet import Sheet
from parrules.values.numbers import exact

PROGRAMS = (
    "award r * maximum",
    "award maximum\ndeduct 0.5 per n\ncap at 1 when border",
    "award maximum when mountain\notherwise 50% * maximum",
    'award maximum\ndeduct 1 when grade < "khá"\notherwise 0.3 when last_year is none',
    "award 0\nadd 0.1 per tasks_late up to 0.5\nadd 1 per 20 of n",
    "award maximum when done / assigned is none\notherwise done / assigned * maximum",
    "award maximum\ndeduct 0.25 per count(tasks where urgent)",
)
ASKED = ("mountain", "not border", "n > 3", "r >= 50%", "count(tasks) > 0", 'grade >= "khá"')
LATE = "tasks_late = count(tasks where done_on is none or done_on > due_on)\n"


@dataclass(frozen=True)
class Tree:
    """A methodology that the core accepted, with the world that its evidence comes from."""

    world: World
    prepared: Prepared

    def handed(self, said: Said, marks: dict[str, Any]) -> tuple[Round, Body]:
        """Evidence with marks for what is judged."""
        round_, body = body_of(self.world, said)
        return round_, replace(body, marks={code: Mark(mark, "", Provenance()) for code, mark in marks.items()})

    def sheet(self, said: Said, marks: dict[str, Any]) -> Sheet:
        return score_body(self.prepared, *self.handed(said, marks))[0]

    def judged(self) -> list[model.Criterion]:
        return [one for one in self.prepared.plan.methodology.every_criterion() if one.judged is not None]


def marks_for(tree: Tree, random: Random, known: dict[str, Any]) -> dict[str, Any]:
    """A mark for everything that is judged; those that are known stay."""
    given = {
        one.code: random.choice((one.minimum, one.maximum, exact(Fraction(one.maximum + one.minimum, 3))))
        for one in tree.judged()
    }
    return {**given, **known}


def tree_of_criteria(world: World, random: Random) -> Tree:
    """A methodology of a few fields."""
    criteria = tuple(_criterion(str(number), 0, random) for number in range(1, random.choice((2, 3, 4))))
    places = random.choice((None, 0, 2))
    total = model.Total(random.choice((0, -5)), random.choice((None, 100, 10)), places)
    methodology = replace(world.methodology, criteria=criteria, total=total)
    every = methodology.every_criterion()
    trees = Trees(
        scores={one.code: program_of(one.score) for one in every if one.score},
        classes={},
        applies={one.code: expression_of(one.applies) for one in every if one.applies},
        wheres={},
        formulas=world.formulas,
        spans=nowhere_in_particular([one.code for one in every]),
    )
    checked, found = check_kinds(methodology, trees, collect().vocabulary)
    plan, circles = plan_of(checked)
    wrong = [one for one in (*found, *circles, *check_programs(checked, plan)) if one.is_error]
    assert not wrong, (wrong, [one.score for one in every])
    return Tree(world, prepare(plan))


def _criterion(code: str, depth: int, random: Random) -> model.Criterion:
    applies = random.choice(ASKED) if random.random() < 0.3 else None
    if_not = random.choice(("left_out", "left_out", "full", "zero", "shared" if depth else "left_out"))
    outside = random.random() < 0.1
    one = model.Criterion(
        code=code,
        title=model.Title(code),
        maximum=random.choice((1, 2, 5, 10, Fraction(5, 2))),
        minimum=random.choice((0, 0, 0, -2)),
        depth=depth,
        line=1,
        applies=applies,
        if_not=if_not if applies else None,  # type: ignore[arg-type]
        places=random.choice((None, None, 0, 2)),
        weight=random.choice((1, 1, 1, 2, Fraction(1, 3))),
        outside_scale=outside,
    )
    if depth < 2 and random.random() < 0.55:
        return _field(one, random)
    if random.random() < 0.15:
        return replace(one, judged=model.Judged("người chấm"))
    program = random.choice(PROGRAMS)
    waits = 'add 0.1 when score of "1" is not none and score of "1" > 1' if code not in ("1", "") else ""
    program = (LATE if "tasks_late" in program else "") + program
    return replace(one, score=program if code.startswith("1") or random.random() < 0.8 else f"{program}\n{waits}")


def _field(one: model.Criterion, random: Random) -> model.Criterion:
    children = tuple(
        _criterion(f"{one.code}.{number}", one.depth + 1, random) for number in range(1, random.choice((2, 3, 4)))
    )
    combine = random.choice(("sum", "sum", "sum", "mean", "highest", "lowest"))
    reached = reached_by(children, combine)
    rescale = random.choice((None, None, 10)) if combine == "sum" else None
    maximum = one.maximum if reached is None or one.outside_scale else reached
    return replace(
        one,
        children=children,
        combine=combine,  # type: ignore[arg-type]
        maximum=rescale or maximum,
        rescale_to=rescale,
    )
