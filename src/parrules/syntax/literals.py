"""What a literal says: a number, a percentage, a date; and what is refused because it reads two ways."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction

from parrules.syntax import mistakes
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.numbers import Exact, exact

DIGITS = 18
"""At most so many digits before the point, and so many after."""

_PLAIN = re.compile(r"([0-9]+(?:_[0-9]+)*)(?:\.([0-9]+))?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]+")


def number(written: str, span: Span) -> Exact | Diagnostic:
    """The number that a literal says; `written` is without its percent sign."""
    if _THOUSANDS.fullmatch(written):
        bare = re.sub("[.,]", "", written)
        point = re.sub("[.,]", ".", written, count=1) if written.count(".") + written.count(",") == 1 else None
        return mistakes.reads_two_ways(span, written, _grouped(bare), point and point + "0")
    if _DECIMAL_COMMA.fullmatch(written):
        return mistakes.decimal_comma(span, written, written.replace(",", "."), written.replace(",", ", "))
    match = _PLAIN.fullmatch(written)
    if match is None:
        if re.fullmatch(r"[0-9.]+[eE][0-9]*", written):
            return mistakes.exponent(span, written)
        day = day_first(written)
        if day is not None:
            return mistakes.date_otherwise(span, written, day.isoformat())
        begins = _PLAIN.match(written)
        return mistakes.not_a_number(span, written, begins.group() if begins and written.count(".") < 2 else None)
    whole, decimals = match[1].replace("_", ""), match[2] or ""
    if len(whole) > DIGITS or len(decimals) > DIGITS:
        return mistakes.too_many_digits(span, DIGITS)
    return exact(Fraction(int(whole + decimals), 10 ** len(decimals)))


def date(written: str, span: Span) -> datetime.date | Diagnostic:
    """The day that `2025-12-31` says."""
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        year, month, day = written.split("-")
        turned = day_first(f"{month}/{day}/{year}")
        return mistakes.no_such_day(span, written, turned.isoformat() if turned else None)


def day_first(written: str) -> datetime.date | None:
    """The day that `31/12/2025`, `31-12-2025` or `31.12.2025` means; None when it means none."""
    match = _DAY_FIRST.fullmatch(written)
    if match is None:
        return None
    try:
        return datetime.date(int(match[4]), int(match[3]), int(match[1]))
    except ValueError:
        return None


def _grouped(digits: str) -> str:
    return f"{int(digits):_}"


def hundredth(value: Exact) -> Exact:
    """What a percentage says: 80% is 4/5."""
    return exact(Fraction(value) / 100)
