"""The nodes of a methodology's programs by their ids, for a check that says more of a place than its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from parrules.methodology.trees import Trees
from parrules.syntax.tree import Node


def nodes_of(trees: Trees) -> Mapping[int, Node]:
    """Every node of every program, condition and formula."""
    tables: tuple[Mapping[str, Node], ...] = (
        *(trees.scores, trees.classes, trees.applies, trees.wheres, trees.formulas),
        trees.standings,
    )
    return {node.id: node for table in tables for node in _every(table.values())}


def _every(parts: Iterable[object]) -> Iterator[Node]:
    waiting: list[object] = list(parts)
    while waiting:
        part = waiting.pop()
        if isinstance(part, Node):
            yield part
            waiting.extend(getattr(part, one.name) for one in fields(part) if one.name not in ("id", "span"))
        elif isinstance(part, tuple):
            waiting.extend(part)
