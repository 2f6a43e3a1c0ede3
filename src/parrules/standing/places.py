"""The place of a body among scores that may be open or printed rounded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact
from parrules.values.ranges import Range

_End = tuple[Exact, int]
"""An end of a range; 1 behind a low end that is left out, -1 behind a high one, so that ends compare as they lie."""


class Places:
    """Scores by body, best first: each as it stands in print, and as all that its digits allow."""

    def __init__(self, values: Mapping[str, tuple[Number, Number]]) -> None:
        self.values = values
        wide = [ranges.as_range(within) for _, within in values.values()]
        self._lows = sorted(low for low in map(_low, wide) if low is not None)
        self._highs = sorted(high for high in map(_high, wide) if high is not None)
        faces = [value for value, _ in values.values() if not isinstance(value, Range)]
        self._faces = sorted(faces) if len(faces) == len(values) else None

    def __len__(self) -> int:
        return len(self.values)

    def place(self, body: str) -> Exact | None:
        """1 and how many are above, as scores stand in print; None while one is open."""
        value = self.values[body][0]
        if self._faces is None or isinstance(value, Range):
            return None
        return 1 + len(self._faces) - bisect_right(self._faces, value)

    def possible(self, body: str) -> tuple[int, int]:
        """The best and the worst place: 1 and how many are surely above, and may be above."""
        own = ranges.as_range(self.values[body][1])
        high, low = _high(own), _low(own)
        surely = 0 if high is None else len(self._lows) - bisect_right(self._lows, high)
        below = 0 if low is None else bisect_right(self._highs, low)
        itself = 1 if low is not None and high is not None and high <= low else 0
        return 1 + surely, len(self) - below + itself


def _low(one: Range) -> _End | None:
    return None if one.low is None else (one.low, 1 if one.low_open else 0)


def _high(one: Range) -> _End | None:
    return None if one.high is None else (one.high, -1 if one.high_open else 0)
