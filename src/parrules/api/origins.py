"""What the bodies of one evidence file were in another, where it names that one as its last round."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from parrules.api.outcome import Evaluation
from parrules.evidence.last_round import predecessors
from parrules.standing.origins import AS_THEY_WERE, Origins


def origins_of(now: Evaluation, then: Evaluation, path: str | Path) -> tuple[Origins, Evaluation]:
    """By body of `now`, what it was in `then`; nothing where `then` is not the round that the evidence names.

    path: of the evidence of `then`. The evaluation is `now`, with what is wrong in what its evidence says of bodies.
    """
    if now.round is None or then.round is None or now.round.last is None:
        return AS_THEY_WERE, now
    last = now.round.last
    if os.path.realpath(last.folder / last.file.text) != os.path.realpath(path):
        return AS_THEY_WERE, now
    found, wrong = predecessors(last, [one.id for one in now.round.bodies], [one.id for one in then.round.bodies])
    return found, replace(now, findings=tuple(dict.fromkeys((*now.findings, *wrong))))
