"""Published results from a CSV file: a row a body with a column a figure, or a row a criterion of a body.

The columns are called as the keys of a published file: `total`, `index`, `rank`, ... A column called like a criterion
holds its points, or its percentage where its cells carry `%`.
"""

from __future__ import annotations

from collections.abc import Sequence

from parrules.evidence.csv_values import body_column, rows_without_body
from parrules.evidence.printed_amounts import printed_figure
from parrules.evidence.published import FigureName, Printed, PrintedRow, Published
from parrules.evidence.readers.csv_reader import listing_from_csv
from parrules.evidence.readers.listing import Cell, Listing, Row
from parrules.evidence.tables import body_column_missing, unknown_column
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest

CRITERION = "criterion"
_COLUMNS: dict[str, FigureName] = {
    "total": "points",
    "points": "points",
    "index": "percent",
    "percent": "percent",
    "maximum": "maximum",
    "rank": "rank",
    "of": "of",
    "before": "before",
    "change": "change",
    "rank_before": "rank_before",
    "rank_change": "rank_change",
}

Found = tuple[Diagnostic, ...]


def published_from_csv(raw: bytes, file: str, shown: str, codes: Sequence[str]) -> tuple[Published, Found]:
    """What the bytes of a CSV file say was published. codes: of the criteria that a column may be called like."""
    listing, found = listing_from_csv(raw, file, shown)
    if listing is None:
        return Published(), found
    body = body_column(listing)
    if body is None:
        column = listing.beginning
        return Published(), (*found, body_column_missing(column, "body", listing.columns))
    columns, unknown = _columns(listing, body, codes)
    rows: list[PrintedRow] = []
    wrong: list[Diagnostic] = []
    for row in listing.rows:
        if row.texts[body].strip():
            read, mistakes = _rows(listing, row, body, columns)
            rows += read
            wrong += mistakes
    return Published(tuple(rows)), (*found, *unknown, *rows_without_body(listing, body), *wrong)


def _columns(
    listing: Listing, body: int, codes: Sequence[str]
) -> tuple[dict[int, tuple[str, FigureName | None]], Found]:
    """What each column holds: of which criterion (`""` for the total) which figure, None where its cells tell."""
    columns: dict[int, tuple[str, FigureName | None]] = {}
    found: list[Diagnostic] = []
    for at, name in listing.read_columns():
        if at == body or name == CRITERION:
            continue
        if name in _COLUMNS:
            columns[at] = ("", _COLUMNS[name])
        elif name in codes:
            columns[at] = (name, None)
        elif not listing.is_blank(at):
            known = ("body", CRITERION, *_COLUMNS, *codes)
            found.append(unknown_column(listing.column(at).span, name, at, nearest(name, known)))
    return columns, tuple(found)


def _rows(
    listing: Listing, row: Row, body: int, columns: dict[int, tuple[str, FigureName | None]]
) -> tuple[list[PrintedRow], list[Diagnostic]]:
    criterion = listing.index(CRITERION)
    own = row.texts[criterion].strip() if criterion is not None else ""
    figures: dict[str, dict[FigureName, tuple[Printed, ...]]] = {own: {}}
    found: list[Diagnostic] = []
    for at, (code, name) in columns.items():
        cell = listing.cell(row, at)
        read = printed_figure(name or _by_its_cell(cell), cell, listing.columns[at])
        if isinstance(read, Diagnostic):
            found.append(read)
        elif read is not None:
            figures.setdefault(code or own, {})[name or _by_its_cell(cell)] = (read,)
    name_of_body = row.texts[body].strip()
    return [PrintedRow("body", name_of_body, code, read) for code, read in figures.items()], found


def _by_its_cell(cell: Cell) -> FigureName:
    return "percent" if cell.text.rstrip().endswith("%") else "points"
