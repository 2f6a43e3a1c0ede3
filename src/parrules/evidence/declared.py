"""What a methodology declares that evidence may hand in, and where each thing belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from parrules.evidence.readers.listing import Spelled
from parrules.methodology.model import Criterion, Figure, Methodology, Table
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span

Section = Literal["values", "bodies", "shared"]
"""Where figures stand in an evidence file: for each body, in the list of bodies, one for the whole round."""

_BELONGS: dict[str, Section] = {"evidence": "values", "body": "bodies", "round": "shared"}


@dataclass(frozen=True, slots=True)
class Declared:
    """The figures, tables and criteria of a methodology, by name or code."""

    figures: Mapping[str, Figure]
    tables: Mapping[str, Table]
    criteria: Mapping[str, Criterion]

    def handed_in(self, section: Section) -> tuple[str, ...]:
        """The names that may stand in a section: its figures, and tables beside the values of a body."""
        figures = [one.name for one in self.figures.values() if _BELONGS[one.of] == section and one.formula is None]
        return (*figures, *self.tables) if section == "values" else tuple(figures)

    def titles(self, name: str) -> tuple[str, ...]:
        """The titles of a figure; none for what is no figure."""
        return self.figures[name].title.every if name in self.figures else ()

    def figure(self, name: Spelled, section: Section) -> Figure | Diagnostic:
        """The figure that `name` hands in there, or why it cannot."""
        figure = self.figures.get(name.text)
        if figure is None and name.text in self.tables:
            return table_as_figure(name.span, name.text)
        if figure is None:
            return unknown_figure(name.span, name.text, nearest(name.text, self.handed_in(section)))
        if figure.formula is not None:
            return computed_figure(name.span, name.text)
        if _BELONGS[figure.of] != section:
            return other_section(name.span, name.text, section, _BELONGS[figure.of])
        return figure

    def table(self, name: Spelled) -> Table | Diagnostic:
        """The table that `name` hands in, or why it cannot."""
        table = self.tables.get(name.text)
        if table is None and name.text in self.figures:
            return figure_as_table(name.span, name.text)
        return table or unknown_table(name.span, name.text, nearest(name.text, self.tables))


def declared_by(methodology: Methodology) -> Declared:
    return Declared(
        {one.name: one for one in methodology.figures},
        {one.name: one for one in methodology.tables},
        {one.code: one for one in methodology.every_criterion()},
    )


def unknown_figure(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("EV140", span, name=name, suggestion=suggestion)


def unknown_table(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("EV141", span, name=name, suggestion=suggestion)


def other_section(span: Span, name: str, here: str, belongs: str) -> Diagnostic:
    return diagnostic("EV142", span, name=name, here=here, belongs=belongs)


def computed_figure(span: Span, name: str) -> Diagnostic:
    """A figure or a column that the methodology works out itself."""
    return diagnostic("EV143", span, name=name)


def table_as_figure(span: Span, name: str) -> Diagnostic:
    return diagnostic("EV144", span, name=name)


def figure_as_table(span: Span, name: str) -> Diagnostic:
    return diagnostic("EV145", span, name=name)
