"""A program of statements: the running score, and an entry for each statement that applied."""

from __future__ import annotations

from dataclasses import dataclass, field

from parrules.methodology.scope import UNDECIDED
from parrules.operators.expressions import Figure
from parrules.operators.ledger import Because, Limit, Post, Program, Row
from parrules.scoring.evaluation import evaluate, quantity
from parrules.scoring.facts import Facts
from parrules.scoring.narrowing import outcomes
from parrules.scoring.sheet import Entry, Loss, Quantity, Reason
from parrules.scoring.watch import Watch
from parrules.text.diagnostic import Diagnostic
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

_UNDECIDED = Figure(UNDECIDED)
"""The amount of a row that leaves a class open by what it says, and not for want of evidence."""


@dataclass(slots=True)
class Account:
    """A running score and its entries so far. lost: what entries took that also changed what applies.

    findings: what is wrong with a criterion that a plugin scores.
    """

    running: Number
    entries: list[Entry]
    lost: list[Loss] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)


def run(program: Program, facts: Facts, maximum: Exact) -> Account:
    """All statements in turn, from a running score of 0."""
    account = Account(0, [])
    for statement in program.statements:
        if isinstance(statement, Limit):
            _limit(statement, facts, account)
        else:
            _post(statement, facts, account, maximum)
    return account


def _post(statement: Post, facts: Facts, account: Account, maximum: Exact) -> None:
    before = account.running
    rows, may_be_none = outcomes(statement.rows, facts)
    is_sure = not facts.supposed and not may_be_none and len(rows) == 1
    changes = []
    for row, here in rows:
        amount = quantity(row.amount, here)
        is_known = _are_exact(before, amount) or row.amount == _UNDECIDED
        if facts.watch is not None and facts.watch.takes(is_sure and is_known):
            _watch_amount(facts.watch, statement, row, here, amount, maximum)
            _watch_room(facts.watch, statement, row, here, ranges.as_range(before).low, maximum)
            _watch_before(facts.watch, row, ranges.as_range(before).high)
        changes.append(amount if statement.sign > 0 else ranges.negative(amount))
    if may_be_none and facts.watch is not None and facts.watch.takes(not rows and not facts.supposed):
        facts.watch.uncovered.add(statement.node)
    if not rows:
        return
    results = [ranges.add(before, change) for change in changes]
    account.running = _hull([*results, before] if may_be_none else results)
    perhaps = may_be_none or len(rows) > 1
    for (row, here), change in zip(rows, changes, strict=True):
        account.entries.append(_entry(statement, row, here, change, account.running, perhaps))


def _limit(statement: Limit, facts: Facts, account: Account) -> None:
    before = account.running
    rows, may_be_none = outcomes(statement.rows, facts)
    if not rows:
        return
    limits = [quantity(row.amount, here) for row, here in rows]
    results = [ranges.least(before, limit) for limit in limits]
    account.running = _hull([*results, before] if may_be_none else results)
    perhaps = may_be_none or len(rows) > 1
    for (row, here), limit, held in zip(rows, limits, results, strict=True):
        is_sure = not facts.supposed and not perhaps and _are_exact(before, limit)
        if facts.watch is not None and facts.watch.takes(is_sure):
            _watch_limit(facts.watch, row, before, limit, held)
        if held != before:
            change = taken(before, held)
            uncertain = perhaps or type(change) is Range
            account.entries.append(_entry(statement, row, here, change, account.running, uncertain))


def _are_exact(*numbers: Number) -> bool:
    return all(type(one) is not Range for one in numbers)


def _watch_limit(watch: Watch, row: Row, before: Number, limit: Number, held: Number) -> None:
    watch.reached.add(row.node)
    above = ranges.add(before, ranges.negative(limit))
    if type(above) is not Range:
        watch.above_limit[row.node] = above  # type: ignore[assignment]
    if held != before:
        watch.bites.add(row.node)
    if held == before or ranges.as_range(before).low == ranges.as_range(held).low:
        watch.idle.add(row.node)


def _watch_amount(watch: Watch, statement: Post, row: Row, facts: Facts, amount: Number, maximum: Exact) -> None:
    watch.reached.add(row.node)
    known = ranges.as_range(amount)
    if known.holds_zero:
        watch.still.add(row.node)
    if (known.low, known.high) != (0, 0):
        watch.moves.add(row.node)
    quantities = [part.value for part in row.parts if part.role == "quantity"]
    negative = [one.origin for one in quantities if _may_be_negative(quantity(one, facts))]
    if not negative and _may_be_negative(amount):
        negative = [row.amount.origin]
    watch.negative.update(negative)
    high = ranges.as_range(amount).high
    if statement.sign > 0 and (high is None or high > maximum):
        watch.above_maximum.add(row.node)


def _watch_room(watch: Watch, statement: Post, row: Row, facts: Facts, before: Exact | None, maximum: Exact) -> None:
    limits = [part.value for part in row.parts if part.role == "limit"]
    if statement.sign > 0 and limits and before is not None and before > 0:
        low = ranges.as_range(quantity(limits[0], facts)).low
        if low is not None and before + low > maximum:
            watch.no_room.add(row.node)


def _watch_before(watch: Watch, row: Row, high: Exact | None) -> None:
    known = watch.highest_before.get(row.node, high)
    watch.highest_before[row.node] = None if high is None or known is None else max(high, known)


def _may_be_negative(amount: Number) -> bool:
    low = ranges.as_range(amount).low
    return low is None or low < 0


def taken(before: Number, after: Number) -> Number:
    """How a limit changed the running score; while it is open, by how much at most, and perhaps not at all."""
    change = ranges.add(after, ranges.negative(before))
    if type(before) is not Range and type(after) is not Range:
        return change
    lowered = ranges.as_range(before).high != ranges.as_range(after).high
    bounds = ranges.as_range(change)
    return Range(bounds.low, 0) if lowered else Range(0, bounds.high)


def _hull(results: list[Number]) -> Number:
    value = results[0]
    for other in results[1:]:
        value = ranges.hull(value, other)
    return value


def _entry(statement: Post | Limit, row: Row, facts: Facts, amount: Number, running: Number, perhaps: bool) -> Entry:
    rows = len(statement.rows)
    place = 1 if rows == 1 else next(number for number, one in enumerate(statement.rows, 1) if one is row)
    parts = tuple(Quantity(part.role, evaluate(part.value, facts), part.kind) for part in row.parts)
    reason = _reason(row.because, facts) if row.because is not None else None
    gives = isinstance(statement, Post) and statement.sign > 0
    construct, words = statement.construct, row.words
    return Entry(construct, amount, running, words, row.line, place, rows, reason, parts, perhaps, gives)


def _reason(because: Because, facts: Facts) -> Reason:
    """The author's reason with the values that it quotes."""
    return Reason(
        tuple(
            part if isinstance(part, str) else Quantity(part.name, evaluate(part, facts), part.kind)
            for part in because.parts
        )
    )
