"""The kind of every expression, and what every name in it refers to; kinds that do not fit are diagnostics.

Where something is wrong, a kind is None: what stands around it is then not judged again.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import assert_never

from parrules.constructs.mistakes import not_a_quantity
from parrules.constructs.vocabulary import Vocabulary
from parrules.methodology import naming_mistakes as mistakes
from parrules.methodology.call_kinds import NO_FIGURES, CallKinds, Figures
from parrules.methodology.kind_slips import again, before, code_of
from parrules.methodology.kind_tables import is_zero
from parrules.methodology.scope import Scope
from parrules.syntax import tree
from parrules.text.nearest import nearest
from parrules.values import kinds
from parrules.values.kind_rules import of_product, of_sum
from parrules.values.kinds import Kind


class ExpressionKinds(CallKinds):
    """Fills the tables by node id while it walks. codes: of the criteria whose scores can be read."""

    def __init__(self, vocabulary: Vocabulary, codes: Collection[str] = (), figures: Figures = NO_FIGURES) -> None:
        super().__init__(vocabulary, figures)
        self._codes = codes

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
            case tree.Dated():
                return self._dated(node, scope)
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
            case _:
                assert_never(node)

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
        return reference.kind if reference.sound else None

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
