"""An aggregate over a large table: asked of the table as far as SQL can say it, and worked out here as far as not.

The result is the interpreter's, record by record: SQL is asked only of records that have every cell, in whole numbers;
those that lack one are looked at here, the ones with the same cells together.
"""

from __future__ import annotations

from collections.abc import Iterable

from parrules.evidence.records import Body, Record
from parrules.evidence.relations.queries import SHOWN
from parrules.evidence.relations.question import Answer, Question
from parrules.evidence.relations.relation import Relation
from parrules.operators import expressions as op
from parrules.scoring.facts import Facts
from parrules.scoring.membership import member_of
from parrules.scoring.records_behind import Members, counts
from parrules.scoring.reduced import question_of
from parrules.scoring.sheet import RecordBehind
from parrules.scoring.tally import Member, Tally, join
from parrules.text.diagnostic import Diagnostic
from parrules.values.amounts import Value
from parrules.values.ranges import Range


def asked(one: op.Gather, relation: Relation, facts: Facts, noting: Members | None) -> Value | None:
    """The value of an aggregate; None where the table cannot be read any more. noting: takes the records behind it."""
    question = question_of(one, facts)
    answer = None if question is None else relation.answer(question, one)
    if question is None or answer is None:
        question = Question(one.way, one.where, one.value, one.level)
    known = Tally() if answer is None else Tally(answer.count, answer.total, answer.least, answer.greatest)
    members: list[Member] = []
    moving = 0
    for group in relation.alike(question.columns, incomplete=answer is not None):
        member = member_of(one, dict(group.values), facts)
        if member is None:
            continue
        surely, worth = member
        if surely and not isinstance(worth, Range):
            known.add(worth, group.count)
        else:
            members += [member] * group.count
        moving += group.count if counts(one, worth) else 0
    if noting is not None and relation.lost is None:
        _note(one, relation, (question, answer), moving, facts, noting)
    return join(one.way, members, known) if relation.lost is None else None


def lost_tables(body: Body) -> tuple[Diagnostic, ...]:
    """The large tables of a body that could not be read any more while it was scored."""
    relations = [one.records for one in body.tables.values() if isinstance(one.records, Relation)]
    return tuple(one.lost for one in relations if one.lost is not None)


def _note(
    one: op.Gather,
    relation: Relation,
    asked_for: tuple[Question, Answer | None],
    moving: int,
    facts: Facts,
    noting: Members,
) -> None:
    """The first of the records that move the value. moving: how many of those do that were looked at here."""
    question, answer = asked_for
    kept: list[RecordBehind] = []
    noting.total = moving
    if answer is not None:
        noting.total += answer.moving
        kept += [RecordBehind(found.id, found.row, found.worth) for found in relation.first(question, answer)]
    if moving:
        rows = relation.reading(question.columns, incomplete=answer is not None)
        kept += _looked_at(one, rows, min(moving, SHOWN), facts)
    noting.kept = sorted(kept, key=lambda record: record.row)[:SHOWN]


def _looked_at(one: op.Gather, rows: Iterable[Record], most: int, facts: Facts) -> list[RecordBehind]:
    """The first of the records that count, so many; those with the same cells are worked out once."""
    kept: list[RecordBehind] = []
    seen: dict[tuple[tuple[str, Value], ...], Member | None] = {}
    for record in rows:
        key = tuple(record.values.items())
        if key not in seen:
            seen[key] = member_of(one, record.values, facts)
        member = seen[key]
        if member is not None and counts(one, member[1]):
            kept.append(RecordBehind(record.id, record.row, member[1], (), not member[0]))
            if len(kept) == most:
                break
    return kept
