"""Numbers and dates as people read them: `12,25`, `31/12/2025` in Vietnamese; `12.25`, `2025-12-31` in English."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal

from parrules.text.digits import digits

Language = Literal["vi", "en"]

_MARKS = {"vi": (",", "."), "en": (".", ",")}


def number(value: int | Fraction, language: Language, places: int | None = None) -> str:
    """`value` for people. With `places`, at least so many decimals; never fewer than say it exactly, up to six.

    What has no such decimal is shown to four places, half up, behind `≈`.
    """
    point, thousands = _MARKS[language]
    over, under = abs(value.numerator), value.denominator
    need = next((n for n in range(7) if 10**n % under == 0), None)
    shown = 4 if need is None else max(need, places or 0)
    scaled = (2 * over * 10**shown + under) // (2 * under)
    every = digits(scaled).rjust(shown + 1, "0")
    whole, decimals = (every[:-shown], every[-shown:]) if shown else (every, "")
    first = len(whole) % 3 or 3
    grouped = thousands.join([whole[:first], *(whole[at : at + 3] for at in range(first, len(whole), 3))])
    sign = "-" if value < 0 else ""
    near = "≈ " if need is None else ""
    return f"{near}{sign}{grouped}{point + decimals if decimals else ''}"


def percent(value: int | Fraction, language: Language, places: int | None = None) -> str:
    """A ratio as `82,5%`."""
    return number(value * 100, language, places) + "%"


def day(value: date, language: Language) -> str:
    return f"{value.day:02}/{value.month:02}/{value.year:04}" if language == "vi" else value.isoformat()
