"""Tables that plugins read: rows of texts out of bytes, looked at before they are evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parrules.evidence.readers.foreign import RowsOf
from parrules.plugins import mistakes
from parrules.plugins.records import Reader
from parrules.scoring.plugin_call import PluginFailed, given_by
from parrules.text.diagnostic import Diagnostic


def readers_of(brought: Mapping[str, Reader]) -> Mapping[str, RowsOf]:
    """By ending, what gives the rows of such a file."""
    return {ending: _watched(one) for ending, one in brought.items()}


def _watched(one: Reader) -> RowsOf:
    def rows(raw: bytes, shown: str) -> Sequence[Sequence[str]] | Diagnostic:
        try:
            given = given_by(lambda: tuple(_row(row) for row in one.read(raw)))
        except PluginFailed as failed:
            return mistakes.reader_failed(shown, one.ending, failed.cause)
        strange = next((cell for row in given for cell in row if type(cell) is not str), None)
        if strange is not None:
            return mistakes.reader_gave(shown, one.ending, type(strange).__name__)
        try:
            for row in given:
                "".join(row).encode("utf-8")
        except UnicodeEncodeError as cause:
            return mistakes.reader_failed(shown, one.ending, cause)
        return given

    return rows


def _row(row: Sequence[str]) -> tuple[str, ...]:
    """Its cells. A text could be taken for a row of letters, and is none."""
    if isinstance(row, str):
        raise TypeError("a row is a tuple of texts, not a text")
    return tuple(row)
