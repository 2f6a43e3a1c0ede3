"""Numbers and days as a workbook stores them, spelled as people would type them: exactly, and in one way to read."""

from __future__ import annotations

import re
from datetime import date, timedelta

SHOWN = 15
"""So many digits of a number a spreadsheet keeps and shows; what is stored behind them comes of binary fractions."""

_STORED = re.compile(r"(-?)([0-9]+)(?:\.([0-9]*))?(?:[eE]([-+]?[0-9]{1,4}))?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_LAST_DAY = 2_958_465  # 31/12/9999
_FIRST_OF_MARCH = 61  # day 60 was to be 29/02/1900, which was no day


def plain_number(stored: str, hundredfold: bool = False) -> str | None:
    """The number in digits, without an exponent, as a spreadsheet shows it: 15 digits. None where it is no number.

    hundredfold: times 100, for a percentage.
    """
    found = _STORED.fullmatch(stored)
    if found is None:
        return None
    sign, whole, decimals, exponent = found[1], found[2], found[3] or "", int(found[4] or 0)
    digits, places = (whole + decimals).lstrip("0"), len(decimals) - exponent - (2 if hundredfold else 0)
    if len(digits) > SHOWN:
        cut = len(digits) - SHOWN
        digits, places = str((int(digits[: SHOWN + 1]) + 5) // 10), places - cut
    if not digits.strip("0"):
        return "0"
    if places <= 0:
        return sign + digits + "0" * -places
    digits = digits.rjust(places + 1, "0")
    fraction = digits[-places:].rstrip("0")
    return sign + digits[:-places] + (f".{fraction}" if fraction else "")


def one_reading(number: str) -> str:
    """With one more zero where three decimals could be taken for thousands: `12.345` is `12.3450`."""
    return number + "0" if _THOUSANDS.fullmatch(number) else number


def day_of(serial: str, from_1904: bool) -> str | None:
    """The day that a number stands for, as `2025-12-31`, and its time where it has one. None where it is no day.

    serial: as `plain_number` gives it. from_1904: days are counted from 1904 and not from 1900.
    """
    whole, _, part = serial.partition(".")
    if not whole.isdecimal() or len(whole) > 7:
        return None
    number = int(whole)
    if from_1904:
        start = date(1904, 1, 1)
    elif number >= _FIRST_OF_MARCH:
        start = date(1899, 12, 30)
    elif 1 <= number < _FIRST_OF_MARCH - 1:
        start = date(1899, 12, 31)
    else:
        return None
    if number > _LAST_DAY - (1462 if from_1904 else 0):
        return None
    minutes = (int(part) * 1440 * 2 + 10 ** len(part)) // (2 * 10 ** len(part)) if part else 0
    day = start + timedelta(days=number + minutes // 1440)
    return day.isoformat() + (f" {minutes % 1440 // 60:02}:{minutes % 60:02}" if part else "")
