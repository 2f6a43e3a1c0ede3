"""Every operator inside another, and an operator with those inside it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from parrules.operators import expressions as op
from parrules.operators.ledger import Program, Row


def inside(one: op.Operator) -> tuple[op.Operator, ...]:
    """The operators that `one` is made of, in order."""
    match one:
        case op.Constant() | op.Figure() | op.Column() | op.ScoreOf():
            return ()
        case op.Named() | op.Negative() | op.Rounded() | op.IsNone():
            return (one.value,)
        case op.Sum():
            return one.terms
        case op.Product():
            return one.factors
        case op.Quotient():
            return (one.over, one.under)
        case op.Least() | op.Greatest():
            return one.values
        case op.Compared():
            return (one.left, one.right)
        case op.WorkingDays():
            return (one.start, one.end)
        case op.All() | op.Any():
            return one.conditions
        case op.Not():
            return (one.condition,)
        case op.First():
            return tuple(part for row in one.rows for part in (row.when, row.value) if part is not None)
        case op.Gather():
            return tuple(part for part in (one.where, one.value) if part is not None)


def with_inside(one: op.Operator, parts: tuple[op.Operator, ...]) -> op.Operator:
    """The same operator made of other parts: as many as `inside` gives, in that order."""
    match one:
        case op.Constant() | op.Figure() | op.Column() | op.ScoreOf():
            return one
        case op.Named() | op.Negative() | op.Rounded() | op.IsNone():
            return replace(one, value=parts[0])
        case op.Sum():
            return replace(one, terms=parts)
        case op.Product():
            return replace(one, factors=parts)
        case op.Quotient():
            return replace(one, over=parts[0], under=parts[1])
        case op.Least() | op.Greatest():
            return replace(one, values=parts)
        case op.Compared():
            return replace(one, left=parts[0], right=parts[1])
        case op.WorkingDays():
            return replace(one, start=parts[0], end=parts[1])
        case op.All() | op.Any():
            return replace(one, conditions=parts)
        case op.Not():
            return replace(one, condition=parts[0])
        case op.First():
            left = iter(parts)
            rows = [op.Choice(None if row.when is None else next(left), next(left)) for row in one.rows]
            return replace(one, rows=tuple(rows))
        case op.Gather():
            left = iter(parts)
            where = None if one.where is None else next(left)
            return replace(one, where=where, value=None if one.value is None else next(left))


def every(one: op.Operator) -> Iterator[op.Operator]:
    """`one` and every operator inside it."""
    waiting = [one]
    while waiting:
        now = waiting.pop()
        yield now
        waiting.extend(reversed(inside(now)))


def every_in(program: Program) -> Iterator[op.Operator]:
    """Every operator of a program, conditions, amounts, parts and reasons included."""
    for statement in program.statements:
        for row in statement.rows:
            if row.when is not None:
                yield from every(row.when)
            yield from every(row.amount)
            for part in row.parts:
                yield from every(part.value)
            if row.because is not None:
                for piece in row.because.parts:
                    if not isinstance(piece, str):
                        yield from every(piece)


def rewritten(one: op.Operator, change: Callable[[op.Operator], op.Operator]) -> op.Operator:
    """The operator with `change` made to it and to every operator inside it, the innermost first."""
    return change(with_inside(one, tuple(rewritten(part, change) for part in inside(one))))


def rewritten_program(program: Program, change: Callable[[op.Operator], op.Operator]) -> Program:
    """The program with `change` made to every operator of its conditions, amounts and their parts."""

    def of(row: Row) -> Row:
        parts = tuple(replace(part, value=rewritten(part.value, change)) for part in row.parts)
        when = None if row.when is None else rewritten(row.when, change)
        return replace(row, when=when, amount=rewritten(row.amount, change), parts=parts)

    return Program(tuple(replace(one, rows=tuple(map(of, one.rows))) for one in program.statements))
