"""What was published beside what was scored, each found by the name that a published table has for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from parrules.evidence.published import Printed, PrintedRow, Published
from parrules.scoring.sheet import Line, Sheet
from parrules.standing.places import Places
from parrules.standing.reconciliation import Way
from parrules.values.amounts import Number

EVERYBODY = "all"
"""How a published file calls the mean of all bodies."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A body. sheet: scored from the evidence as it stands; wide: from all that the digits of the evidence allow."""

    sheet: Sheet
    wide: Sheet
    group: str = ""
    region: str = ""


class Publication:
    """Looks bodies up by id or by name, whatever the case of letters and the way of coding them."""

    def __init__(self, published: Published, scored: Sequence[Scored]) -> None:
        self.published = published
        self.scored = tuple(scored)
        self._bodies: dict[str, Scored] = {}
        for one in scored:
            self._bodies.setdefault(plain_name(one.sheet.body_name), one)
        self._bodies |= {plain_name(one.sheet.body): one for one in scored}
        self._rows: dict[tuple[str, str], PrintedRow] = {}
        for row in published.rows:
            if row.subject == "body":
                self._rows.setdefault((self._key(row.name), row.code), row)
        self._places: dict[tuple[Way, str], Places] = {}
        self._last: dict[str, int] = {}

    def body(self, name: str) -> Scored | None:
        return self._bodies.get(plain_name(name))

    def printed(self, name: str, code: str) -> Printed | None:
        """The points that were printed of a body for a criterion, or its total where there is no code."""
        row = self._rows.get((self._key(name), code))
        return row.first("points") if row is not None else None

    def printed_bodies(self) -> tuple[str, ...]:
        """Every body that was published, once: the id of one that was scored, else its name."""
        return tuple(dict.fromkeys(name for name, _ in self._rows))

    def printed_names(self) -> tuple[str, ...]:
        """What the published file calls them."""
        return tuple(dict.fromkeys(row.name for row in self._rows.values()))

    def places(self, row: PrintedRow) -> tuple[Way, str, Places]:
        """The scores among which the body of a row has its place, and what it is called among them.

        By the rules where there is evidence of it, else the printed ones.
        """
        way: Way = "ranked" if self.body(row.name) is not None else "ranked_print"
        if (way, row.code) not in self._places:
            self._places[way, row.code] = Places(
                self._by_rules(row.code) if way == "ranked" else self._by_print(row.code)
            )
        return way, self._key(row.name), self._places[way, row.code]

    def last_place(self, code: str) -> int:
        """The last place that was printed."""
        if code not in self._last:
            ranks = [row.first("rank") for (_, of), row in self._rows.items() if of == code]
            self._last[code] = max((int(rank.value) for rank in ranks if rank is not None), default=0)
        return self._last[code]

    def _key(self, name: str) -> str:
        """The id of a body that was scored; else its name."""
        body = self.body(name)
        return plain_name(name) if body is None else body.sheet.body

    def _by_rules(self, code: str) -> dict[str, tuple[Number, Number]]:
        scores = {one.sheet.body: (_score(one.sheet, code), _score(one.wide, code)) for one in self.scored}
        return {
            body: (value, within)
            for body, (value, within) in scores.items()
            if value is not None and within is not None
        }

    def _by_print(self, code: str) -> dict[str, tuple[Number, Number]]:
        points = {name: row.first("points") for (name, of), row in self._rows.items() if of == code}
        return {name: (one.value, one.range) for name, one in points.items() if one is not None}


def plain_name(name: str) -> str:
    """A name for looking up: without regard to case, spaces and ways of coding a letter."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def line_of(sheet: Sheet, code: str) -> Line | None:
    return next((line for line in sheet.lines if line.code == code), None) if code else None


def _score(sheet: Sheet, code: str) -> Number | None:
    line = line_of(sheet, code)
    return sheet.total if not code else line.score if line is not None else None
