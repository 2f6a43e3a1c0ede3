"""Characters that make two texts look the same when they are not, or a text read otherwise than it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

SpanOf = Callable[[int, int], Span | None]
"""Where the characters from one place of a text to another stand: `passage.span`, or `nowhere`."""

_Mistake = Callable[[Span | None, str, str], Diagnostic]

MOST_SHOWN = 20
"""So many of a text's strange characters are shown one by one."""

# Written out rather than taken from Unicode's categories, which change with the version of Python.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|\r(?!\n)")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_LETTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*")

_ALIKE = {
    **dict(zip("АВЕЅІЈКМНОРСТУХԚԜҮҺӀ", "ABESIJKMHOPCTYXQWYHI", strict=True)),
    **dict(zip("асеһіјорѕухԁԛԝѵӏкг", "acehijopsyxdqwvlkr", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("ονιαρυκγχϲϳ", "oviapukyxcj", strict=True)),
    **dict(zip("ÐƉɖð", "ĐĐđđ", strict=True)),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}


def nowhere(start: int, end: int) -> None:
    """For a text that does not stand in a file of text, such as a cell's: its `place` is said instead."""


def control_characters(text: str, span: SpanOf = nowhere, place: str = "") -> tuple[Diagnostic, ...]:
    """Control characters other than tabs and line ends; a carriage return alone is one."""
    return tuple(_each(_CONTROL, control_character, text, span, place))


def unsafe_characters(text: str, span: SpanOf = nowhere, place: str = "") -> tuple[Diagnostic, ...]:
    """Invisible characters, those that turn the direction of text, and letters taken apart (not NFC)."""
    if text.isascii():
        return ()
    return (
        *_each(_BIDI, turning_character, text, span, place),
        *_each(_INVISIBLE, invisible_character, text, span, place),
        *_taken_apart(text, span, place),
    )


def lookalikes(text: str, span: SpanOf = nowhere, place: str = "") -> tuple[Diagnostic, ...]:
    """For codes and names: letters, digits and dashes that only look like those of a Vietnamese keyboard.

    At most one diagnostic: it points at the first such character and proposes the whole text as it should be.
    """
    meant = text if text.isascii() else "".join(map(_meant, text))
    if meant == text:
        return ()
    at, stands = next((at, one) for at, one in enumerate(text) if _meant(one) != one)
    return (lookalike(span(at, at + 1), place, stands, _meant(stands), meant),)


def name_of(character: str) -> str:
    """The character's Unicode name, or its number where it has none."""
    return unicodedata.name(character, f"U+{ord(character):04X}")


def _meant(character: str) -> str:
    if character.isascii():
        return character
    if character in _ALIKE:
        return _ALIKE[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain.isascii() and plain.isalnum() else character


def _taken_apart(text: str, span: SpanOf, place: str) -> Iterator[Diagnostic]:
    """One diagnostic for the whole text: a keyboard or a system wrote it so, from its first letter to its last."""
    if unicodedata.is_normalized("NFC", text):
        return
    pieces = [(one.start(), one.end()) for one in _LETTER.finditer(text)]
    found = [(start, end) for start, end in pieces if not unicodedata.is_normalized("NFC", text[start:end])]
    start, end = found[0] if found else (0, len(text))
    composed = unicodedata.normalize("NFC", text[start:end])
    yield not_composed(span(start, end), place, composed, max(1, len(found)))


def _each(pattern: re.Pattern[str], made: _Mistake, text: str, span: SpanOf, place: str) -> Iterator[Diagnostic]:
    for shown, one in enumerate(pattern.finditer(text)):
        if shown == MOST_SHOWN:
            return
        yield made(span(one.start(), one.end()), place, one.group())


def control_character(span: Span | None, place: str, character: str) -> Diagnostic:
    return diagnostic("PR007", span, place=place, name=name_of(character))


def not_composed(span: Span | None, place: str, composed: str, count: int) -> Diagnostic:
    return diagnostic("PR014", span, place=place, composed=composed, count=count)


def invisible_character(span: Span | None, place: str, character: str) -> Diagnostic:
    return diagnostic("PR015", span, place=place, name=name_of(character))


def turning_character(span: Span | None, place: str, character: str) -> Diagnostic:
    return diagnostic("PR016", span, place=place, name=name_of(character))


def lookalike(span: Span | None, place: str, stands: str, should: str, meant: str) -> Diagnostic:
    return diagnostic("PR017", span, place=place, name=name_of(stands), letter=should, suggestion=meant)
