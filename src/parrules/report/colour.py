"""Whether to colour, and the few colours there are. Nothing needs them to be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Colour = Literal["bold", "red", "yellow", "cyan"]

_CODES: dict[Colour, str] = {"bold": "1", "red": "1;31", "yellow": "1;33", "cyan": "36"}


def wants_colour(is_terminal: bool, environ: Mapping[str, str]) -> bool:
    """Only a terminal is coloured, and not where `NO_COLOR` says anything or the terminal is a plain one."""
    return is_terminal and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def coloured(text: str, colour: Colour, on: bool) -> str:
    return f"\x1b[{_CODES[colour]}m{text}\x1b[0m" if on and text else text
