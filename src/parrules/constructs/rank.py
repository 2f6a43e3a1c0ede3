"""`rank(E of peers)`: this body's place by E, best first: 1 and the number of bodies that are better.

Equal bodies share a place, and the places after them are left out (1, 2, 2, 4).
"""

from __future__ import annotations

from parrules.constructs.gatherings import count
from parrules.constructs.vocabulary import Gathered, Gathering
from parrules.operators.expressions import All, Compared, Constant, Gather, Operator, Sum


def rewrite(gathered: Gathered, node: int) -> Operator:
    if gathered.value is None or gathered.own is None:
        raise AssertionError("a rank is among bodies, by a quantity")
    better: Operator = Compared("<" if gathered.less_is_better else ">", gathered.value, gathered.own, node)
    where = better if gathered.where is None else All((gathered.where, better), node)
    return Sum((Constant(1, node), Gather("count", gathered.table, where, None, True, node, gathered.level)), node)


RANK = Gathering("rank", "quantity", count, rewrite, of_bodies=True)
