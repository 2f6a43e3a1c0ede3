"""What a walk over expressions finds out, by node id; and which two values can stand beside each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from parrules.constructs.mistakes import kinds_do_not_mix
from parrules.methodology import naming_mistakes as mistakes
from parrules.methodology.kind_slips import before, mixed, name_meant
from parrules.methodology.scope import Reference, Scope
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span
from parrules.values import kinds
from parrules.values.kind_rules import beside
from parrules.values.kinds import Kind


class KindTables:
    """kinds: of each expression. references: what each name refers to. spans: where each node stands. used: the names
    that were read. coming: the names that lines further down give; early: those of them that were read. found: what is
    wrong."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self.kinds: dict[int, Kind] = {}
        self.references: dict[int, Reference] = {}
        self.spans: dict[int, Span] = {}
        self.used: set[str] = set()
        self.coming: set[str] = set()
        self.early: set[str] = set()

    def together(self, a: tree.Expression, first: Kind, b: tree.Expression, second: Kind) -> Kind | None:
        """The kind of two values that stand beside each other; None, and a diagnostic, where they do not mix."""
        for listed, text, node in ((first, second, b), (second, first, a)):
            if listed.name == "one_of" and text.name == "text":
                return self.one_of(node, listed)
        both = beside(first, second)
        if both is None and "ratio" in (first.name, second.name) and is_zero(a if first.is_plain else b):
            both = kinds.RATIO
        if both is None:
            self.found.append(self.do_not_mix(a, first, b, second))
        return both

    def one_of(self, node: tree.Expression, listed: Kind) -> Kind | None:
        """A text beside one of a list must be in the list, and is then its place in it."""
        if not isinstance(node, tree.Text):
            self.found.append(kinds_do_not_mix(node.span, listed, kinds.TEXT))
            return None
        if node.value not in listed.options:
            near = nearest(node.value, listed.options)
            self.found.append(mistakes.not_in_list(node.span, node.value, listed.options, near))
            return None
        self.kinds[node.id] = listed
        return listed

    def do_not_mix(
        self, a: tree.Expression, first: Kind, b: tree.Expression, second: Kind, sign: str | None = None
    ) -> Diagnostic:
        """sign: by which the second was to be added or taken away."""
        return mixed((a, first), (b, second), sign and ("add" if sign == "+" else "deduct"))

    def unknown(self, node: tree.Name, known: Collection[str]) -> Diagnostic:
        """A name that nothing has here."""
        if node.name in self.coming:
            self.early.add(node.name)
            return mistakes.named_later(node.span, node.name)
        return mistakes.unknown_name(node.span, node.name, name_meant(node.name, known))

    def check_closed(self, rows: tree.Rows) -> None:
        """A choice inside of an expression has a value in every case, and no row that is never looked at."""
        for row, following in pairwise(rows.rows):
            if row.when is None:
                self.found.append(mistakes.row_never_reached(before(following, row.span.end)))
                return
        if rows.rows[-1].when is not None:
            self.found.append(mistakes.choice_not_closed(rows.rows[-1].span))

    def is_unquoted(self, node: tree.Expression, others: Iterable[tree.Expression], scope: Scope) -> bool:
        """Whether a value of a list stands beside it without its quotation marks; then that is said."""
        if not isinstance(node, tree.Name) or scope.find(node.name) is not None:
            return False
        references = [scope.find(other.name) for other in others if isinstance(other, tree.Name)]
        listed = next((one for one in references if one is not None and one.kind.name in ("one_of", "text")), None)
        if listed is None or (listed.kind.options and nearest(node.name, listed.kind.options) is None):
            return False
        self.found.append(mistakes.value_unquoted(node.span, node.name))
        return True


def is_zero(node: tree.Expression) -> bool:
    return isinstance(node, tree.Number) and node.value == 0
