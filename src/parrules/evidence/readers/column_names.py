"""What the columns of a table may be called: by the names that the methodology declares, or by their titles."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parrules.methodology.model import Column, Figure
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

_MOST_NAMES = 8
"""So many of the names that a heading may mean are said."""


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """of: what table they are the names of; the same words always mean the same names. exact: every name, as it is
    declared. meant: a name or a title as people type it (`alike`), and the names that it may mean. elsewhere: those of
    other tables, by which a row is known for the heading too."""

    of: str = ""
    exact: frozenset[str] = frozenset()
    meant: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()

    def is_known(self, heading: str) -> bool:
        """Whether a heading is that of a column that is declared; by this the row of the headings is found."""
        return heading in self.exact or (words := alike(heading)) in self.meant or words in self.elsewhere


NO_NAMES = ColumnNames()


def plain_heading(text: str) -> str:
    """A heading on one line, without spaces at its ends: in a cell it often runs over several."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def alike(text: str) -> str:
    """What headings have in common that differ only in capitals and spaces: `Được giao` is `được_giao`, too."""
    return plain_heading(text.replace("_", " ")).casefold()


def meant_by(columns: Iterable[Figure | Column]) -> dict[str, tuple[str, ...]]:
    """By a name or a title as people type it, the names of the figures or columns that it may mean, in their order."""
    meant: dict[str, dict[str, None]] = {}
    for one in columns:
        for text in (one.name, *one.title.every):
            meant.setdefault(alike(text), {})[one.name] = None
    return {words: tuple(names) for words, names in meant.items()}


def by_titles(
    written: Sequence[str], said: Sequence[str], known: ColumnNames
) -> tuple[tuple[str, ...], dict[int, tuple[str, ...]]]:
    """What columns are called here, and by its place each heading that may mean several names.

    written: their headings; said: what they are called as far as somebody said so, else the heading again. A name that
    stands there itself, or was said, is not looked for among titles.
    """
    columns = list(said)
    taken = {name for name in said if name in known.exact}
    doubtful: dict[int, tuple[str, ...]] = {}
    for at, (heading, name) in enumerate(zip(written, said, strict=True)):
        if name != heading or heading in known.exact:
            continue
        names = known.meant.get(alike(heading), ())
        if taken.issuperset(names):
            continue
        if len(names) == 1:
            columns[at] = names[0]
        else:
            doubtful[at] = names
    return tuple(columns), doubtful


def column_twice(span: Span, name: str, headings: Sequence[str]) -> Diagnostic:
    """Two columns of one name. headings: under which of them it stands."""
    others = tuple(f"`{heading}`" for heading in headings) if any(one != name for one in headings) else None
    return diagnostic("EV127", span, name=name, headings=others, mapped=_mapped(name, "…") if others else None)


def heading_of_several(span: Span, heading: str, names: Sequence[str]) -> Diagnostic:
    """A heading that is the title of several figures or columns."""
    said = tuple(f"`{name}`" for name in names[:_MOST_NAMES]) + (("…",) if len(names) > _MOST_NAMES else ())
    return diagnostic("EV304", span, heading=heading, names=said, mapped=_mapped(names[0], f'"{heading}"'))


def _mapped(name: str, heading: str) -> str:
    """How it is said, beside `file`, which column has a heading."""
    return f"columns: {{{name}: {heading}}}"
