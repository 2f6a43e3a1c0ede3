"""Figures that stand in a table file: a row a body with a column a figure, or a row a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from parrules.evidence.binding import HandedFigure
from parrules.evidence.declared import Declared, Section
from parrules.evidence.readers.listing import Listing, Row
from parrules.evidence.records import Provenance
from parrules.evidence.tables import body_column_missing, row_without_body, unknown_column
from parrules.methodology.model import Figure
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import Nearest, nearest
from parrules.text.source import column_letters

Part = Literal["document", "page", "justification"]
PARTS: tuple[Part, ...] = ("document", "page", "justification")
BODY = ("body", "id")
"""The names of the column that says whose a row is."""

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what. parts: by figure, `""` for those of the whole row; both give the column's place."""

    body: int
    figures: tuple[tuple[Figure, int], ...]
    parts: dict[tuple[str, Part], int]


def values_from_listing(listing: Listing, declared: Declared) -> tuple[list[HandedFigure], Found]:
    """The figures of many bodies: `body, population, ...`, or `body, figure, value, ...` with a row for each."""
    body = body_column(listing)
    if body is None:
        return [], (body_column_missing(listing.beginning, "body", listing.columns),)
    if listing.index("figure") is not None and listing.index("value") is not None:
        return _row_a_figure(listing, declared, body)
    columns, found = figure_columns(listing, declared, "values", body, ())
    return row_a_body(listing, columns), (*found, *rows_without_body(listing, body))


def body_column(listing: Listing) -> int | None:
    return next((at for name in BODY if (at := listing.index(name)) is not None), None)


def rows_without_body(listing: Listing, body: int) -> list[Diagnostic]:
    blank = [row for row in listing.rows if not row.texts[body].strip()]
    return [row_without_body(listing.cell(row, body).span, listing.columns[body]) for row in blank]


def row_a_body(listing: Listing, columns: Columns) -> list[HandedFigure]:
    """Every figure of every row that names its body."""
    with_own = {figure for figure, _ in columns.parts}
    handed: list[HandedFigure] = []
    for row in _rows_with_body(listing, columns.body):
        body = listing.cell(row, columns.body)
        of_row = _provenance(listing, row, columns, "", columns.body)
        for figure, at in columns.figures:
            is_own = figure.name in with_own or listing.source.sheet  # of a text file, all of a row stand on its line
            own = _provenance(listing, row, columns, figure.name, at) if is_own else of_row
            handed.append(HandedFigure(body, figure, listing.cell(row, at), own))
    return handed


def figure_columns(
    listing: Listing, declared: Declared, section: Section, body: int, others: tuple[str, ...]
) -> tuple[Columns, Found]:
    """What each column holds; others: the names of columns that the caller reads itself.

    A figure's own document stands in `population.document`, that of the whole row in `document`.
    """
    figures: list[tuple[Figure, int]] = []
    parts: dict[tuple[str, Part], int] = {}
    found: list[Diagnostic] = []
    titles = [title for name in declared.handed_in(section) for title in declared.titles(name)]
    near = Nearest((*declared.handed_in(section), *titles, *others, *PARTS))
    for at, name in listing.read_columns():
        figure, part = _figure_and_part(name, declared)
        if part is not None:
            parts[(figure, part)] = at
        elif at == body or (name in others and name not in declared.handed_in(section)):
            continue
        elif name in declared.figures or name in declared.tables:
            one = declared.figure(listing.column(at), section)
            if isinstance(one, Diagnostic):
                found.append(one)
            else:
                figures.append((one, at))
        elif not listing.is_unasked(at, near.to(name)):
            found.append(unknown_column(listing.column(at).span, name, at, near.to(name)))
    return Columns(body, tuple(figures), parts), tuple(found)


def _figure_and_part(name: str, declared: Declared) -> tuple[str, Part | None]:
    """`population.document` is the document of `population`, `document` that of the row."""
    for part in PARTS:
        figure = name.removesuffix(part).removesuffix(".")
        if (name == part or name == f"{figure}.{part}") and (not figure or figure in declared.figures):
            return figure, part
    return name, None


def _row_a_figure(listing: Listing, declared: Declared, body: int) -> tuple[list[HandedFigure], Found]:
    columns = {name: at for at, name in listing.read_columns()}
    known = ("figure", "value", *PARTS)
    found = [
        unknown_column(listing.column(at).span, name, at, nearest(name, known))
        for at, name in listing.read_columns()
        if at != body and name not in known and not listing.is_unasked(at, nearest(name, known))
    ]
    parts: dict[tuple[str, Part], int] = {("", part): columns[part] for part in PARTS if part in columns}
    handed: list[HandedFigure] = []
    for row in _rows_with_body(listing, body):
        name = listing.cell(row, columns["figure"])
        figure = declared.figure(name, "values")
        if isinstance(figure, Diagnostic):
            found.append(figure)
            continue
        provenance = _provenance(listing, row, Columns(body, (), parts), figure.name, columns["value"])
        handed.append(HandedFigure(listing.cell(row, body), figure, listing.cell(row, columns["value"]), provenance))
    return handed, (*found, *rows_without_body(listing, body))


def _rows_with_body(listing: Listing, body: int) -> Iterator[Row]:
    return (row for row in listing.rows if row.texts[body].strip())


def _provenance(listing: Listing, row: Row, columns: Columns, figure: str, at: int) -> Provenance:
    def said(part: Part) -> str:
        own, shared = columns.parts.get((figure, part)), columns.parts.get(("", part))
        texts = [row.texts[at].strip() for at in (own, shared) if at is not None]
        return next((text for text in texts if text), "")

    sheet = listing.source.sheet
    return Provenance(
        listing.file,
        0 if sheet else row.line,
        row.number,
        sheet,
        f"{column_letters(at)}{row.line}" if sheet else "",
        said("document"),
        said("page"),
        said("justification"),
    )
