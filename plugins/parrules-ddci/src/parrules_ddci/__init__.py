"""Min-max normalised indicators over the bodies of a round, as DDCI has them: two words for the scoring language.

`min_max(E of peers)` is how far the body stands from the worst towards the best, 0% to 100%; `min_max_10(E of peers)`
is the same on DDCI's scale from 1 to 10, as a part of 10: 10% to 100%. What `better:` says of a figure decides which
end is the best. Where all bodies are equal there is nothing to tell them apart by, and each has 100%.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import parrules
from parrules.operators.expressions import (
    Choice,
    Compared,
    Constant,
    First,
    Gather,
    Greatest,
    Least,
    Negative,
    Operator,
    Product,
    Quotient,
    Sum,
)

RATIO = parrules.Kind("ratio")


def min_max(gathered: parrules.Gathered, node: int) -> Operator:
    """The distance from the worst, of the distance from the worst to the best."""
    assert gathered.value is not None and gathered.own is not None, "over bodies there is a quantity"
    around = (gathered.table, gathered.where, gathered.value, gathered.own_read)
    low = Gather("lowest", *around, node, gathered.level)
    high = Gather("highest", *around, node, gathered.level)
    ends = (high, gathered.own) if gathered.less_is_better else (gathered.own, low)
    gained = Greatest((Constant(0, node), _minus(*ends, node)), node)
    part = Least((Constant(1, node), Quotient(gained, _minus(high, low, node), node)), node)
    differ = Compared(">", high, low, node)
    return First((Choice(differ, part), Choice(None, Constant(1, node))), node)


def min_max_10(gathered: parrules.Gathered, node: int) -> Operator:
    """The same from 1 to 10, as a part of 10."""
    nine_tenths = Product((Constant(Fraction(9, 10), node), min_max(gathered, node)), node)
    return Sum((Constant(Fraction(1, 10), node), nine_tenths), node)


def _minus(first: Operator, second: Operator, node: int) -> Operator:
    return Sum((first, Negative(second, node)), node)


def _ratio(_: parrules.Kind) -> parrules.Kind:
    return RATIO


MIN_MAX = parrules.Gathering("min_max", "quantity", _ratio, min_max, of_bodies=True)
MIN_MAX_10 = parrules.Gathering("min_max_10", "quantity", _ratio, min_max_10, of_bodies=True)


@parrules.hookimpl
def parrules_gatherings() -> tuple[parrules.Gathering, ...]:
    """The words `min_max` and `min_max_10`."""
    return (MIN_MAX, MIN_MAX_10)


@parrules.hookimpl
def parrules_rule_folders() -> tuple[Path, ...]:
    """An illustrative DDCI written with them."""
    return (Path(__file__).with_name("rules"),)
