"""A methodology ready to be scored: its records, and its programs as core operators."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.methodology.model import Methodology, Quota
from parrules.operators.expressions import Named, Operator
from parrules.operators.ledger import Program

CLASS = "class"
"""The column in which the bodies of the round have their classes."""


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
class PlannedQuota:
    """A quota of a class, with how many it lets keep it."""

    quota: Quota
    at_most: Operator


@dataclass(frozen=True, slots=True)
class Plan:
    """order: the codes of all criteria, each after those that it waits for and after its children. formulas: each after
    those that it is computed from. reads_bodies: whether some program looks at the other bodies of the round;
    class_reads_bodies: whether the class does, so that it waits for the totals of all. quotas: that of the highest
    class first. ranked: who is ranked (None: all that are scored). lasts: the figures whose values in
    the last round are read, `total` and `index` among them.
    """

    methodology: Methodology
    criteria: tuple[PlannedCriterion, ...]
    order: tuple[str, ...]
    applies: Operator | None
    classes: Program | None
    formulas: tuple[Named, ...] = ()
    reads_bodies: bool = False
    class_reads_bodies: bool = False
    digest: str = ""
    quotas: tuple[PlannedQuota, ...] = ()
    ranked: Operator | None = None
    lasts: tuple[str, ...] = ()

    @property
    def waits_for_all(self) -> bool:
        """Whether the class of one body depends on what all others came to."""
        return self.class_reads_bodies or bool(self.quotas)
