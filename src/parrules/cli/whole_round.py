"""Scoring many bodies: in several processes where that is quicker, with a bar, and written as they are scored."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parrules.api.outcome import Evaluation, OpenedRound
from parrules.api.round_scoring import RoundScoring, Told, Wanted
from parrules.api.scorer import WorkerGone
from parrules.cli import exits, mistakes, streams
from parrules.cli.deliver import deliver_pieces, exit_for, tell
from parrules.cli.words import said
from parrules.evidence.records import Body
from parrules.text.diagnostic import Diagnostic
from parrules.text.files import shown_name
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.report.layouts import Layout


@dataclass(frozen=True, slots=True)
class Together:
    """A format that shows all bodies together. put: writes it, and returns the exit code. from_scores: it looks at
    scores only, and at nothing behind them."""

    put: Callable[[Evaluation], int]
    from_scores: bool


def layout_of(
    format: str, several: bool, codes: tuple[str, ...], language: Language, output: str | None
) -> Layout | None:
    """How the format is written body by body; None where it is not. several: there is more than one body."""
    if format not in ("json", "csv", "ledger") or (format == "json" and not several):
        return None
    from parrules.report.layouts import CsvLayout, LedgerLayout, ReceiptLayout

    if format == "json":
        return ReceiptLayout(codes)
    if format == "csv":
        return CsvLayout(language, codes)
    return LedgerLayout(language, 80 if output else streams.columns(sys.stdout), codes)


def put_round(
    opened: OpenedRound,
    bodies: Sequence[Body],
    way: Layout | Together,
    strange: Sequence[Diagnostic],
    output: str | None,
    wanted: Wanted,
    language: Language,
) -> int:
    """Scores these bodies, writes them, tells what was found, and returns the exit code.

    strange: what is wrong with the bodies that were asked for. wanted: all that the way of writing does not say.
    """
    from parrules.report.progress import ProgressBar

    assert opened.plan is not None and opened.round is not None  # else there would be nothing to score
    try:
        with ProgressBar(sys.stderr, said("evaluate.progress", language)) as bar:
            scoring = RoundScoring(opened.plan, opened.round, bodies, opened.plugins, _written(wanted, way, bar.told))
            if isinstance(way, Together):
                sheets = tuple(scored.sheet for scored in scoring.each())
            else:
                with closing(scoring.pieces()) as written:
                    delivered = deliver_pieces(written, output, language)
    except WorkerGone:
        tell([mistakes.worker_gone()], language)
        return exits.BUG
    findings = (*opened.findings, *strange, *scoring.findings)
    tell([*opened.diagnostics, *findings], language)
    if isinstance(way, Together):  # what is wrong stands above a table, where it is read first
        outcome = Evaluation(sheets, opened.diagnostics, findings, opened.plan, opened.round)
        delivered = way.put(outcome)
    ended = exit_for(opened.diagnostics, findings)
    if ended == exits.FINE and scoring.open_bodies:
        ended = exits.EVIDENCE
    if delivered != exits.FINE:
        return delivered
    if output not in (None, "-") and sys.stderr.isatty():  # where nobody looks, nothing more is said
        count = len(bodies if wanted.asked is None else wanted.asked)
        given = {"count": str(count), "open": str(scoring.open_bodies), "file": shown_name(str(output))}
        streams.talk(said("summary.written", language, **given) + "\n")
    return ended


def _written(wanted: Wanted, way: Layout | Together, told: Told) -> Wanted:
    if isinstance(way, Together):
        return replace(wanted, kept="scores" if way.from_scores else "whole", told=told)
    return replace(wanted, layout=way, kept="totals", told=told)
