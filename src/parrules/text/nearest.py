"""Did you mean: the nearest of the names that exist."""

from __future__ import annotations

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

    same = [name for name in names if name.casefold() == word.casefold()]
    found = same or get_close_matches(word, names, n=1, cutoff=0.6)
    return found[0] if found else None


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
