"""The records of a standing: who stands where among the bodies of a round, by what, and how that changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parrules.standing.origins import Merger
from parrules.values.amounts import Number

Within = Literal["round", "group", "region"]
"""Among whom bodies are ranked: all of the round, or those of one group or region."""

WhyApart = Literal["not_assessed", "not_ranked", "nothing_applies", "no_group"]
"""Why a body has no place: the methodology, or its ranking, does not hold for it; it has no score; or no group."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place, counted from 1; every one from `first` to `last` while it is open, or left to the authority.

    level: how many bodies are surely equal here, this one included.
    """

    first: int
    last: int
    level: int = 1


@dataclass(frozen=True, slots=True)
class Change:
    """Against another round.

    before: what it was ranked by then; points: gained since. place: the one it had then; places: gained since (positive
    is up). Both are None where it was not ranked among the same bodies.
    """

    before: Number
    points: Number
    place: Place | None = None
    places: Number | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A body with its place. value: what it is ranked by. perhaps: whether it is ranked depends on what is missing.

    to_first: how far it is behind the first; to_mean: how far above the mean (negative: below). classes: as on its
    sheet.
    """

    body: str
    body_name: str
    group: str
    region: str
    place: Place
    value: Number
    total: Number | None
    index: Number | None
    classes: tuple[str, ...]
    perhaps: bool
    to_first: Number
    to_mean: Number
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Apart:
    """A body without a place."""

    body: str
    body_name: str
    why: WhyApart


@dataclass(frozen=True, slots=True)
class Statistics:
    """Of what bodies are ranked by. count: of the bodies that are ranked, a range while that is open."""

    count: Number
    mean: Number
    median: Number
    best: Number
    worst: Number


@dataclass(frozen=True, slots=True)
class Against:
    """The other round that changes are measured against.

    rules_changed: whether its edition is another. up, down, same: how many bodies gained points, lost some, or have as
    many; open: of how many that is not settled. new: those that had no score then; gone: those that have none now;
    merged: those that were made of others since.
    """

    year: int
    start: str
    end: str
    methodology: str
    edition: str
    rules_changed: bool
    up: int
    down: int
    same: int
    open: int
    new: tuple[str, ...]
    gone: tuple[str, ...]
    merged: tuple[Merger, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Bodies in the order of their places, then by name; whatever the order in which they were handed in.

    by: `total`, `index`, or the code of a criterion, whose title is beside it. within and of: among whom (of is empty
    for the whole round). ties: what became of those who are equal. statistics: None where nobody is ranked.
    """

    by: str
    title_vi: str
    title_en: str
    within: Within
    of: str
    ties: Literal["competition", "dense", "undecided"]
    rows: tuple[Ranked, ...]
    apart: tuple[Apart, ...]
    statistics: Statistics | None
    against: Against | None = None
