"""What an open value can still be: an interval of numbers, or either of yes and no.

Step-by-step interval arithmetic: every result contains every number that the operands can give. An end may be
left out (`low_open`), so that what is above 0 is known not to be 0; a whole range holds whole numbers only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from parrules.values.numbers import Exact, Way, exact, plus, quotient, rounded, times


@dataclass(frozen=True, slots=True)
class Range:
    """Every number from `low` to `high` (None: unbounded); `none` where it may also be known to be absent.

    without_zero: of what lies between, 0 is ruled out.
    """

    low: Exact | None = None
    high: Exact | None = None
    low_open: bool = False
    high_open: bool = False
    whole: bool = False
    none: bool = False
    without_zero: bool = False

    @property
    def holds_zero(self) -> bool:
        if self.without_zero:
            return False
        above = self.low is None or self.low < 0 or (self.low == 0 and not self.low_open)
        below = self.high is None or self.high > 0 or (self.high == 0 and not self.high_open)
        return above and below

    @property
    def is_empty(self) -> bool:
        if self.low is None or self.high is None or self.low < self.high:
            return False
        return self.low > self.high or self.low_open or self.high_open


@dataclass(frozen=True, slots=True)
class Unknown:
    """Yes or no, or a text, that is not known; `none` where it may also be known to be absent."""

    none: bool = False


MAYBE = Unknown()


def as_range(value: Exact | Range) -> Range:
    """A known number as the range that holds only it."""
    if isinstance(value, Range):
        return value
    return Range(value, value, whole=value.denominator == 1)


def settled(value: Range) -> Exact | Range:
    """The number itself where only one is left."""
    if not value.none and value.low is not None and value.low == value.high and not value.is_empty:
        return value.low
    return value


def normal(value: Range) -> Range:
    """With an end at 0 left out where 0 is ruled out, and those of a whole range drawn in to whole numbers it holds."""
    if value.without_zero and 0 in (value.low, value.high):
        low_open, high_open = value.low_open or value.low == 0, value.high_open or value.high == 0
        value = replace(value, low_open=low_open, high_open=high_open)
    if not value.whole:
        return value
    low, high = value.low, value.high
    if low is not None:
        up = rounded(low, 0, "up")
        low = up + 1 if value.low_open and up == low else up
    if high is not None:
        down = rounded(high, 0, "down")
        high = down - 1 if value.high_open and down == high else down
    return replace(value, low=low, high=high, low_open=False, high_open=False)


def intersection(a: Range, b: Range) -> Range:
    """The numbers in both; may be empty."""
    low, low_open = a.low, a.low_open
    if b.low is not None and (low is None or b.low > low or (b.low == low and b.low_open)):
        low, low_open = b.low, b.low_open
    high, high_open = a.high, a.high_open
    if b.high is not None and (high is None or b.high < high or (b.high == high and b.high_open)):
        high, high_open = b.high, b.high_open
    whole, none, without_zero = a.whole or b.whole, a.none and b.none, a.without_zero or b.without_zero
    return normal(Range(low, high, low_open, high_open, whole, none, without_zero))


def hull(a: Exact | Range, b: Exact | Range) -> Exact | Range:
    """The smallest range that holds both."""
    if type(a) is not Range and type(b) is not Range and a == b:
        return a
    x, y = as_range(a), as_range(b)
    low: Exact | None = None
    low_open = False
    if x.low is not None and y.low is not None:
        low = min(x.low, y.low)
        low_open = all(r.low_open for r in (x, y) if r.low == low)
    high: Exact | None = None
    high_open = False
    if x.high is not None and y.high is not None:
        high = max(x.high, y.high)
        high_open = all(r.high_open for r in (x, y) if r.high == high)
    return Range(low, high, low_open, high_open, x.whole and y.whole, x.none or y.none)


def add(a: Exact | Range, b: Exact | Range) -> Exact | Range:
    if type(a) is not Range and type(b) is not Range:
        return plus(a, b)  # type: ignore[arg-type]
    x, y = as_range(a), as_range(b)
    return Range(
        None if x.low is None or y.low is None else x.low + y.low,
        None if x.high is None or y.high is None else x.high + y.high,
        x.low_open or y.low_open,
        x.high_open or y.high_open,
        x.whole and y.whole,
    )


def negative(a: Exact | Range) -> Exact | Range:
    if type(a) is not Range:
        return -a  # type: ignore[operator]
    return Range(
        None if a.high is None else -a.high,
        None if a.low is None else -a.low,
        a.high_open,
        a.low_open,
        a.whole,
    )


# An end of a product: a number, or an infinity with its sign, and whether it is left out.
_End = tuple[Fraction | int | float, bool]


def multiply(a: Exact | Range, b: Exact | Range) -> Exact | Range:
    if type(a) is not Range and type(b) is not Range:
        return times(a, b)  # type: ignore[arg-type]
    x, y = as_range(a), as_range(b)
    corners = [_corner(p, q) for p in _ends(x) for q in _ends(y)]
    return _between(corners, x.whole and y.whole)


def divide(a: Exact | Range, b: Exact | Range) -> Exact | Range:
    """`a / b`, where what is 0 in `b` is left out: the caller has asked whether it may be."""
    if type(a) is not Range and type(b) is not Range:
        return quotient(a, b)  # type: ignore[arg-type]
    y = normal(replace(as_range(b), without_zero=True))
    if (y.low is None or y.low < 0) and (y.high is None or y.high > 0):
        return Range()  # both signs below the line: anything
    x = as_range(a)
    return _between([_corner(p, _inverse(q, y)) for p in _ends(x) for q in _ends(y)], False)


def least(a: Exact | Range, b: Exact | Range) -> Exact | Range:
    if type(a) is not Range and type(b) is not Range:
        return min(a, b)  # type: ignore[type-var]
    return negative(greatest(negative(a), negative(b)))


def greatest(a: Exact | Range, b: Exact | Range) -> Exact | Range:
    if type(a) is not Range and type(b) is not Range:
        return max(a, b)  # type: ignore[type-var]
    x, y = as_range(a), as_range(b)
    low, low_open = x.low, x.low_open
    if low is None or (y.low is not None and (y.low > low or (y.low == low and y.low_open))):
        low, low_open = y.low, y.low_open
    high: Exact | None = None
    high_open = False
    if x.high is not None and y.high is not None:
        high = max(x.high, y.high)
        high_open = all(r.high_open for r in (x, y) if r.high == high)
    return settled(Range(low, high, low_open, high_open, x.whole and y.whole))


def round_range(a: Exact | Range, places: int, way: Way) -> Exact | Range:
    """Both ends rounded: rounding keeps order, so what lies between them stays between."""
    if type(a) is not Range:
        return rounded(a, places, way)  # type: ignore[arg-type]
    low = None if a.low is None else rounded(a.low, places, way)
    high = None if a.high is None else rounded(a.high, places, way)
    if a.low is not None and low is not None and a.low_open:
        low = -_below(-a.low, -low, places, _TURNED[way])
    if a.high is not None and high is not None and a.high_open:
        high = _below(a.high, high, places, way)
    return settled(Range(low, high, whole=places <= 0))


_TURNED: dict[Way, Way] = {"half_up": "half_up", "up": "down", "down": "up"}


def _below(end: Exact, at_end: Exact, places: int, way: Way) -> Exact:
    """What numbers just below an end come to, where the end itself comes to `at_end`."""
    step = Fraction(1, 10) ** places
    falls = at_end == end if way == "down" else way == "half_up" and 2 * (at_end - end) == step
    return exact(at_end - step) if falls else at_end


_INFINITE = float("inf")


def _ends(x: Range) -> tuple[_End, _End]:
    low: _End = (-_INFINITE, True) if x.low is None else (x.low, x.low_open)
    high: _End = (_INFINITE, True) if x.high is None else (x.high, x.high_open)
    return low, high


def _inverse(end: _End, within: Range) -> _End:
    """1 / end, where 0 stands for the end of a range that comes near it from one side."""
    at, is_open = end
    if at == 0:
        return (_INFINITE if within.low == 0 else -_INFINITE, True)
    if isinstance(at, float):
        return (0, True)
    return (quotient(1, at), is_open)


def _corner(p: _End, q: _End) -> _End:
    """The product of two ends; 0 times an end never reached is 0, and reached where the 0 is."""
    if p[0] == 0 or q[0] == 0:
        reached = (p[0] == 0 and not p[1]) or (q[0] == 0 and not q[1])
        return (0, not reached)
    if isinstance(p[0], float) or isinstance(q[0], float):
        return (_INFINITE if (p[0] > 0) == (q[0] > 0) else -_INFINITE, True)
    return (p[0] * q[0], p[1] or q[1])


def _between(corners: list[_End], whole: bool) -> Exact | Range:
    low, high = min(c[0] for c in corners), max(c[0] for c in corners)
    return settled(
        Range(
            None if isinstance(low, float) else exact(low),
            None if isinstance(high, float) else exact(high),
            not isinstance(low, float) and all(c[1] for c in corners if c[0] == low),
            not isinstance(high, float) and all(c[1] for c in corners if c[0] == high),
            whole,
        )
    )
