"""The score sheet: what one body got for each criterion, why, and what was lost. The receipt is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from parrules.evidence.records import Provenance
from parrules.methodology.model import UNTITLED, Title
from parrules.values.amounts import Number, Value
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact

Status = Literal["scored", "open", "exempt", "judged", "left_out"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in the receipt. role: its name, or what it is to an amount (`rate`, `unit`, `quantity`, `limit`)."""

    role: str
    value: Value
    kind: Kind


@dataclass(frozen=True, slots=True)
class Reason:
    """The author's reason: pieces of text, and quantities that stand between them."""

    parts: tuple[str | Quantity, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a ledger: it changed the running score by `amount`, to `running`.

    construct: the author's word (`award`, `add`, `deduct`, `cap at`, ...), or the engine's: `child` (a criterion
    below, named by `words`), `mean`/`sum`/`highest`/`lowest` (of records or children), `hold` (within minimum and
    maximum), `round`, `mark` (a judged mark), `exempt`, `stage` (the one named by `words` has not come),
    `lowered` (to a maximum that was decided), `decision` (to points that were decided). words: the row as it stands
    in the rule file, on `line`. row of rows: which row of its table held, from 1. perhaps: it depends on what is
    missing whether it applies. gives: whether its statement is one that raises the score, if only by 0.
    """

    construct: str
    amount: Number
    running: Number
    words: str = ""
    line: int = 0
    row: int = 1
    rows: int = 1
    reason: Reason | None = None
    parts: tuple[Quantity, ...] = ()
    perhaps: bool = False
    gives: bool = field(default=False, compare=False)


OF_ENGINE = frozenset(
    (
        *("child", "sum", "mean", "highest", "lowest", "share", "rescale", "hold", "round", "mark", "exempt"),
        *("stage", "lowered", "decision", "quota", "fell_short", "surplus", "outside"),
    )
)
"""What the engine calls entries of its own, and losses that no entry took: no statement is called so."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure or a table that the criterion reads, as it was handed in; value MISSING where it was not.

    For a table, value is the number of its records.
    """

    name: str
    title_vi: str
    title_en: str
    value: Value
    kind: Kind
    written: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Loss:
    """Points lost, as part of maximum minus score. Negative where points were won back or above the maximum.

    cause: the construct of the entry that took them; `fell_short` for what no entry took (words: the band,
    proportion or addition that fell short of the maximum); `child` for what a criterion below lost.
    """

    cause: str
    amount: Exact
    words: str = ""
    line: int = 0
    reason: Reason | None = None


BehindWay = Literal["each", "count", "sum", "share", "mean"]


@dataclass(frozen=True, slots=True)
class RecordBehind:
    """A record behind a score. row: among the records of its file, from 1.

    worth: what it brings in: the score that `each` gave it, 1 for a count, a share's 1, or the value that is added; a
    range while it is open. entries: of its own ledger, where the program scores records. perhaps: it depends on what is
    missing whether it counts.
    """

    id: str
    row: int
    worth: Number | None
    entries: tuple[Entry, ...] = ()
    perhaps: bool = False


@dataclass(frozen=True, slots=True)
class RecordsBehind:
    """The records of a table that a score rests on. way: how they came together; total: how many they are.

    records: the first 1,000 of them, of a large table the first 20. name: the named quantity that they are, where it
    is one. words: of the aggregate that they count towards, as the author wrote it.
    """

    table: str
    way: BehindWay
    total: int
    records: tuple[RecordBehind, ...]
    name: str = ""
    words: str = ""

    @property
    def left_out(self) -> int:
        """How many are not listed."""
        return self.total - len(self.records)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a stage decided about the criterion. rule_points: what the rules give; points and maximum: as decided, None
    where the rules stand. by: who; empty: the body itself. cause: the kind of difference, empty where it is not said.
    stage_title: as the methodology calls the stage.
    """

    stage: str
    by: str
    reason: str
    cause: str
    rule_points: Number
    points: Exact | None
    maximum: Exact | None
    provenance: Provenance
    stage_title: Title = UNTITLED


@dataclass(frozen=True, slots=True)
class Line:
    """What one criterion came to.

    maximum: as the methodology says; applicable: what of it applies to this body. score: exact, or the range it must
    lie in while evidence is missing; None when left out. lost: adds up to applicable minus score; empty while open.
    missing: the evidence it waits for, by name. classes: the class, where the criterion has classes; several if open.
    behind: the records that it rests on. note: the author's. applies: its condition in the author's words.
    shared_among: the criteria that its points went to, where it was left out. decided: what a stage decided about it.
    waits_for_stage: the stage that decides it, while that has not come; stage_title: of that stage. rule_file: where it
    stands, if the edition extends the one in that file.
    """

    code: str
    title_vi: str
    title_en: str
    depth: int
    maximum: Exact
    minimum: Exact
    applicable: Number
    status: Status
    score: Number | None
    outside_scale: bool = False
    entries: tuple[Entry, ...] = ()
    named: tuple[Quantity, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    lost: tuple[Loss, ...] = ()
    missing: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    accountable: str = ""
    fidelity: str = ""
    judged_by: str = ""
    classes: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    behind: tuple[RecordsBehind, ...] = ()
    note: str = ""
    applies: str = ""
    shared_among: tuple[str, ...] = ()
    decided: Decided | None = None
    waits_for_stage: str = ""
    stage_title: Title = UNTITLED
    rule_file: str = ""


@dataclass(frozen=True, slots=True)
class Plugin:
    """A plugin that was installed. digest: sha256 of its files. Name and version are as it says them itself."""

    name: str
    version: str
    digest: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}".rstrip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One body's score sheet, at one stage of a round.

    lines: each criterion before its children. total: points; index: total over the applicable maximum of the scale,
    a ratio (None where nothing applies). assessed: False where the methodology does not hold for the body. classes: the
    class it is given, several while that is open. printed_total: what was published, where the evidence says so.
    stage_title: as the methodology calls the stage. without_records: ids of records and documents were left out.
    """

    body: str
    body_name: str
    methodology: str
    edition: str
    title_vi: str
    title_en: str
    fidelity: str
    stage: str
    year: int
    start: str
    end: str
    lines: tuple[Line, ...]
    total: Number | None
    total_entries: tuple[Entry, ...]
    applicable: Number
    index: Number | None
    classes: tuple[str, ...] = ()
    class_entries: tuple[Entry, ...] = ()
    assessed: bool = True
    printed_total: Exact | None = None
    methodology_digest: str = ""
    evidence_digest: str = ""
    engine: str = ""
    plugins: tuple[Plugin, ...] = ()
    stage_title: Title = UNTITLED
    without_records: bool = False
