"""What pages are made from: the sheets of a round with all that was found over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from parrules.report.html.all_bodies import AllBodies, all_bodies
from parrules.scoring.sheet import Sheet
from parrules.standing.fields import Field
from parrules.standing.lost import Lost
from parrules.standing.standing import Standing
from parrules.values.amounts import Number


@dataclass(frozen=True)
class Results:
    """A round that was scored.

    sheets: of all its bodies. standings: one, or one for each group or region, as asked for; regions and groups: by
    the same measure among those of each, where bodies are said to be in one. lost: where points of the round went.
    """

    sheets: tuple[Sheet, ...]
    standings: tuple[Standing, ...]
    regions: tuple[Standing, ...]
    groups: tuple[Standing, ...]
    fields: tuple[Field, ...]
    lost: Lost

    @cached_property
    def place_of(self) -> Mapping[str, tuple[Standing, int]]:
        """The standing of the round that a body is in, and where in it, by its id."""
        return _placed(self.standings)

    @cached_property
    def places_among(self) -> tuple[Mapping[str, tuple[Standing, int]], ...]:
        """The same for the standings of regions, and for those of groups."""
        return _placed(self.regions), _placed(self.groups)

    @cached_property
    def all_bodies(self) -> Mapping[str, AllBodies]:
        """By what a standing is of, how all its bodies are drawn on the page of each."""
        return {one.of: all_bodies(one) for one in self.standings if one.rows}

    @cached_property
    def applicable(self) -> tuple[Number, ...]:
        """The applicable maxima that there are, each once."""
        return tuple(dict.fromkeys(sheet.applicable for sheet in self.sheets))

    @cached_property
    def by_body(self) -> Mapping[str, Sheet]:
        """The sheet of each body, by its id."""
        return {sheet.body: sheet for sheet in self.sheets}


def _placed(standings: Iterable[Standing]) -> Mapping[str, tuple[Standing, int]]:
    """The first standing that each body is in, and where in it."""
    found: dict[str, tuple[Standing, int]] = {}
    for standing in standings:
        for at, row in enumerate(standing.rows):
            found.setdefault(row.body, (standing, at))
    return found
