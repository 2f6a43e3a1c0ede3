"""A mistake as a value: what is wrong, where, and what to do; never a sentence, only a code and its arguments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from parrules.text.digits import digits
from parrules.text.source import Span


@dataclass(frozen=True, slots=True)
class KindWord:
    """A kind of value, `ratio` or `number` in `km2`: each language has its own word for it."""

    name: str
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.unit}".rstrip()


Argument = str | int | Fraction | date | tuple[str, ...] | KindWord


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong in a rule file (`PR...`) or in evidence (`EV...`, then called a finding).

    code: stable, explained by `parrules code`. span: the characters to point at; None when the whole file,
    or no file, is meant. place: for what has no characters, such as a cell (`sheet!B7`), or the file's name.
    arguments: what the sentence quotes, by name. severity: an `error` stops the work, a `warning` does not.
    """

    code: str
    span: Span | None = None
    arguments: tuple[tuple[str, Argument], ...] = ()
    severity: Literal["error", "warning"] = "error"
    place: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity == "error"


def diagnostic(code: str, span: Span | None = None, /, *, place: str = "", **arguments: Argument | None) -> Diagnostic:
    """An error; arguments that are None are left out, and with them the hint that would quote them."""
    return Diagnostic(code, span, _given(arguments), "error", place)


def warning(code: str, span: Span | None = None, /, *, place: str = "", **arguments: Argument | None) -> Diagnostic:
    """A warning: shown, and the work goes on."""
    return Diagnostic(code, span, _given(arguments), "warning", place)


def _given(arguments: dict[str, Argument | None]) -> tuple[tuple[str, Argument], ...]:
    return tuple((name, value) for name, value in arguments.items() if value is not None)


def in_reading_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By file and sheet, then place in it, then code: the order in which a reader meets them, each once."""

    def key(one: Diagnostic) -> tuple[str, str, int, str, str]:
        if one.span is None:
            return (one.place, "", -1, one.code, _as_text(one.arguments))
        source = one.span.source
        return (source.name, source.sheet, one.span.start, one.code, _as_text(one.arguments))

    return tuple(sorted(dict.fromkeys(found), key=key))


def _as_text(arguments: tuple[tuple[str, Argument], ...]) -> str:
    """All of them as one text, numbers however long."""
    exact = (
        (name, (digits(value.numerator), digits(value.denominator)) if isinstance(value, (int, Fraction)) else value)
        for name, value in arguments
    )
    return repr(tuple(exact))
