"""The kinds of calls and of aggregates: `max(a, b)`, `sum(cost of tasks where late)`, `fee on due_on`."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from fractions import Fraction

from parrules.constructs.last import LAST
from parrules.constructs.mistakes import not_a_date, not_a_quantity
from parrules.constructs.vocabulary import Argument, Vocabulary
from parrules.methodology import naming_mistakes as mistakes
from parrules.methodology.kind_slips import at_start, function_meant, key_before
from parrules.methodology.kind_tables import KindTables
from parrules.methodology.model import Methodology
from parrules.methodology.scope import BODIES, BODY_COLUMNS, UNDECIDED, Reference, Scope
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest
from parrules.values import kinds
from parrules.values.kinds import Kind

NOT_OF_LAST_ROUND = frozenset({*BODY_COLUMNS, "class"})
"""Columns of bodies that are no figures."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What calls must know of figures beside their kinds, by name.

    without_better: of which it is not declared which way they are good. parameters: what can be read for a date.
    not_handed_in: those that are computed or set, so that no round hands them in.
    """

    without_better: frozenset[str]
    parameters: frozenset[str]
    not_handed_in: frozenset[str]


NO_FIGURES = Figures(frozenset(), frozenset(), frozenset())


def figures_of(methodology: Methodology) -> Figures:
    parameters = frozenset(parameter.name for parameter in methodology.parameters)
    computed = frozenset(figure.name for figure in methodology.figures if figure.formula is not None)
    without_better = frozenset(figure.name for figure in methodology.figures if figure.better is None)
    return Figures(without_better, parameters, parameters | computed | {UNDECIDED})


def figure_of(node: tree.Expression | None) -> str | None:
    """The figure that a quantity is, itself or as it was in the last round."""
    if isinstance(node, tree.Call) and node.name == LAST.word and len(node.arguments) == 1:
        node = node.arguments[0]
    return node.name if isinstance(node, tree.Name) else None


class CallKinds(KindTables):
    """What a walk over expressions does with words that are looked up by name."""

    def __init__(self, vocabulary: Vocabulary, figures: Figures) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._figures = figures

    @abstractmethod
    def of(self, node: tree.Expression, scope: Scope) -> Kind | None: ...

    @abstractmethod
    def condition(self, node: tree.Expression, scope: Scope, earlier: tree.Expression | None = None) -> None: ...

    def _dated(self, node: tree.Dated, scope: Scope) -> Kind | None:
        kind, day = self.of(node.parameter, scope), self.of(node.day, scope)
        reference = self.references.get(node.parameter.id)
        if kind is None or reference is None:
            return None
        if reference.of != "figure" or reference.name not in self._figures.parameters:
            self.found.append(mistakes.not_a_parameter(node.parameter.span, reference.name))
            return None
        if day is not None and day != kinds.DATE:
            self.found.append(not_a_date(node.day.span, day))
        return kind

    def _call(self, node: tree.Call, scope: Scope) -> Kind | None:
        if node.name in self._vocabulary.gatherings:
            return self._gather_call(node, scope)
        function = self._vocabulary.functions.get(node.name)
        if function is None:
            self._unknown_function(node, scope)
            return None
        for key, value in node.keyed:
            self.found.append(mistakes.no_such_key(key_before(value, key), node.name, key))
        if len(node.arguments) < function.fewest or (function.most is not None and len(node.arguments) > function.most):
            span = at_start(node.span, node.name)
            self.found.append(mistakes.argument_count(span, node.name, function.fewest, function.most))
            return None
        arguments = []
        for argument in node.arguments:
            kind = self.of(argument, scope)
            if kind is not None:
                name = self._handed_in(argument) if isinstance(argument, tree.Name) else ""
                arguments.append(Argument(kind, argument.span, _written_whole(argument), name))
        if len(arguments) < len(node.arguments):
            return None
        result = function.kind(tuple(arguments), node.span)
        if isinstance(result, Diagnostic):
            self.found.append(result)
            return None
        return result

    def _unknown_function(self, node: tree.Call | tree.Gather, scope: Scope | None = None) -> None:
        span = at_start(node.span, node.name)
        if scope is not None and scope.find(node.name) is not None:
            self.found.append(mistakes.times_wanted(span, node.name))
            return
        known = [*self._vocabulary.functions, *self._vocabulary.gatherings]
        self.found.append(mistakes.unknown_function(span, node.name, function_meant(node.name, known)))

    def _gather_call(self, node: tree.Call, scope: Scope) -> Kind | None:
        """`count(tasks)`: a gathering word with nothing but a table."""
        only = node.arguments[0] if len(node.arguments) == 1 and not node.keyed else None
        if node.name != "count" or not isinstance(only, tree.Name):
            self.found.append(mistakes.gathering_form(node.span, node.name))
            return None
        return self._table(only, scope) and kinds.COUNT

    def _gather(self, node: tree.Gather, scope: Scope) -> Kind | None:
        gathering = self._vocabulary.gatherings.get(node.name)
        if gathering is None:
            self._unknown_function(node)
            return None
        if (node.value is None) != (gathering.takes == "nothing"):
            self.found.append(mistakes.gathering_form(node.span, node.name))
            return None
        if self._table(node.table, scope) is None:
            return None
        if gathering.of_bodies and node.table.name not in BODIES:
            self.found.append(mistakes.wants_bodies(node.table.span, node.name, node.table.name))
            return None
        inside = scope.within(scope.tables[node.table.name])
        if node.where is not None:
            self.condition(node.where, inside)
        if node.value is None:
            return gathering.kind(kinds.COUNT)
        if gathering.takes == "condition":
            self.condition(node.value, inside)
            return gathering.kind(kinds.YES_NO)
        value = self.of(node.value, inside)
        if value is None:
            return None
        ranked = figure_of(node.value)
        if gathering.of_bodies and ranked is not None and ranked in self._figures.without_better:
            self.found.append(mistakes.no_better(node.value.span, ranked))
            return None
        ordered = node.name in ("lowest", "highest") and value.name in ("date", "one_of")
        if not value.is_quantity and not ordered:
            self.found.append(not_a_quantity(node.value.span, value))
            return None
        return gathering.kind(value)

    def _handed_in(self, node: tree.Name) -> str:
        """The name of a figure that each round hands in, or of what a body came to; empty where it is none."""
        reference = self.references.get(node.id)
        if reference is None or reference.name in self._figures.not_handed_in:
            return ""
        of_body = reference.of == "column" and reference.table in BODIES and reference.name not in NOT_OF_LAST_ROUND
        return reference.name if reference.of in ("figure", "result") or of_body else ""

    def _table(self, node: tree.Name, scope: Scope) -> Kind | None:
        if node.name not in scope.tables:
            if scope.find(node.name) is not None:
                self.found.append(mistakes.figure_as_table(node.span, node.name))
            else:
                self.found.append(mistakes.unknown_table(node.span, node.name, nearest(node.name, scope.tables)))
            return None
        self.used.add(node.name)
        self.references[node.id] = Reference("table", node.name, kinds.TABLE)
        return kinds.TABLE


def _written_whole(node: tree.Expression) -> int | None:
    if isinstance(node, tree.Number) and Fraction(node.value).denominator == 1:
        return int(node.value)
    return None
