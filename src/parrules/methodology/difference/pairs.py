"""Which part of the old edition is which of the new one: by its name or code, or by what it is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from parrules.methodology.model import Criterion, Methodology, Title

_Part = TypeVar("_Part")
_Key = Callable[[str], Hashable | None]


def paired_codes(old: Methodology, new: Methodology) -> dict[str, str]:
    """The code in the new edition of each criterion of the old one that is still there.

    One with the same code and title is the same. So is one with the same title elsewhere, where nothing else has that
    title; after that one with the same code, which is called otherwise now.
    """
    before = {one.code: one for one in old.every_criterion()}
    after = {one.code: one for one in new.every_criterion()}

    def title(of: Mapping[str, Criterion]) -> _Key:
        return lambda code: _called(of[code].title)

    def title_and_maximum(of: Mapping[str, Criterion]) -> _Key:
        return lambda code: (_called(of[code].title), of[code].maximum)

    found = {code: code for code, one in before.items() if code in after and _same_title(one, after[code])}
    for key in (title, title_and_maximum):
        found |= _unique(_left(before, found), _left(after, found.values()), key(before), key(after))
    found |= {code: code for code in _left(before, found) if code in _left(after, found.values())}
    return found


def paired_names(
    old: Mapping[str, _Part], new: Mapping[str, _Part], same: Callable[[_Part], Hashable]
) -> dict[str, str]:
    """The name in the new edition of each part of the old one: the same name, or else another with all of `same`."""
    found = {name: name for name in old if name in new}
    return found | _unique(
        _left(old, found), _left(new, found.values()), lambda name: same(old[name]), lambda name: same(new[name])
    )


def _same_title(one: Criterion, other: Criterion) -> bool:
    return _called(one.title) == _called(other.title)


def _called(title: Title) -> str:
    """The title, whatever its capitals and blanks."""
    return " ".join(title.vi.split()).casefold()


def _left(every: Mapping[str, object], taken: object) -> list[str]:
    return [name for name in every if name not in taken]  # type: ignore[operator]


def _unique(old: Sequence[str], new: Sequence[str], key_old: _Key, key_new: _Key) -> dict[str, str]:
    """Those whose key one alone has on either side."""
    counts = Counter(map(key_old, old)), Counter(map(key_new, new))
    there = {key_new(name): name for name in new}
    alone = [name for name in old if counts[0][key_old(name)] == 1 and counts[1][key_old(name)] == 1]
    return {name: there[key_old(name)] for name in alone}
