"""Where the points of a round went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from parrules.api.cache import NO_CACHE, Cache
from parrules.api.outcome import Evaluation
from parrules.api.verbs import evaluate
from parrules.scoring.sheet import Sheet
from parrules.standing.lost import Lost, lost_points


@dataclass(frozen=True, slots=True)
class LostOutcome:
    """lost: None where nothing could be scored. evaluation: the sheets, and what was found wrong."""

    lost: Lost | None
    evaluation: Evaluation


def lost(
    methodology: str | None, evidence: str | Path, *, bodies: Sequence[str] = (), cache: Cache = NO_CACHE
) -> LostOutcome:
    """What every body of an evidence file lost, or those named: by criterion, by office, by cause, adding up exactly.

    methodology: as for `evaluate`.
    """
    evaluation = evaluate(methodology, evidence, bodies=bodies, cache=cache)
    if not evaluation.sheets or evaluation.plan is None:
        return LostOutcome(None, evaluation)
    return LostOutcome(lost_points(evaluation.sheets, evaluation.plan.methodology), evaluation)


def lost_of(evaluation: Evaluation, sheets: Sequence[Sheet]) -> Lost:
    """Where the points went of these bodies of a round that was scored, and of the criteria that their sheets show.

    sheets: some of the evaluation, or as much of them as was asked for.
    """
    if evaluation.plan is None:
        return Lost((), (), (), ())
    asked = {sheet.body for sheet in sheets}
    whole = [sheet for sheet in evaluation.sheets if sheet.body in asked]
    lost = lost_points(whole, evaluation.plan.methodology)
    shown = {(sheet.body, line.code) for sheet in sheets for line in sheet.lines}
    if len(shown) == sum(len(sheet.lines) for sheet in whole):
        return lost
    return replace(
        lost,
        parts=tuple(one for one in lost.parts if (one.sheet.body, one.code) in shown),
        criteria=tuple(one for one in lost.criteria if (one.sheet.body, one.line.code) in shown),
        still_open=tuple(one for one in lost.still_open if (one.sheet.body, one.line.code) in shown),
    )
