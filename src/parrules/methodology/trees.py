"""The programs of a methodology as trees, and where its parts stand in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parrules.syntax.tree import Expression, Program
from parrules.text.source import Span


@dataclass(frozen=True, slots=True)
class Trees:
    """Side tables beside `Methodology`.

    scores, classes, applies, wheres: by criterion code (`""` is the methodology itself). wheres: of `each`.
    formulas: by figure name, and by `table.column`. standings: `quota:CLASS` and `ranking`. spans: `criterion:CODE`
    (its code), `maximum:CODE`, `score:CODE` (the key), `python:CODE`,
    `reads:CODE.NAME`, `figure:NAME`, `table:NAME`, `column:TABLE.NAME`,
    `parameter:NAME`, `basis:NAME`, `within:NAME` (what a figure is a part of), `scale` and `methodology`.
    """

    scores: Mapping[str, Program]
    classes: Mapping[str, Program]
    applies: Mapping[str, Expression]
    wheres: Mapping[str, Expression]
    formulas: Mapping[str, Expression]
    spans: Mapping[str, Span]
    standings: Mapping[str, Expression] = field(default_factory=dict)
