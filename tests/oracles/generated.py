"""A generated criterion through the core's passes, without files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from oracles.evaluator_oracle import Known, Way
from oracles.generate_programs import Criterion
from oracles.generate_world import Said, World, body_of, expression_of, nowhere_in_particular, plain, program_of
from parrules.checks.programs import check_programs
from parrules.methodology import model
from parrules.methodology.checked import check_kinds
from parrules.methodology.trees import Trees
from parrules.plan.from_methodology import plan_of
from parrules.plugins.collect import collect
from parrules.scoring.score import Prepared, prepare, score_body
from parrules.scoring.sheet import Line
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic


@dataclass(frozen=True)
class Ready:
    """A criterion that the core accepted. program, applies and where: its trees, which the oracle walks too."""

    world: World
    criterion: Criterion
    program: tree.Program
    applies: tree.Expression | None
    where: tree.Expression | None
    prepared: Prepared

    def line(self, said: Said) -> Line:
        """What the core makes of it for some evidence."""
        sheet, _ = score_body(self.prepared, *body_of(self.world, said))
        return sheet.lines[0]

    def known(self, said: Said) -> Known:
        """The same evidence for the oracle."""
        evidence = plain(said)
        return Known(evidence.figures, evidence.tables, self.world.formulas)

    @property
    def way(self) -> Way:
        one = self.criterion
        maximum, minimum = Fraction(one.maximum), Fraction(one.minimum)
        return Way(maximum, minimum, one.places, one.table, self.where, one.combine)


def ready(world: World, one: Criterion) -> Ready | tuple[Diagnostic, ...]:
    """The criterion through every pass; or what the passes refuse it for."""
    criterion = model.Criterion(
        code="1",
        title=model.Title("thử"),
        maximum=one.maximum,
        minimum=one.minimum,
        depth=0,
        line=1,
        places=one.places,
        applies=one.applies,
        if_not=one.if_not,  # type: ignore[arg-type]
        score=one.program,
        each=model.Each(one.table, one.where) if one.table else None,
        combine=one.combine,  # type: ignore[arg-type]
    )
    methodology = replace(world.methodology, criteria=(criterion,))
    program = program_of(one.program)
    applies = expression_of(one.applies) if one.applies else None
    where = expression_of(one.where) if one.where else None
    trees = Trees(
        scores={"1": program},
        classes={},
        applies={"1": applies} if applies else {},
        wheres={"1": where} if where else {},
        formulas=world.formulas,
        spans=nowhere_in_particular(["1"]),
    )
    checked, found = check_kinds(methodology, trees, collect().vocabulary)
    if wrong := tuple(each for each in found if each.is_error):
        return wrong
    plan, circles = plan_of(checked)
    if wrong := (*circles, *(each for each in check_programs(checked, plan) if each.is_error)):
        return wrong
    return Ready(world, one, program, applies, where, prepare(plan))
