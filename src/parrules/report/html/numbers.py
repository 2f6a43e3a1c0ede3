"""Numbers in a page: as people read them, and beside that exactly as the receipt has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parrules.report.exact_json import exact_text
from parrules.report.html.markup import Child, Markup, tag
from parrules.report.spelling import brief, brief_index, places_of, signed
from parrules.text.spelling import Language
from parrules.values.amounts import Number
from parrules.values.ranges import Range

_SHORTENED = 4
"""So many places has a number in print that no decimals say exactly."""


def exact(value: Number, shown: str) -> Markup:
    """What is shown, marked with the number that the receipt has: `<data value="1/3">≈ 0,3333</data>`."""
    return tag("data", shown, value=exact_text(value))


def number(value: Number | None, language: Language, places: int | None = None) -> Markup:
    """A number, `–` where there is none."""
    return tag("span", "–") if value is None else exact(value, brief(value, language, places))


def change(value: Number | None, language: Language, places: int | None = None) -> Markup:
    """A number with its sign."""
    return tag("span", "–") if value is None else exact(value, signed(value, language, places))


def ratio(value: Number | None, language: Language) -> Markup:
    """An index value, in percent."""
    return tag("span", "–") if value is None else exact(value, brief_index(value, language))


def places_for(values: Iterable[Number | None]) -> int:
    """The decimals by which a column of numbers lines up, those among them that are shortened in print as well."""
    known = list(values)
    return max(places_of(known), _SHORTENED if any(map(_is_shortened, known)) else 0)


def column(values: Sequence[Number | None], language: Language) -> list[Markup]:
    """Numbers that line up."""
    places = places_for(values)
    return [number(value, language, places) for value in values]


def changes(values: Sequence[Number | None], language: Language) -> list[Markup]:
    """Numbers with their signs that line up."""
    places = places_for(values)
    return [change(value, language, places) for value in values]


def cell(content: Child) -> Markup:
    """A cell of a table that holds a number."""
    return tag("td", content, class_="n")


def _is_shortened(value: Number | None) -> bool:
    if isinstance(value, Range):
        return _is_shortened(value.low) or _is_shortened(value.high)
    return value is not None and all(10**places % value.denominator for places in range(7))
