"""`Q above T`, `Q below T`: how far Q exceeds T or falls short of it; 0 where it does not."""

from __future__ import annotations

from typing import Literal

from parrules.operators.expressions import Constant, Greatest, Negative, Operator, Sum


def rewrite(way: Literal["above", "below"], value: Operator, threshold: Operator, node: int) -> Operator:
    more, less = (value, threshold) if way == "above" else (threshold, value)
    return Greatest((Constant(0, node), Sum((more, Negative(less, node)), node)), node)
