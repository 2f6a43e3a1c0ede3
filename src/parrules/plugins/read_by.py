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
            given = given_by(lambda: tuple(tuple(row) for row in one.read(raw)))
        except PluginFailed as failed:
            return mistakes.reader_failed(shown, one.ending, failed.cause)
        strange = next((cell for row in given for cell in row if type(cell) is not str), None)
        return given if strange is None else mistakes.reader_gave(shown, one.ending, type(strange).__name__)

    return rows
