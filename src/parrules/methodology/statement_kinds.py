"""The kinds of a program: what each statement takes, and in which order statements may stand."""

from __future__ import annotations

from parrules.constructs import per
from parrules.constructs.vocabulary import StatementWord, Vocabulary
from parrules.methodology import naming_mistakes as mistakes
from parrules.methodology.expression_kinds import ExpressionKinds
from parrules.methodology.kind_slips import at_start, before, in_points, points_for
from parrules.methodology.scope import Reference, Scope
from parrules.syntax import tree
from parrules.syntax.foreign import statement_meant
from parrules.syntax.quoted import QUOTED
from parrules.text.nearest import nearest
from parrules.text.source import Span
from parrules.values.kind_rules import is_points
from parrules.values.kinds import BARE, RATIO, Kind
from parrules.values.numbers import written


class ProgramKinds:
    """Walks one program. classes: the list that a program of classes awards from; empty in a program of points."""

    def __init__(
        self,
        expressions: ExpressionKinds,
        vocabulary: Vocabulary,
        minimum_below_zero: bool,
        classes: tuple[str, ...] = (),
    ) -> None:
        self._expressions = expressions
        self._vocabulary = vocabulary
        self._class_kind = Kind("one_of", options=classes) if classes else None
        self._may_start_below = minimum_below_zero or bool(classes)
        self._found = expressions.found

    def walk(self, program: tree.Program, scope: Scope) -> None:
        """Every line in order; a name is known from the line after its own."""
        defined: dict[str, Reference] = {}
        later = {line.name for line in program.lines if isinstance(line, tree.Definition)}
        words: list[StatementWord] = []
        quoted: set[str] = set()
        for line in program.lines:
            self._expressions.spans[line.id] = line.span
            self._expressions.coming = later
            here = scope.knowing(defined)
            if isinstance(line, tree.Definition):
                later.discard(line.name)
                self._definition(line, here, defined)
            else:
                word = self._statement(line, here, words, quoted)
                if word is not None:
                    words.append(word)
        self._expressions.coming = set()
        if not words and not any(isinstance(line, tree.Statement) for line in program.lines):
            self._found.append(mistakes.no_statement(program.span))
            return
        used = self._expressions.used | self._expressions.early | quoted
        for name, reference in defined.items():
            if name not in used and reference.definition is not None:
                self._found.append(mistakes.name_unused(at_start(reference.definition.span, name), name))

    def _definition(self, line: tree.Definition, scope: Scope, defined: dict[str, Reference]) -> None:
        if scope.find(line.name) is not None:
            self._found.append(mistakes.named_twice(at_start(line.span, line.name), line.name))
        self._check_rows([row.when for row in line.value.rows], line.value.rows)
        if line.value.rows[-1].when is not None:
            self._found.append(mistakes.rows_not_closed(line.value.rows[-1].span, line.name))
        kind = self._expressions.rows(line.value, scope)
        self._expressions.used.discard(line.name)
        defined[line.name] = Reference("named", line.name, kind or BARE, line, sound=kind is not None)

    def _statement(
        self, line: tree.Statement, scope: Scope, before: list[StatementWord], quoted: set[str]
    ) -> StatementWord | None:
        word = self._vocabulary.statements.get(line.word)
        if word is None:
            meant = statement_meant(line.word)
            near = meant or nearest(line.word, self._vocabulary.statements)
            span = at_start(line.span, line.word)
            brought = meant is None and (near is None or near in line.word)  # `deduct_twice`, which is no slip
            self._found.append(mistakes.unknown_statement(span, line.word, near, brought))
        else:
            self._order(line, word, before)
        self._check_rows([row.when for row in line.rows], line.rows)
        for row in line.rows:
            self._row(row, line.word, word, scope, quoted)
        return word

    def _order(self, line: tree.Statement, word: StatementWord, before: list[StatementWord]) -> None:
        if word.is_base and any(one.is_base for one in before):
            self._found.append(mistakes.base_twice(at_start(line.span, line.word), word.word))
        elif word.is_base and before:
            self._found.append(mistakes.base_not_first(at_start(line.span, line.word), word.word))
        elif word.reduces and not before and not self._may_start_below:
            self._found.append(mistakes.nothing_to_reduce(at_start(line.span, line.word), word.word))

    def _check_rows(self, conditions: list[tree.Expression | None], rows: tuple[tree.Row | tree.Choice, ...]) -> None:
        for place, when in enumerate(conditions[:-1]):
            if when is None:
                self._found.append(mistakes.row_never_reached(before(rows[place + 1], rows[place].span.end)))
                return

    def _row(self, row: tree.Row, name: str, word: StatementWord | None, scope: Scope, quoted: set[str]) -> None:
        expressions = self._expressions
        expressions.spans[row.id] = row.span
        if row.when is not None:
            expressions.condition(row.when, scope)
        amount = expressions.of(row.amount, scope)
        if amount is not None:
            self._amount(row.amount, amount, name, word)
        if row.per is not None:
            self._per(row.per, name, word, scope)
        if row.up_to is not None:
            limit = expressions.of(row.up_to, scope)
            if limit is not None and not is_points(limit):
                self._found.append(mistakes.not_points(row.up_to.span, "up to", limit, None))
            opening = before(row.up_to, (row.per or row.amount).span.end)
            self._takes(opening.upto(row.up_to.span), "up to", name, word)
        if row.because is not None:
            self._quoted(row.because, scope, quoted)

    def _amount(self, node: tree.Expression, kind: Kind, name: str, word: StatementWord | None) -> None:
        if self._class_kind is not None and word is not None and (word.is_base or word.limits):
            if kind.name == "text" and isinstance(node, tree.Text):
                self._expressions.one_of(node, self._class_kind)
            elif kind != self._class_kind:
                self._found.append(mistakes.not_a_class(node.span, kind))
        elif not is_points(kind):
            meant = in_points(node) if kind == RATIO else None
            adding = name if word is not None and "per" in word.clauses else "add"
            each = points_for(adding, node, kind) if kind.name in ("count", "days", "money") else None
            self._found.append(mistakes.not_points(node.span, name, kind, meant, each))

    def _per(self, clause: tree.Per, name: str, word: StatementWord | None, scope: Scope) -> None:
        expressions = self._expressions
        expressions.spans[clause.id] = clause.span
        self._takes(clause.span, "per", name, word)
        quantity = expressions.of(clause.quantity, scope)
        unit = expressions.of(clause.unit, scope) if clause.unit is not None else None
        if quantity is None or (clause.unit is not None and unit is None):
            return
        if clause.unit is None:
            if not per.is_countable(quantity):
                self._found.append(mistakes.no_step(clause.quantity.span, quantity))
        elif unit is not None and not per.steps_mix(unit, quantity):
            meant = None
            if isinstance(clause.unit, tree.Number) and quantity == RATIO:
                meant = f"{written(clause.unit.value)}%"
            self._found.append(mistakes.steps_do_not_mix(clause.unit.span, unit, quantity, meant))

    def _takes(self, span: Span, clause: str, name: str, word: StatementWord | None) -> None:
        if word is not None and clause not in word.clauses:
            self._found.append(mistakes.clause_not_taken(span, name, clause, word.is_base))

    def _quoted(self, because: tree.Text, scope: Scope, quoted: set[str]) -> None:
        # the file may say it otherwise, with escapes or doubled quotation marks: then the whole reason is pointed at
        places = {place[0]: place.start() for place in QUOTED.finditer(because.span.words)}
        for match in QUOTED.finditer(because.value):
            name = match[1].strip()
            reference = scope.find(name)
            if reference is None or reference.of == "table":
                start = because.span.start + places.get(match[0], 0)
                end = start + len(match[0]) if match[0] in places else because.span.end
                span = Span(because.span.source, start, end)
                self._found.append(mistakes.quoted_unknown(span, name, nearest(name, scope.names)))
            quoted.add(name)
