"""What comes of holding published figures against the rules and against each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parrules.evidence.published import FigureName, Printed
from parrules.standing.verdicts import Policy, Verdict
from parrules.values.amounts import Number

Way = Literal[
    "rules",
    "printed_parts",
    "points_of_maximum",
    "maximum",
    "before_and_change",
    "places_gained",
    "printed_twice",
    "ranked",
    "ranked_print",
    "ranked_of",
    "mean",
    "mean_print",
    "sum",
]
"""How the other figure was found: what the rules give for the evidence; the sum of the printed parts; printed points
over the maximum; the maximum itself, which points cannot exceed; the printed figure before and its change, in points
or in places; the same figure printed once more; the place among scores by the rules, or among printed totals; the
number of bodies, which a place cannot exceed; the mean of scores by the rules, or of printed totals; a printed sum."""

_WORST: tuple[Verdict, ...] = ("contradicts", "open", "within_rounding", "exact")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about. body: its id, or the name of a group, `all` for everybody; empty for a printed sum.

    code: the criterion, empty for the total. kind: of one body, the mean of a group, or a printed sum.
    """

    kind: Literal["body", "mean", "sum"]
    body: str
    body_name: str
    code: str = ""
    title_vi: str = ""
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published figure beside another. terms: what the other was made of, where that is little enough to be shown.

    computed: the other figure, from what stands in print; within: all that the digits of its parts allow.
    """

    subject: Subject
    figure: FigureName
    printed: Printed
    way: Way
    computed: Number
    within: Number
    verdict: Verdict
    policy: Policy = ""
    terms: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Alone:
    """A published figure beside which there is nothing."""

    subject: Subject
    figure: FigureName
    printed: Printed


@dataclass(frozen=True, slots=True)
class SubjectVerdict:
    """The worst of what was found of a body, a mean or a sum, and all that was found of it."""

    subject: Subject
    verdict: Verdict
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """comparisons: in the order of what was published. alone: what could be compared with nothing."""

    comparisons: tuple[Comparison, ...]
    alone: tuple[Alone, ...] = ()
    title_vi: str = ""
    title_en: str = ""

    def verdicts(self) -> tuple[SubjectVerdict, ...]:
        """One a body, a mean or a sum, in order."""
        found: dict[tuple[str, str], list[Comparison]] = {}
        for one in self.comparisons:
            subject = one.subject
            found.setdefault((subject.kind, subject.body or subject.title_vi), []).append(one)
        return tuple(
            SubjectVerdict(about[0].subject, worst({one.verdict for one in about}), tuple(about))
            for about in found.values()
        )

    @property
    def contradicts(self) -> bool:
        return any(one.verdict == "contradicts" for one in self.comparisons)

    @property
    def is_open(self) -> bool:
        return any(one.verdict == "open" for one in self.comparisons)


def worst(verdicts: set[Verdict]) -> Verdict:
    return next(one for one in _WORST if one in verdicts)
