"""What a form asks for: which rows stand on it, in the order of the criteria, each asked once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from parrules.methodology.model import Criterion, Figure, Table
from parrules.methodology.stages import place_of
from parrules.plan.plan import Plan

Asks = Literal["section", "criterion", "figure", "table"]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the form. id: what it is, whatever is done to its texts (`criterion:1.2`, `figure:population`).

    waits: the stage that decides the criterion, where that is a later one: nothing is filled in there. read_at: the
    code of the criterion under which a figure was asked before.
    """

    id: str
    asks: Asks
    criterion: Criterion | None = None
    figure: Figure | None = None
    table: Table | None = None
    waits: str = ""
    depth: int = 0
    also: tuple[str, ...] = ()


def form_rows(plan: Plan, stage: str) -> tuple[FormRow, ...]:
    """The rows: traits of the body, figures of the whole round, the criteria with what each reads, and what is left."""
    return tuple(_Rows(plan, stage).every())


class _Rows:
    def __init__(self, plan: Plan, stage: str) -> None:
        self.methodology = plan.methodology
        self.stage = stage
        self.figures = {one.name: one for one in self.methodology.figures if one.formula is None}
        self.tables = {one.name: one for one in self.methodology.tables}
        self.reads = {one.code: self._with_wholes(one.reads) for one in plan.criteria}
        self.asked: set[str] = set()
        self.waiting: set[str] = set()  # what only criteria of a later stage may read

    def every(self) -> Iterator[FormRow]:
        for of, section in (("body", "bodies"), ("round", "shared")):
            figures = [one for one in self.figures.values() if one.of == of]
            if figures:
                yield FormRow(f"section:{section}", "section")
                yield from (self._figure(one, section) for one in figures)
        yield FormRow("section:criteria", "section")
        for top in self.methodology.criteria:
            yield from self._criterion(top, 0, None)
        rest = [name for name in (*self.figures, *self.tables) if name not in self.asked and name not in self.waiting]
        if rest:
            yield FormRow("section:rest", "section")
            yield from self._asked_under(rest, 0)

    def _criterion(self, one: Criterion, depth: int, above: str | None) -> Iterator[FormRow]:
        decides = one.stage or above
        waits = decides if decides is not None and self._is_later(decides) else ""
        reads = () if waits else self.reads.get(one.code, ())
        new = [name for name in reads if name not in self.asked]
        seen = tuple(name for name in reads if name in self.asked and self._is_evidence(name))
        if waits:
            self.waiting.update(self.reads.get(one.code, ()))
        yield FormRow(f"criterion:{one.code}", "criterion", one, waits=waits, depth=depth, also=seen)
        yield from self._asked_under(new, depth + 1)
        for child in one.children:
            yield from self._criterion(child, depth + 1, decides)

    def _asked_under(self, names: list[str], depth: int) -> Iterator[FormRow]:
        for name in names:
            if name in self.tables:
                self.asked.add(name)
                yield FormRow(f"table:{name}", "table", table=self.tables[name], depth=depth)
            elif self._is_evidence(name):
                yield self._figure(self.figures[name], "values", depth)

    def _figure(self, one: Figure, section: str, depth: int = 0) -> FormRow:
        self.asked.add(one.name)
        return FormRow(f"{section}:{one.name}", "figure", figure=one, depth=depth)

    def _is_evidence(self, name: str) -> bool:
        return name in self.tables or (name in self.figures and self.figures[name].of == "evidence")

    def _is_later(self, decides: str) -> bool:
        """Whether a stage that decides a criterion comes after that of the form."""
        own, place = place_of(self.stage, self.methodology), place_of(decides, self.methodology)
        return decides != self.stage if own is None or place is None else own < place

    def _with_wholes(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """With the figures that those are parts of, the whole before its part."""
        found: dict[str, None] = {}
        for name in names:
            chain, now = [name], self.figures.get(name)
            while now is not None and now.within is not None and now.within not in chain:
                chain.insert(0, now.within)
                now = self.figures.get(now.within)
            found |= dict.fromkeys(chain)
        return tuple(found)
