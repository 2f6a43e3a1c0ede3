"""Rules with one thing changed: a threshold, an operator, an amount, a cap, a row. A test ought to notice each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from parrules.methodology.checked import Checked
from parrules.operators import expressions as op
from parrules.operators.ledger import Limit, Program, Row
from parrules.operators.walk import every, every_in, rewritten, rewritten_program
from parrules.plan.plan import Plan, PlannedCriterion
from parrules.syntax.keywords import KEYWORDS, in_spelling
from parrules.syntax.respelling import respelled
from parrules.text.source import Span
from parrules.trials.candidates import operators_in
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact, exact, written

Change = Literal["number", "compared", "joined", "limit_gone", "row_gone", "statement_gone", "amounts", "statements"]
"""What was changed: a number; a comparison; `and` for `or`; a limit (`up to`, `min`, `max`) taken away; a row or a
statement taken away; the amounts of two rows, or two statements, exchanged."""

_LOWEST = op.Constant(0)
_NEAR: dict[op.Comparing, op.Comparing] = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "="}
_NUMBER = re.compile(r"(?P<whole>[0-9][0-9_.]*?)(?:[.,](?P<decimals>[0-9]+))?(?P<percent>%?)")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change to the rules of one criterion (code; empty: the classes of the whole), or to a parameter, of the first
    criterion that reads it.

    span: where it is. before, after: what stands there and what the mutant has instead; after is empty where something
    was taken away.
    """

    code: str
    change: Change
    span: Span
    before: str
    after: str
    plan: Plan

    def is_of_parameter(self, plan: Plan) -> bool:
        """Whether not a program but the value of a parameter was changed. plan: of the rules as they are."""
        return self.plan.methodology is not plan.methodology


_Made = tuple[Change, int, str, str]


def mutants_of(checked: Checked, plan: Plan) -> Iterator[Mutant]:
    """Every mutant, in the order of the criteria."""
    spans = checked.spans
    of_parameters = list(_of_parameters(checked, plan))
    for place, planned in enumerate(plan.criteria):
        before, behind = plan.criteria[:place], plan.criteria[place + 1 :]
        for changed, made in _of_criterion(planned, spans):
            yield _mutant(planned.code, made, spans, replace(plan, criteria=(*before, changed, *behind)))
        yield from (one for one in of_parameters if one.code == planned.code)
    if plan.classes is not None:
        for program, made in _of_program(plan.classes, spans, of_classes=True):
            yield _mutant("", made, spans, replace(plan, classes=program))
    yield from (one for one in of_parameters if not one.code)


def _mutant(code: str, made: _Made, spans: Mapping[int, Span], plan: Plan) -> Mutant:
    """What a mutant has instead is said as the file spells it: a word that was exchanged, or a number."""
    spelling = plan.methodology.language
    change, node, before, after = made
    if change == "joined":
        before, after = (in_spelling(word, KEYWORDS, "en", spelling) or word for word in (before, after))
    if change == "number":
        after = respelled(after, "en", spelling, is_program=False)
    return Mutant(code, change, spans[node], before, after, plan)


def _of_parameters(checked: Checked, plan: Plan) -> Iterator[Mutant]:
    """Every value of every parameter that stands in the file itself, a little more and a little less."""
    for place, parameter in enumerate(plan.methodology.parameters):
        span = checked.trees.spans[f"parameter:{parameter.name}"]
        if span.source != checked.trees.spans["methodology"].source:
            continue  # inherited: its own edition has tests of it
        code = next((one.code for one in plan.criteria if _reads(one, parameter.name)), "")
        for at, one in enumerate(parameter.values):
            before = _typed(one.value, parameter.kind)
            for value, after in _near(one.value, before):
                values = (*parameter.values[:at], replace(one, value=value), *parameter.values[at + 1 :])
                changed = replace(parameter, values=values)
                others = plan.methodology.parameters
                methodology = replace(plan.methodology, parameters=(*others[:place], changed, *others[place + 1 :]))
                yield Mutant(code, "number", span, before, after, replace(plan, methodology=methodology))


def _typed(value: Exact, kind: Kind) -> str:
    if kind.name == "date":
        return datetime.date.fromordinal(int(value)).isoformat()
    return f"{written(exact(Fraction(value * 100)))}%" if kind.name == "ratio" else written(value)


def _reads(planned: PlannedCriterion, name: str) -> bool:
    return any(isinstance(one, op.Figure) and one.name == name for one in operators_in(planned))


def _of_criterion(planned: PlannedCriterion, spans: Mapping[int, Span]) -> Iterator[tuple[PlannedCriterion, _Made]]:
    for program, made in _of_program(planned.program, spans) if planned.program is not None else ():
        yield replace(planned, program=program), made
    for condition, made in _of_condition(planned.applies, spans):
        yield replace(planned, applies=condition), made
    for condition, made in _of_condition(planned.where, spans):
        yield replace(planned, where=condition), made
    for program, made in _of_program(planned.classes, spans, True) if planned.classes is not None else ():
        yield replace(planned, classes=program), made


def _of_condition(
    condition: op.Operator | None, spans: Mapping[int, Span]
) -> Iterator[tuple[op.Operator | None, _Made]]:
    if condition is not None:
        for change, made in _of_operators(every(condition), spans):
            yield rewritten(condition, change), made


def _of_program(
    program: Program, spans: Mapping[int, Span], of_classes: bool = False
) -> Iterator[tuple[Program, _Made]]:
    for change, made in _of_operators(every_in(program), spans):
        yield rewritten_program(program, change), made
    statements = program.statements
    for place, statement in enumerate(statements):
        before, behind = statements[:place], statements[place + 1 :]
        words = _words(spans, statement.node)
        if len(statements) > 1:
            yield Program((*before, *behind)), ("statement_gone", statement.node, words, "")
        for row in range(len(statement.rows)) if len(statement.rows) > 1 else ():
            if of_classes and statement.rows[row].amount == _LOWEST:
                continue  # the class that a body has without any row
            rows = (*statement.rows[:row], *statement.rows[row + 1 :])
            gone: _Made = ("row_gone", statement.rows[row].node, statement.rows[row].words, "")
            yield Program((*before, replace(statement, rows=rows), *behind)), gone
        for row in range(len(statement.rows) - 1):
            first, second = statement.rows[row : row + 2]
            if first.amount != second.amount:
                rows = (*statement.rows[:row], _paid(first, second), _paid(second, first), *statement.rows[row + 2 :])
                exchanged: _Made = ("amounts", first.node, first.words, second.words)
                yield Program((*before, replace(statement, rows=rows), *behind)), exchanged
        if behind and isinstance(statement, Limit) != isinstance(behind[0], Limit):
            other = _words(spans, behind[0].node)
            yield Program((*before, behind[0], statement, *behind[1:])), ("statements", statement.node, words, other)


def _paid(row: Row, other: Row) -> Row:
    """A row with the amount of another."""
    return replace(row, amount=other.amount, parts=other.parts)


def _of_operators(
    operators: Iterator[op.Operator], spans: Mapping[int, Span]
) -> Iterator[tuple[Callable[[op.Operator], op.Operator], _Made]]:
    """A change for each operator that stands in the author's program, wherever it was written into."""
    seen: set[tuple[int, type]] = set()
    for one in operators:
        if one.origin not in spans or (one.origin, type(one)) in seen:
            continue
        seen.add((one.origin, type(one)))
        for changed, made in _of_operator(one, spans):
            yield _in_place_of(one, changed), made


def _in_place_of(one: op.Operator, changed: op.Operator) -> Callable[[op.Operator], op.Operator]:
    def change(other: op.Operator) -> op.Operator:
        return changed if other.origin == one.origin and other == one else other

    return change


def _of_operator(one: op.Operator, spans: Mapping[int, Span]) -> Iterator[tuple[op.Operator, _Made]]:
    words = _words(spans, one.origin)
    match one:
        case op.Constant():
            for value, after in _near(one.value, words):
                yield replace(one, value=value), ("number", one.origin, words, after)
        case op.Compared():
            yield replace(one, way=_NEAR[one.way]), ("compared", one.origin, one.way, _NEAR[one.way])
        case op.All():
            yield op.Any(one.conditions, one.origin), ("joined", one.origin, "and", "or")
        case op.Any():
            yield op.All(one.conditions, one.origin), ("joined", one.origin, "or", "and")
        case op.Least() | op.Greatest():
            for place in range(len(one.values)):
                rest = (*one.values[:place], *one.values[place + 1 :])
                yield replace(one, values=rest), ("limit_gone", one.origin, words, "")
        case _:
            return


def _near(value: object, words: str) -> Iterator[tuple[Exact, str]]:
    """The numbers next to one that the author wrote, by the last digit that stands there; of a date, the days."""
    if isinstance(value, bool) or not isinstance(value, (int, Fraction)):
        return
    form = _NUMBER.fullmatch(words)
    if form is not None:
        # A mark before three digits may divide thousands, as `21.000` does in Vietnamese: then the value is whole.
        places = 0 if isinstance(value, int) and not form["percent"] and value > 999 else len(form["decimals"] or "")
        step = Fraction(1, 10**places) / (100 if form["percent"] else 1)
        for near in (value + step, value - step):
            shown = near * (100 if form["percent"] else 1)
            yield exact(near), written(exact(Fraction(shown))) + form["percent"]
    elif re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", words) and isinstance(value, int):
        for day in (value + 1, value - 1):
            yield day, datetime.date.fromordinal(day).isoformat()


def _words(spans: Mapping[int, Span], node: int) -> str:
    return spans[node].words if node in spans else ""
