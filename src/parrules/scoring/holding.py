"""What is done to every score at its end: held within its bounds, then rounded where the methodology says."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from parrules.scoring.ledger import Account
from parrules.scoring.sheet import Entry
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact, exact
from parrules.values.ranges import Range


def hold(account: Account, minimum: Exact, maximum: Exact | None) -> None:
    """An entry where the score stands outside its bounds. maximum None: unlimited."""
    _enter(account, "hold", _held(account.running, minimum, maximum), _by_holding)


def round_to(account: Account, places: int | None, minimum: Exact, maximum: Exact | None) -> None:
    """An entry where rounding, half away from zero, changes the score. places None: it is not rounded.

    Rounding never carries a score out of its bounds: 2.5 of 2.5 stays 2.5 where whole points are given.
    """
    if places is not None:
        rounded = _held(ranges.round_range(account.running, places, "half_up"), minimum, maximum)
        half = Fraction(1, 2 * 10**places)
        _enter(account, "round", rounded, lambda before, after: Range(-half, half))


def _held(score: Number, minimum: Exact, maximum: Exact | None) -> Number:
    held = ranges.greatest(score, minimum)
    return held if maximum is None else ranges.least(held, maximum)


def _enter(account: Account, construct: str, after: Number, change: Callable[[Range, Range], Range]) -> None:
    """change: what it can be while the score is open."""
    before, account.running = account.running, after
    if type(before) is Range:
        known = ranges.as_range(after)
        if (before.low, before.high) != (known.low, known.high):
            account.entries.append(Entry(construct, change(before, known), after, perhaps=True))
    elif before != after:
        account.entries.append(Entry(construct, ranges.add(after, ranges.negative(before)), after))


def _by_holding(before: Range, after: Range) -> Range:
    """From the most that its upper end is lowered to the most that its lower end is raised; None without limit."""
    return Range(_moved(before.high, after.high, min), _moved(before.low, after.low, max))


def _moved(before: Exact | None, after: Exact | None, further: Callable[[Exact, Exact], Exact]) -> Exact | None:
    if before is None or after is None:
        return 0 if before == after else None
    return further(0, exact(after - before))
