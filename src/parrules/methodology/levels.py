"""The names of the levels, and to how many decimals scores are rounded at each."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.methodology.declared_kind import each_once
from parrules.methodology.reading import Reading, entries, scalar, scalars
from parrules.syntax.nodes import Mapping, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span

TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Levels:
    """names: outermost first; empty where depth is free. places: by level, and `total`; None: not rounded."""

    names: tuple[str, ...]
    places: dict[str, int | None]

    def places_at(self, depth: int) -> int | None:
        """The decimals of a criterion that stands so deep, where it does not say otherwise."""
        return self.places.get(self.names[depth]) if depth < len(self.names) else None

    @property
    def total(self) -> int | None:
        return self.places.get(TOTAL)


def levels_from(node: Mapping, reading: Reading) -> Levels:
    """What stands under `levels` and `rounding`."""
    names = each_once(scalars(node.get("levels")), reading)
    known = (*names, TOTAL)
    rounding: dict[str, int | None] = {}
    for key, under in entries(node.get("rounding")):
        if key.text not in known:
            reading.found.append(unknown_level(key.span, key.text, nearest(key.text, known), names))
        for one in scalars(under):
            rounding[key.text] = places(one)
    return Levels(names, rounding)


def places(said: Scalar) -> int | None:
    """A number of decimals, or None where `none` stands."""
    return None if said.text == "none" else int(said.text)


def places_of(node: Mapping, levels: Levels, depth: int) -> int | None:
    """The decimals of one criterion: its own `round`, or those of its level."""
    said = scalar(node, "round")
    return levels.places_at(depth) if said is None else places(said)


def check_depth(code: Scalar, levels: Levels, depth: int, reading: Reading) -> None:
    """That the level of a criterion has a name, where levels have."""
    if levels.names and depth == len(levels.names):
        reading.found.append(too_deep(code.span, code.text, levels.names))


def unknown_level(span: Span, name: str, suggestion: str | None, names: tuple[str, ...]) -> Diagnostic:
    """Rounding at a level that is not there."""
    return diagnostic("PR421", span, name=name, suggestion=suggestion, levels=names or None)


def too_deep(span: Span, code: str, names: tuple[str, ...]) -> Diagnostic:
    """A criterion below the last level that has a name."""
    return diagnostic("PR420", span, code=code, levels=names)
