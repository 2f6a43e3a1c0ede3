"""The records of a methodology, in the words of the field. Plain values only: they are kept as JSON as they stand."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from parrules.values.kinds import Kind
from parrules.values.numbers import Exact

Fidelity = Literal["verified", "derived", "secondary", "illustrative"]


@dataclass(frozen=True, slots=True)
class Title:
    """What people read, in Vietnamese and English. en is empty where none was given."""

    vi: str
    en: str = ""

    def said(self, language: str) -> str:
        return self.en if language == "en" and self.en else self.vi

    @property
    def every(self) -> tuple[str, ...]:
        """It in each language that was given."""
        return tuple(dict.fromkeys(text for text in (self.vi, self.en) if text))


UNTITLED = Title("")


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal text by the short name that criteria cite. article: where in it, for the whole methodology."""

    name: str
    title: Title
    article: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of records. none: what a blank cell means, where it means known to be absent.

    formula: how it is computed from the others, where it is not handed in.
    """

    name: str
    kind: Kind
    title: Title
    low: Exact | None = None
    high: Exact | None = None
    none: str | None = None
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that evidence hands in for a body.

    of: `body` (a trait, in the list of bodies), `round` (one for all), or `evidence`. better: which way is good.
    low, high: what it can be (a date as its ordinal). expected: beyond it, a finding that does not stop the work.
    within: the figure that it is a part of. none: what it means that it is known to be absent, where it may be.
    formula: how it is computed, where it is not handed in.
    """

    name: str
    kind: Kind
    title: Title
    of: Literal["evidence", "body", "round"] = "evidence"
    better: Literal["higher", "lower"] | None = None
    low: Exact | None = None
    high: Exact | None = None
    expected_low: Exact | None = None
    expected_high: Exact | None = None
    within: str | None = None
    none: str | None = None
    formula: str | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of records that evidence hands in for a body. id: the column that names a record, where one does."""

    name: str
    title: Title
    columns: tuple[Column, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """What a parameter is worth from one date to another (None: unlimited)."""

    value: Exact
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named figure that the methodology itself sets."""

    name: str
    kind: Kind
    title: Title
    values: tuple[ParameterValue, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A mark that somebody gives instead of a program. step: marks are multiples of it, where there is one."""

    by: str
    step: Exact | None = None


@dataclass(frozen=True, slots=True)
class Each:
    """The program scores one record of `table`, of those where `where` holds; the criterion's `combine` joins them."""

    table: str
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A field, a criterion or a component: one recursive record.

    It has a program (`score`), a judgement (`judged`), a plugin's program (`python`, the name of that; reads: the
    figures and tables that it is handed) or children: one of the four. maximum and minimum hold its
    score. stage: the one that decides it, None for any. combine: how its children, or the scores of its records,
    become its score. weight: by which its parent multiplies its score. places: decimals it is rounded to (None: not
    rounded). applies: a condition (None: always) and if_not what becomes of it otherwise. outside_scale: a bonus or
    penalty block. line: where it stands; file: the name of its file, where that is one that the edition extends.
    """

    code: str
    title: Title
    maximum: Exact
    minimum: Exact
    depth: int
    line: int
    basis: tuple[str, ...] = ()
    accountable: str = ""
    fidelity: Fidelity | None = None
    note: str = ""
    applies: str | None = None
    if_not: Literal["left_out", "full", "zero", "shared"] | None = None
    combine: Literal["sum", "mean", "highest", "lowest"] = "sum"
    weight: Exact = 1
    places: int | None = None
    outside_scale: bool = False
    rescale_to: Exact | None = None
    stage: str | None = None
    score: str | None = None
    each: Each | None = None
    judged: Judged | None = None
    classes: tuple[str, ...] = ()
    class_program: str | None = None
    children: tuple[Criterion, ...] = ()
    file: str = ""
    python: str | None = None
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the stages that a round goes through. by: who decides then; `body` is the one that is assessed."""

    name: str
    by: str
    title: Title = UNTITLED


@dataclass(frozen=True, slots=True)
class Total:
    """What holds the total: its bounds (None above: unlimited) and its decimals (None: not rounded)."""

    minimum: Exact = 0
    maximum: Exact | None = None
    places: int | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """At most so many bodies keep a class; those beyond fall to the one below.

    of: the class. at_most: a formula over the bodies that are measured against each other. by: who keeps it first.
    ties: what becomes of those who are equal where the last place is given. line: where it stands.
    """

    of: str
    at_most: str
    ties: Literal["undecided", "all", "none"]
    by: Literal["total", "index"] = "total"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Ranking:
    """How the bodies of a round are ranked.

    ties: of those who are equal, 1, 2, 2, 4 (competition), 1, 2, 2, 3 (dense), or the authority decides. then: the
    criteria by whose scores those are told apart who are equal. applies: who is ranked (None: all that are scored).
    rounded: whether the total is compared as it is rounded.
    """

    by: Literal["total", "index"] = "total"
    ties: Literal["competition", "dense", "undecided"] = "competition"
    then: tuple[str, ...] = ()
    applies: str | None = None
    rounded: bool = True


@dataclass(frozen=True, slots=True)
class Methodology:
    """One edition of a methodology, as its file says it.

    applies: for which bodies (None: all). peers: what bodies that are measured against each other have in common,
    `group`, `region` or a trait. file: the name of the rule file, as it was given. stages: in their order.
    """

    name: str
    edition: str
    title: Title
    fidelity: Fidelity
    valid_from: datetime.date
    valid_to: datetime.date | None
    levels: tuple[str, ...]
    basis: tuple[Basis, ...]
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    parameters: tuple[Parameter, ...]
    criteria: tuple[Criterion, ...]
    total: Total
    language: Literal["vi", "en"] = "en"
    applies: str | None = None
    classes: tuple[str, ...] = ()
    class_program: str | None = None
    note: str = ""
    peers: str = "group"
    file: str = ""
    quotas: tuple[Quota, ...] = ()
    ranking: Ranking | None = None
    stages: tuple[Stage, ...] = ()

    def every_criterion(self) -> tuple[Criterion, ...]:
        """All criteria, each before its children, in the order of the file."""
        found: list[Criterion] = []

        def gather(one: Criterion) -> None:
            found.append(one)
            for child in one.children:
                gather(child)

        for top in self.criteria:
            gather(top)
        return tuple(found)
