"""Text in columns of a terminal: how wide it shows, how it is broken into lines, and what in it cannot be seen."""

from __future__ import annotations

import re
import unicodedata


def width_of(text: str) -> int:
    """How many columns the text takes: a combining mark none, a wide letter two."""
    return len(text) if text.isascii() else sum(map(width_of_letter, text))


def width_of_letter(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def visible_letter(letter: str) -> str:
    """The letter, or its number where it would show as nothing or steer the terminal: `<U+200B>`."""
    if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return f"<U+{ord(letter):04X}>"
    return letter


def visible(text: str) -> str:
    """One line of text in which everything shows."""
    return text if text.isprintable() else "".join(map(visible_letter, text))


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The text in lines of at most `width` columns, behind `first` and then `rest`.

    Runs of blanks and line breaks are one blank; a word longer than a line is broken.
    """
    lines: list[str] = []
    now, words = first, _words(text, max(8, width - width_of(rest)))
    empty = True
    for word in words:
        starts_below = empty and width_of(rest) < width_of(now) and width_of(now) + width_of(word) > width
        if starts_below or (not empty and width_of(now) + 1 + width_of(word) > width):
            lines.append(now)
            now, empty = rest, True
        now += word if empty else " " + word
        empty = False
    lines.append(now.rstrip(" "))
    return lines


def left(text: str, width: int) -> str:
    """The text with blanks behind it."""
    return text + " " * (width - width_of(text))


def right(text: str, width: int) -> str:
    """The text with blanks before it."""
    return " " * (width - width_of(text)) + text


def _words(text: str, longest: int) -> list[str]:
    pieces: list[str] = []
    for word in re.split(r"[ \t\r\n]+", text.strip(" \t\r\n")):
        shown = visible(word)
        while width_of(shown) > longest:
            cut = _cut(shown, longest)
            pieces.append(shown[:cut])
            shown = shown[cut:]
        if shown:
            pieces.append(shown)
    return pieces


def _cut(text: str, width: int) -> int:
    """How many letters of the text fit."""
    taken = 0
    for at, letter in enumerate(text):
        taken += width_of_letter(letter)
        if taken > width:
            return max(1, at)
    return len(text)
