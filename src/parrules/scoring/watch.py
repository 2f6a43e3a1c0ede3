"""What a check wants to know of a run: node ids of what could happen, or with all evidence there, of what did."""

from __future__ import annotations

from dataclasses import dataclass, field

from parrules.values.numbers import Exact


@dataclass(slots=True)
class Watch:
    """none_used: expressions computed or compared with while they may be none. negative: amounts, or quantities after
    `per`, that may be below 0. uncovered: statements of which it may be that no row holds. reached: rows that may hold.
    bites: caps that may bite, idle: caps that may not. moves: rows that may change the score, still: that may change it
    by nothing. above_maximum: rows that may give more than the maximum. no_room: rows whose own limit is above what
    is left under the maximum. above_limit: by row of a cap, how far the score stood above it, or below 0 below it.
    highest_before: by row of a statement that posts, how high the score may stand before it; None without bound.

    only_sure: whether it wants to know only what surely happened, and nothing of what is open.
    """

    only_sure: bool = False

    none_used: set[int] = field(default_factory=set)
    negative: set[int] = field(default_factory=set)
    uncovered: set[int] = field(default_factory=set)
    reached: set[int] = field(default_factory=set)
    bites: set[int] = field(default_factory=set)
    idle: set[int] = field(default_factory=set)
    moves: set[int] = field(default_factory=set)
    still: set[int] = field(default_factory=set)
    above_maximum: set[int] = field(default_factory=set)
    no_room: set[int] = field(default_factory=set)
    above_limit: dict[int, Exact] = field(default_factory=dict)
    highest_before: dict[int, Exact | None] = field(default_factory=dict)

    def takes(self, is_sure: bool) -> bool:
        """Whether it takes note of something. is_sure: whether that surely happened."""
        return is_sure or not self.only_sure
