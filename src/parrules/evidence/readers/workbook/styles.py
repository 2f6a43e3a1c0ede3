"""What the formats of cells say: that a number is a percentage, or a day."""

from __future__ import annotations

import re
from typing import Literal

from parrules.evidence.readers.workbook.package import Attributes, Events, Package, read_part
from parrules.text.diagnostic import Diagnostic

Format = Literal["", "percent", "day"]

_PERCENT = frozenset({9, 10})
_DAYS = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)})
_QUIET = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""The parts of a format that stand for themselves: text in quotes, colours, places of a language, spaces."""
_MOST = 100_000

Styles = tuple[Format, ...]


def styles_of(package: Package, part: str) -> Styles | Diagnostic:
    """What the format of each style says, by its place."""
    if part not in package.parts:
        return ()
    codes: dict[str, str] = {}
    used: list[str] = []
    inside = False

    def number_format(attributes: Attributes) -> None:
        codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")

    def enter(_: Attributes) -> None:
        nonlocal inside
        inside = True

    def leave() -> None:
        nonlocal inside
        inside = False

    def style(attributes: Attributes) -> None:
        if inside and len(used) < _MOST:
            used.append(attributes.get("numFmtId", "0"))

    events = Events({"numFmt": number_format, "cellXfs": enter, "xf": style}, {"cellXfs": leave})
    found = read_part(package, part, events)
    return found or tuple(_said(one, codes.get(one)) for one in used)


def _said(number: str, code: str | None) -> Format:
    """What a format says: by its number where it is one that every spreadsheet knows, or by its code."""
    if code is not None:
        return format_of(code)
    known = int(number) if number.isdecimal() and len(number) < 6 else 0
    return "percent" if known in _PERCENT else "day" if known in _DAYS else ""


def format_of(code: str) -> Format:
    """What the code of a format says; of several parts the first, for numbers above 0."""
    plain = _QUIET.sub("", code).partition(";")[0].lower()
    if "%" in plain:
        return "percent"
    return "day" if "general" not in plain and re.search("[dy]", plain) else ""
