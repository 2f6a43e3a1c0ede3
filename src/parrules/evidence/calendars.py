"""Which days are working days: a week with its weekend, holidays, and days that make up for them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar by its name; days are ordinals, as dates are everywhere.

    weekend: days of the week that are free, Monday is 0. closed: working days by the week that are holidays; opened:
    days that are worked though they are free otherwise; both in order. first, last: the days that it says something
    about. basis: the text that sets it.
    """

    name: str
    weekend: tuple[int, ...]
    closed: tuple[int, ...]
    opened: tuple[int, ...]
    first: int
    last: int
    basis: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it says of any day what that is: one in which something was found wrong does not."""
        return self.first <= self.last

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The fewest and the most working days after `start` up to and including `end`.

        They differ by the days that the calendar says nothing about: any of those may be one.
        """
        if end <= start:
            return 0, 0
        after, until = self._within(start), self._within(end)
        known = self._count(until) - self._count(after)
        return known, known + (end - start) - (until - after)

    def covers(self, start: int, end: int) -> bool:
        """Whether it says of every day after `start` up to and including `end` what that is."""
        return end <= start or (self.first <= start + 1 and end <= self.last)

    def _within(self, day: int) -> int:
        """The day, or that end of the calendar which is nearest; the day before the first where it is earlier."""
        return min(max(day, self.first - 1), self.last)

    def _count(self, day: int) -> int:
        """The working days up to and including `day`, from the first day of all, which was a Monday."""
        weeks, rest = divmod(day, 7)
        in_rest = sum(place not in self.weekend for place in range(rest))
        by_week = weeks * (7 - len(self.weekend)) + in_rest
        return by_week - bisect_right(self.closed, day) + bisect_right(self.opened, day)


def between(calendar: Calendar | None, start: int, end: int) -> tuple[int, int]:
    """The same without a calendar: any day may be a working day, or none."""
    return (0, max(0, end - start)) if calendar is None else calendar.between(start, end)
