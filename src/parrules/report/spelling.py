"""Values as people read them: open scores, signed amounts, quantities of every kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from parrules.report.words import counted, said
from parrules.text.spelling import Language, day, number, percent
from parrules.values.amounts import Number, Value
from parrules.values.kinds import Kind
from parrules.values.nothing import NONE, Nothing
from parrules.values.numbers import Exact, rounded
from parrules.values.ranges import Range, Unknown


def plain(value: Exact, language: Language, places: int | None = None) -> str:
    """A number with a true minus: `−0,5`."""
    return number(value, language, places).replace("-", "−")


def brief(value: Number, language: Language, places: int | None = None) -> str:
    """A number for a narrow column; an open one as `5 … 10`, `≥ 5`, `≤ 10` or `?`."""
    if not isinstance(value, Range):
        return plain(value, language, places)
    if value.low is not None and value.high is not None:
        return f"{plain(value.low, language, places)} … {plain(value.high, language, places)}"
    if value.low is not None:
        return f"≥ {plain(value.low, language, places)}"
    if value.high is not None:
        return f"≤ {plain(value.high, language, places)}"
    return "?"


def amount(value: Number, language: Language) -> str:
    """A number in a sentence; an open one as `within 5 to 10`."""
    return _ranged(value, lambda one: plain(one, language), language)


def points(value: Number, language: Language) -> str:
    """An amount of points in a sentence: `1 point`, `12.25 points`."""
    return said("value.points_one" if value == 1 else "value.points_many", language, count=amount(value, language))


def signed(value: Number, language: Language, places: int | None = None) -> str:
    """A change of the running score: `+10`, `−0,5`; an open one as `−3 … 0`."""
    if not isinstance(value, Range):
        return _with_sign(value, language, places)
    ends = ["?" if end is None else _with_sign(end, language, places) for end in (value.low, value.high)]
    return " … ".join(ends)


def quantity(value: Value, kind: Kind, language: Language) -> str:
    """A value as its kind is written: `82,5%`, `31/12/2025`, `12,5 triệu đồng`, `có`."""
    match value:
        case Nothing():
            return said(f"nothing.{value.name}", language)
        case Unknown():
            return said("nothing.unknown", language)
        case bool():
            return said("value.yes" if value else "value.no", language)
        case str():
            return value
    if kind.name == "yes_no" and not isinstance(value, Range):
        return said("value.yes" if value else "value.no", language)
    shown = _ranged(value, lambda one: _of_kind(one, kind, language), language)
    if isinstance(value, Range) and value.none:
        return said("value.or_none", language, value=shown)
    return shown


def evidence_value(value: Value, kind: Kind, text: str, language: Language) -> str:
    """A figure as it was handed in; where it is known to be absent, in the words in which that was said."""
    if value is NONE and text:
        return text
    if kind.name == "table" and isinstance(value, int):
        return counted("value.records", value, language)
    return quantity(value, kind, language)


def index(value: Number, language: Language) -> str:
    """An index value in percent with two places, as it is published; behind `≈` where that is shortened."""
    return _ranged(value, lambda one: _index(one, language), language)


def brief_index(value: Number, language: Language) -> str:
    """An index value for a narrow column."""
    if not isinstance(value, Range):
        return _index(value, language)
    ends = ["?" if end is None else _index(end, language) for end in (value.low, value.high)]
    shown = " … ".join(end.removeprefix("≈ ").removesuffix("%") for end in ends) + "%"
    return f"≈ {shown}" if any(end.startswith("≈") for end in ends) else shown


def signed_index(value: Number, language: Language) -> str:
    """A change of an index value: `+1,71%`, in points of a hundred; an open one as `−3,00% … 0,00%`."""
    if isinstance(value, Range):
        ends = ["?" if end is None else signed_index(end, language) for end in (value.low, value.high)]
        return " … ".join(ends)
    shown = _index(value, language)
    if value <= 0:
        return shown
    return f"≈ +{shown[2:]}" if shown.startswith("≈") else f"+{shown}"


def places_of(values: Iterable[Number | None]) -> int:
    """The decimals that say these numbers exactly, so that a column lines up; those without such are let be."""
    ends: list[Exact] = []
    for value in values:
        if isinstance(value, Range):
            ends += [end for end in (value.low, value.high) if end is not None]
        elif value is not None:
            ends.append(value)
    return max((_places(end) for end in ends), default=0)


def from_ordinal(value: Exact) -> date | None:
    """The day that a number stands for; None where no calendar has it."""
    if value.denominator != 1 or not 1 <= value <= date.max.toordinal():
        return None
    return date.fromordinal(value.numerator)


def option(value: Exact, kind: Kind) -> str | None:
    """The text of one of a list by its place in it; None where the list has no such place."""
    if value.denominator != 1 or not 0 <= value < len(kind.options):
        return None
    return kind.options[value.numerator]


def _of_kind(value: Exact, kind: Kind, language: Language) -> str:
    match kind.name:
        case "ratio":
            return percent(value, language).replace("-", "−")
        case "date":
            found = from_ordinal(value)
            return plain(value, language) if found is None else day(found, language)
        case "one_of":
            return option(value, kind) or plain(value, language)
        case "days":
            return said("value.days_one" if value == 1 else "value.days_many", language, count=plain(value, language))
        case "number" | "money" if kind.unit:
            return f"{plain(value, language)} {kind.unit}"
    return plain(value, language)


def _ranged(value: Number, spell: Callable[[Exact], str], language: Language) -> str:
    if not isinstance(value, Range):
        return spell(value)
    if value.low is not None and value.high is not None:
        return said("value.within", language, low=spell(value.low), high=spell(value.high))
    if value.low is not None:
        return said("value.at_least", language, low=spell(value.low))
    if value.high is not None:
        return said("value.at_most", language, high=spell(value.high))
    return said("value.anything", language)


def _with_sign(value: Exact, language: Language, places: int | None) -> str:
    shown = plain(value, language, places)
    if value <= 0:
        return shown
    return f"≈ +{shown[2:]}" if shown.startswith("≈") else f"+{shown}"


def _index(value: Exact, language: Language) -> str:
    printed = rounded(value * 100, 2)
    return ("" if printed == value * 100 else "≈ ") + plain(printed, language, 2) + "%"


def _places(value: Exact) -> int:
    return next((places for places in range(7) if 10**places % value.denominator == 0), 0)
