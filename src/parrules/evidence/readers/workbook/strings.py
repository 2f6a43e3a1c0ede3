"""The texts that the cells of a workbook share, and how a text is stored."""

from __future__ import annotations

import re

from parrules.evidence.readers.workbook.package import Attributes, Events, Package, Refused, read_part
from parrules.text.diagnostic import Diagnostic, diagnostic

LONGEST = 32_767
"""The most characters that a cell has, in any spreadsheet."""
MOST = 1_000_000
"""The most texts that cells may share."""

_HIDDEN = re.compile("_x([0-9A-Fa-f]{4})_")


class TextOfCell:
    """Puts a text together from its pieces; what tells how to pronounce it is left out."""

    __slots__ = ("_length", "_pieces", "_shown", "_silent", "_taking")

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._pieces: list[str] = []
        self._length = self._silent = 0
        self._taking = False

    def start(self, _: Attributes) -> None:
        self._taking = not self._silent

    def end(self) -> None:
        self._taking = False

    def start_silent(self, _: Attributes) -> None:
        self._silent += 1

    def end_silent(self) -> None:
        self._silent -= 1

    def text(self, piece: str) -> None:
        if self._taking:
            self._length += len(piece)
            if self._length > LONGEST * 2:
                raise Refused(text_too_long(self._shown))
            self._pieces.append(piece)

    def taken(self) -> str:
        """The text so far, which begins anew."""
        found = "".join(self._pieces)
        self._pieces, self._length = [], 0
        return plain_text(found)


def plain_text(stored: str) -> str:
    """With characters in the place of their numbers (`_x000D_`), and line ends as `\\n`."""
    if "_x" in stored:
        stored = _HIDDEN.sub(lambda one: chr(int(one[1], 16)), stored)
    return stored.replace("\r\n", "\n").replace("\r", "\n") if "\r" in stored else stored


def shared_strings(package: Package, part: str) -> tuple[str, ...] | Diagnostic:
    """The texts that cells name by their place."""
    if part not in package.parts:
        return ()
    strings: list[str] = []
    text = TextOfCell(package.shown)

    def end_of_string() -> None:
        if len(strings) == MOST:
            raise Refused(too_many_texts(package.shown))
        strings.append(text.taken())

    events = Events(
        {"t": text.start, "rPh": text.start_silent},
        {"t": text.end, "rPh": text.end_silent, "si": end_of_string},
        text.text,
    )
    return read_part(package, part, events) or tuple(strings)


def text_too_long(shown: str) -> Diagnostic:
    return diagnostic("EV315", place=shown, file=shown, most=LONGEST)


def too_many_texts(shown: str) -> Diagnostic:
    return diagnostic("EV316", place=shown, file=shown, most=MOST)
