"""Which bodies of an earlier round those of this one were, where some were merged, divided or renamed in between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parrules.evidence.last_round import Predecessors

Origins = Mapping[str, Predecessors]
"""By body of this round, what it was then. One that is not among them was the one of the same id, if there was one."""

AS_THEY_WERE: Origins = {}
"""Where the evidence does not say that anything changed."""


@dataclass(frozen=True, slots=True)
class Merger:
    """A body made of others, or of a part of one, so that it has no score of its own to compare with.

    body: its id; name: what it is called; of: what those were called that it was made of.
    """

    body: str
    name: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unpaired:
    """Bodies of two rounds that are not compared. first, second: the names of those that only one has; merged: those
    that were made of others in between."""

    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    merged: tuple[Merger, ...] = ()


def origin(body: str, origins: Origins) -> str | None:
    """The one body that it was, whole; None where it was several, a part of one, or none."""
    was = origins.get(body)
    if was is None:
        return body
    return was.bodies[0] if len(was.bodies) == 1 and was.sure and not was.divided else None


def mergers(now: Iterable[tuple[str, str]], then: Mapping[str, str], origins: Origins) -> tuple[Merger, ...]:
    """Those of the bodies that were made of others. now: id and name of each; then: names by id."""
    return tuple(
        Merger(body, name, tuple(then.get(one, one) for one in origins[body].bodies))
        for body, name in now
        if body in origins and origins[body].bodies and origin(body, origins) is None
    )


def ancestors(bodies: Iterable[str], origins: Origins) -> frozenset[str]:
    """All that these bodies were."""
    return frozenset(one for body in bodies for one in (origins[body].bodies if body in origins else (body,)))
