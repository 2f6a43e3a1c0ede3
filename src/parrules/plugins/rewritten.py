"""What a plugin's word makes of the operators that it is handed: only those, and what is computed from them.

A word of a plugin may compute whatever the core operators can say, and read nothing that its line does not name. Each
operator that it makes stands, for what is said about it, where its word stands in the rule file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

from parrules.constructs.vocabulary import StatementWord
from parrules.methodology.extent import MOST
from parrules.operators import expressions as op
from parrules.operators.ledger import Limit, Part, Post, Row
from parrules.operators.walk import every, inside, with_inside
from parrules.values.kinds import POINTS, Kind

AS_WRITTEN = "as_written"
"""The part of an amount that a plugin's word changed: what its line says."""

MOST_DEEP = 32
"""So many operators may a word put around what it is handed."""

DEEPEST = 128
"""So deep may it be with what it is handed, which other words may have made deep."""

_OPERATORS = get_args(op.Operator)
_READING = (op.Figure, op.Column, op.Named, op.ScoreOf, op.Gather)


class Refused(Exception):
    """What a word made cannot stand; args: that, in a few words of Python."""


def made_of(given: Iterable[op.Operator], made: object, node: int, table: str | None = None) -> op.Operator:
    """What a word made of what it was given; Refused where it is no core operator, or reads something else.

    table: that of a gathering, whose records it may go over as it likes.
    """
    own = [each for one in given for each in every(one)]
    places = frozenset(map(id, own))
    if not _is_operator(made, places, 0):
        raise Refused(type(made).__name__)
    assert isinstance(made, _OPERATORS)
    _bounded(made)
    read = {each for each in own if isinstance(each, _READING)}
    for each in every(made):
        goes_over = isinstance(each, op.Gather) and each.table == table
        if isinstance(each, _READING) and each not in read and not goes_over:
            raise Refused(f"{type(each).__name__}({_name_of(each)!r})")
    return _placed(made, node, places)


def _bounded(made: op.Operator) -> None:
    """Refused where it is more, or deeper, than can be computed."""
    count = 0
    waiting = [(made, 1)]
    while waiting:
        now, deep = waiting.pop()
        count += 1
        if count > MOST:
            raise Refused(f"{type(made).__name__}(...) of more than {MOST} operators")
        if deep > DEEPEST:
            raise Refused(f"{type(made).__name__}(...) deeper than {DEEPEST}")
        waiting += [(part, deep + 1) for part in inside(now)]


def statement_of(word: StatementWord, given: tuple[Row, ...], made: object, node: int) -> Post | Limit:
    """The ledger operator that a word made of its rows: one row for each, in the author's words and for his reason.

    Refused where it is another operator than the word says.
    """
    if not isinstance(made, Limit if word.limits else Post):
        raise Refused(type(made).__name__)
    assert isinstance(made, (Post, Limit))
    if isinstance(made, Post) and (type(made.sign) is not int or made.sign not in _signs_of(word)):
        raise Refused(f"Post(sign={made.sign!r})")
    if type(made.rows) is not tuple or len(made.rows) != len(given):
        count = len(made.rows) if isinstance(made.rows, (tuple, list)) else type(made.rows).__name__
        raise Refused(f"{type(made).__name__}(rows={count})")
    own = [one for row in given for one in _operators_of(row)]
    rows = tuple(_row(before, after, own, node) for before, after in zip(given, made.rows, strict=True))
    return replace(made, construct=word.word, rows=rows, node=node)


def _signs_of(word: StatementWord) -> tuple[int, ...]:
    """What lowers the score needs something awarded before it, and says so."""
    return (1, -1) if word.reduces else (1,)


def _row(given: Row, made: object, own: list[op.Operator], node: int) -> Row:
    if not isinstance(made, Row):
        raise Refused(f"rows: {type(made).__name__}")
    if type(made.parts) is not tuple or not all(_is_part(one) for one in made.parts):
        raise Refused("Row.parts")
    amount = made_of(own, made.amount, node)
    parts = tuple(replace(one, value=made_of(own, one.value, node)) for one in made.parts)
    if amount != given.amount and parts == given.parts:
        parts = (*parts, Part(AS_WRITTEN, given.amount, POINTS))
    when = None if made.when is None else made_of(own, made.when, node)
    return replace(given, when=when, amount=amount, parts=parts)


def _operators_of(row: Row) -> tuple[op.Operator, ...]:
    """What the line says; not what its reason quotes."""
    when = () if row.when is None else (row.when,)
    return (*when, row.amount, *(part.value for part in row.parts))


def _is_part(one: object) -> bool:
    return isinstance(one, Part) and type(one.role) is str and isinstance(one.kind, Kind)


def _name_of(one: op.Operator) -> str:
    return next(str(getattr(one, name)) for name in ("name", "code", "table") if hasattr(one, name))


def _placed(one: op.Operator, node: int, own: frozenset[int]) -> op.Operator:
    """The operator, of which all that the word made has its place."""
    if id(one) in own:
        return one
    return replace(with_inside(one, tuple(_placed(part, node, own) for part in inside(one))), origin=node)


def _is_operator(given: object, own: frozenset[int], deep: int) -> bool:
    """Whether it is a core operator, made of core operators only, with no float in it. deep: how many of the word's
    stand around it."""
    if id(given) in own:
        return True
    if deep > MOST_DEEP:
        raise Refused(f"{type(given).__name__}(...) deeper than {MOST_DEEP}")
    if not isinstance(given, _OPERATORS):
        return False
    return all(_is_sound(getattr(given, one.name), own, deep + 1) for one in fields(given))


def _is_sound(part: Any, own: frozenset[int], deep: int) -> bool:
    if isinstance(part, float):
        raise Refused("float")
    if isinstance(part, tuple):
        return all(_is_sound(one, own, deep) for one in part)
    if isinstance(part, _OPERATORS):
        return _is_operator(part, own, deep)
    if is_dataclass(part) and not isinstance(part, (type, Kind)):
        return all(_is_sound(getattr(part, one.name), own, deep) for one in fields(part))
    return True
