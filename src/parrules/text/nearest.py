"""Did you mean: the nearest of the names that exist."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like `word`, or None when none is near; the same answer for any order of `known`."""
    from difflib import get_close_matches

    names = sorted(set(known))
    same = [name for name in names if name.casefold() == word.casefold()]
    found = same or get_close_matches(word, names, n=1, cutoff=0.6)
    return found[0] if found else None
