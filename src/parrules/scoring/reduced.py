"""An aggregate in which only the columns of the record are left: everything else is worked out beforehand."""

from __future__ import annotations

from dataclasses import replace

from parrules.evidence.relations.question import Question
from parrules.operators import expressions as op
from parrules.operators.walk import every, inside, with_inside
from parrules.scoring.evaluation import evaluate
from parrules.scoring.facts import Facts
from parrules.values.ranges import Range, Unknown


def question_of(one: op.Gather, facts: Facts) -> Question | None:
    """What is left to ask of the records; None while something beside them is open."""
    here = facts.of_record(one.table, {}, one.level)
    where = None if one.where is None else _reduced(one.where, one.level, here)
    if one.where is not None and where is None:
        return None
    if _holds_never(where):
        nothing = op.Constant(False if one.way == "share" else 0)
        return Question(one.way, where, None if one.value is None else nothing, one.level)
    value = None if one.value is None else _reduced(one.value, one.level, here)
    return None if one.value is not None and value is None else Question(one.way, where, value, one.level)


def _holds_never(where: op.Operator | None) -> bool:
    return isinstance(where, op.Constant) and where.value is False


def _reduced(part: op.Operator, level: int, facts: Facts) -> op.Operator | None:
    """The part with constants for all that no column of the record stands in, in the order in which it is looked at:
    what an earlier condition rules out is not looked at. None where such a value is open."""
    if not _reads_record(part, level):
        value = evaluate(part, facts)
        return None if isinstance(value, (Range, Unknown)) else op.Constant(value)
    match part:
        case op.Column() | op.Gather():
            return part
        case op.All():
            return _joined(part, level, facts, decides=False)
        case op.Any():
            return _joined(part, level, facts, decides=True)
        case op.First():
            return _first(part, level, facts)
    parts = []
    for each in inside(part):
        one = _reduced(each, level, facts)
        if one is None:
            return None
        parts.append(one)
    whole = with_inside(part, tuple(parts))
    return whole if _reads_record(whole, level) else _reduced(whole, level, facts)


def _joined(part: op.All | op.Any, level: int, facts: Facts, decides: bool) -> op.Operator | None:
    """`and` and `or`: what has been decided is left out, or decides the whole."""
    kept: list[op.Operator] = []
    for condition in part.conditions:
        one = _reduced(condition, level, facts)
        if one is None:
            return None
        if not isinstance(one, op.Constant):
            kept.append(one)
        elif one.value is decides:
            # Whatever those before it come to.
            return one
    return replace(part, conditions=tuple(kept)) if kept else op.Constant(not decides)


def _first(part: op.First, level: int, facts: Facts) -> op.Operator | None:
    rows: list[op.Choice] = []
    for row in part.rows:
        when = None if row.when is None else _reduced(row.when, level, facts)
        if row.when is not None and when is None:
            return None
        if isinstance(when, op.Constant) and when.value is False:
            continue
        value = _reduced(row.value, level, facts)
        if value is None:
            return None
        if when is None or isinstance(when, op.Constant):
            return replace(part, rows=(*rows, op.Choice(None, value))) if rows else value
        rows.append(op.Choice(when, value))
    raise AssertionError("the last row of a conditional always holds")


def _reads_record(part: op.Operator, level: int) -> bool:
    """Whether it reads a column of the record, or of one inside it."""
    return any(isinstance(each, op.Column) and each.level >= level for each in every(part))
