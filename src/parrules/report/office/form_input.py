"""The cells of a form that are filled in: how each is formatted, what it takes, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from parrules.methodology.model import Column, Criterion, Figure
from parrules.report.office.words import office
from parrules.report.office.workbook import decimal_of
from parrules.report.spelling import plain
from parrules.text.spelling import Language, day, percent
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact

INPUT = "#FFF9DB"
"""The colour of the cells that are filled in."""

FORMATS = {"ratio": "0.00%", "date": "dd/mm/yyyy", "count": "#,##0", "days": "#,##0"}
"""How a number of each kind shows; others as they are typed, and text as text."""

_FIRST_DAY, _LAST_DAY = date(1900, 3, 1), date(9999, 12, 31)
_TITLE, _MESSAGE = 32, 255


@dataclass(frozen=True, slots=True)
class Lists:
    """Where the lists of words stand that cells choose from, by their words: `='_parrules'!$D$1:$D$3`."""

    ranges: Mapping[tuple[str, ...], str]

    def of(self, words: tuple[str, ...]) -> str:
        return self.ranges[words]


def number_format(kind: Kind) -> str:
    if kind.name in ("text", "one_of", "yes_no"):
        return "@"
    return FORMATS.get(kind.name, "#,##0.######" if kind.name == "money" else "General")


def handed_words(language: Language) -> tuple[str, ...]:
    """What is said of a table: that it is complete, or that there was nothing to record."""
    return office("form.handed", language), office("form.nothing", language)


def choices(one: Figure | Column, language: Language) -> tuple[str, ...]:
    """The words that a cell takes, where it takes only some; that for what is known to be absent among them."""
    words: tuple[str, ...]
    if one.kind.name == "yes_no":
        words = (office("form.yes", language), office("form.no", language))
    elif one.kind.name == "one_of":
        words = one.kind.options
    else:
        return ()
    return (*words, one.none) if one.none else words


def wanted_words(one: Figure | Column, language: Language) -> str:
    """What is to be filled in, for the one who does: kind, unit, bounds, and the word for what there is none of."""
    key = f"form.kind_{one.kind.name}"
    options = ", ".join(choices(one, language))
    pieces = [office(key, language, unit=one.kind.unit or "", options=options).replace("()", "").strip()]
    low, high = one.low, one.high
    if one.kind.name == "ratio":
        low, high = (0 if low is None else low), (1 if high is None else high)
    for bound, value in (("low", low), ("high", high)):
        if value is not None and not (bound == "low" and value == 0 and one.kind.name == "count"):
            pieces.append(office(f"form.{bound}", language, value=_spelled(value, one.kind, language)))
    if one.none and one.kind.name not in ("yes_no", "one_of"):
        pieces.append(office("form.or_none", language, none=one.none))
    return "; ".join(pieces)


def validation(one: Figure | Column, cell: str, lists: Lists, language: Language) -> dict[str, Any]:
    """What a cell takes, as XlsxWriter wants it said. cell: the first of the range, such as `F7`."""
    words = choices(one, language)
    told = wanted_words(one, language)
    said = {"input_title": office("form.fill", language)[:_TITLE], "input_message": told[:_MESSAGE]}
    said |= {"error_title": office("form.wrong", language)[:_TITLE], "error_message": told[:_MESSAGE]}
    if words:
        return {"validate": "list", "source": lists.of(words), **said}
    if one.kind.name == "text":
        return {"validate": "any", **said}
    return {"validate": "custom", "value": _condition(one, cell), **said}


def score_validation(one: Criterion, cell: str, language: Language) -> dict[str, Any]:
    """The points that a body gives itself, within what the criterion allows."""
    low, high = plain(one.minimum, language), plain(one.maximum, language)
    told = office("form.score_told", language, low=low, high=high)
    inside = f"{cell}>={decimal_of(one.minimum)},{cell}<={decimal_of(one.maximum)}"
    return {"validate": "custom", "value": f"=AND(ISNUMBER({cell}),{inside})", "error_message": told[:_MESSAGE]}


def _condition(one: Figure | Column, cell: str) -> str:
    """A formula that holds for what the cell takes: a number within its bounds, or the word for none."""
    kind, tests = one.kind, [f"ISNUMBER({cell})"]
    low, high = one.low, one.high
    if kind.name == "date":
        low, high = _FIRST_DAY.toordinal() if low is None else low, _LAST_DAY.toordinal() if high is None else high
    elif kind.name == "ratio":
        low, high = (0 if low is None else low), (1 if high is None else high)
    elif kind.name == "count":
        low = 0 if low is None else low
        tests.append(f"{cell}=INT({cell})")
    tests += [f"{cell}{sign}{_stored(value, kind)}" for sign, value in ((">=", low), ("<=", high)) if value is not None]
    inside = f"AND({','.join(tests)})"
    if not one.none:
        return f"={inside}"
    word = one.none.replace('"', '""')
    # AND works out all of its parts: a text is not compared with a number where it is the word for none.
    return f'=IF(ISTEXT({cell}),{cell}="{word}",{inside})'


def _stored(value: Exact, kind: Kind) -> str:
    """A bound as a workbook stores it: a date by its days since 1900."""
    if kind.name == "date":
        return str(int(value) - date(1899, 12, 30).toordinal())
    return str(decimal_of(value))


def _spelled(value: Exact, kind: Kind, language: Language) -> str:
    if kind.name == "ratio":
        return percent(value, language)
    if kind.name == "date":
        return day(date.fromordinal(int(value)), language)
    return plain(value, language)
