"""`count(T where C)`, and `sum`, `mean`, `share`, `lowest`, `highest` as `f(E of T where C)`.

Of no records the count and the sum are 0, the others none.
"""

from __future__ import annotations

from collections.abc import Callable

from parrules.constructs.vocabulary import Gathered, Gathering
from parrules.operators.expressions import Gather, Operator
from parrules.operators.expressions import Gathering as Way
from parrules.values.kinds import COUNT, NUMBER, RATIO, Kind


def same(kind: Kind) -> Kind:
    """A quantity gathered stays of its kind."""
    return NUMBER if kind.name == "bare" else kind


def count(_: Kind) -> Kind:
    return COUNT


def ratio(_: Kind) -> Kind:
    return RATIO


def as_it_is(way: Way) -> Callable[[Gathered, int], Operator]:
    """A word that is a core operator itself."""

    def rewrite(gathered: Gathered, node: int) -> Operator:
        said = (gathered.table, gathered.where, gathered.value, gathered.own_read)
        return Gather(way, *said, node, gathered.level)

    return rewrite


COUNT_OF = Gathering("count", "nothing", count, as_it_is("count"))
SUM_OF = Gathering("sum", "quantity", same, as_it_is("sum"))
MEAN_OF = Gathering("mean", "quantity", same, as_it_is("mean"))
SHARE_OF = Gathering("share", "condition", ratio, as_it_is("share"))
LOWEST_OF = Gathering("lowest", "quantity", same, as_it_is("lowest"))
HIGHEST_OF = Gathering("highest", "quantity", same, as_it_is("highest"))
