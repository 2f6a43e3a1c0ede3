"""From the bytes of a file to its listing, by the ending of its name: the one place that knows every reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from parrules.evidence.readers.column_names import NO_NAMES, ColumnNames
from parrules.evidence.readers.csv_reader import listing_from_csv
from parrules.evidence.readers.json_reader import listing_from_json
from parrules.evidence.readers.listing import Listing
from parrules.evidence.readers.source import TableSource
from parrules.text.diagnostic import Diagnostic

Found = tuple[Diagnostic, ...]
Reader = Callable[[bytes, str, str, TableSource | None, ColumnNames], tuple[Listing | None, Found]]


def listing_from_workbook(
    raw: bytes, file: str, shown: str, said: TableSource | None = None, known: ColumnNames = NO_NAMES
) -> tuple[Listing | None, Found]:
    """As `listing_from_xlsx`, which is imported only when there is a workbook."""
    from parrules.evidence.readers.workbook.xlsx_reader import listing_from_xlsx

    return listing_from_xlsx(raw, file, shown, said, known)


READERS: dict[str, Reader] = {
    ".csv": listing_from_csv,
    ".tsv": listing_from_csv,
    ".txt": listing_from_csv,
    ".xlsx": listing_from_workbook,
    ".xlsm": listing_from_workbook,
    ".json": listing_from_json,
}
"""By the ending of a file's name, in small letters, the reader of such files."""


def opened(
    raw: bytes, file: str, shown: str, said: TableSource | None = None, known: ColumnNames = NO_NAMES
) -> tuple[Listing | None, Found]:
    """The table in a file. file: its name in provenance, with one of the endings of `READERS`.

    shown: its name as people see it. said: how it is to be read. known: what its columns may be called.
    """
    return READERS[PurePosixPath(file).suffix.lower()](raw, file, shown, said, known)
