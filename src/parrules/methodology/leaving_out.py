"""Which criteria may be left out for some body, as far as the rule file alone says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parrules.methodology.model import Criterion


def may_be_left_out(criteria: Iterable[Criterion], below: bool = False) -> frozenset[str]:
    """The codes of those that may have no score. below: whether what they stand below may be left out."""
    found: set[str] = set()
    for one in criteria:
        itself = below or (one.applies is not None and one.if_not in ("left_out", "shared"))
        under = may_be_left_out(one.children, itself)
        if itself or (one.children and all(child.code in under for child in one.children)):
            found.add(one.code)
        found |= under
    return frozenset(found)


def may_have_no_total(criteria: Sequence[Criterion]) -> bool:
    """Whether nothing may apply to a body, so that it has no total."""
    left_out = may_be_left_out(criteria)
    return all(one.code in left_out for one in criteria)


def may_have_no_index(criteria: Sequence[Criterion]) -> bool:
    """Whether nothing inside the scale may apply to a body, so that it has no index."""
    return may_have_no_total([one for one in criteria if not one.outside_scale and one.maximum > 0])
