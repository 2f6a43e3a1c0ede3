"""The ends of what a number can be, in an order of their own: who is above whom, surely or possibly."""

from __future__ import annotations

from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

End = tuple[int, Exact, int]
"""An end: -1 or 1 where it is unbounded; the number; -1 or 1 where it is only come near to, from below or from above.
One number is surely above another where its low end is above the other's high end, and possibly where its high end is
above the other's low end."""

BELOW_ALL: End = (-1, 0, 0)
ABOVE_ALL: End = (1, 0, 0)


def low_end(number: Number) -> End:
    if not isinstance(number, Range):
        return (0, number, 0)
    return BELOW_ALL if number.low is None else (0, number.low, 1 if number.low_open else 0)


def high_end(number: Number) -> End:
    if not isinstance(number, Range):
        return (0, number, 0)
    return ABOVE_ALL if number.high is None else (0, number.high, -1 if number.high_open else 0)
