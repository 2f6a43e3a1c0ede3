"""Drawings of numbers as inline SVG: told apart by length, place and pattern first, and never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parrules.report.html.markup import Markup, tag, together
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact, quotient, rounded

_TOP, _HEIGHT = 3, 10
"""Where a bar begins in its drawing of 16 units, and how high it is."""

_MOST_STROKES = 500
"""On a line as wide as a page, more strokes than these touch each other."""

_HATCHES = {
    "rising": "M0,6 l6,-6 M-1,1 l2,-2 M5,7 l2,-2",
    "falling": "M0,0 l6,6 M-1,5 l2,2 M5,-1 l2,2",
}
"""Strokes that fill a square of 6 units so that they run on in the next."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the left and the right end of a drawing stand for."""

    low: Exact
    high: Exact

    def hundredths(self, value: Exact) -> int:
        """How far to the right a value is drawn, in hundredths of a percent. Beyond an end, it is drawn at the end."""
        if self.high <= self.low:
            return 0
        held = min(max(value, self.low), self.high)
        return int(rounded(quotient(held - self.low, self.high - self.low) * 10_000, 0))

    def ends(self, value: Number) -> tuple[Exact, Exact]:
        """The least and the greatest that a value may be."""
        known = ranges.as_range(value)
        return self.low if known.low is None else known.low, self.high if known.high is None else known.high


def scale_of(values: Iterable[Number | None], reaching: Exact = 0) -> Scale:
    """From 0, or what is below it, to the greatest of the values, and at least to `reaching`."""
    ends = [0, reaching]
    for value in values:
        if value is not None:
            known = ranges.as_range(value)
            ends += [end for end in (known.low, known.high) if end is not None]
    return Scale(min(ends), max(ends))


def bar(value: Number, scale: Scale, words: str, *marks: Markup, kind: str = "value") -> Markup:
    """A bar from 0 to a value, hatched where that is open. words: what it shows, for those who do not see it.

    kind: `value`, or `lost`, which is hatched all over.
    """
    low, high = scale.ends(value)
    parts = [_stretch(min(0, low), max(0, low), scale, kind)]
    if high > low:
        parts.append(_stretch(low, high, scale, "open"))
    return _drawing("bar", words, _rectangle(0, 10_000, "track"), *parts, *marks)


def mean_mark(value: Number, scale: Scale) -> Markup:
    """A stroke through a bar; of what is open, one at each end."""
    return tag("g", *(_stroke(at, 0, 16, "mean") for at in _places([value], scale)))


def best_mark(value: Number, scale: Scale) -> Markup:
    """A ring on a bar; of what is open, one at each end."""
    return tag("g", *(_ring(at, 8, 4, "best") for at in _places([value], scale)))


def strokes(values: Sequence[Number], mean: Number, scale: Scale) -> Markup:
    """All bodies on one line, a short stroke each; mean: a long one. Of very many, strokes that would touch are one."""
    axis = tag("line", x1="0%", x2="100%", y1=20, y2=20, class_="axis")
    places = _places(values, scale)
    if len(places) > _MOST_STROKES:
        apart = 10_000 // _MOST_STROKES
        places = sorted({at // apart * apart for at in places})
    bodies = [_stroke(at, 13, 27, "one") for at in places]
    return together([axis, *bodies, *(_stroke(at, 4, 36, "mean") for at in _places([mean], scale))])


def strip(all_bodies: Markup, own: Number, scale: Scale, words: str) -> Markup:
    """All bodies, as `strokes` draws them, and that of the page as a ring."""
    return _drawing("strip", words, all_bodies, *(_ring(at, 20, 7, "own") for at in _places([own], scale)))


def legend(*signs: tuple[str, str]) -> Markup:
    """What the signs of a drawing mean: each with its words."""
    return tag("p", *(tag("span", _sign(kind), words) for kind, words in signs), class_="legend")


def patterns() -> Markup:
    """What bars are hatched with, once a page."""
    made = [
        tag("pattern", tag("path", d=d, class_=id), id=id, width=6, height=6, patternUnits="userSpaceOnUse")
        for id, d in _HATCHES.items()
    ]
    return tag("svg", tag("defs", *made), width=0, height=0, class_="patterns", aria_hidden="true")


def _places(values: Iterable[Number], scale: Scale) -> list[int]:
    return sorted({scale.hundredths(end) for value in values for end in scale.ends(value)})


def _drawing(class_: str, words: str, *parts: Markup) -> Markup:
    return tag("svg", tag("title", words), *parts, class_=class_, role="img")


def _stretch(low: Exact, high: Exact, scale: Scale, kind: str) -> Markup:
    return _rectangle(scale.hundredths(low), scale.hundredths(high), kind)


def _rectangle(low: int, high: int, kind: str) -> Markup:
    return tag("rect", x=_percent(low), y=_TOP, width=_percent(high - low), height=_HEIGHT, class_=kind)


def _stroke(at: int, top: int, bottom: int, kind: str) -> Markup:
    return tag("line", x1=_percent(at), x2=_percent(at), y1=top, y2=bottom, class_=kind)


def _ring(at: int, middle: int, radius: int, kind: str) -> Markup:
    return tag("circle", cx=_percent(at), cy=middle, r=radius, class_=kind)


def _sign(kind: str) -> Markup:
    if kind == "one":
        shape = _stroke(5_000, 2, 14, kind)
    elif kind == "mean":
        shape = _stroke(5_000, 0, 16, kind)
    elif kind in ("best", "own"):
        shape = _ring(5_000, 8, 5, kind)
    else:
        shape = _rectangle(0, 10_000, kind)
    return tag("svg", shape, class_="sign", aria_hidden="true")


def _percent(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02}%"
