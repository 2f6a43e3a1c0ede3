"""Whether what stands above a criterion applies: where it does not, nothing below it does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parrules.operators.expressions import Operator
from parrules.scoring.evaluation import truth
from parrules.scoring.facts import Facts
from parrules.scoring.narrowing import assume
from parrules.scoring.outcome import LEFT_OUT, Outcome
from parrules.values.ranges import Unknown


@dataclass(frozen=True, slots=True)
class Above:
    """facts: what is known where everything above applies; None where something does not. perhaps: it is open."""

    facts: Facts | None
    perhaps: bool = False


def below(above: Above, applies: Operator | None) -> Above:
    """The same one step further down, below a criterion that applies where the condition holds (None: always)."""
    if above.facts is None or applies is None:
        return above
    holds = truth(applies, above.facts)
    if not isinstance(holds, Unknown):
        return above if holds else Above(None)
    return Above(assume(applies, True, above.facts), perhaps=True)


def perhaps_left_out(outcome: Outcome) -> Outcome:
    """An outcome as it stands while it is open whether what is above applies."""
    cases = tuple(dict.fromkeys((*outcome.cases, LEFT_OUT)))
    if cases == (LEFT_OUT,):
        return outcome
    entries = tuple(replace(entry, perhaps=True) for entry in outcome.entries)
    return Outcome(cases, "open", entries, outcome.named, findings=outcome.findings)
