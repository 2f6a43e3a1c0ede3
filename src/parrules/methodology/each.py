"""`each: tasks where due_on <= period_end`: the table whose records are scored, and which of them."""

from __future__ import annotations

import re

from parrules.methodology.model import Each
from parrules.methodology.programs import parsed, written_well
from parrules.methodology.reading import Reading, part_of, scalar
from parrules.syntax.keywords import spelled
from parrules.syntax.nodes import Mapping
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span


def each_from(node: Mapping, code: str, reading: Reading) -> Each | None:
    """What stands under `each`; the tree of its condition goes with the conditions."""
    said = scalar(node, "each")
    if said is None or not written_well(said, "each", reading):
        return None
    where = spelled("WHERE", reading.spelling(said.passage.source))
    match = re.fullmatch(rf"\s*(\w+)(?:\s+{where}\s+(.*\S))?\s*", said.text, re.DOTALL)
    if match is None:
        reading.found.append(not_a_table_where(said.span, said.text, where))
        return None
    place = said.passage.span(*match.span(1))
    tables = [key.removeprefix("table:") for key in reading.spans if key.startswith("table:")]
    if match[1] not in tables:
        reading.found.append(unknown_table(place, match[1], nearest(match[1], tables)))
    if match[2] is not None:
        parsed(part_of(said, *match.span(2)).passage, code, reading.wheres, reading)
    return Each(match[1], match[2])


def not_a_table_where(span: Span, said: str, where: str) -> Diagnostic:
    """Neither a table nor a table with a condition."""
    return diagnostic("PR414", span, said=said, where=where)


def unknown_table(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    """Records of a table that is not there."""
    return diagnostic("PR415", span, name=name, suggestion=suggestion)
