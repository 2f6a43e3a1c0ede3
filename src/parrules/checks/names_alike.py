"""Two names, or two titles side by side, that nobody can tell apart.

**What it finds**: `dân_số` beside `dan_so`, `Late` beside `late`; two criteria with one title under the same criterion.
**Why**: whoever fills in or reads takes one for the other, and a copied criterion keeps the title of the first.
**Instead**: call them what tells them apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from parrules.checks.reach import Reach
from parrules.methodology.model import Criterion, Methodology
from parrules.text.diagnostic import Diagnostic, warning
from parrules.text.source import Span


def names_alike(reach: Reach) -> tuple[Diagnostic, ...]:
    methodology, spans = reach.checked.methodology, reach.checked.trees.spans
    found = []
    seen: dict[str, str] = {}
    for key, name in _names(methodology):
        other = seen.setdefault(_bare(name), name)
        if other != name and key in spans:
            found.append(alike(spans[key], name, other))
    for siblings in (methodology.criteria, *(one.children for one in methodology.every_criterion())):
        found += [title_twice(spans[f"criterion:{one.code}"], one.code, other) for one, other in _twice(siblings)]
    return tuple(found)


def _names(methodology: Methodology) -> Iterator[tuple[str, str]]:
    yield from ((f"figure:{one.name}", one.name) for one in methodology.figures)
    yield from ((f"table:{one.name}", one.name) for one in methodology.tables)
    yield from ((f"parameter:{one.name}", one.name) for one in methodology.parameters)


def _bare(name: str) -> str:
    """Without marks, capitals and the lines between words."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "d").replace("_", ""))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _twice(siblings: Sequence[Criterion]) -> Iterator[tuple[Criterion, str]]:
    """Those whose title one above them has already, with its code."""
    first: dict[str, str] = {}
    for one in siblings:
        title = " ".join(one.title.vi.split()).casefold()
        other = first.setdefault(title, one.code)
        if title and other != one.code:
            yield one, other


def alike(span: Span, name: str, other: str) -> Diagnostic:
    return warning("PR319", span, name=name, other=other)


def title_twice(span: Span, code: str, other: str) -> Diagnostic:
    return warning("PR320", span, code=code, other=other)
