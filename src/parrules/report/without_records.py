"""A score sheet that may be shown to everybody: without the names of records and of documents, and it says so."""

from __future__ import annotations

from dataclasses import replace

from parrules.evidence.records import Provenance
from parrules.scoring.sheet import Line, RecordsBehind, Sheet


def without_records(sheet: Sheet) -> Sheet:
    """The sheet without the ids of records, the documents that are named, and what was written beside a value.

    No score, amount or quantity changes; a record is still found by its row, a value by its file and cell.
    """
    return replace(sheet, lines=tuple(map(_line, sheet.lines)), without_records=True)


def _line(line: Line) -> Line:
    return replace(
        line,
        evidence=tuple(replace(one, provenance=_place(one.provenance)) for one in line.evidence),
        behind=tuple(map(_behind, line.behind)),
        decided=line.decided and replace(line.decided, provenance=_place(line.decided.provenance)),
    )


def _behind(one: RecordsBehind) -> RecordsBehind:
    return replace(one, records=tuple(replace(record, id="") for record in one.records))


def _place(one: Provenance) -> Provenance:
    withheld = bool(one.document or one.justification or one.note)
    return replace(one, document="", page="", justification="", note="", withheld=withheld)
