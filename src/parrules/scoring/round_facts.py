"""What a body sees of the other bodies of its round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parrules.evidence.records import Records
from parrules.operators.expressions import Operator


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """tables: `bodies` and `peers`. shared: what aggregates over them came to, filled as they are asked for; the same
    for every body of a group."""

    tables: Mapping[str, Records]
    shared: dict[Operator, Any]


ALONE = RoundFacts({}, {})
"""For a plan that does not look at other bodies."""
