"""The kind of every expression, and what every name in it refers to; kinds that do not fit are diagnostics.

Where something is wrong, a kind is None: what stands around it is then not judged again.
"""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from itertools import pairwise

from parrules.constructs.mistakes import not_a_quantity
from parrules.constructs.vocabulary import Argument, Vocabulary
from parrules.methodology import naming_mistakes as mistakes
from parrules.methodology.kind_slips import again, at_start, before, code_of, function_meant, key_before
from parrules.methodology.kind_tables import KindTables, is_zero
from parrules.methodology.scope import BODIES, Reference, Scope
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest
from parrules.values import kinds
from parrules.values.kind_rules import of_product, of_sum
from parrules.values.kinds import Kind


class ExpressionKinds(KindTables):
    """Fills the tables by node id while it walks. codes: of the criteria whose scores can be read. without_better:
    figures of which it is not declared which way they are good."""

    def __init__(
        self, vocabulary: Vocabulary, codes: Collection[str] = (), without_better: Collection[str] = ()
    ) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._codes = codes
        self._without_better = without_better

    def of(self, node: tree.Expression, scope: Scope) -> Kind | None:
        """The kind of an expression; None where it is wrong."""
        self.spans[node.id] = node.span
        kind = self._of(node, scope)
        if kind is not None:
            self.kinds[node.id] = kind
        return kind

    def condition(self, node: tree.Expression, scope: Scope, earlier: tree.Expression | None = None) -> None:
        """The node must say yes or no. earlier: the condition before it, which it may have meant to go on with."""
        kind = self.of(node, scope)
        if kind is not None and kind != kinds.YES_NO:
            self.found.append(mistakes.not_a_condition(node.span, kind, again(earlier or node, node, kind)))

    def rows(self, rows: tree.Rows, scope: Scope) -> Kind | None:
        """The one kind of all rows of a conditional."""
        self.spans[rows.id] = rows.span
        result: Kind | None = None
        sound = True
        first = rows.rows[0].value
        for row in rows.rows:
            self.spans[row.id] = row.span
            if row.when is not None:
                self.condition(row.when, scope)
            kind = self.of(row.value, scope)
            if kind is None:
                sound = False
            elif result is None:
                result = kind
            else:
                result = self.together(first, result, row.value, kind)
                sound = sound and result is not None
        if sound and result is not None:
            self.kinds[rows.id] = result
            return result
        return None

    def _of(self, node: tree.Expression, scope: Scope) -> Kind | None:
        match node:
            case tree.Number():
                return kinds.BARE
            case tree.Percent():
                return kinds.RATIO
            case tree.Date():
                return kinds.DATE
            case tree.Text():
                return kinds.TEXT
            case tree.YesNo():
                return kinds.YES_NO
            case tree.Name():
                return self._name(node, scope)
            case tree.ScoreOf():
                return self._score_of(node)
            case tree.Sum():
                return self._sum(node, scope)
            case tree.Product():
                return self._product(node, scope)
            case tree.Minus():
                return self._quantity(node.value, scope)
            case tree.Excess():
                return self._excess(node, scope)
            case tree.Comparison():
                return self._comparison(node, scope)
            case tree.IsNone():
                self.of(node.value, scope)
                return kinds.YES_NO
            case tree.And() | tree.Or():
                for earlier, condition in pairwise((node, *node.conditions)):
                    self.condition(condition, scope, earlier)
                return kinds.YES_NO
            case tree.Not():
                self.condition(node.condition, scope)
                return kinds.YES_NO
            case tree.Rows():
                self.check_closed(node)
                return self.rows(node, scope)
            case tree.Call():
                return self._call(node, scope)
            case tree.Gather():
                return self._gather(node, scope)

    def _name(self, node: tree.Name, scope: Scope) -> Kind | None:
        reference = scope.find(node.name)
        if reference is None:
            self.found.append(self.unknown(node, scope.names))
            return None
        self.used.add(node.name)
        self.references[node.id] = reference
        if reference.of == "table":
            self.found.append(mistakes.table_as_value(node.span, node.name))
            return None
        return reference.kind

    def _score_of(self, node: tree.ScoreOf) -> Kind | None:
        if node.code not in self._codes:
            self.found.append(mistakes.unknown_code(code_of(node), node.code, nearest(node.code, self._codes)))
            return None
        return kinds.POINTS

    def _sum(self, node: tree.Sum, scope: Scope) -> Kind | None:
        first = node.terms[0][1]
        result = self.of(first, scope)
        sound = result is not None
        for sign, term in node.terms[1:]:
            kind = self.of(term, scope)
            if kind is None or result is None:
                sound = False
                continue
            both = of_sum(result, sign, kind)
            if both is None and "ratio" in (result.name, kind.name) and is_zero(term if kind.is_plain else first):
                both = kinds.RATIO
            if both is None:
                self.found.append(self.do_not_mix(first, result, term, kind, sign))
            result = both
            sound = sound and both is not None
        return result if sound else None

    def _product(self, node: tree.Product, scope: Scope) -> Kind | None:
        over: list[Kind] = []
        under: list[Kind] = []
        sound = True
        for sign, factor in node.factors:
            kind = self._quantity(factor, scope)
            if kind is None:
                sound = False
            elif sign == "*":
                over.append(kind)
            else:
                under.append(kind)
                if is_zero(factor):
                    self.found.append(mistakes.divided_by_zero(factor.span))
                    sound = False
        return of_product(over, under) if sound else None

    def _quantity(self, node: tree.Expression, scope: Scope) -> Kind | None:
        kind = self.of(node, scope)
        if kind is not None and not kind.is_quantity:
            self.found.append(not_a_quantity(node.span, kind))
            return None
        return kind

    def _excess(self, node: tree.Excess, scope: Scope) -> Kind | None:
        value, threshold = self.of(node.value, scope), self.of(node.threshold, scope)
        if value is None or threshold is None:
            return None
        if value == threshold == kinds.DATE:
            return kinds.DAYS
        both = self.together(node.value, value, node.threshold, threshold)
        if both is not None and not both.is_quantity:
            self.found.append(not_a_quantity(node.span, both))
            return None
        return both

    def _comparison(self, node: tree.Comparison, scope: Scope) -> Kind | None:
        sides = [node.first, *(side for _, side in node.rest)]
        found = [None if self.is_unquoted(side, sides, scope) else self.of(side, scope) for side in sides]
        left, left_kind = node.first, found[0]
        for (sign, right), right_kind in zip(node.rest, found[1:], strict=True):
            if left_kind is not None and right_kind is not None:
                both = self.together(left, left_kind, right, right_kind)
                if both is not None and both.name in ("text", "yes_no") and sign not in ("=", "!="):
                    self.found.append(mistakes.no_order(before(right, left.span.end), both))
            left, left_kind = right, right_kind
        return kinds.YES_NO

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
                arguments.append(Argument(kind, argument.span, _written_whole(argument)))
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
        if gathering.of_bodies and isinstance(node.value, tree.Name) and not self._says_better(node.value.name):
            self.found.append(mistakes.no_better(node.value.span, node.value.name))
            return None
        ordered = node.name in ("lowest", "highest") and value.name in ("date", "one_of")
        if not value.is_quantity and not ordered:
            self.found.append(not_a_quantity(node.value.span, value))
            return None
        return gathering.kind(value)

    def _says_better(self, name: str) -> bool:
        """Whether it is declared which way a figure is good; of what is not one, more is."""
        return name not in self._without_better

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
