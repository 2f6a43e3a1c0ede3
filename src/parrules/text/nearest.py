"""Did you mean: the nearest of the names that exist."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

MOST_WORDS = 20
"""For so many words a pass looks for the nearest name: with many names the search takes long."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like `word`, or None when none is near; the same answer for any order of `known`."""
    return _nearest(word, tuple(sorted(set(known))))


@lru_cache(maxsize=64)
def _nearest(word: str, names: tuple[str, ...]) -> str | None:
    """The same mistake often stands in a file many times."""
    from difflib import get_close_matches

    bare = _bare(word)
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(_bare(name), []).append(name)
    found = alike.get(bare)
    if found is None:
        close = get_close_matches(bare, alike, n=3, cutoff=0.6)
        found = next((alike[one] for one in close if _is_slip(bare, one)), [])
    return next(iter(get_close_matches(word, found, n=1, cutoff=0.0)), None)


def _bare(name: str) -> str:
    """Without capitals, tones and marks, which a keyboard may not have given: `Tốt`, `tôt` and `tot` are one."""
    letters = unicodedata.normalize("NFD", name.casefold()).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _is_slip(word: str, name: str) -> bool:
    """Whether one may have been written for the other: one is a part cut off, or at most a third is mistyped."""
    shorter, longer = sorted((word, name), key=len)
    is_part = longer.startswith(shorter) or longer.endswith(shorter)
    return is_part or _slips(word, name) <= max(1, len(shorter) // 3)


def _slips(word: str, name: str) -> int:
    """How many letters are wrong, left out, too many, or changed places with their neighbour."""
    before, last = list(range(len(name) + 1)), list(range(len(name) + 1))
    for at, letter in enumerate(word):
        row = [at + 1]
        for to, other in enumerate(name):
            row.append(min(last[to + 1] + 1, row[to] + 1, last[to] + (letter != other)))
            if at and to and (letter, word[at - 1]) == (name[to - 1], other):
                row[-1] = min(row[-1], before[to - 1] + 1)
        before, last = last, row
    return last[-1]


class Nearest:
    """`nearest` among the same names for many words: for the first of them only, since nobody reads on."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._found: dict[str, str | None] = {}

    def to(self, word: str) -> str | None:
        """The name nearest to `word`; None, too, where many words were asked for before."""
        if word not in self._found and len(self._found) < MOST_WORDS:
            self._found[word] = nearest(word, self._known)
        return self._found.get(word)
