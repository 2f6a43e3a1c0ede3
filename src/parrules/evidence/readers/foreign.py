"""Tables in files of other kinds, as rows of texts: read on as if they stood in a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence

from parrules.evidence.readers.column_names import ColumnNames
from parrules.evidence.readers.csv_reader import listing_from_csv
from parrules.evidence.readers.listing import Listing
from parrules.evidence.readers.source import TableSource
from parrules.text.diagnostic import Diagnostic

RowsOf = Callable[[bytes, str], Sequence[Sequence[str]] | Diagnostic]
"""From the bytes of a file and its name as people see it to its rows, the names of the columns first."""

Readers = Mapping[str, RowsOf]
"""By the ending of a file, in small letters, what gives its rows."""

NO_READERS: Readers = {}
"""Where nothing but what comes along reads files."""


def listing_from_rows(
    rows_of: RowsOf, raw: bytes, file: str, shown: str, said: TableSource | None, known: ColumnNames
) -> tuple[Listing | None, tuple[Diagnostic, ...]]:
    """The table in the bytes of a file; its places are those of its rows."""
    rows = rows_of(raw, shown)
    if isinstance(rows, Diagnostic):
        return None, (rows,)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return listing_from_csv(text.getvalue().encode("utf-8"), file, shown, said, known)
