"""The nodes of a methodology's programs by their ids, for a check that says more of a place than its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from parrules.methodology.trees import Trees
from parrules.syntax.tree import Gather, Node


def nodes_of(trees: Trees) -> Mapping[int, Node]:
    """Every node of every program, condition and formula."""
    tables: tuple[Mapping[str, Node], ...] = (
        *(trees.scores, trees.classes, trees.applies, trees.wheres, trees.formulas),
        trees.standings,
    )
    return {node.id: node for table in tables for node in _every(table.values())}


def of_records(trees: Trees) -> frozenset[int]:
    """The nodes that are worked out for each record of a table: no row above can ask for them."""
    gathers = (one for one in nodes_of(trees).values() if isinstance(one, Gather))
    parts = (part for one in gathers for part in (one.value, one.where))
    return frozenset(node.id for node in _every((*trees.wheres.values(), *parts)))


def of_programs(trees: Trees) -> frozenset[int]:
    """The nodes that stand in a program, where there can be a row above."""
    return frozenset(node.id for node in _every((*trees.scores.values(), *trees.classes.values())))


def _every(parts: Iterable[object]) -> Iterator[Node]:
    waiting: list[object] = list(parts)
    while waiting:
        part = waiting.pop()
        if isinstance(part, Node):
            yield part
            waiting.extend(getattr(part, one.name) for one in fields(part) if one.name not in ("id", "span"))
        elif isinstance(part, tuple):
            waiting.extend(part)
