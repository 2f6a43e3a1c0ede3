"""A methodology ready to be scored: its records, and its programs as core operators."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.methodology.model import Methodology
from parrules.operators.expressions import Operator
from parrules.operators.ledger import Program


@dataclass(frozen=True, slots=True)
class PlannedCriterion:
    """What the programs of one criterion come to.

    program: the score (None: it is judged, or made of its children). applies: when it applies (None: always). where:
    which records it scores (None: all). reads: the figures and tables that it reads, computed ones followed to what
    they are computed from. waits_for: the criteria whose scores it reads.
    """

    code: str
    program: Program | None
    applies: Operator | None
    where: Operator | None
    classes: Program | None
    reads: tuple[str, ...]
    waits_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """order: the codes of all criteria, each after those that it waits for and after its children."""

    methodology: Methodology
    criteria: tuple[PlannedCriterion, ...]
    order: tuple[str, ...]
    applies: Operator | None
    classes: Program | None
    digest: str = ""
