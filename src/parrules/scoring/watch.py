"""What a check wants to know of a run with evidence missing: node ids of what could happen."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Watch:
    """none_used: expressions computed or compared with while they may be none. negative: amounts, or quantities after
    `per`, that may be below 0. uncovered: statements of which it may be that no row holds. reached: rows that may hold.
    bites: caps that may bite. above_maximum: rows of the base that may exceed the maximum. no_room: rows whose own
    limit is above what is left under the maximum.
    """

    none_used: set[int] = field(default_factory=set)
    negative: set[int] = field(default_factory=set)
    uncovered: set[int] = field(default_factory=set)
    reached: set[int] = field(default_factory=set)
    bites: set[int] = field(default_factory=set)
    above_maximum: set[int] = field(default_factory=set)
    no_room: set[int] = field(default_factory=set)
