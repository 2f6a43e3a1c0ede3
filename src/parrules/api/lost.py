"""Where the points of a round went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from parrules.api.cache import NO_CACHE, Cache
from parrules.api.outcome import Evaluation
from parrules.api.verbs import evaluate
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
