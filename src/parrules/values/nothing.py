"""The three kinds of nothing; none of them is 0."""

from __future__ import annotations

from enum import Enum


class Nothing(Enum):
    """none: known to be absent. missing: not supplied yet. not_applicable: does not concern this body."""

    none = "none"
    missing = "missing"
    not_applicable = "not applicable"

    def __repr__(self) -> str:
        return self.value


NONE = Nothing.none
MISSING = Nothing.missing
NOT_APPLICABLE = Nothing.not_applicable
