"""A quantity that may be none is computed or compared with, and nothing has asked whether it is.

**What it finds**: a quotient whose divisor may be 0, the mean, share, lowest or highest of what may be no records, a
figure that may be known to be absent, used where none has not been ruled out.
**Why**: nobody's 0/0 may become 0, or full marks, by accident.
**Instead**: ask first, in an earlier row, with `and`, in `applies`, or declare a minimum above 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from parrules.checks.nodes import nodes_of, of_programs, of_records
from parrules.checks.reach import Reach
from parrules.methodology.checked import Checked
from parrules.methodology.kind_slips import at_start
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

# Where it is asked for: in a row above, in the condition on records, or only in the condition itself.
_Place = Literal["row", "records", "condition"]


def none_not_asked(reach: Reach) -> tuple[Diagnostic, ...]:
    spans, trees = reach.checked.spans, reach.checked.trees
    used = sorted(node for watch in reach.watches.values() for node in watch.none_used if node in spans)
    if not used:
        return ()
    nodes, records, programs = nodes_of(trees), of_records(trees), of_programs(trees)

    def place(node: int) -> _Place:
        return "records" if node in records else "row" if node in programs else "condition"

    return tuple(_found(node, place(node), nodes, reach.checked) for node in used)


def _found(node: int, place: _Place, nodes: Mapping[int, tree.Node], checked: Checked) -> Diagnostic:
    one = nodes.get(node)
    if isinstance(one, tree.Definition):
        only = one.value.rows[0].value if len(one.value.rows) == 1 else one
        return may_be_none(_use(one, nodes, checked), one.name, place, only)
    return may_be_none(checked.spans[node], checked.spans[node].words, place, one)


def _use(named: tree.Definition, nodes: Mapping[int, tree.Node], checked: Checked) -> Span:
    """The one place where a named quantity is used, or else where it gets its name."""
    asked = {node.value.id for node in nodes.values() if isinstance(node, tree.IsNone)}
    found = (nodes[node] for node, reference in checked.references.items() if reference.definition is named)
    uses = [node.span for node in found if node.id not in asked]
    return uses[0] if len(uses) == 1 else at_start(named.span, named.name)


def _divisor(node: tree.Node | None) -> tree.Node | None:
    """What a quotient divides by, where it is one and no written number."""
    if not isinstance(node, tree.Product):
        return None
    divisors = (factor for sign, factor in node.factors if sign == "/" and not isinstance(factor, tree.Number))
    return next(iter(divisors), None)


def may_be_none(span: Span, quantity: str, place: _Place, of: tree.Node | None = None) -> Diagnostic:
    """place: where it is asked for. of: what the quantity is, in a rule file: a quotient is asked for what it divides
    by, and the declaration of a figure may say that it cannot be none; that of a table or a criterion cannot."""
    said, divided_by = " ".join(quantity.split()), _divisor(of)
    divisor = divided_by.span.words if divided_by is not None else None
    asked = said if divisor is None else None
    is_declared = isinstance(divided_by or of, tree.Name)
    return diagnostic(
        "PR301",
        span,
        quantity=said,
        divisor=divisor if place == "row" else None,
        asked=asked if place == "row" else None,
        divisor_of_records=divisor if place == "records" else None,
        asked_of_records=asked if place == "records" else None,
        divisor_alone=divisor if place == "condition" else None,
        asked_alone=asked if place == "condition" else None,
        declared=(divisor or said) if is_declared else None,
        criterion=of.code if isinstance(of, tree.ScoreOf) else None,
        undeclared=None if is_declared or isinstance(of, tree.ScoreOf) else said,
    )
