"""An illustration, and no official text: an index of the communes and districts of a border province.

Its rules are data. Its one criterion in Python is what the scoring language cannot say: the longest chain of joint
patrols of which none came more than 45 days after the one before. That looks at records one after another. Its one word
that begins a line, `deduct_halves`, is `deduct` in a province that gives and takes no less than half a point.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import parrules
from parrules.operators.expressions import Constant, Operator, Product, Rounded
from parrules.operators.ledger import Post, Row

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


def deduct_halves(rows: tuple[Row, ...], node: int) -> Post:
    """A deduction whose amount is rounded up to half a point: half a point that has begun counts whole."""
    return Post("deduct_halves", -1, tuple(replace(row, amount=in_halves(row.amount, node)) for row in rows), node)


def in_halves(amount: Operator, node: int) -> Operator:
    """As many halves as have begun, each worth half a point."""
    halves = Rounded(Product((Constant(2, node), amount), node), 0, "up", node)
    return Product((Constant(Fraction(1, 2), node), halves), node)


PATROL_CHAIN = parrules.ScoredInPython("cao_bang_patrol_chain", reads=("patrols", "unreported"), score=patrol_chain)

DEDUCT_HALVES = parrules.StatementWord(
    "deduct_halves", clauses=frozenset({"per", "up to", "because"}), rewrite=deduct_halves, reduces=True
)


@parrules.hookimpl
def parrules_criteria() -> tuple[parrules.ScoredInPython, ...]:
    """The criterion of border communes."""
    return (PATROL_CHAIN,)


@parrules.hookimpl
def parrules_statements() -> tuple[parrules.StatementWord, ...]:
    """The word `deduct_halves`."""
    return (DEDUCT_HALVES,)


@parrules.hookimpl
def parrules_rule_folders() -> tuple[Path, ...]:
    """The index of communes and that of districts."""
    return (Path(__file__).with_name("rules"),)
