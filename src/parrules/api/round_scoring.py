"""Scoring a round body by body: first each by itself, then what waits for all; nothing is kept that is not needed.

Where the class of a body depends on what all came to, the criteria of all are written to a file without a name while
they are scored, and only their totals, or scores, are kept for the second step. Nothing is scored twice.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parrules.api.plugins import python_of
from parrules.api.scorer import Scored, Scorer, without_bodies
from parrules.evidence.records import Body, Round
from parrules.plan.plan import Plan
from parrules.scoring.kept import Kept
from parrules.scoring.round_findings import unsettled
from parrules.scoring.score import Prepared, prepare
from parrules.scoring.sheet import Plugin
from parrules.standing.classes import classed
from parrules.standing.quotas import limited
from parrules.standing.round_tables import RoundTables, tables_of
from parrules.text.diagnostic import Diagnostic
from parrules.text.spool import Spool

if TYPE_CHECKING:  # the formats are imported by who asks for one
    from parrules.report.layouts import Layout

Told = Callable[[int, int], None]
"""Hears how many bodies are scored, and of how many."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a round. layout: as what it is written; None where it is not. kept: how much of each sheet
    stays at hand. workers: in how many processes bodies are scored; 1 for this one alone. told: hears how far it is.
    without_records: ids of records and documents are left out. asked: the ids of the bodies of which it is counted and
    told what is open or wrong; None for all that are scored. criteria: the codes of the criteria that count as open;
    none where all do."""

    layout: Layout | None = None
    kept: Kept = "whole"
    workers: int = 1
    told: Told = field(default=lambda done, of: None)
    without_records: bool = False
    asked: frozenset[str] | None = None
    criteria: tuple[str, ...] = ()


class RoundScoring:
    """One pass over bodies of a round. findings and open_bodies (how many are) are known once it came to its end."""

    def __init__(
        self, plan: Plan, round_: Round, bodies: Sequence[Body], plugins: tuple[Plugin, ...], wanted: Wanted
    ) -> None:
        self._plan, self._round, self._wanted = plan, round_, wanted
        self._bodies = round_.bodies if plan.waits_for_all else bodies
        prepared = prepare(plan, python_of(plan))
        self._tables = tables_of(plan, prepared.said, round_)
        self._scorer = _scorer(prepared, round_, bodies, plugins, wanted, self._tables)
        self._found: list[Diagnostic] = [*self._tables.findings, *unsettled(plan, round_)]
        self.open_bodies = 0

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        return tuple(dict.fromkeys(self._found))

    def pieces(self) -> Generator[str, None, None]:
        """The text of the round, piece by piece; its layout says how."""
        layout = self._wanted.layout
        assert layout is not None
        between = layout.frame.opening
        for scored in self.each():
            yield between + layout.head(scored.sheet)
            yield scored.criteria
            yield layout.foot(scored.sheet)
            between = layout.frame.between
        yield layout.frame.closing

    def each(self) -> Iterator[Scored]:
        """Every body that is wanted, in its order."""
        return self._after_all() if self._plan.waits_for_all else self._scored()

    def _after_all(self) -> Iterator[Scored]:
        """The same, once all bodies of the round are scored."""
        criteria, sheets = Spool(), []
        for scored in self._scored():
            sheets.append(scored.sheet)
            if scored.sheet.body in self._scorer.wanted:
                criteria.put(scored.criteria)
        classes = classed(self._scorer.prepared, self._round, sheets, self._tables)
        settled, told = limited(self._scorer.prepared, self._round, classes, self._tables)
        self._found += told
        shown = (sheet for sheet in settled if sheet.body in self._scorer.wanted)
        for sheet, text in zip(shown, criteria.taken(), strict=True):
            yield Scored(sheet, text, (), False)

    def _scored(self) -> Iterator[Scored]:
        """Every body that must be scored, by itself."""
        for done, scored in enumerate(self._one_by_one(), 1):
            if self._wanted.asked is None or scored.sheet.body in self._wanted.asked:
                self._found += scored.findings
                self.open_bodies += scored.is_open
            self._wanted.told(done, len(self._bodies))
            yield scored

    def _one_by_one(self) -> Iterator[Scored]:
        if self._wanted.workers == 1 or not all(map(_can_be_sent, self._bodies)):
            yield from map(self._scorer.score, self._bodies)
            return
        from parrules.api.workers import Workers

        with Workers(self._wanted.workers, self._scorer) as workers:
            yield from workers.score(self._bodies)


def _can_be_sent(body: Body) -> bool:
    """Whether its records are at hand; a large table is asked by the process that opened it."""
    return all(isinstance(table.records, tuple) for table in body.tables.values())


def _scorer(
    prepared: Prepared,
    round_: Round,
    bodies: Sequence[Body],
    plugins: tuple[Plugin, ...],
    wanted: Wanted,
    tables: RoundTables,
) -> Scorer:
    needed: Kept = "scores" if prepared.plan.class_reads_bodies else "totals"
    return Scorer(
        prepared,
        without_bodies(round_),
        tables.by_body,
        plugins,
        frozenset(body.id for body in bodies),
        wanted.layout,
        needed if wanted.kept == "totals" else wanted.kept,
        needed,
        wanted.without_records,
        wanted.criteria,
    )
