"""From the checked model to a plan: each program as core operators, and the order in which criteria are scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from parrules.constructs import per, up_to
from parrules.methodology.checked import Checked, formulas_in_order
from parrules.methodology.kind_slips import at_start, before
from parrules.methodology.model import Criterion
from parrules.methodology.naming_mistakes import circle
from parrules.methodology.scope import BODIES
from parrules.operators import expressions as op
from parrules.operators.last_round import in_last_round
from parrules.operators.ledger import Because, Limit, Part, Post, Program, Row
from parrules.operators.walk import every, every_in
from parrules.plan.lowering import Lowering
from parrules.plan.operators import figures_of_last_round
from parrules.plan.plan import Plan, PlannedCriterion
from parrules.plan.standings import class_of_classes, planned_quotas, ranked_where
from parrules.syntax import tree
from parrules.syntax.quoted import QUOTED
from parrules.text.diagnostic import Diagnostic
from parrules.values.kinds import NUMBER


def plan_of(checked: Checked) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan; and diagnostics where criteria, or classes, wait for each other in a circle."""
    methodology = checked.methodology
    criteria = methodology.every_criterion()
    planned = tuple(_criterion(checked, criterion) for criterion in criteria)
    order, found = _order(checked, criteria, planned)
    applies = checked.trees.applies.get("")
    classes = checked.trees.classes.get("")
    plan = Plan(
        methodology,
        planned,
        order,
        Lowering(checked).of(applies) if applies is not None else None,
        _program(checked, classes, Lowering(checked)) if classes is not None else None,
    )
    formulas = tuple(Lowering(checked).named(name) for name in formulas_in_order(methodology.figures, checked.trees))
    in_class = plan.classes is not None and _reads_bodies(every_in(plan.classes))
    operators = [one for each in planned for one in _operators_of(each)]
    operators += every_in(plan.classes) if plan.classes is not None else ()
    quotas, unrounded = planned_quotas(checked)
    ranked = ranked_where(checked)
    operators += [
        one for each in (*(quota.at_most for quota in quotas), ranked) if each is not None for one in every(each)
    ]
    formulas = _wanted(formulas, operators)
    reads = _reads_bodies(operators) or bool(formulas) or bool(quotas)
    plan = replace(plan, formulas=formulas, reads_bodies=reads, class_reads_bodies=in_class)
    plan = replace(plan, quotas=quotas, ranked=ranked)
    plan = replace(plan, lasts=figures_of_last_round(plan))
    return plan, (*found, *unrounded, *class_of_classes(checked, plan.classes))


def _wanted(formulas: tuple[op.Named, ...], operators: list[op.Operator]) -> tuple[op.Named, ...]:
    """The formulas that some program looks up for other bodies, and those that they look up."""
    wanted = _columns_of_bodies(operators)
    kept: list[op.Named] = []
    for formula in reversed(formulas):
        if formula.name in wanted:
            kept.append(formula)
            wanted |= _columns_of_bodies(every(formula.value))
    return tuple(reversed(kept))


def _columns_of_bodies(operators: Iterable[op.Operator]) -> set[str]:
    return {
        inner.name
        for one in operators
        if isinstance(one, op.Gather) and one.table in BODIES
        for inner in every(one)
        if isinstance(inner, op.Column)
    }


def _reads_bodies(operators: Iterable[op.Operator]) -> bool:
    return any(isinstance(one, op.Gather) and one.table in BODIES for one in operators)


def _operators_of(planned: PlannedCriterion) -> Iterator[op.Operator]:
    """Every operator of a criterion's programs and conditions."""
    for program in (planned.program, planned.classes):
        yield from every_in(program) if program is not None else ()
    for condition in (planned.applies, planned.where):
        yield from every(condition) if condition is not None else ()


def _criterion(checked: Checked, criterion: Criterion) -> PlannedCriterion:
    trees, code = checked.trees, criterion.code
    score, applies = trees.scores.get(code), trees.applies.get(code)
    where, classes = trees.wheres.get(code), trees.classes.get(code)
    tables = (criterion.each.table,) if criterion.each is not None else ()
    program = _program(checked, score, Lowering(checked, criterion.maximum, tables)) if score is not None else None
    lowered_applies = Lowering(checked).of(applies) if applies is not None else None
    lowered_where = Lowering(checked, tables=tables).of(where) if where is not None else None
    lowered_classes = _program(checked, classes, Lowering(checked)) if classes is not None else None
    operators = [*(every_in(program) if program else ())]
    for one in (lowered_applies, lowered_where):
        operators.extend(every(one) if one is not None else ())
    reads = {each.name for each in operators if isinstance(each, op.Figure)}
    gathered = [each for each in operators if isinstance(each, op.Gather)]
    reads |= {each.table for each in gathered}
    if criterion.each is not None:
        reads.add(criterion.each.table)
    reads |= set(criterion.reads)
    waits_for = {each.code for each in operators if isinstance(each, op.ScoreOf)}
    return PlannedCriterion(
        code,
        program,
        lowered_applies,
        lowered_where,
        lowered_classes,
        _as_declared(checked, reads),
        tuple(sorted(waits_for)),
    )


def _as_declared(checked: Checked, reads: Iterable[str]) -> tuple[str, ...]:
    """Names of evidence in the order in which the methodology declares it."""
    declared = [figure.name for figure in checked.methodology.figures]
    declared += [table.name for table in checked.methodology.tables]
    declared += [in_last_round(figure.name) for figure in checked.methodology.figures]
    wanted = set(reads)
    return tuple(name for name in declared if name in wanted)


def _program(checked: Checked, program: tree.Program, lowering: Lowering) -> Program:
    statements: list[Post | Limit] = []
    for line in program.lines:
        if isinstance(line, tree.Definition):
            lowering.define(line)
            continue
        rows = tuple(_row(_opening(line, place), row, lowering) for place, row in enumerate(line.rows))
        statements.append(checked.vocabulary.statements[line.word].rewrite(rows, line.id))
    return Program(tuple(statements))


def _opening(line: tree.Statement, place: int) -> str:
    """The word that opens a row, as its author spelled it: that of the statement, or the one for another row."""
    said = before(line.rows[place], line.rows[place - 1].span.end) if place else at_start(line.span, line.word)
    return " ".join(said.words.split())


def _row(opening: str, row: tree.Row, lowering: Lowering) -> Row:
    amount = lowering.of(row.amount)
    parts: tuple[Part, ...] = ()
    if row.per is not None:
        amount, parts = per.rewrite(amount, _step(row.per, lowering))
    if row.up_to is not None:
        amount, limit = up_to.rewrite(amount, lowering.of(row.up_to), row.up_to.id)
        parts = (*parts, limit)
    when = lowering.of(row.when) if row.when is not None else None
    because = _because(row.because, lowering) if row.because is not None else None
    return Row(when, amount, because, parts, f"{opening} {_words(row)}", row.span.line, row.id)


def _step(clause: tree.Per, lowering: Lowering) -> per.Step:
    unit = lowering.of(clause.unit) if clause.unit is not None else None
    unit_kind = lowering.kind(clause.unit) if clause.unit is not None else NUMBER
    quantity = lowering.of(clause.quantity)
    return per.Step(unit, unit_kind, quantity, lowering.kind(clause.quantity), clause.full, clause.id)


def _because(text: tree.Text, lowering: Lowering) -> Because:
    """The reason with the quantities that it quotes, in turn."""
    parts: list[str | op.Named] = []
    at = 0
    for match in QUOTED.finditer(text.value):
        if match.start() > at:
            parts.append(text.value[at : match.start()])
        parts.append(lowering.named(match[1].strip()))
        at = match.end()
    if at < len(text.value):
        parts.append(text.value[at:])
    return Because(tuple(parts))


def _words(row: tree.Row) -> str:
    """The row as its author wrote it, on one line, without comments."""
    lines = (line.split("#", 1)[0] if '"' not in line else line for line in row.span.words.splitlines())
    return " ".join(" ".join(lines).split())


def _order(
    checked: Checked, criteria: tuple[Criterion, ...], planned: tuple[PlannedCriterion, ...]
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Each criterion after those that it, or whether it applies, waits for and after its children.

    A circle is reported.
    """
    waits = {one.code: one.waits_for for one in planned}
    for one in criteria:
        for child in one.children:  # where a criterion does not apply, nothing below it does
            waits[child.code] = (*waits[child.code], *waits[one.code])
    needs = {one.code: (*waits[one.code], *(child.code for child in one.children)) for one in criteria}
    try:
        return tuple(TopologicalSorter(needs).static_order()), ()
    except CycleError as cycle:
        codes = tuple(reversed(cycle.args[1]))
        return tuple(needs), (circle(checked.trees.spans[f"criterion:{codes[0]}"], codes),)
