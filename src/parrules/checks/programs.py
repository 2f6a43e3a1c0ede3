"""What can go wrong in a program, found before any evidence is there."""

from __future__ import annotations

from collections.abc import Callable

from parrules.checks.award_covers import award_covers
from parrules.checks.award_exceeds import award_exceeds
from parrules.checks.band_hole import band_hole
from parrules.checks.band_overlap import band_overlap
from parrules.checks.cap_idle import cap_idle
from parrules.checks.deduction_idle import deduction_idle
from parrules.checks.limit_without_room import limit_without_room
from parrules.checks.maximum_unreachable import maximum_unreachable
from parrules.checks.names_alike import names_alike
from parrules.checks.negative_amount import negative_amount
from parrules.checks.none_not_asked import none_not_asked
from parrules.checks.reach import Reach, reach_of
from parrules.checks.records_without import records_without
from parrules.checks.rescaled_lower import rescaled_lower
from parrules.checks.row_unreachable import row_unreachable
from parrules.methodology.checked import Checked
from parrules.plan.plan import Plan
from parrules.text.diagnostic import Diagnostic, in_reading_order

CHECKS: tuple[Callable[[Reach], tuple[Diagnostic, ...]], ...] = (
    none_not_asked,
    award_covers,
    award_exceeds,
    negative_amount,
    row_unreachable,
    band_hole,
    band_overlap,
    cap_idle,
    deduction_idle,
    limit_without_room,
    records_without,
    maximum_unreachable,
    rescaled_lower,
    names_alike,
)


def check_programs(checked: Checked, plan: Plan) -> tuple[Diagnostic, ...]:
    """What every check finds, in reading order."""
    reach = reach_of(checked, plan)
    return in_reading_order(found for check in CHECKS for found in check(reach))
