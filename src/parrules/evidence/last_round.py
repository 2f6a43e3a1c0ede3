"""The round before: the file that holds it, and which bodies of today were which bodies then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from parrules.evidence.readers.listing import Spelled
from parrules.evidence.readers.source import FILE
from parrules.evidence.yaml_values import scalar
from parrules.syntax import nodes
from parrules.syntax.nodes import Node, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Source, Span

Way = Literal["sum", "mean", "none"]
"""How one figure of several bodies becomes that of the body that they were merged into; none: it has none."""

_MOST_NAMES = 8
"""So many bodies are named in a finding; the others are counted."""

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Predecessors:
    """The bodies of the last round that make up a body of this one, in the order of the file.

    divided: whether one of them was divided among several bodies, so that only a part of it is in this one. sure: False
    where what is said of them is wrong, and nobody knows what they were.
    """

    bodies: tuple[str, ...]
    divided: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class LastRound:
    """What an evidence file says of the last round.

    file: its name beside the evidence file, in `folder`; rules: the rule file or methodology for it, if one is named.
    merged: for a body of this round, those that were merged into it; split: those then that were divided among several;
    ended: those that came to an end without another in their place. join: by figure, how several become one.
    """

    file: Spelled
    source: Source
    folder: Path
    rules: Spelled | None = None
    merged: tuple[tuple[Spelled, tuple[Spelled, ...]], ...] = ()
    split: tuple[Spelled, ...] = ()
    ended: tuple[Spelled, ...] = ()
    join: Mapping[str, tuple[Way, Spelled]] | None = None


def last_from(node: Node | None, folder: Path, source: Source) -> LastRound | None:
    """What stands under `last`; None where nothing does, or no file is named. folder: where the file lies."""
    if isinstance(node, Scalar):
        return LastRound(node, source, folder)
    file = scalar(node, FILE) if isinstance(node, nodes.Mapping) else None
    if file is None or not isinstance(node, nodes.Mapping):
        return None  # refused with the shape of the file
    merged = tuple((key, _listed(under)) for key, under in _entries(node.get("merged")))
    join: dict[str, tuple[Way, Spelled]] = {}
    for key, under in _entries(node.get("join")):
        if isinstance(under, Scalar) and under.text in ("sum", "mean", "none"):
            join[key.text] = (under.text, key)  # type: ignore[assignment]
    split, ended = _listed(node.get("split")), _listed(node.get("ended"))
    return LastRound(file, source, folder, scalar(node, "rules"), merged, split, ended, join)


def _entries(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    return node.entries if isinstance(node, nodes.Mapping) else ()


def _listed(node: Node | None) -> tuple[Scalar, ...]:
    listed = node.entries if isinstance(node, nodes.Sequence) else (node,)
    return tuple(one for one in listed if isinstance(one, Scalar))


def predecessors(last: LastRound, now: Iterable[str], then: Iterable[str]) -> tuple[dict[str, Predecessors], Found]:
    """For each body of this round, which bodies it was in the last one; and what the mapping forgets or doubles.

    now, then: the ids of the bodies of both rounds. A body that is not mapped is the one of the same id, or has none.
    """
    here, there = tuple(now), tuple(then)
    before = frozenset(there)
    mapped = {body.text: tuple(dict.fromkeys(one.text for one in parts)) for body, parts in last.merged}
    parts_of = {body: mapped.get(body, (body,) if body in before else ()) for body in here}
    heirs = Counter(part for parts in parts_of.values() for part in parts)
    divided = {one.text for one in last.split}
    doubled = {part for part, times in heirs.items() if times > 1 and part not in divided}
    forgotten = [body for body in there if body not in heirs and body not in {one.text for one in last.ended}]
    found = [*_unknown(last, here, before), *_doubled(last, doubled)]
    found += [not_divided(one.span, one.text) for one in last.split if one.text in before and heirs[one.text] < 2]
    found += [bodies_forgotten(last.file.span, forgotten)] if forgotten else []
    result: dict[str, Predecessors] = {}
    for body, parts in parts_of.items():
        sure = before.issuperset(parts) and doubled.isdisjoint(parts) and (bool(parts) or not forgotten)
        result[body] = Predecessors(parts, not divided.isdisjoint(parts), sure)
    return result, tuple(found)


def _doubled(last: LastRound, doubled: set[str]) -> Iterator[Diagnostic]:
    """Bodies that go whole to two: where each stands last, and first."""
    first: dict[str, Spelled] = {}
    places: dict[str, Spelled] = {}
    for part in (part for _, parts in last.merged for part in parts if part.text in doubled):
        first.setdefault(part.text, part)
        places[part.text] = part
    for body, place in places.items():
        line = first[body].span.line if first[body] is not place else None
        yield body_doubled(place.span, body, line)


def _unknown(last: LastRound, now: tuple[str, ...], then: frozenset[str]) -> Iterator[Diagnostic]:
    """Bodies that are in neither round where they should be."""
    for body, _ in last.merged:
        if body.text not in now:
            yield not_of_this_round(body.span, body.text, nearest(body.text, now))
    for one in (*(part for _, parts in last.merged for part in parts), *last.split, *last.ended):
        if one.text not in then:
            yield not_of_that_round(one.span, one.text, nearest(one.text, then))


def not_of_this_round(span: Span, body: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("EV260", span, body=body, suggestion=suggestion)


def not_of_that_round(span: Span, body: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("EV261", span, body=body, suggestion=suggestion)


def body_doubled(span: Span, body: str, line: int | None) -> Diagnostic:
    """A body of the last round that goes whole to two bodies. line: where it stands first; None where it also stays."""
    return diagnostic("EV262", span, body=body, line=None if line is None else str(line))


def bodies_forgotten(span: Span, bodies: list[str]) -> Diagnostic:
    """Bodies of the last round of which nobody says what became of them."""
    shown = tuple(bodies[:_MOST_NAMES]) + (("…",) if len(bodies) > _MOST_NAMES else ())
    return diagnostic("EV263", span, count=len(bodies), bodies=shown)


def not_divided(span: Span, body: str) -> Diagnostic:
    """A body that is said to be divided goes to one body at most."""
    return diagnostic("EV264", span, body=body)
