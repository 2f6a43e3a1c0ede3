"""What is done to every score at its end: held within its bounds, then rounded where the methodology says."""

from __future__ import annotations

from parrules.scoring.ledger import Account, taken
from parrules.scoring.sheet import Entry
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range


def hold(account: Account, minimum: Exact, maximum: Exact | None) -> None:
    """An entry where the score stands outside its bounds. maximum None: unlimited."""
    _enter(account, "hold", _held(account.running, minimum, maximum))


def round_to(account: Account, places: int | None, minimum: Exact, maximum: Exact | None) -> None:
    """An entry where rounding, half away from zero, changes the score. places None: it is not rounded.

    Rounding never carries a score out of its bounds: 2.5 of 2.5 stays 2.5 where whole points are given.
    """
    if places is not None:
        rounded = ranges.round_range(account.running, places, "half_up")
        _enter(account, "round", _held(rounded, minimum, maximum))


def _held(score: Number, minimum: Exact, maximum: Exact | None) -> Number:
    held = ranges.greatest(score, minimum)
    return held if maximum is None else ranges.least(held, maximum)


def _enter(account: Account, construct: str, after: Number) -> None:
    before, account.running = account.running, after
    if type(before) is Range and type(after) is Range and (before.low, before.high) == (after.low, after.high):
        return
    if before != after:
        change = taken(before, after)
        account.entries.append(Entry(construct, change, after, perhaps=type(change) is Range))
