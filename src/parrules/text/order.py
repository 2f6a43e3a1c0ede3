"""Order as readers expect it: codes by their numbers, names by the Vietnamese alphabet."""

from __future__ import annotations

import re
import unicodedata

NaturalKey = tuple[tuple[tuple[int, int, str], ...], str]
VietnameseKey = tuple[tuple[tuple[tuple[int, ...], int], ...], str]

_DIGITS = "0123456789"
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Huyền, hỏi, ngã, sắc, nặng: the order of dictionaries; no tone comes first."""


def natural_key(code: str) -> NaturalKey:
    """Sorts codes by the numbers in them: `1.2` before `1.10`, and a code before those that it begins."""
    parts = re.findall(r"[0-9]+|[^0-9]+", code)
    return tuple((0, *_size(part)) if part[0] in _DIGITS else (1, 0, part.casefold()) for part in parts), code


def vietnamese_key(name: str) -> VietnameseKey:
    """Sorts names as a Vietnamese dictionary does: syllable by syllable, by letters first and then by tone.

    So `Ba Vì` stands before `Bà Rịa`, `Đ` after every `D`, and `Tổ 2` before `Tổ 10`.
    """
    syllables = re.findall(r"[0-9]+|[^\W\d]+", unicodedata.normalize("NFC", name).casefold())
    return tuple(_syllable(one) for one in syllables), name


def _syllable(one: str) -> tuple[tuple[int, ...], int]:
    """The ranks of its letters, and its tone; a number comes before every letter."""
    if one[0] in _DIGITS:
        length, digits = _size(one)
        return (-1, length, *map(int, digits)), 0
    ranks: list[int] = []
    tone = 0
    for letter in one:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((_TONES[mark] for mark in parts if mark in _TONES), tone)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
        ranks.extend(_RANKS.get(part, len(_ALPHABET) + ord(part)) for part in bare)
    return tuple(ranks), tone


def _size(digits: str) -> tuple[int, str]:
    """How large a whole number of any length is: by its digits without leading zeros, the longer the larger."""
    bare = digits.lstrip("0")
    return len(bare), bare
