"""What scores the bodies of a round one by one, here or in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import parrules
from parrules.api.plugins import python_of
from parrules.evidence.records import Body, Round
from parrules.plan.text import plan_text, read_plan
from parrules.scoring.claimed import claims_that_differ
from parrules.scoring.kept import Kept, kept
from parrules.scoring.round_facts import ALONE, RoundFacts
from parrules.scoring.score import Prepared, prepare, score_body
from parrules.scoring.sheet import Plugin, Sheet
from parrules.text.diagnostic import Diagnostic

if TYPE_CHECKING:  # the formats are imported by who asks for one
    from parrules.report.layouts import Layout

_WORTH_IT = 20_000
"""So many scores of criteria take a few seconds: for fewer, starting processes takes as long as it saves."""


def number_of_workers(bodies: int, criteria: int) -> int:
    """How many processes score so many bodies by so many criteria: one for each processor where there is much to do."""
    if bodies * criteria < _WORTH_IT:
        return 1
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, _MOST)


_MOST = 60
"""Windows waits for no more pipes at once."""


class WorkerGone(Exception):
    """A process ended before it had given back what it was handed, as when the system is out of memory."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A body that was scored. sheet: so much of it as is kept. criteria: as they are written. is_open: some line is
    that was asked for."""

    sheet: Sheet
    criteria: str
    findings: tuple[Diagnostic, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Scorer:
    """Everything that scoring a body needs beside the body.

    round: without its bodies. others: what each body sees of the others, by its id. layout: as what the criteria of
    the bodies that are wanted are written, None where they are not; of the sheets of those, and of the others, so much
    is kept. without_records: ids of records and documents are left out of what is shown. criteria: the codes of those
    that were asked for; none where all were.
    """

    prepared: Prepared
    round: Round
    others: Mapping[str, RoundFacts]
    plugins: tuple[Plugin, ...]
    wanted: frozenset[str]
    layout: Layout | None
    kept: Kept
    kept_of_others: Kept
    without_records: bool = False
    criteria: tuple[str, ...] = ()

    def score(self, body: Body) -> Scored:
        engine = f"parrules {parrules.__version__}"
        others = self.others.get(body.id, ALONE)
        sheet, findings = score_body(self.prepared, self.round, body, engine, self.plugins, others)
        if body.id not in self.wanted:
            return Scored(kept(sheet, self.kept_of_others), "", (), False)
        if self.without_records:
            from parrules.report.without_records import without_records

            sheet = without_records(sheet)
        criteria = self.layout.criteria(sheet) if self.layout is not None else ""
        found = (*findings, *claims_that_differ(sheet, body))
        return Scored(kept(sheet, self.kept), criteria, found, is_open(sheet, self.criteria))


def is_open(sheet: Sheet, codes: Sequence[str] = ()) -> bool:
    """Whether a line is open of these criteria, or of any where none is named."""
    from parrules.report.layouts import only

    return any(line.status == "open" for line in only(sheet, codes).lines)


@dataclass(frozen=True, slots=True)
class Sent:
    """A scorer as it is sent to another process: its plan as text, which nests as deep as the rules do."""

    plan: str
    rest: tuple[
        Round,
        Mapping[str, RoundFacts],
        tuple[Plugin, ...],
        frozenset[str],
        Layout | None,
        Kept,
        Kept,
        bool,
        tuple[str, ...],
    ]


def sent(scorer: Scorer) -> Sent:
    rest = (
        scorer.round,
        scorer.others,
        scorer.plugins,
        scorer.wanted,
        scorer.layout,
        scorer.kept,
        scorer.kept_of_others,
        scorer.without_records,
        scorer.criteria,
    )
    return Sent(plan_text(scorer.prepared.plan), rest)


def received(one: Sent) -> Scorer:
    plan = read_plan(one.plan)
    assert plan is not None, "a plan that this engine wrote"
    return Scorer(prepare(plan, python_of(plan)), *one.rest)


def without_bodies(round_: Round) -> Round:
    """What scoring one body looks at of its round."""
    return replace(round_, bodies=(), before=None, last=None)
