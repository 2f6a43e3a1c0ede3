"""What can be wrong in a value that a person typed: each mistake as a value, before it is known where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from parrules.text.diagnostic import Argument, Diagnostic
from parrules.text.source import Span
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Mistake:
    """Why a text is not a value of its kind: a code and what its sentence quotes."""

    code: str
    arguments: tuple[tuple[str, Argument], ...] = ()

    def at(self, span: Span | None, name: str) -> Diagnostic:
        """The finding: this mistake, at a place, in the figure or column `name`."""
        return Diagnostic(self.code, span, (("name", name), *self.arguments))


def _mistake(code: str, **arguments: Argument | None) -> Mistake:
    return Mistake(code, tuple((name, value) for name, value in arguments.items() if value is not None))


def _quoted(text: str) -> str:
    """A text short enough to stand in a sentence."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def not_a_number(text: str, suggestion: str | None = None) -> Mistake:
    return _mistake("EV101", text=_quoted(text), suggestion=suggestion)


def thousands_or_decimals(text: str, thousands: str, decimals: str) -> Mistake:
    """`12.900` may be 12900 or 12.9."""
    return _mistake("EV102", text=text, thousands=thousands, decimals=decimals)


def whole_readings(mistake: Mistake) -> Mistake:
    """The same of what can only be whole: `12.900` is no 12.9 there, while `12.000` may be 12."""
    decimals = str(dict(mistake.arguments).get("decimals", ""))
    is_whole = not any(mark in decimals for mark in ".,")
    return mistake if is_whole else Mistake(mistake.code, tuple(a for a in mistake.arguments if a[0] != "decimals"))


def ratio_without_percent(text: str, percent: str, hundredfold: str | None) -> Mistake:
    """`0.825` may be 0.825% or 82.5%. hundredfold: None where the two are the same."""
    return _mistake("EV103", text=text, percent=percent, hundredfold=hundredfold)


def strange_character(text: str, character: str, digit: str | None) -> Mistake:
    """character: by its Unicode name. digit: the digit 0 to 9 it looks like, where it is one."""
    return _mistake("EV104", text=_quoted(text), character=character, digit=digit)


def exponent(text: str) -> Mistake:
    return _mistake("EV105", text=_quoted(text))


def too_many_digits(text: str) -> Mistake:
    return _mistake("EV106", text=_quoted(text))


def not_whole(text: str) -> Mistake:
    return _mistake("EV107", text=text)


def negative_count(text: str) -> Mistake:
    return _mistake("EV108", text=text)


def other_unit(text: str, given: str, unit: str) -> Mistake:
    return _mistake("EV109", text=_quoted(text), given=_quoted(given), unit=unit)


def percent_unwanted(text: str) -> Mistake:
    return _mistake("EV110", text=text)


def not_a_date(text: str, suggestion: str | None = None) -> Mistake:
    return _mistake("EV111", text=_quoted(text), suggestion=suggestion)


def no_such_day(text: str, suggestion: str | None = None) -> Mistake:
    return _mistake("EV112", text=text, suggestion=suggestion)


def not_yes_or_no(text: str) -> Mistake:
    return _mistake("EV113", text=_quoted(text))


def not_in_list(text: str, options: tuple[str, ...], suggestion: str | None) -> Mistake:
    return _mistake("EV114", text=_quoted(text), options=options, suggestion=suggestion)


def spreadsheet_error(text: str) -> Mistake:
    return _mistake("EV115", text=text)


def words_after_number(text: str, words: str, number: str) -> Mistake:
    """Words behind a number that has no unit."""
    return _mistake("EV116", text=_quoted(text), words=_quoted(words), number=number)


def never_computed() -> Mistake:
    """A formula in a cell, without the value that it comes to."""
    return _mistake("EV330")


def covered() -> Mistake:
    """A cell that is merged with one above or before it."""
    return _mistake("EV331")


def number_as_text(text: str) -> Mistake:
    """A code that a spreadsheet took for a number: `1.1` may have been `1.10`."""
    return _mistake("EV332", text=_quoted(text))


def number_as_day(text: str, day: date | None) -> Mistake:
    """A number where a day is wanted. day: the one that spreadsheets count so, from 1900."""
    return _mistake("EV333", text=_quoted(text), day=day)


def day_instead(text: str) -> Mistake:
    """A day where something else is wanted: spreadsheets take `9.4` for the ninth of April."""
    return _mistake("EV334", text=_quoted(text))


def below_minimum(text: str, low: Exact, kind: Kind) -> Mistake:
    return _mistake("EV117", text=text, **limit("low", low, kind))


def above_maximum(text: str, high: Exact, kind: Kind) -> Mistake:
    return _mistake("EV118", text=text, **limit("high", high, kind))


def limit(name: str, value: Exact | None, kind: Kind) -> dict[str, Argument]:
    """A limit as an argument: a date as a date, a ratio in percent and so by another name; nothing where none is."""
    if value is None:
        return {}
    if kind.name == "ratio":
        return {f"{name}_percent": Fraction(value) * 100}
    return {name: date.fromordinal(int(value)) if kind.name == "date" else value}
