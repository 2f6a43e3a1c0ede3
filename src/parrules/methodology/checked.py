"""The checked model: a methodology whose every name is resolved and every kind known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from parrules.constructs.vocabulary import Vocabulary
from parrules.methodology import naming_mistakes as mistakes
from parrules.methodology.call_kinds import figures_of
from parrules.methodology.editions import inherited_unused, is_inherited
from parrules.methodology.expression_kinds import ExpressionKinds
from parrules.methodology.in_python import check_python
from parrules.methodology.model import Criterion, Figure, Methodology
from parrules.methodology.scope import MAXIMUM, Reference, Scope, of_methodology
from parrules.methodology.standing_kinds import check_standings
from parrules.methodology.statement_kinds import ProgramKinds
from parrules.methodology.trees import Trees
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.source import Span
from parrules.values.kind_rules import beside
from parrules.values.kinds import Kind


@dataclass(frozen=True, slots=True)
class Checked:
    """A methodology with its programs as trees, and by node id the kind of each expression, what each name refers
    to, and where each node stands. used: the names that some program reads."""

    methodology: Methodology
    trees: Trees
    vocabulary: Vocabulary
    kinds: Mapping[int, Kind]
    references: Mapping[int, Reference]
    spans: Mapping[int, Span]


def check_kinds(
    methodology: Methodology, trees: Trees, vocabulary: Vocabulary
) -> tuple[Checked, tuple[Diagnostic, ...]]:
    """Names and kinds of every program, condition and formula; all that is wrong, in reading order."""
    criteria = {criterion.code: criterion for criterion in methodology.every_criterion()}
    expressions = ExpressionKinds(vocabulary, criteria, figures_of(methodology))
    scope = of_methodology(methodology)
    _formulas(methodology, trees, expressions, scope)
    for condition in trees.applies.values():
        expressions.condition(condition, scope)
    for code, condition in trees.wheres.items():
        expressions.condition(condition, _records(criteria[code], scope, expressions))
    for code, program in trees.scores.items():
        criterion = criteria[code]
        inside = _records(criterion, scope, expressions).knowing(MAXIMUM)
        _program(expressions, vocabulary, program, inside, criterion.minimum < 0, ())
    for code, program in trees.classes.items():
        classes = criteria[code].classes if code else methodology.classes
        inside = scope.for_classes(classes, of_bodies=not code)
        _program(expressions, vocabulary, program, inside, False, classes)
    check_python(methodology, trees, expressions)
    check_standings(methodology, trees, expressions)
    if not any(one.is_error for one in expressions.found):  # a name misspelt is no figure that nobody reads
        _unused(methodology, trees, expressions)
    checked = Checked(methodology, trees, vocabulary, expressions.kinds, expressions.references, expressions.spans)
    return checked, in_reading_order(expressions.found)


def _program(
    expressions: ExpressionKinds,
    vocabulary: Vocabulary,
    program: tree.Program,
    scope: Scope,
    below_zero: bool,
    classes: tuple[str, ...],
) -> None:
    """One program by itself: what it names is not used elsewhere."""
    used, expressions.used = expressions.used, set()
    expressions.spans[program.id] = program.span
    ProgramKinds(expressions, vocabulary, below_zero, classes).walk(program, scope)
    expressions.used |= used


def _records(criterion: Criterion, scope: Scope, expressions: ExpressionKinds) -> Scope:
    """Where the program scores one record, its columns are names."""
    if criterion.each is None:
        return scope
    expressions.used.add(criterion.each.table)
    return scope.within(scope.tables[criterion.each.table])


def _formulas(methodology: Methodology, trees: Trees, expressions: ExpressionKinds, scope: Scope) -> None:
    """Figures and columns that are computed: of their declared kind, and never in a circle."""
    for figure in methodology.figures:
        if figure.name in trees.formulas:
            _formula(trees.formulas[figure.name], figure.name, figure.kind, expressions, scope)
    for table in methodology.tables:
        for column in table.columns:
            name = f"{table.name}.{column.name}"
            if name in trees.formulas:
                _formula(trees.formulas[name], name, column.kind, expressions, scope.within(table))
    _circles(methodology.figures, trees, expressions)


def _formula(node: tree.Expression, name: str, declared: Kind, expressions: ExpressionKinds, scope: Scope) -> None:
    found = expressions.of(node, scope)
    # A formula declares its kind: a number may be declared as anything but a ratio, and kinds of numbers as numbers.
    if found is None or beside(found, declared) is not None or (declared.name == "number" and found.is_quantity):
        return
    expressions.found.append(mistakes.formula_kind(node.span, name, declared, found))


def _circles(figures: tuple[Figure, ...], trees: Trees, expressions: ExpressionKinds) -> None:
    try:
        formulas_in_order(figures, trees)
    except CycleError as cycle:
        names = tuple(reversed(cycle.args[1]))
        expressions.found.append(mistakes.circle(trees.formulas[names[0]].span, names))


def formulas_in_order(figures: tuple[Figure, ...], trees: Trees) -> tuple[str, ...]:
    """The figures that are computed, each after those it is computed from; CycleError where they go in a circle."""
    computed = {figure.name for figure in figures if figure.name in trees.formulas}
    needs = {name: sorted(_names_in(trees.formulas[name]) & computed) for name in sorted(computed)}
    return tuple(TopologicalSorter(needs).static_order())


def _names_in(node: object) -> set[str]:
    """Every name that stands anywhere in a tree."""
    found: set[str] = set()
    waiting: list[object] = [node]
    while waiting:
        now = waiting.pop()
        if isinstance(now, tree.Name):
            found.add(now.name)
        if isinstance(now, tree.Node):
            waiting.extend(getattr(now, name) for name in now.__dataclass_fields__ if name not in ("id", "span"))
        elif isinstance(now, tuple):
            waiting.extend(now)
    return found


def _unused(methodology: Methodology, trees: Trees, expressions: ExpressionKinds) -> None:
    """Evidence that is asked for and that no program reads."""
    wholes = {figure.within for figure in methodology.figures}
    asked = [f"figure:{figure.name}" for figure in methodology.figures if figure.name not in wholes]
    asked += [f"table:{table.name}" for table in methodology.tables]
    asked += [f"parameter:{parameter.name}" for parameter in methodology.parameters]
    for key in asked:
        name = key.partition(":")[2]
        if name not in expressions.used and key in trees.spans:
            expressions.found.append(
                inherited_unused(trees.spans["extends"], name)
                if is_inherited(key, trees.spans)
                else mistakes.evidence_unused(trees.spans[key], name)
            )
