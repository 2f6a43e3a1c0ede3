"""What a round leaves open for all of its bodies: found once, not once for each."""

from __future__ import annotations

from parrules.evidence.records import Round
from parrules.plan.plan import Plan
from parrules.scoring.parameters import parameters_not_settled
from parrules.scoring.working_days import without_calendar
from parrules.text.diagnostic import Diagnostic


def unsettled(plan: Plan, round_: Round) -> tuple[Diagnostic, ...]:
    """Parameters that change within the round, working days without a calendar."""
    return (*parameters_not_settled(plan, round_), *without_calendar(plan, round_))
