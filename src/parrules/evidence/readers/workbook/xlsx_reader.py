"""From a sheet of a workbook (xlsx, xlsm) to a listing, every cell as text, with the way back to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from parrules.evidence.readers.column_names import NO_NAMES, ColumnNames
from parrules.evidence.readers.decoding import LARGEST, file_empty
from parrules.evidence.readers.headed import Grid, headed
from parrules.evidence.readers.listing import Listing, Row
from parrules.evidence.readers.source import TableSource
from parrules.evidence.readers.workbook.cells import Cells, Reading, cells_of, too_many_cells
from parrules.evidence.readers.workbook.contents import Sheet, contents_of, sheet_of
from parrules.evidence.readers.workbook.package import package_of
from parrules.evidence.readers.workbook.strings import shared_strings
from parrules.evidence.readers.workbook.styles import styles_of
from parrules.text.characters import control_characters, unsafe_characters
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import BETWEEN_CELLS, Source, Span

_WIDEST = 5_000_000
"""So many cells a sheet may have from its first to its last row and column with anything in them."""

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class OfSheet:
    """A row of a sheet on a line, its cells one behind the other."""

    def places(self, text: str, offset: int) -> tuple[tuple[int, int], ...]:
        return tuple(_places(text, offset))


def _places(text: str, start: int) -> Iterator[tuple[int, int]]:
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    while (end := text.find(BETWEEN_CELLS, start, last)) >= 0:
        yield start, end
        start = end + len(BETWEEN_CELLS)
    yield start, last


def listing_from_xlsx(
    raw: bytes, file: str, shown: str, said: TableSource | None = None, known: ColumnNames = NO_NAMES
) -> tuple[Listing | None, Found]:
    """The table in a sheet of a workbook. file: its name in provenance; shown: its name as people see it.

    said: which sheet, and how it is to be read; known: what its columns may be called.
    """
    sheet, cells = _read(raw, shown, said)
    if isinstance(cells, Diagnostic) or sheet is None:
        return None, (cells,) if isinstance(cells, Diagnostic) else ()
    grid = grid_of(cells, file, shown, sheet.name)
    if isinstance(grid, Diagnostic):
        return None, (grid,)
    control = control_characters(grid.source.text, partial(Span, grid.source))
    if control:
        return None, control
    listing, found = headed(grid, said, known)
    strange = unsafe_characters(grid.source.text, partial(Span, grid.source))
    return listing, (*strange, *found, *(_hidden(listing, cells) if listing is not None else ()))


def _read(raw: bytes, shown: str, said: TableSource | None) -> tuple[Sheet | None, Cells | Diagnostic]:
    package = package_of(raw, shown)
    if isinstance(package, Diagnostic):
        return None, package
    contents = contents_of(package)
    if isinstance(contents, Diagnostic):
        return None, contents
    sheet = sheet_of(contents, said, shown)
    if isinstance(sheet, Diagnostic):
        return None, sheet
    strings = shared_strings(package, contents.strings)
    if isinstance(strings, Diagnostic):
        return None, strings
    styles = styles_of(package, contents.styles)
    if isinstance(styles, Diagnostic):
        return None, styles
    reading = Reading(package, sheet.part, sheet.name, strings, styles, contents.from_1904, contents.uncomputed)
    return sheet, cells_of(reading)


def grid_of(cells: Cells, file: str, shown: str, sheet: str) -> Grid | Diagnostic:
    """The rows of a sheet, each as long as the longest, and the text in which they stand line by line."""
    rows = {number: row for number, row in cells.rows.items() if any(_says(*cell) for cell in row.values())}
    if not rows:
        return file_empty(shown)
    width = max(max(row) for row in rows.values()) + 1
    if width * len(rows) > _WIDEST or sum(len(text) for row in rows.values() for _, text in row.values()) > LARGEST:
        return too_many_cells(shown, sheet)
    covered = _covered(cells, rows, width)
    if covered is None:
        return too_many_cells(shown, sheet)
    lines: list[str] = []
    laid: list[Row] = []
    offset = 0
    kinds_once: dict[str, str] = {}
    for number, row in rows.items():
        blank = number - 1 - len(lines)
        lines += [""] * blank
        offset += blank
        texts, kinds = [""] * width, ["t"] * width
        for at, (kind, text) in row.items():
            texts[at], kinds[at] = text, kind
        for at in covered.get(number, ()):
            if not texts[at]:
                kinds[at] = "c"
        line = BETWEEN_CELLS.join(map(_on_a_line, texts))
        together = "".join(kinds)
        laid.append(Row(tuple(texts), number, len(laid), offset, kinds_once.setdefault(together, together)))
        lines.append(line)
        offset += len(line) + 1
    source = Source(shown, "\n".join(lines), sheet=sheet)
    return Grid(file, source, OfSheet(), laid, even=True, merged=cells.merged)


def _says(kind: str, text: str) -> bool:
    """Whether anything is in a cell but spaces."""
    return kind != "t" or bool(text.strip())


def _on_a_line(text: str) -> str:
    """As it is shown beside others: without line ends, and without the mark that stands between cells."""
    return text if text.isalnum() else " ".join(text.replace("│", "|").splitlines()).replace("\t", " ")


def _covered(cells: Cells, rows: dict[int, dict[int, tuple[str, str]]], width: int) -> dict[int, list[int]] | None:
    """By row, the cells that are merged with one above or before them; None where there are too many to follow."""
    found: dict[int, list[int]] = {}
    numbers = sorted(rows)
    budget = _WIDEST
    for one in cells.merged:
        right = min(one.right, width - 1)
        for number in numbers[bisect_left(numbers, one.top) : bisect_left(numbers, one.bottom + 1)]:
            places = range(one.left + (number == one.top), right + 1)
            budget -= len(places)
            if budget < 0:
                return None
            found.setdefault(number, []).extend(places)
    return found


def _hidden(listing: Listing, cells: Cells) -> Iterator[Diagnostic]:
    """What was read though people do not see it."""
    hidden = set(cells.hidden_rows)
    rows = [row for row in listing.rows if row.line in hidden]
    if rows:
        yield rows_hidden(listing.cell(rows[0], 0).span, len(rows))
    for first, last in cells.hidden_columns:
        for at in range(first, min(last + 1, len(listing.columns))):
            if listing.columns[at]:
                yield column_hidden(listing.column(at).span, listing.columns[at])


def rows_hidden(span: Span, count: int) -> Diagnostic:
    """Rows that a filter, or somebody, has hidden. count: of those that were read."""
    return warning("EV323", span, count=count)


def column_hidden(span: Span, name: str) -> Diagnostic:
    return warning("EV324", span, name=name)
