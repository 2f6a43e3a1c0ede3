"""The tables of records of a form that came back: each on a sheet of its own, found by its hidden row."""

from __future__ import annotations

from dataclasses import replace

from parrules.evidence.binding import HandedTable
from parrules.evidence.form.answers import Answer
from parrules.evidence.form.mistakes import complete_without_records, not_handed_word, records_of_nothing, sheet_gone
from parrules.evidence.form.opened import HIDDEN_SHEET, FormFile, id_row
from parrules.evidence.form.words import COMPLETE, NOTHING
from parrules.evidence.readers.headed import Grid
from parrules.evidence.readers.listing import Listing
from parrules.evidence.records import Provenance, Records
from parrules.evidence.tables import table_from_listing
from parrules.methodology.model import Table
from parrules.text.diagnostic import Diagnostic

Found = tuple[Diagnostic, ...]


def table_of(form: FormFile, answer: Answer, table: Table) -> tuple[HandedTable | None, Found]:
    """The table as it was handed in; None where it was not, or where nobody can say."""
    said = " ".join(answer.text("value").casefold().split())
    span = answer.cells["value"].span
    if said and said not in (*COMPLETE, *NOTHING):
        return None, (not_handed_word(span, table.name),)
    grid, listing = _listing(form, table)
    body = form.text("body")
    if listing is None:
        if said in NOTHING:
            return HandedTable(body, span, table, Records((), answer.provenance("value", form.file))), ()
        return None, (sheet_gone(form.shown, form.tables.get(table.name, table.name)),)
    if not listing.rows:
        if said in COMPLETE:
            return None, (complete_without_records(span, table.name),)
        records = Records((), answer.provenance("value", form.file))
        return (HandedTable(body, span, table, records), ()) if said in NOTHING else (None, ())
    if said in NOTHING:
        return None, (records_of_nothing(span, table.name, len(listing.rows)),)
    assert grid is not None
    provenance = answer.proven(Provenance(form.file, sheet=grid.source.sheet))
    handed, found = table_from_listing(listing, table, provenance)
    return (HandedTable(body, span, table, handed) if handed is not None else None), found


def _listing(form: FormFile, table: Table) -> tuple[Grid | None, Listing | None]:
    """The sheet of a table, whatever it is called now, and the records on it."""
    for name, grid in form.grids.items():
        top = id_row(grid, f"table:{table.name}") if grid is not form.main and name != HIDDEN_SHEET else None
        if top is None:
            continue
        heading = grid.rows[top]
        rows = [row for row in grid.rows[top + 1 :] if not row.texts[0].strip()]
        kept = tuple(replace(row, number=number) for number, row in enumerate(rows, start=1))
        columns = ("", *(text.strip() for text in heading.texts[1:]))
        twice = frozenset(name for name in columns if name and columns.count(name) > 1)
        return grid, Listing(form.file, grid.source, grid.layout, columns, heading.offset, kept, True, twice)
    return None, None
