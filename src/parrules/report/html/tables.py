"""Tables: a caption for those who cannot see the page, headings that say what they head, rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parrules.report.html.markup import Child, Markup, tag, together

_MOST_UPRIGHT = 10
"""A table with more columns is printed across the page."""


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a column. number: whether numbers stand in it; drawn: whether a drawing of them does."""

    words: str
    number: bool = False
    drawn: bool = False
    title: str = ""


def table(caption: str, heads: Sequence[Head], rows: Iterable[Markup], foot: Markup | None = None) -> Markup:
    """A table with its rows; foot: the row that closes it."""
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *map(_head, heads))),
        tag("tbody", *rows),
        tag("tfoot", foot) if foot is not None else None,
    )


def wide(caption: str, made: Markup, columns: int) -> Markup:
    """A table that may be wider than a small screen, which then moves sideways by itself."""
    turned = " across" if columns > _MOST_UPRIGHT else ""
    return tag("div", made, class_=f"scroll{turned}", role="region", aria_label=caption, tabindex=0)


def section(id: str, title: str, *parts: Child) -> Markup:
    """A part of the page with its heading."""
    return tag("section", tag("h2", title, id=id), *parts)


def paragraphs(words: Iterable[str], class_: str | None = None) -> Markup:
    """A paragraph each."""
    return together(tag("p", one, class_=class_) for one in words)


def listed(words: Iterable[str]) -> Markup:
    """A list of plain sentences."""
    return tag("ul", *(tag("li", one) for one in words))


def pairs(named: Iterable[tuple[str, Child]], class_: str | None = None) -> Markup:
    """Names with what they stand for."""
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", value)) for name, value in named), class_=class_)


def _head(one: Head) -> Markup:
    class_ = "n" if one.number else "drawn" if one.drawn else None
    words: Child = tag("abbr", one.words, title=one.title) if one.title else one.words
    return tag("th", words, scope="col", class_=class_)
