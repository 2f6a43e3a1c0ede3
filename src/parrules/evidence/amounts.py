"""The exact value of what a person typed, by kind: a number, a ratio, a date, yes or no, one of a list.

What can be read in two ways is refused with both readings; nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from fractions import Fraction

from parrules.evidence import mistakes
from parrules.evidence.digits import read_number, shifted, spaces_made_plain, strange_in
from parrules.evidence.mistakes import Mistake, whole_readings
from parrules.evidence.readers.listing import Ratios
from parrules.text.nearest import nearest
from parrules.values.amounts import Value
from parrules.values.kinds import Kind
from parrules.values.nothing import MISSING, NONE, NOT_APPLICABLE
from parrules.values.numbers import Exact, exact, quotient

YES = ("có", "yes", "true")
NO = ("không", "no", "false")
DOES_NOT_APPLY = ("không áp dụng", "n/a", "not applicable")
UNIT_WORDS = {"points": ("điểm", "points", "point"), "days": ("ngày", "days", "day")}
"""Words that may stand behind a number of a kind that declares no unit."""

_SPREADSHEET_ERRORS = ("#n/a", "#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#####")
_BEFORE_UNIT = re.compile(r"[-+\N{MINUS SIGN}]?[0-9.,][0-9., _']*")
_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_OTHER_DATES = (
    (re.compile(r"([0-9]{1,2})[-. ]([0-9]{1,2})[-. ]([0-9]{4})"), r"\1/\2/\3"),
    (re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})"), r"\3/\2/\1"),
    (re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+Z?"), r"\1"),
)


def read_amount(
    text: str, kind: Kind, *, none: str | None = None, low: Exact | None = None, ratios: Ratios = ""
) -> Value | Mistake:
    """The value of kind `kind` that `text` says, or why it says none.

    A date is its ordinal, one of a list its place in it (from 0), a ratio a fraction of 1. A blank is NONE where
    the words `none` are declared and MISSING otherwise; those words are NONE; `không áp dụng` is NOT_APPLICABLE.
    low: the least that is declared: a count may be negative only when this is. ratios: how one without `%` reads.
    """
    trimmed = spaces_made_plain(text if text.isascii() else unicodedata.normalize("NFC", text))
    if not trimmed:
        return MISSING if none is None else NONE
    word = _folded(trimmed)
    if none is not None and word == _folded(none):
        return NONE
    if word in DOES_NOT_APPLY:
        return NOT_APPLICABLE
    if word in _SPREADSHEET_ERRORS:
        return mistakes.spreadsheet_error(trimmed)
    if kind.name == "text":
        return trimmed
    if kind.name == "yes_no":
        return _yes_or_no(trimmed, word)
    if kind.name == "one_of":
        return _place_in_list(trimmed, kind.options)
    if kind.name == "date":
        return _ordinal(trimmed)
    return _quantity(trimmed, kind, low, ratios)


def _folded(text: str) -> str:
    """For comparing words: without regard to case, spaces and ways of coding a letter."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return " ".join(plain.casefold().split())


def _yes_or_no(text: str, word: str) -> bool | Mistake:
    if word in YES:
        return True
    return False if word in NO else mistakes.not_yes_or_no(text)


def _place_in_list(text: str, options: tuple[str, ...]) -> int | Mistake:
    if text in options:
        return options.index(text)
    return mistakes.not_in_list(text, options, nearest(text, options))


def _ordinal(text: str) -> int | Mistake:
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        return strange_in(text) or mistakes.not_a_date(text, _date_meant(text))
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        swapped = f"{month:02}/{day:02}/{year:04}" if month > 12 >= day else None
        return mistakes.no_such_day(text, swapped)


def _date_meant(text: str) -> str | None:
    """The same date as it is read here, where it is one written otherwise."""
    for pattern, template in _OTHER_DATES:
        if found := pattern.fullmatch(text):
            meant = found.expand(template)
            return meant if isinstance(_ordinal(meant), int) else None
    return None


def _quantity(text: str, kind: Kind, low: Exact | None, ratios: Ratios) -> Exact | Mistake:
    found = _BEFORE_UNIT.match(text)
    digits = found[0].rstrip() if found else ""
    behind = text[len(digits) :].strip()
    if not digits or (behind and behind != "%" and not _is_unit(behind, kind)):
        # Before a unit is found wrong, the text as a whole: `1e5` and `12３` are not numbers with a unit.
        whole = read_number(text)
        if isinstance(whole, Mistake) and (whole.code != "EV101" or not digits):
            return whole
    number = read_number(digits, "%" if behind == "%" else "")
    if isinstance(number, Mistake):
        return whole_readings(number) if kind.name == "count" else number
    if behind == "%" and kind.unit != "%":
        return quotient(number, 100) if kind.name == "ratio" else mistakes.percent_unwanted(text)
    if behind and not _is_unit(behind, kind):
        wrong = mistakes.other_unit(text, behind, kind.unit)
        return wrong if kind.unit else mistakes.words_after_number(text, behind, digits)
    return _of_kind(text, number, kind, low, ratios)


def _is_unit(behind: str, kind: Kind) -> bool:
    allowed = (kind.unit,) if kind.unit else UNIT_WORDS.get(kind.name, ())
    return _plain_unit(behind) in {_plain_unit(unit) for unit in allowed}


def _plain_unit(text: str) -> str:
    """`km²` is `km2`."""
    return _folded(unicodedata.normalize("NFKC", text))


def _of_kind(text: str, number: Exact, kind: Kind, low: Exact | None, ratios: Ratios) -> Exact | Mistake:
    """A number without `%`, as the kind wants it."""
    if kind.name == "ratio" and ratios:
        return number if ratios == "part" else quotient(number, 100)
    if kind.name == "ratio":
        bare = _bare(text, number)
        return mistakes.ratio_without_percent(text, f"{shifted(bare, 0)}%", f"{shifted(bare, 2)}%" if number else None)
    if kind.name == "count" and number.denominator != 1:
        return mistakes.not_whole(text)
    if kind.name == "count" and number < 0 and not (low is not None and low < 0):
        return mistakes.negative_count(text)
    return number


def _bare(text: str, number: Exact) -> str:
    """The digits of `number` without thousands, with the decimal mark that `text` has."""
    mark = next((character for character in reversed(text) if character in ".,"), ".")
    whole, rest = divmod(abs(Fraction(number)), 1)
    sign = "-" if number < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    places = next(n for n in range(1, 19) if 10**n % rest.denominator == 0)
    return f"{sign}{whole}{mark}{str(exact(rest * 10**places)).rjust(places, '0')}"
