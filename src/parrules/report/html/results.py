"""What pages are made from: the sheets of a round with all that was found over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from parrules.scoring.sheet import Sheet
from parrules.standing.fields import Field
from parrules.standing.lost import Lost
from parrules.standing.standing import Standing


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
    def by_body(self) -> Mapping[str, Sheet]:
        """The sheet of each body, by its id."""
        return {sheet.body: sheet for sheet in self.sheets}
