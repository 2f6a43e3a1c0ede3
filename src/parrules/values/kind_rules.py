"""What kind a sum, a product or a comparison has, and which kinds do not stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parrules.values.kinds import BARE, DATE, DAYS, NUMBER, RATIO, Kind

_A_NUMBER_STANDS_FOR = ("points", "count", "days", "money", "number")


def beside(a: Kind, b: Kind) -> Kind | None:
    """The kind of two values that are added, compared or chosen between; None when they do not mix.

    A number written in a program takes the kind it stands beside, but never that of a ratio; a number without a
    unit stands for points, a count, days or money.
    """
    if a == b:
        return a
    if a.is_plain and b.name in _A_NUMBER_STANDS_FOR:
        return b
    if b.is_plain and a.name in _A_NUMBER_STANDS_FOR:
        return a
    return None


def of_sum(first: Kind, sign: str, second: Kind) -> Kind | None:
    """The kind of `first + second` or `first - second`; None when they do not mix."""
    if second == DATE:
        return DAYS if first == DATE and sign == "-" else None
    if first == DATE:
        return DATE if second.is_plain or second.name in ("days", "count") else None
    both = beside(first, second)
    return both if both is not None and both.is_quantity else None


def of_product(over: Sequence[Kind], under: Sequence[Kind]) -> Kind:
    """The kind of a product of `over` divided by all of `under`, in any order.

    Equal kinds above and below cancel, and a ratio times anything is that thing. What is left is that kind, which a
    count beside it does not change; where nothing is left it is a ratio (also when divided by a number: a mean of
    ratios is one), or a number if a number multiplies it; any other mixture is a number.
    """
    everything = [*over, *under]
    if all(kind.name == "bare" for kind in everything):
        return BARE
    above, below = _cancelled(_weighty(over), _weighty(under))
    if not above and not below:
        return NUMBER if any(kind.is_plain for kind in over) else RATIO
    things = [kind for kind in above if kind.name != "count"]
    if all(kind.name == "count" for kind in below):
        if len(things) == 1:
            return things[0]
        if not things and len(above) == 1 and not below:
            return above[0]
    return NUMBER


def is_points(kind: Kind) -> bool:
    """Whether it may be awarded, added or deducted."""
    return kind.name == "points" or kind.is_plain


def _weighty(kinds: Iterable[Kind]) -> list[Kind]:
    return [kind for kind in kinds if kind.name != "ratio" and not kind.is_plain]


def _cancelled(above: list[Kind], below: list[Kind]) -> tuple[list[Kind], list[Kind]]:
    left = list(above)
    rest = []
    for kind in below:
        if kind in left:
            left.remove(kind)
        else:
            rest.append(kind)
    return left, rest
