"""Texts put aside in a file that has no name, to be taken back in the order in which they came."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator


class Spool:
    """A file of texts; it is gone when it is closed, and when we are."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(mode="w+b")  # noqa: SIM115  (closed by `taken`, or with us)
        self._lengths: list[int] = []

    def put(self, text: str) -> None:
        """Puts one more text at the end."""
        written = text.encode("utf-8")
        self._lengths.append(len(written))
        self._file.write(written)

    def taken(self) -> Iterator[str]:
        """Every text in turn, once."""
        self._file.seek(0)
        with self._file:
            for length in self._lengths:
                yield self._file.read(length).decode("utf-8")
