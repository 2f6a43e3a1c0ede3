"""What a walk over expressions finds out, by node id; and which two values can stand beside each other."""

from __future__ import annotations

from parrules.constructs.mistakes import kinds_do_not_mix
from parrules.methodology import naming_mistakes as mistakes
from parrules.methodology.scope import Reference
from parrules.syntax import tree
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span
from parrules.values import kinds
from parrules.values.kind_rules import beside
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact, written


class KindTables:
    """kinds: of each expression. references: what each name refers to. spans: where each node stands. used: the names
    that were read. found: what is wrong."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self.kinds: dict[int, Kind] = {}
        self.references: dict[int, Reference] = {}
        self.spans: dict[int, Span] = {}
        self.used: set[str] = set()

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

    def do_not_mix(self, a: tree.Expression, first: Kind, b: tree.Expression, second: Kind) -> Diagnostic:
        if second.is_plain:
            a, first, b, second = b, second, a, first
        meant = _percent(a.value) if isinstance(a, tree.Number) and second == kinds.RATIO else None
        return kinds_do_not_mix(
            a.span if meant else b.span, second if meant else first, first if meant else second, meant
        )


def is_zero(node: tree.Expression) -> bool:
    return isinstance(node, tree.Number) and node.value == 0


def _percent(value: Exact) -> str:
    """The percentage that was meant by a bare number: 80 is 80%, and so is 0.8."""
    return written(value * 100 if -1 < value < 1 else value) + "%"
