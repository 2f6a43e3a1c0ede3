"""An illustration, and no official text: an index of the communes and districts of a border province.

Its rules are data; its one criterion in Python is what the scoring language cannot say: the longest chain of joint
patrols of which none came more than 45 days after the one before. That looks at records one after another.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import parrules

MOST_DAYS_APART = 45
POINTS_FOR_A_MONTH = Fraction(1, 2)


def patrol_chain(evidence: parrules.FrozenEvidence) -> parrules.Scored:
    """Half a point for each 30 days that the longest chain of joint patrols lasted; a point less for each incident that
    was not reported."""
    days = sorted({row["patrolled_on"] for row in evidence.tables["patrols"] if row["joint"]})
    within = [day for day in days if evidence.start <= day <= evidence.end]
    first, last = longest_chain(within)
    months = (last - first).days // 30 if first and last else 0
    gained = min(POINTS_FOR_A_MONTH * months, evidence.maximum)
    unreported = evidence.figures["unreported"]
    lost = min(Fraction(unreported), gained)
    words = f"{months} × 30 ngày tuần tra chung không gián đoạn"
    steps = [parrules.Step(gained, words + (f", từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}" if months else ""))]
    if lost:
        steps.append(parrules.Step(-lost, f"{unreported} vụ việc không báo cáo"))
    return parrules.Scored(gained - lost, tuple(steps))


def longest_chain(days: list[date]) -> tuple[date | None, date | None]:
    """The first and the last day of the longest chain, the earlier of two equal ones."""
    if not days:
        return None, None
    best = begins = days[0], days[0]
    for day in days[1:]:
        near = (day - begins[1]).days <= MOST_DAYS_APART
        begins = (begins[0], day) if near else (day, day)
        best = max(best, begins, key=lambda chain: chain[1] - chain[0])
    return best


PATROL_CHAIN = parrules.ScoredInPython("cao_bang_patrol_chain", reads=("patrols", "unreported"), score=patrol_chain)


@parrules.hookimpl
def parrules_criteria() -> tuple[parrules.ScoredInPython, ...]:
    """The criterion of border communes."""
    return (PATROL_CHAIN,)


@parrules.hookimpl
def parrules_rule_folders() -> tuple[Path, ...]:
    """The index of communes and that of districts."""
    return (Path(__file__).with_name("rules"),)
