"""Which records stand behind a score: noted while they are looked at, so that nothing is gone over twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from parrules.evidence.records import Record
from parrules.methodology.scope import BODIES, CRITERIA
from parrules.operators.expressions import Gather, Operator
from parrules.scoring.ledger import Account
from parrules.scoring.sheet import BehindWay, RecordBehind, RecordsBehind
from parrules.values.amounts import Number

MOST = 1000
"""So many records are kept behind one entry; the others are counted."""

_NOTED: Mapping[str, BehindWay] = {"count": "count", "sum": "sum", "share": "share", "mean": "mean"}


@dataclass(slots=True)
class Noted:
    """What was noted of one criterion. names: of the quantities that stand for an aggregate alone."""

    behind: dict[Gather, RecordsBehind] = field(default_factory=dict)
    names: dict[Operator, str] = field(default_factory=dict)
    scored: RecordsBehind | None = None

    def found(self) -> tuple[RecordsBehind, ...]:
        """Everything noted, in the order in which it was worked out."""
        of_each = (self.scored,) if self.scored is not None and self.scored.total else ()
        named = (
            RecordsBehind(one.table, one.way, one.total, one.records, self.names.get(gather, ""), gather.words)
            for gather, one in self.behind.items()
            if one.total
        )
        return (*of_each, *named)


class Members:
    """The records that count towards one aggregate, or that a program scores, so many at most."""

    __slots__ = ("kept", "total")

    def __init__(self) -> None:
        self.kept: list[RecordBehind] = []
        self.total = 0

    def note(self, record: Record, worth: Number | None, surely: bool, account: Account | None = None) -> None:
        self.total += 1
        if len(self.kept) < MOST:
            entries = tuple(account.entries) if account is not None else ()
            self.kept.append(RecordBehind(record.id, record.row, worth, entries, not surely))


def members_of(one: Gather, noted: Noted | None, depth: int) -> Members | None:
    """Where to note the records of an aggregate; None where nobody asks. depth: how many records stand around it.

    Not noted is what looks at other bodies, at criteria, or from inside another record.
    """
    if noted is None or depth or one.way not in _NOTED or one.table in BODIES or one.table == CRITERIA:
        return None
    return None if one in noted.behind else Members()


def counts(one: Gather, worth: Number) -> bool:
    """Whether a record that the condition lets through moves the value: of a share, where it is one of those."""
    return one.way in ("count", "mean") or not (isinstance(worth, (int, Fraction)) and worth == 0)


def keep(one: Gather, members: Members, noted: Noted) -> None:
    noted.behind[one] = RecordsBehind(one.table, _NOTED[one.way], members.total, tuple(members.kept))


def keep_scored(table: str, members: Members, noted: Noted | None) -> None:
    """The records of a table that the program of a criterion scored, each with its own ledger."""
    if noted is not None:
        noted.scored = RecordsBehind(table, "each", members.total, tuple(members.kept))
