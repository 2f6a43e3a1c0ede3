"""A figure as somebody printed it: its exact value, and how many of its decimals were printed."""

from __future__ import annotations

import re

from parrules.evidence.amounts import read_amount
from parrules.evidence.binding import as_number
from parrules.evidence.digits import decimals_in, spaces_made_plain
from parrules.evidence.mistakes import Mistake
from parrules.evidence.published import FigureName, Printed
from parrules.evidence.readers.listing import Spelled
from parrules.text.diagnostic import Diagnostic
from parrules.values.kinds import COUNT, POINTS, RATIO, Kind

KINDS: dict[FigureName, Kind] = {
    "points": POINTS,
    "percent": RATIO,
    "maximum": POINTS,
    "rank": COUNT,
    "of": COUNT,
    "before": POINTS,
    "change": POINTS,
    "rank_before": COUNT,
    "rank_change": COUNT,
    "mean": POINTS,
}
"""What each published figure is."""

_CHANGES = ("change", "rank_change")
_NUMBER = re.compile(r"[0-9][0-9., ]*")


def printed_figure(name: FigureName, written: Spelled, called: str = "") -> Printed | Diagnostic | None:
    """The figure that stands there; None where nothing does. called: what the file calls it."""
    text = spaces_made_plain(written.text)
    if name in _CHANGES:
        text = text.removeprefix("+").lstrip()
    kind = KINDS[name]
    value = read_amount(text, kind, low=-1 if name == "rank_change" else None)
    if isinstance(value, Mistake):
        return value.at(written.span, called or name)
    number = as_number(value)
    if number is None:
        return None
    span = written.span
    places = None if kind == COUNT or name == "maximum" else places_of(text, kind)
    return Printed(spaces_made_plain(written.text), number, places, f"{span.source.name}:{span.line}")


def places_of(text: str, kind: Kind) -> int:
    """The decimals of the value that a text shows: two more than are seen, where it is a percentage."""
    found = _NUMBER.search(spaces_made_plain(text))
    decimals = decimals_in(found[0].rstrip(" ")) if found else 0
    return decimals + 2 if kind == RATIO else decimals
