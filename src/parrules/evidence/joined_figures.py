"""Figures of the last round for the bodies of this one: as they were, or joined where bodies were merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from parrules.evidence.last_round import LastRound, Predecessors, Way
from parrules.evidence.readers.listing import Spelled
from parrules.evidence.records import Provenance, Supplied
from parrules.text.diagnostic import Diagnostic, diagnostic, warning
from parrules.text.nearest import nearest
from parrules.text.source import Span
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.kinds import Kind
from parrules.values.nothing import MISSING, NONE, NOT_APPLICABLE, Nothing
from parrules.values.ranges import Range, Unknown

NO_VALUE = Supplied(NONE, "", Provenance())
"""What a body had of a figure that was not there in the last round."""

Handed = Mapping[str, Mapping[str, Supplied]]
"""By body, what was handed in by figure."""
Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A figure that is read of the last round, and what it is."""

    name: str
    kind: Kind


def figures_of_last_round(
    last: LastRound, wanted: Sequence[Wanted], bodies: Mapping[str, Predecessors], then: Handed
) -> tuple[dict[str, dict[str, Supplied]], Found]:
    """By body of this round what each figure was; one that is left out is missing.

    then: what was handed in for the bodies of the last round, one for all of them among it. Where bodies were merged,
    `join` says how, and a figure for which it does not is found once.
    """
    found = list(_misnamed(last, wanted))
    result: dict[str, dict[str, Supplied]] = {body: {} for body in bodies}
    for figure in wanted:
        way = (last.join or {}).get(figure.name)
        merged = [body for body, one in bodies.items() if one.sure and (len(one.bodies) > 1 or one.divided)]
        wrong = _wrong_way(last, figure, way, merged)
        found += wrong
        for body, one in bodies.items():
            value = _of_body(one, figure.name, then, None if way is None or wrong else way[0])
            if value is not None and value.value is not MISSING:
                result[body][figure.name] = replace(value, provenance=_beside(last, value.provenance))
    return result, tuple(found)


def _of_body(one: Predecessors, name: str, then: Handed, way: Way | None) -> Supplied | None:
    """What a body had of a figure; None where that is missing."""
    if not one.sure:
        return None
    if not one.bodies:
        return NO_VALUE
    parts = [then[body].get(name) for body in one.bodies]
    if len(parts) == 1 and not one.divided:
        part = parts[0]
        return replace(part, value=NONE) if part is not None and part.value is NOT_APPLICABLE else part
    return None if way is None else joined(parts, way, divided=one.divided)


def joined(parts: Sequence[Supplied | None], way: Way, *, divided: bool) -> Supplied | None:
    """The figures of several bodies as that of the body that they make up; None where one of them is missing.

    Of a body that was divided nobody knows how much of a sum is here; a mean goes over as it was.
    """
    if way == "none" or (way == "sum" and divided):
        return NO_VALUE
    known = [part for part in parts if part is not None and part.value is not MISSING]
    if any(part.value in (NONE, NOT_APPLICABLE) for part in known):
        return NO_VALUE
    if len(known) < len(parts):
        return None
    total: Number = 0
    for part in known:
        if isinstance(part.value, (Nothing, Unknown, str)):
            raise AssertionError("only quantities are joined")
        total = ranges.add(total, part.value)
    if way == "mean":
        total = ranges.divide(total, len(known))
    if any(isinstance(part.value, Range) and part.value.none for part in known):
        total = replace(ranges.as_range(total), none=True)
    written = " + ".join(part.written for part in known)
    where = Provenance(known[0].provenance.file)
    return Supplied(total, f"({written}) / {len(known)}" if way == "mean" and len(known) > 1 else written, where)


def _beside(last: LastRound, provenance: Provenance) -> Provenance:
    """The provenance as the evidence file of this round sees it."""
    folder = PurePosixPath(last.file.text).parent
    return replace(provenance, file=(folder / provenance.file).as_posix()) if provenance.file else provenance


def _misnamed(last: LastRound, wanted: Sequence[Wanted]) -> list[Diagnostic]:
    """Figures under `join` that no program reads of the last round."""
    names = [one.name for one in wanted]
    return [
        joined_in_vain(key.span, name, nearest(name, names))
        for name, (_, key) in (last.join or {}).items()
        if name not in names
    ]


def _wrong_way(
    last: LastRound, figure: Wanted, way: tuple[Way, Spelled] | None, merged: Sequence[str]
) -> list[Diagnostic]:
    """Why a figure cannot be joined as it is said to, where it must be."""
    if not merged:
        return []
    if way is None:
        return [not_said_how(last.file.span, figure.name, merged[0], f"join: {{{figure.name}: sum}}")]
    if not figure.kind.is_quantity and way[0] != "none":
        return [cannot_be_joined(way[1].span, figure.name, way[0], ("none",))]
    if figure.kind.name == "ratio" and way[0] == "sum":
        return [cannot_be_joined(way[1].span, figure.name, way[0], ("mean", "none"))]
    return []


def not_said_how(span: Span, name: str, body: str, example: str) -> Diagnostic:
    """body: the first that was merged."""
    return diagnostic("EV265", span, name=name, body=body, example=example)


def cannot_be_joined(span: Span, name: str, way: str, can: tuple[str, ...]) -> Diagnostic:
    """A sum of ratios, or a mean of what is no quantity. can: the ways that are left."""
    return diagnostic("EV266", span, name=name, way=way, can=can)


def joined_in_vain(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    return warning("EV267", span, name=name, suggestion=suggestion)
