"""Where points were lost: parts that add up exactly to the applicable maximum minus the score."""

from __future__ import annotations

from collections.abc import Iterable

from parrules.scoring.sheet import Entry, Loss
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

_GIVES = ("award", "add", "mark", "child", "sum", "mean", "highest", "lowest", "exempt", "share", "rescale", "stage")
"""Entries that make the score, and take nothing from it; or of which the ledger says itself what they took."""


def losses(applicable: Exact, score: Exact, entries: Iterable[Entry], before: Iterable[Loss] = ()) -> tuple[Loss, ...]:
    """Each entry that took points; and in one line what no entry took, named after the last that gave some.

    before: what children lost. Where the score is decided while some entry is still open, no entry says what it took.
    """
    below = [loss for loss in before if loss.amount != 0]
    found = list(below)
    last: Entry | None = None
    for entry in entries:
        if isinstance(entry.amount, Range):
            found, last = below, None
            break
        if entry.gives or entry.construct in _GIVES:
            last = entry
        elif entry.amount != 0:
            found.append(Loss(entry.construct, -entry.amount, entry.words, entry.line, entry.reason))
    rest = applicable - score
    for loss in found:
        rest -= loss.amount
    if rest != 0:
        cause = "fell_short" if rest > 0 else "surplus"
        named = last if last is not None and last.construct != "child" else None
        words, line = (named.words, named.line) if named else ("", 0)
        found.insert(0, Loss(cause, rest, words, line, named.reason if named else None))
    return tuple(found)
