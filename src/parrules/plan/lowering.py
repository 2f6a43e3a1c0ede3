"""From the tree of an expression to core operators, each keeping the id of the node that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from parrules.constructs import excess
from parrules.constructs.vocabulary import Gathered, Vocabulary
from parrules.methodology.call_kinds import figure_of
from parrules.methodology.checked import Checked
from parrules.methodology.scope import BODIES, MAXIMUM, RESULTS, Reference, of_methodology
from parrules.operators import expressions as op
from parrules.operators.walk import every
from parrules.plan import dated
from parrules.syntax import tree
from parrules.syntax.unparse import unparse
from parrules.values.kinds import NUMBER, Kind
from parrules.values.numbers import Exact


class Lowering:
    """Rewrites the expressions of one program. maximum: of its criterion; defined: the quantities named so far.

    tables: those of whose records one is at hand, the outermost first.
    as_own: a column of the bodies of the round is read as the figure of the body that is scored.
    """

    def __init__(
        self, checked: Checked, maximum: Exact = 0, tables: tuple[str, ...] = (), *, as_own: bool = False
    ) -> None:
        self._checked = checked
        self._tables = tables
        self._as_own = as_own
        self._kinds: Mapping[int, Kind] = checked.kinds
        self._references: Mapping[int, Reference] = checked.references
        self._vocabulary: Vocabulary = checked.vocabulary
        self._maximum = maximum
        self._scope = of_methodology(checked.methodology).knowing(RESULTS)
        self.defined: dict[str, op.Named] = {}

    def define(self, line: tree.Definition) -> None:
        """From here on the name stands for its expression."""
        self.defined[line.name] = op.Named(line.name, self.rows(line.value), self.kind(line.value), line.id)

    def of(self, node: tree.Expression) -> op.Operator:
        match node:
            case tree.Number() | tree.Percent() | tree.YesNo():
                return op.Constant(node.value, node.id)
            case tree.Date():
                return op.Constant(node.value.toordinal(), node.id)
            case tree.Text():
                kind = self._kinds[node.id]
                place = kind.options.index(node.value) if kind.name == "one_of" else node.value
                return op.Constant(place, node.id)
            case tree.Name():
                return self._name(node)
            case tree.Dated():
                return self._dated(node)
            case tree.ScoreOf():
                return op.ScoreOf(node.code, node.id)
            case tree.Sum():
                return op.Sum(tuple(self._signed(sign, term) for sign, term in node.terms), node.id)
            case tree.Product():
                return self._product(node)
            case tree.Minus():
                return op.Negative(self.of(node.value), node.id)
            case tree.Excess():
                return excess.rewrite(node.way, self.of(node.value), self.of(node.threshold), node.id)
            case tree.Comparison():
                return self._comparison(node)
            case tree.IsNone():
                asked = op.IsNone(self.of(node.value), node.id)
                return op.Not(asked, node.id) if node.negated else asked
            case tree.And():
                return op.All(tuple(self.of(condition) for condition in node.conditions), node.id)
            case tree.Or():
                return op.Any(tuple(self.of(condition) for condition in node.conditions), node.id)
            case tree.Not():
                return op.Not(self.of(node.condition), node.id)
            case tree.Rows():
                return self.rows(node)
            case tree.Call():
                return self._call(node)
            case tree.Gather():
                return _said(self._gather(node.name, node.table.name, node.where, node.value, node.id), node)
            case _:
                assert_never(node)

    def rows(self, node: tree.Rows) -> op.Operator:
        """The one conditional; a single row that always holds is just its value."""
        if len(node.rows) == 1 and node.rows[0].when is None:
            return self.of(node.rows[0].value)
        rows = (op.Choice(self.of(row.when) if row.when is not None else None, self.of(row.value)) for row in node.rows)
        return op.First(tuple(rows), node.id)

    def named(self, name: str) -> op.Named:
        """The quantity that a reason quotes: one that the program names, or a figure shown under its own name."""
        if name in self.defined:
            return self.defined[name]
        if name in MAXIMUM:
            return op.Named(name, op.Constant(self._maximum), MAXIMUM[name].kind)
        for table in self._checked.methodology.tables:
            for column in table.columns if table.name in self._tables else ():
                if column.name == name:
                    return op.Named(name, self._column(name, table.name, 0), column.kind)
        figure = self._figure(name, 0)
        return figure if isinstance(figure, op.Named) else op.Named(name, figure, self._figure_kind(name))

    def kind(self, node: tree.Node) -> Kind:
        """The kind of an expression; a number where it is written in the program."""
        kind = self._kinds[node.id]
        return NUMBER if kind.name == "bare" else kind

    def _figure_kind(self, name: str) -> Kind:
        return self._scope.names[name].kind

    def _name(self, node: tree.Name) -> op.Operator:
        reference = self._references[node.id]
        match reference.of:
            case "named":
                return self.defined[node.name]
            case "column":
                return self._column(node.name, reference.table, node.id)
            case "maximum":
                return op.Constant(self._maximum, node.id)
            case _:
                return self._figure(node.name, node.id)

    def _figure(self, name: str, node: int) -> op.Operator:
        """A figure, or where it is computed, what it is computed from."""
        formula = self._checked.trees.formulas.get(name)
        if formula is None:
            return op.Figure(name, node)
        return op.Named(name, Lowering(self._checked).of(formula), self._figure_kind(name), node)

    def _column(self, name: str, table: str, node: int) -> op.Operator:
        """A column of the innermost record of its table, or where it is computed, what it is computed from."""
        if table in BODIES and self._as_own:
            return self._figure(name, node)
        level = len(self._tables) - 1 - self._tables[::-1].index(table)
        formula = self._checked.trees.formulas.get(f"{table}.{name}")
        if formula is None:
            return op.Column(name, node, level)
        return Lowering(self._checked, tables=self._tables[: level + 1]).of(formula)

    def _dated(self, node: tree.Dated) -> op.Operator:
        """What a parameter is worth on a day: the first of its values that had not ended; none where it has none."""
        parameters = self._checked.methodology.parameters
        parameter = next(one for one in parameters if one.name == node.parameter.name)
        return dated.rewrite(parameter.values, self.of(node.day), node.id)

    def _signed(self, sign: str, term: tree.Expression) -> op.Operator:
        value = self.of(term)
        return op.Negative(value, term.id) if sign == "-" else value

    def _product(self, node: tree.Product) -> op.Operator:
        """Factors above the line, divided by those below, in the author's order."""
        result = self.of(node.factors[0][1])
        above = [result]
        for sign, factor in node.factors[1:]:
            if sign == "*":
                above.append(self.of(factor))
                continue
            over = above[0] if len(above) == 1 else op.Product(tuple(above), node.id)
            above = [op.Quotient(over, self.of(factor), node.id)]
        return above[0] if len(above) == 1 else op.Product(tuple(above), node.id)

    def _comparison(self, node: tree.Comparison) -> op.Operator:
        """A chain is each of its comparisons in turn."""
        operands = [self.of(node.first), *(self.of(operand) for _, operand in node.rest)]
        pairs = tuple(
            op.Compared(way, operands[place], operands[place + 1], node.id) for place, (way, _) in enumerate(node.rest)
        )
        return pairs[0] if len(pairs) == 1 else op.All(pairs, node.id)

    def _call(self, node: tree.Call) -> op.Operator:
        only = node.arguments[0]
        if node.name in self._vocabulary.gatherings and isinstance(only, tree.Name):
            return _said(self._gather(node.name, only.name, None, None, node.id), node)
        arguments = tuple(self.of(argument) for argument in node.arguments)
        return self._vocabulary.functions[node.name].rewrite(arguments, node.id)

    def _gather(
        self, word: str, table: str, where: tree.Expression | None, value: tree.Expression | None, node: int
    ) -> op.Operator:
        own = None
        if value is not None and table in BODIES:
            as_own = Lowering(self._checked, self._maximum, self._tables, as_own=True)
            as_own.defined = self.defined
            own = as_own.of(value)
        self._tables = (*self._tables, table)
        lowered_where = self.of(where) if where is not None else None
        lowered_value = self.of(value) if value is not None else None
        self._tables = self._tables[:-1]
        own_read = table not in BODIES or self._reads_own(lowered_where, lowered_value)
        less_is_better, level = self._less_is_better(value), len(self._tables)
        gathered = Gathered(table, lowered_where, lowered_value, own, less_is_better, own_read, level)
        return self._vocabulary.gatherings[word].rewrite(gathered, node)

    def _less_is_better(self, value: tree.Expression | None) -> bool:
        """What the declaration of a figure that stands by itself says."""
        figures, name = self._checked.methodology.figures, figure_of(value)
        return any(one.name == name and one.better == "lower" for one in figures)

    def _reads_own(self, *parts: op.Operator | None) -> bool:
        """Whether something in an aggregate belongs to the body that is scored, and not to the round."""
        of_body = {one.name for one in self._checked.methodology.figures if one.of != "round"} | {"total", "index"}
        return any(
            isinstance(one, (op.Named, op.ScoreOf))
            or (isinstance(one, op.Figure) and one.name in of_body)
            or (isinstance(one, op.Column) and one.level < len(self._tables))
            for part in parts
            if part is not None
            for one in every(part)
        )


def _said(lowered: op.Operator, node: tree.Expression) -> op.Operator:
    """An aggregate with the words that it was written in."""
    return replace(lowered, words=unparse(node)) if isinstance(lowered, op.Gather) else lowered
