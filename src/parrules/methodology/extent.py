"""How much programs come to when every name in them is followed: bounded, so that every program ends soon.

A name stands for its expression, so a chain of names that each use the one before twice doubles at every link.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from parrules.methodology.checked import Checked
from parrules.methodology.naming_mistakes import circle
from parrules.methodology.scope import BODIES
from parrules.syntax import tree
from parrules.syntax.quoted import QUOTED
from parrules.text.diagnostic import Diagnostic, diagnostic, in_reading_order
from parrules.text.source import Span

MOST = 10_000
"""So many values and signs may one program come to."""

MOST_IN_ALL = 200_000
"""And all programs of a methodology together."""

DEEPEST = 100
"""So deep may one stand inside another."""

MOST_NESTED = 3
"""So many aggregates may stand inside one another: each goes through all records for each record of the one around."""

_Key = str | int
"""What a name can stand for: a formula, by its name in `Trees`; a definition, by its id."""

_NOTHING = (0, 0, 0)

_Extent = tuple[int, int, int]
"""Size, depth, and how many aggregates stand inside one another."""


def check_extent(checked: Checked) -> tuple[Diagnostic, ...]:
    """Formulas that are computed from themselves, and what comes to too much."""
    formulas = checked.trees.formulas
    needs = {key: sorted(_needed(formulas[key], checked)) for key in sorted(formulas)}
    try:
        order = tuple(TopologicalSorter(needs).static_order())
    except CycleError as cycle:
        names = tuple(reversed(cycle.args[1]))
        return (circle(formulas[names[0]].span, names),)
    return _too_much(checked, order)


def _too_much(checked: Checked, order: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    known: dict[_Key, _Extent] = {}
    found: list[Diagnostic] = []
    whole = 0
    for key in order:
        extent = known[key] = _of(checked.trees.formulas[key], checked, known)
        found += _judged(checked.trees.formulas[key].span, extent)
        if found:
            return in_reading_order(found)  # what is computed from it is too much, too
    for program in _programs(checked):
        extent = _of_program(program, checked, known)
        whole += extent[0]
        found += _judged(program.span, extent)
    if not found and whole > MOST_IN_ALL:
        found.append(too_much_in_all(checked.trees.spans["methodology"], whole))
    return in_reading_order(found)


def _programs(checked: Checked) -> Iterator[tree.Program | tree.Expression]:
    trees = checked.trees
    for table in (trees.applies, trees.wheres, trees.scores, trees.classes, trees.standings):
        yield from table.values()


def _judged(span: Span, extent: _Extent) -> tuple[Diagnostic, ...]:
    size, depth, nested = extent
    if nested > MOST_NESTED:
        return (too_nested(span),)
    if depth > DEEPEST:
        return (too_deep(span),)
    return (too_much(span),) if size > MOST else ()


def _of_program(node: tree.Program | tree.Expression, checked: Checked, known: dict[_Key, _Extent]) -> _Extent:
    if not isinstance(node, tree.Program):
        return _of(node, checked, known)
    whole, named = _NOTHING, dict[str, _Extent]()
    for line in node.lines:
        here = _of(line, checked, known)
        whole = _beside(whole, here)
        if isinstance(line, tree.Definition):
            known[line.id] = named[line.name] = here
        else:
            for name in _quoted(line):
                whole = _beside(whole, named.get(name, known.get(name, _NOTHING)))
    return whole


def _of(node: tree.Node, checked: Checked, known: Mapping[_Key, _Extent]) -> _Extent:
    """The size and depth of a node with what its names stand for; `known` has all of them."""
    whole = _NOTHING
    for times, part in _parts(node):
        whole = _beside(whole, _of(part, checked, known), max(times, _rows(node, checked)))
    behind = _behind(node, checked) if isinstance(node, tree.Name) else None
    if behind is not None:
        whole = _beside(whole, known.get(behind, _NOTHING))
    size, depth, nested = whole
    gathers = isinstance(node, tree.Gather) or (
        isinstance(node, tree.Call) and node.name in checked.vocabulary.gatherings
    )
    return size + 1, depth + 1, nested + gathers


def _beside(first: _Extent, second: _Extent, times: int = 1) -> _Extent:
    """The extent of both, the second so many times."""
    return first[0] + times * second[0], max(first[1], second[1]), max(first[2], second[2])


def _parts(node: tree.Node) -> Iterator[tuple[int, tree.Node]]:
    """The nodes in a node, each with how often its rewriting may repeat it."""
    often = 2 if isinstance(node, tree.Call | tree.Gather | tree.Per) else 1
    if isinstance(node, tree.Comparison):
        yield 1, node.first
        last = len(node.rest) - 1
        yield from ((1 if place == last else 2, operand) for place, (_, operand) in enumerate(node.rest))
        return
    waiting: list[object] = [getattr(node, name) for name in node.__dataclass_fields__ if name not in ("id", "span")]
    while waiting:
        now = waiting.pop()
        if isinstance(now, tree.Node):
            yield often, now
        elif isinstance(now, tuple):
            waiting.extend(now)


def _rows(node: tree.Node, checked: Checked) -> int:
    """How many rows a choice by date has: two for each value of the parameter, at most."""
    if not isinstance(node, tree.Dated):
        return 1
    parameters = (one for one in checked.methodology.parameters if one.name == node.parameter.name)
    return 2 * sum(len(one.values) for one in parameters) + 1


def _needed(node: tree.Expression, checked: Checked) -> set[str]:
    """The formulas that a formula names."""
    found: set[str] = set()
    waiting: list[tree.Node] = [node]
    while waiting:
        now = waiting.pop()
        behind = _behind(now, checked) if isinstance(now, tree.Name) else None
        if isinstance(behind, str) and behind in checked.trees.formulas:
            found.add(behind)
        waiting.extend(part for _, part in _parts(now))
    return found


def _behind(node: tree.Name, checked: Checked) -> _Key | None:
    """What a name stands for, where that is an expression."""
    reference = checked.references[node.id]
    if reference.of == "named":
        return reference.definition.id if reference.definition is not None else None
    if reference.of == "column" and reference.table not in BODIES:
        return f"{reference.table}.{node.name}"
    return node.name


def _quoted(line: tree.Statement) -> Iterator[str]:
    for row in line.rows:
        if row.because is not None:
            yield from (match[1].strip() for match in QUOTED.finditer(row.because.value))


def too_much(span: Span) -> Diagnostic:
    return diagnostic("PR247", span, most=MOST)


def too_deep(span: Span) -> Diagnostic:
    return diagnostic("PR248", span, most=DEEPEST)


def too_nested(span: Span) -> Diagnostic:
    return diagnostic("PR250", span, most=MOST_NESTED)


def too_much_in_all(span: Span, size: int) -> Diagnostic:
    return diagnostic("PR249", span, size=size, most=MOST_IN_ALL)
