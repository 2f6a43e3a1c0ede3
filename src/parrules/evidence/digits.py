"""Numbers as people type them: `9,44` and `9.44` are the same, `1.234.567` is whole, `12.900` is refused."""

from __future__ import annotations

import re
import unicodedata

from parrules.evidence.mistakes import (
    Mistake,
    exponent,
    not_a_number,
    strange_character,
    thousands_or_decimals,
    too_many_digits,
)
from parrules.values.numbers import Exact, quotient

DIGITS = 18
"""The most digits before the point, and after it."""

# Groups of three behind one mark, then decimals behind another; a first group never starts with 0.
_GROUPED = re.compile(
    r"(?P<whole>[1-9][0-9]{0,2}(?P<mark>[., ])[0-9]{3}(?:(?P=mark)[0-9]{3})*)(?:(?!(?P=mark))[.,](?P<decimals>[0-9]+))?"
)
_PLAIN = re.compile(r"(?P<whole>0|[1-9][0-9]*)(?:(?P<mark>[.,])(?P<decimals>[0-9]+))?")
_EXPONENT = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]*)?[eE][-+]?[0-9]+")


def read_number(text: str, behind: str = "") -> Exact | Mistake:
    """The number that `text` says, exactly. Spaces around it are taken away before; it has no unit and no `%`.

    behind: what stands behind the number; only repeated where a mistake shows how it may be meant.
    """
    plain = spaces_made_plain(text).replace("\N{MINUS SIGN}", "-")
    strange = strange_in(plain)
    if strange is not None:
        return strange
    if _EXPONENT.fullmatch(plain):
        return exponent(text)
    sign, digits = (-1, plain[1:]) if plain.startswith("-") else (1, plain)
    if len(digits) > 2 * DIGITS and sum(character.isdigit() for character in digits) > 2 * DIGITS:
        return too_many_digits(text)
    grouped = _GROUPED.fullmatch(digits)
    found = grouped or _PLAIN.fullmatch(digits)
    if found is None:
        return not_a_number(text, _meant(plain))
    mark = found["mark"]
    if grouped is not None and mark != " " and found["whole"].count(mark) == 1 and found["decimals"] is None:
        return thousands_or_decimals(
            text + behind, plain.replace(mark, "") + behind, _as_decimals(plain, mark) + behind
        )
    whole = re.sub("[^0-9]", "", found["whole"]) if grouped else found["whole"]
    decimals = found["decimals"] or ""
    if len(whole) > DIGITS or len(decimals) > DIGITS:
        return too_many_digits(text)
    number = sign * int(whole + decimals)
    return quotient(number, 10 ** len(decimals)) if decimals else number


def decimals_in(text: str) -> int:
    """How many decimals a number that `read_number` reads was typed with; trailing zeros count."""
    found = _GROUPED.fullmatch(text) or _PLAIN.fullmatch(text)
    return len(found["decimals"] or "") if found else 0


def spaces_made_plain(text: str) -> str:
    """With every kind of space (no-break, thin, ...) as the plain one, and none at the ends."""
    if text.isascii():
        return text.replace("\t", " ").strip()
    return "".join(" " if unicodedata.category(c) == "Zs" or c == "\t" else c for c in text).strip()


def strange_in(text: str) -> Mistake | None:
    """The first digit that is not 0 to 9, or character that cannot be seen, by its name."""
    if text.isascii():
        return None
    for character in text:
        category = unicodedata.category(character)
        if category == "Cf" or (category.startswith("N") and character not in "0123456789"):
            digit = unicodedata.digit(character, None)
            name = unicodedata.name(character, f"U+{ord(character):04X}")
            return strange_character(text, name, None if digit is None else str(digit))
    return None


def shifted(text: str, places: int) -> str:
    """A plain decimal number in digits, times 10 to the power of `places`, with the decimal mark that it had.

    Spelled so that it is not thousands: `12.345` is `12.3450`.
    """
    mark = "," if "," in text else "."
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, decimals = digits.partition(mark)
    decimals = decimals.ljust(places, "0")
    whole, decimals = (whole + decimals[:places]).lstrip("0") or "0", decimals[places:].rstrip("0")
    spelled = f"{whole}{mark}{decimals}" if decimals else whole
    return sign + (spelled + "0" if _GROUPED.fullmatch(spelled) and decimals else spelled)


def _as_decimals(text: str, mark: str) -> str:
    """A decimal number of three places, spelled so that it is not thousands."""
    short = text.rstrip("0").rstrip(mark)
    return short if len(text.partition(mark)[2]) != len(short.partition(mark)[2]) else text + "0"


def _meant(text: str) -> str | None:
    """The number that was probably meant: without `+`, `_` and leading zeros, and with a digit on either side."""
    sign = "-" if text.startswith("-") else ""
    digits = text.lstrip("+-").replace("_", "").replace("'", "").rstrip(".,")
    if digits[:1] in (".", ","):
        digits = "0" + digits
    digits = re.sub(r"^0+(?=[0-9])", "", digits)
    if _PLAIN.fullmatch(digits) and not _GROUPED.fullmatch(digits) and sign + digits != text:
        return sign + digits
    return None
