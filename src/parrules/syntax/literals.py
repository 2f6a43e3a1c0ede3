"""What a literal says: a number, a percentage, a date; and what is refused because it reads two ways.

In English decimals stand behind a point and thousands are grouped with `_`; in Vietnamese decimals stand behind a comma
and thousands are grouped with points, as a decision prints them: `16.000`, `0,25`, `31/12/2025`.
"""

from __future__ import annotations

import datetime
import re
from fractions import Fraction

from parrules.syntax import mistakes
from parrules.syntax.keywords import Spelling
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.numbers import Exact, exact

DIGITS = 18
"""At most so many digits before the point, and so many after."""

_GROUPED = r"[0-9]+(?:_[0-9]+)*"
_PLAIN: dict[Spelling, re.Pattern[str]] = {
    "en": re.compile(rf"({_GROUPED})(?:\.([0-9]+))?"),
    "vi": re.compile(rf"([1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+|{_GROUPED})(?:,([0-9]+))?"),
}
"""The whole part, and the decimals."""
_POINTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_THOUSANDS: dict[Spelling, re.Pattern[str]] = {
    "en": re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+"),
    "vi": re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+"),
}
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]+")
_DECIMAL_POINT = re.compile(r"[0-9_]+\.[0-9]+")


def number(written: str, span: Span, spelling: Spelling = "en") -> Exact | Diagnostic:
    """The number that a literal says; `written` is without its percent sign."""
    if _THOUSANDS[spelling].fullmatch(written):
        return _two_ways(written, span, spelling)
    match = _PLAIN[spelling].fullmatch(written)
    if match is None:
        return _no_number(written, span, spelling)
    whole, decimals = re.sub("[_.]", "", match[1]), match[2] or ""
    if len(whole) > DIGITS or len(decimals) > DIGITS:
        return mistakes.too_many_digits(span, DIGITS)
    return exact(Fraction(int(whole + decimals), 10 ** len(decimals)))


def _two_ways(written: str, span: Span, spelling: Spelling) -> Diagnostic:
    point = "," if spelling == "vi" else "."
    bare = f"{int(re.sub('[.,]', '', written)):_}"
    is_fraction = written.count(".") + written.count(",") == 1
    decimal = re.sub("[.,]", point, written, count=1) + "0" if is_fraction else None
    return mistakes.reads_two_ways(span, written, bare.replace("_", ".") if spelling == "vi" else bare, decimal)


def _no_number(written: str, span: Span, spelling: Spelling) -> Diagnostic:
    if spelling == "en" and _DECIMAL_COMMA.fullmatch(written):
        return mistakes.decimal_comma(span, written, written.replace(",", "."), written.replace(",", ", "))
    if spelling == "vi" and _DECIMAL_POINT.fullmatch(written):
        return mistakes.decimal_point(span, written, number_in(written, "en", "vi"))
    if re.fullmatch(r"[0-9.,]+[eE][0-9]*", written):
        return mistakes.exponent(span, written)
    day = day_first(written)
    if day is not None:
        return mistakes.date_otherwise(span, written, date_in(day, spelling))
    begins = _PLAIN[spelling].match(written)
    is_clear = written.count("." if spelling == "en" else ",") < 2
    return mistakes.not_a_number(span, written, begins.group() if begins and is_clear else None)


def number_in(written: str, before: Spelling, after: Spelling) -> str:
    """A number of one spelling as the other writes it; as it stands where it is none."""
    match = _PLAIN[before].fullmatch(written)
    if match is None or before == after or _THOUSANDS[before].fullmatch(written):
        return written
    whole, decimals = match[1], match[2]
    pointed = whole.replace("_", ".")
    if after == "en":
        whole = whole.replace(".", "_")
    elif _POINTED.fullmatch(pointed):
        whole = pointed
    return whole if decimals is None else f"{whole}{'.' if after == 'en' else ','}{decimals}"


def date(written: str, span: Span, spelling: Spelling = "en") -> datetime.date | Diagnostic:
    """The day that `2025-12-31` says, or `31/12/2025` in Vietnamese."""
    if spelling == "vi":
        day = day_first(written)
        return mistakes.no_such_day(span, written, None) if day is None else day
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        year, month, day_of = written.split("-")
        turned = day_first(f"{month}/{day_of}/{year}")
        return mistakes.no_such_day(span, written, turned.isoformat() if turned else None)


def date_in(day: datetime.date, spelling: Spelling) -> str:
    """A day as a program writes it."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}" if spelling == "vi" else day.isoformat()


def day_first(written: str) -> datetime.date | None:
    """The day that `31/12/2025`, `31-12-2025` or `31.12.2025` means; None when it means none."""
    match = _DAY_FIRST.fullmatch(written)
    if match is None:
        return None
    try:
        return datetime.date(int(match[4]), int(match[3]), int(match[1]))
    except ValueError:
        return None


def hundredth(value: Exact) -> Exact:
    """What a percentage says: 80% is 4/5."""
    return exact(Fraction(value) / 100)
