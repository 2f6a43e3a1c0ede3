"""What is different between two editions, by meaning: plain records, in the words of the field and of the authors."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from parrules.methodology.model import Methodology, ParameterValue, Title
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact

PartName = Literal["figure", "table", "column", "parameter", "basis", "stage", "quota", "ranking"]


@dataclass(frozen=True, slots=True)
class Worth:
    """A number of some kind: a bound of a figure."""

    value: Exact
    kind: Kind


@dataclass(frozen=True, slots=True)
class Values:
    """What a parameter is worth, and when."""

    kind: Kind
    values: tuple[ParameterValue, ...]


Said = str | Exact | bool | datetime.date | tuple[str, ...] | Title | Kind | Worth | Values | None
"""What is said under a key; None where nothing is."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that is said of a part, and was said otherwise. what: its name, such as `maximum`."""

    what: str
    old: Said
    new: Said


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of a program in its author's words; empty, without a line, where there is none on that side."""

    old: str
    new: str
    old_line: int | None = None
    new_line: int | None = None


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """A criterion that is new, gone, or other than it was. old, new: its code, empty where there is none.

    is_moved: it stands below another one than before. maximum: what it carries, in the new edition if it is there.
    rows: of its program; class_rows: of the program of its classes.
    """

    old: str
    new: str
    title: Title
    maximum: Exact
    is_moved: bool = False
    facets: tuple[Facet, ...] = ()
    rows: tuple[RowChange, ...] = ()
    class_rows: tuple[RowChange, ...] = ()

    @property
    def kind(self) -> Literal["added", "dropped", "moved", "renumbered", "changed"]:
        if not self.old or not self.new:
            return "dropped" if self.old else "added"
        if self.is_moved:
            return "moved"
        return "changed" if self.old == self.new else "renumbered"


@dataclass(frozen=True, slots=True)
class PartChange:
    """A figure, table, column, parameter, legal text, stage, quota or ranking that is new, gone or other than it was.

    old, new: its name (a column's is `table.column`), empty where there is none.
    """

    part: PartName
    old: str
    new: str
    title: Title
    facets: tuple[Facet, ...] = ()

    @property
    def kind(self) -> Literal["added", "dropped", "renamed", "changed"]:
        if not self.old or not self.new:
            return "dropped" if self.old else "added"
        return "changed" if self.old == self.new else "renamed"


_OF_WORDS = frozenset(
    ("methodology", "edition", "valid_from", "valid_to", "title", "fidelity", "note", "basis", "accountable", "better")
)
"""What can be said otherwise without anybody being scored otherwise."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two editions, and all that is different in what they say. codes: of the criteria in both, old and new.

    facets: of the methodology as a whole; class_rows: of the program of its classes.
    """

    old: Methodology
    new: Methodology
    codes: tuple[tuple[str, str], ...]
    facets: tuple[Facet, ...]
    class_rows: tuple[RowChange, ...]
    criteria: tuple[CriterionChange, ...]
    parts: tuple[PartChange, ...]

    @property
    def scores_alike(self) -> bool:
        """Whether nothing that is different can change a score: only words are, and legal texts.

        False does not say that a score changes.
        """
        parts = [one for one in self.parts if one.part != "basis"]
        changes: list[CriterionChange | PartChange] = [*self.criteria, *parts]
        unlike = [*self.facets, *(facet for one in changes for facet in one.facets)]
        return (
            not any(one.rows or one.class_rows for one in self.criteria)
            and not self.class_rows
            and all(one.kind == "changed" for one in changes)
            and all(one.what in _OF_WORDS for one in unlike)
        )

    @property
    def is_none(self) -> bool:
        """Whether both say the same, apart from the edition's own name and validity."""
        own = ("methodology", "edition", "valid_from", "valid_to")
        changed = any(one.what not in own for one in self.facets)
        return not (changed or self.class_rows or self.criteria or self.parts)


def facets_of(pairs: dict[str, tuple[Said, Said]]) -> tuple[Facet, ...]:
    """Those of the named pairs that differ."""
    return tuple(Facet(what, old, new) for what, (old, new) in pairs.items() if old != new)
