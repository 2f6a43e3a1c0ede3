"""What is done to every score at its end: held within its bounds, then rounded where the methodology says."""

from __future__ import annotations

from parrules.scoring.ledger import Account, taken
from parrules.scoring.sheet import Entry
from parrules.values import ranges
from parrules.values.numbers import Exact
from parrules.values.ranges import Range


def hold(account: Account, minimum: Exact, maximum: Exact | None) -> None:
    """An entry where the score stands outside its bounds. maximum None: unlimited."""
    before = account.running
    held = ranges.greatest(before, minimum)
    if maximum is not None:
        held = ranges.least(held, maximum)
    _enter(account, "hold", held)


def round_to(account: Account, places: int | None) -> None:
    """An entry where rounding, half away from zero, changes the score. places None: it is not rounded."""
    if places is not None:
        _enter(account, "round", ranges.round_range(account.running, places, "half_up"))


def _enter(account: Account, construct: str, after: Exact | Range) -> None:
    before = account.running
    if type(before) is Range and type(after) is Range and (before.low, before.high) == (after.low, after.high):
        return
    if before == after:
        return
    change = taken(before, after)
    account.running = after
    account.entries.append(Entry(construct, change, after, perhaps=type(change) is Range))
