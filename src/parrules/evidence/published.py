"""What was published of a round, figure by figure, with the interval that the digits of each allow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from parrules.values.numbers import Exact, quotient
from parrules.values.ranges import Range

FigureName = Literal[
    "points", "percent", "maximum", "rank", "of", "before", "change", "rank_before", "rank_change", "mean"
]


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as it was printed. value: exact, a percentage as a part of 1.

    places: the decimals of the value that were printed, so that 98,84% has four; None for what was not rounded, a
    rank, a count or a maximum, which stands for itself. place: the file and line where it stands.
    """

    written: str
    value: Exact
    places: int | None
    place: str = ""

    @property
    def range(self) -> Range:
        """Every number that is printed so when it is rounded half up: 89.95 stands for [89.945, 89.955)."""
        if self.places is None:
            return Range(self.value, self.value)
        half = quotient(1, 2 * 10**self.places)
        return Range(self.value - half, self.value + half, low_open=self.value <= 0, high_open=self.value >= 0)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """What was printed of a body, or of many bodies together.

    subject: whether it is of one `body`, or the `mean` of a group. name: the id or the name of the body; the name of
    the group, `all` for every body. code: the criterion; empty for the total. figures: by what they say; several
    where the same was printed more than once.
    """

    subject: Literal["body", "mean"]
    name: str
    code: str
    figures: Mapping[FigureName, tuple[Printed, ...]]
    title_vi: str = ""
    title_en: str = ""

    def first(self, name: FigureName) -> Printed | None:
        found = self.figures.get(name, ())
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class PrintedSum:
    """A figure that was printed beside the parts that should add up to it. parts: by their names."""

    title_vi: str
    title_en: str
    total: Printed
    parts: tuple[tuple[str, Printed], ...]


@dataclass(frozen=True, slots=True)
class Published:
    """Everything that was published. names: of bodies, by what the file calls them."""

    rows: tuple[PrintedRow, ...] = ()
    sums: tuple[PrintedSum, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    title_vi: str = ""
    title_en: str = ""
