"""`count(T where C)`, and `sum`, `mean`, `share`, `lowest`, `highest` as `f(E of T where C)`.

Of no records the count and the sum are 0, the others none.
"""

from __future__ import annotations

from parrules.constructs.vocabulary import Gathering
from parrules.values.kinds import COUNT, NUMBER, RATIO, Kind


def _same(kind: Kind) -> Kind:
    return NUMBER if kind.name == "bare" else kind


def _count(_: Kind) -> Kind:
    return COUNT


def _ratio(_: Kind) -> Kind:
    return RATIO


COUNT_OF = Gathering("count", "nothing", _count)
SUM_OF = Gathering("sum", "quantity", _same)
MEAN_OF = Gathering("mean", "quantity", _same)
SHARE_OF = Gathering("share", "condition", _ratio)
LOWEST_OF = Gathering("lowest", "quantity", _same)
HIGHEST_OF = Gathering("highest", "quantity", _same)
