"""Words of plugins in a plan: that what they were rewritten to has a value; and where in the rule file they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from parrules.checks.nodes import nodes_of
from parrules.methodology.kind_slips import at_start
from parrules.methodology.scope import of_methodology
from parrules.methodology.trees import Trees
from parrules.operators.expressions import Operator
from parrules.operators.ledger import Program
from parrules.operators.walk import every
from parrules.plan.plan import Plan
from parrules.plan.sorts import Sorts, Unsound
from parrules.plugins import mistakes
from parrules.plugins.collect import Collected
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Span
from parrules.values.kinds import Kind

_Use = tree.Statement | tree.Call | tree.Gather


def check_words(trees: Trees, plan: Plan, known: Collected) -> tuple[Diagnostic, ...]:
    """The first use of a plugin's word that makes something of a rule file that has no value."""
    brought = _brought(known)
    uses = _uses(trees, brought)
    wrong = next(_unsound(plan), None) if uses else None
    return () if wrong is None else (_told(uses, brought, wrong),)


def check_expression(
    node: tree.Expression, lowered: Operator, names: Mapping[str, Kind], known: Collected
) -> tuple[Diagnostic, ...]:
    """The same of an expression by itself. names: what stands in it, with its kind."""
    brought = _brought(known)
    uses = _uses(Trees({}, {}, {"": node}, {}, {}, {}), brought)
    wrong = next(_of_value(lowered, Sorts(names, {})), None) if uses else None
    return () if wrong is None else (_told(uses, brought, wrong),)


def _brought(known: Collected) -> Mapping[str, str]:
    """By the words of plugins, the plugin that brings each."""
    return {
        word: plugin for plugin, hooks in known.brought.items() for hook in _OF_WORDS for word in hooks.get(hook, ())
    }


def _told(uses: Sequence[_Use], brought: Mapping[str, str], wrong: Operator) -> Diagnostic:
    """At the use that an operator without a value came from, or at the first."""
    origins = {each.origin for each in every(wrong)}
    use = next((one for one in uses if one.id in origins), uses[0])
    word = _word(use)
    return mistakes.word_gave(brought[word], word, type(wrong).__name__, at_start(use.span, word))


def place_of(trees: Trees, word: str, node: int) -> Span | None:
    """Where a word is used, or where it is used first."""
    uses = _uses(trees, (word,))
    use = next((one for one in uses if one.id == node), uses[0] if uses else None)
    return None if use is None else at_start(use.span, word)


_OF_WORDS = ("parrules_functions", "parrules_gatherings", "parrules_statements")


def _uses(trees: Trees, words: Collection[str]) -> list[_Use]:
    """In the order of the file."""
    if not words:
        return []
    found = [one for one in nodes_of(trees).values() if isinstance(one, _Use) and _word(one) in words]
    return sorted(found, key=lambda one: (one.span.source.name, one.span.start))


def _word(use: _Use) -> str:
    return use.word if isinstance(use, tree.Statement) else use.name


def _unsound(plan: Plan) -> Iterator[Operator]:
    """The operators that have no value, of each program the first."""
    methodology = plan.methodology
    scope = of_methodology(methodology).for_classes(methodology.classes, of_bodies=True)
    whole = Sorts({name: one.kind for name, one in scope.names.items()}, scope.tables)
    criteria = {one.code: one for one in methodology.every_criterion()}
    for planned in plan.criteria:
        each = criteria[planned.code].each
        of_record = Sorts(whole.names, whole.tables, (each.table,) if each is not None else ())
        yield from _of_program(planned.program, of_record)
        yield from _of_condition(planned.where, of_record)
        yield from _of_program(planned.classes, whole)
        yield from _of_condition(planned.applies, whole)
    yield from _of_program(plan.classes, whole)
    for condition in (plan.applies, plan.ranked):
        yield from _of_condition(condition, whole)
    for formula in plan.formulas:
        yield from _of_value(formula, whole)
    for quota in plan.quotas:
        yield from _of_number(quota.at_most, whole)


def _of_program(program: Program | None, sorts: Sorts) -> Iterator[Operator]:
    for row in (row for one in (program.statements if program is not None else ()) for row in one.rows):
        yield from _of_condition(row.when, sorts)
        yield from _of_number(row.amount, sorts)
        for part in row.parts:
            yield from _of_number(part.value, sorts)


def _of_condition(one: Operator | None, sorts: Sorts) -> Iterator[Operator]:
    try:
        if one is not None:
            sorts.wanted(one, "answer")
    except Unsound as unsound:
        yield unsound.args[0]


def _of_number(one: Operator, sorts: Sorts) -> Iterator[Operator]:
    try:
        sorts.wanted(one, "number")
    except Unsound as unsound:
        yield unsound.args[0]


def _of_value(one: Operator, sorts: Sorts) -> Iterator[Operator]:
    try:
        sorts.of(one)
    except Unsound as unsound:
        yield unsound.args[0]
