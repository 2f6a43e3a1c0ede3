"""What a scalar of a YAML file is: by the rules of YAML 1.1 and 1.2, and as an exact number, yes or no, or a day."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import Literal

from parrules.syntax import scalar_mistakes as mistakes
from parrules.syntax.nodes import Scalar
from parrules.text.diagnostic import Diagnostic
from parrules.values.numbers import Exact, exact, written

MOST_DIGITS = 18
"""So many digits may stand before the point, and as many behind it."""

Taken = Literal["nothing", "yes_no", "number", "date"]
"""What YAML takes a plain scalar for that is not text."""

_NOTHING = frozenset(["", "~", "null", "Null", "NULL"])
_TRUE = frozenset(["true", "True", "TRUE"])
_FALSE = frozenset(["false", "False", "FALSE"])
_WORDS = frozenset(form for word in ("yes", "no", "on", "off") for form in (word, word.capitalize(), word.upper()))

_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
_NUMBER_12 = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_NUMBER_11 = re.compile(
    r"[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*|[0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?|\.[0-9][0-9_]*"
    r"|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?)"
)
_DATE_11 = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_MONTH_YEAR = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")

_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(([_ ][0-9]{3})+|([.,][0-9]{3}){2,})")
_UNDERSCORED = re.compile(r"[-+]?[0-9][0-9_]*(\.[0-9_]*)?")
_PLAIN_ENOUGH = re.compile(r"[-+]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)")
_POWER = re.compile(r"([-+]?[0-9]{1,18}(?:\.[0-9]{0,18})?)[eE]([-+]?[0-9]{1,2})")


def taken_for(scalar: Scalar) -> Taken | None:
    """What some reader of YAML takes it for, when that is not text. In quotes or as a block it is always text."""
    text = scalar.text
    if scalar.style != "plain":
        return None
    if text in _NOTHING:
        return "nothing"
    if text in _TRUE or text in _FALSE or text in _WORDS:
        return "yes_no"
    if is_core_number(text) or _NUMBER_11.fullmatch(text):
        return "number"
    return "date" if _DATE_11.fullmatch(text) else None


def is_core_number(text: str) -> bool:
    """Whether YAML 1.2 takes a plain text for a number, whatever its form."""
    return _NUMBER_12.fullmatch(text) is not None


def is_nothing(text: str) -> bool:
    return text in _NOTHING


def core_yes_no(text: str) -> bool | None:
    """What YAML 1.2 takes for true or false."""
    return True if text in _TRUE else False if text in _FALSE else None


def is_power(text: str) -> bool:
    """Whether it is a number with an exponent, or one that is infinite or no number at all."""
    return is_core_number(text) and re.search("[eE][-+0-9]|inf|nan", text, re.IGNORECASE) is not None


def is_number(text: str) -> bool:
    """Whether it is a number as people write it, of not too many digits: `25`, `-0.5`."""
    return _DECIMAL.fullmatch(text) is not None and not has_many_digits(text)


def has_many_digits(text: str) -> bool:
    whole, _, behind = text.lstrip("+-").partition(".")
    return len(whole) > MOST_DIGITS or len(behind) > MOST_DIGITS


def is_thousands(text: str) -> bool:
    """Whether it may mean thousands as well as a fraction: `16.000`, `1.125`, `1,500`."""
    return _THOUSANDS.fullmatch(text) is not None


def plain_form(text: str) -> str | None:
    """The same number as it should be written, or None when that is not sure."""
    if len(text) > 2 * MOST_DIGITS:
        return None
    power = _POWER.fullmatch(text)
    if power is not None and abs(int(power.group(2))) <= MOST_DIGITS:
        return written(Fraction(text))
    based = re.fullmatch(r"0(x)([0-9a-fA-F_]+)|0(b)([01_]+)|0(o)([0-7]+)", text)
    if based is not None:
        return str(int(text.replace("_", ""), 0))
    if _GROUPED.fullmatch(text):
        text = re.sub("[_ .,]", "", text)
    text = text.replace("_", "") if _UNDERSCORED.fullmatch(text) else text
    return written(Fraction(_tidied(text))) if _PLAIN_ENOUGH.fullmatch(text) else None


def number_of(scalar: Scalar) -> Exact:
    """The exact number of a scalar that `validate` found to be one; ValueError for any other."""
    if not is_number(scalar.text):
        raise ValueError("not a number")
    return exact(Fraction(scalar.text))


def yes_no_of(scalar: Scalar) -> bool:
    """Whether it says yes; of a scalar that `validate` found to be yes or no, ValueError for any other."""
    said = core_yes_no(scalar.text)
    if said is None and scalar.text not in ("yes", "no"):
        raise ValueError("neither yes nor no")
    return scalar.text == "yes" if said is None else said


def date_of(scalar: Scalar) -> datetime.date | Diagnostic:
    """The day, written `2025-12-31`."""
    if not _DAY.fullmatch(scalar.text):
        return mistakes.not_a_day(scalar.span, _iso(scalar.text))
    try:
        return datetime.date.fromisoformat(scalar.text)
    except ValueError:
        return mistakes.no_such_day(scalar.span, scalar.text)


def is_day(text: str) -> bool:
    """Whether it is a day that a calendar has, written `2025-12-31`."""
    try:
        return _DAY.fullmatch(text) is not None and bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def _iso(text: str) -> str | None:
    """A day written the Vietnamese way, as a file has it."""
    found = _DAY_MONTH_YEAR.fullmatch(text)
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _tidied(text: str) -> str:
    text = text.replace(",", ".").removesuffix(".")
    return re.sub(r"^([-+]?)\.", r"\g<1>0.", text)
