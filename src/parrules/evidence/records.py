"""What was handed in for a round: figures and tables of records, each with where it comes from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parrules.evidence.calendars import Calendar
from parrules.values.amounts import Value
from parrules.values.numbers import Exact

if TYPE_CHECKING:  # it names the places where things stand, and reads them from nodes
    from parrules.evidence.last_round import LastRound


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a value stands and what proves it. Empty or 0 where it is not known.

    file: relative to the evidence file, with forward slashes. line: of a text file, from 1. row: of a table, from 1.
    document and page: the document that shows it. justification: why there is none (giải trình). note: whatever else
    was written beside it. withheld: there is some of these three, and it is not shown.
    """

    file: str = ""
    line: int = 0
    row: int = 0
    sheet: str = ""
    cell: str = ""
    document: str = ""
    page: str = ""
    justification: str = ""
    note: str = ""
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Supplied:
    """A figure as it was handed in.

    value: exact; a date as its ordinal, one of a list as its place in it; NONE, or NOT_APPLICABLE. written: its text.
    """

    value: Value
    written: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a table: its values by column; a column not filled in is absent. id: as its id column names it.

    row: among the records of its file, from 1; line: of the file, from 1. perhaps: whether there is such a record at
    all depends on what is missing.
    """

    values: Mapping[str, Value]
    row: int
    id: str = ""
    line: int = 0
    perhaps: bool = False


@dataclass(frozen=True, slots=True)
class Records:
    """A table of records as it was handed in: a list, or what reads a large table when it is asked."""

    records: Sequence[Record]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Mark:
    """A judged mark, given for a criterion. by: who gave it, reason: why."""

    value: Value
    written: str
    provenance: Provenance
    by: str = ""
    reason: str = ""


CAUSES = ("missing_document", "late_document", "rule_misread", "arithmetic", "judgement")
"""Why a later stage differs from the one before."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a stage decided about a criterion outright.

    points: the score it gets, and maximum: what of its maximum applies; None where the rules stand. With neither it
    only says why the evidence of the stage differs. cause: one of `CAUSES`, or empty. by: who decided; empty: the body.
    """

    points: Exact | None
    maximum: Exact | None
    by: str
    reason: str
    cause: str
    stage: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Body:
    """What was handed in for one body: by figure, by table, by criterion code. printed_total: what was published.

    last: what figures were in the last round, `total` and `index` among them; one that is missing is absent.
    claimed: the points that the body believes to have, by criterion code.
    """

    id: str
    name: str
    group: str = ""
    region: str = ""
    figures: Mapping[str, Supplied] = field(default_factory=dict)
    tables: Mapping[str, Records] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    printed_total: Exact | None = None
    decided: Mapping[str, Decision] = field(default_factory=dict)
    last: Mapping[str, Supplied] = field(default_factory=dict)
    claimed: Mapping[str, Mark] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Round:
    """One year's assessment of many bodies, at one stage. start and end: the only clock there is.

    figures: those that are one for the whole round. digest: sha256 of every file it was read from. calendar: by which
    working days are counted; None where none was handed in. before: the stage that this one lies over, whole.
    last: what it says of the round before it.
    """

    methodology: str
    edition: str
    year: int
    start: datetime.date
    end: datetime.date
    stage: str
    bodies: tuple[Body, ...]
    figures: Mapping[str, Supplied] = field(default_factory=dict)
    digest: str = ""
    calendar: Calendar | None = None
    before: Round | None = None
    last: LastRound | None = None
