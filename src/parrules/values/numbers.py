"""Exact numbers: rationals from the text of a file to the printed score."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from parrules.text.digits import digits, whole

Exact = int | Fraction
"""A rational number. Whole numbers are kept as `int`, which is the same number and quicker."""

Way = Literal["half_up", "up", "down"]


def exact(number: Exact) -> Exact:
    """The same number, as an `int` where it is whole."""
    return number.numerator if number.denominator == 1 else number


def plus(a: Exact, b: Exact) -> Exact:
    """`a + b`; nothing is worked out where `a` is 0, as a running score and a sum are at first."""
    return b if type(a) is int and a == 0 else a + b


def times(a: Exact, b: Exact) -> Exact:
    """`a * b`; nothing is worked out where `b` is 1, as a weight mostly is."""
    return a if type(b) is int and b == 1 else a * b


def quotient(over: Exact, under: Exact) -> Exact:
    """`over / under`, exactly. `under` is not 0."""
    if type(over) is int and type(under) is int:
        return over // under if over % under == 0 else Fraction(over, under)
    return exact(Fraction(over) / under)


def rounded(number: Exact, places: int = 0, way: Way = "half_up") -> Exact:
    """`number` to `places` decimals.

    `half_up` takes a half away from zero, as a spreadsheet does: 0.535 gives 0.54 and -0.535 gives -0.54.
    `up` is the next number not below, `down` the next not above (2.1 and -2.1 give 3 and -2; 2 and -3).
    """
    scale: Exact = 10**places if places >= 0 else Fraction(1, 10**-places)
    scaled = number * scale
    over, under = scaled.numerator, scaled.denominator
    if way == "down":
        whole = over // under
    elif way == "up":
        whole = -(-over // under)
    else:
        whole = (2 * abs(over) + under) // (2 * under)
        whole = -whole if over < 0 else whole
    return quotient(whole, scale)


def written(number: Exact) -> str:
    """The number as text that says it exactly: `12.25`, or `1/3` where no finite decimal exists."""
    if type(number) is int:
        return digits(number)
    over, under = number.numerator, number.denominator
    twos, rest = _without(2, under)
    fives, rest = _without(5, rest)
    places = max(twos, fives)
    if rest != 1:
        return f"{digits(over)}/{digits(under)}"
    if places == 0:
        return digits(over)
    shown = digits(abs(over) * 10**places // under).rjust(places + 1, "0")
    return f"{'-' if over < 0 else ''}{shown[:-places]}.{shown[-places:]}"


def _without(prime: int, number: int) -> tuple[int, int]:
    """How often the prime divides the number, and what is left of it then."""
    count = 0
    while number % prime == 0:
        number //= prime
        count += 1
    return count, number


def from_written(text: str) -> Exact:
    """The number that `written` wrote."""
    over, _, under = text.partition("/")
    if under:
        return exact(Fraction(whole(over), whole(under)))
    before, _, behind = over.partition(".")
    return exact(Fraction(whole(before + behind), 10 ** len(behind)))
