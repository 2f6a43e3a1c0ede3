"""From the parser's tree to ours: nodes with ids and spans, and the limits on their number and depth."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar, cast

from lark import Token
from lark.visitors import Transformer_NonRecursive

from parrules.syntax import literals, mistakes, tree
from parrules.syntax.keywords import (
    FUNCTIONS,
    KNOWN_NAMES,
    RESERVED,
    STATEMENTS,
    Keyword,
    Spelling,
    counterpart,
    word_of_tree,
)
from parrules.syntax.quoted import with_names_of_tree
from parrules.text.diagnostic import Diagnostic
from parrules.text.passage import Passage
from parrules.text.source import Span

_Node = TypeVar("_Node", bound=tree.Node)

MOST_NODES = 512
MOST_DEEP = 32
_PLAIN = "_0123456789"
_SIGNS = {"≥": ">=", "≤": "<=", "≠": "!="}


class Builder(Transformer_NonRecursive[Token, Any]):
    """Makes nodes of one passage; what it finds wrong is in `found`, and a node stands there all the same.

    The tree is the same for both spellings: the words of the language stand in it in English.
    """

    def __init__(self, passage: Passage, ids: Iterator[int], spelling: Spelling = "en") -> None:
        super().__init__()
        self.found: list[Diagnostic] = []
        self.count = 0
        self._passage = passage
        self._spelling: Spelling = spelling
        self._ids = ids
        self._depth: dict[int, int] = {}

    # Statements

    def definition(self, parts: list[Any]) -> tree.Definition:
        name, choices = parts[0], [part for part in parts if isinstance(part, tree.Choice)]
        self._check_name(name, is_new=True)
        rows = self._node(tree.Rows, choices, rows=tuple(choices))
        return self._node(tree.Definition, parts, name=self._word(name, KNOWN_NAMES), value=rows)

    def statement(self, parts: list[Any]) -> tree.Statement:
        rows = tuple(part for part in parts if isinstance(part, tree.Row))
        if parts[0].type != "CAP_AT":
            self._check_name(parts[0])
        word = "cap at" if parts[0].type == "CAP_AT" else self._word(parts[0], STATEMENTS)
        return self._node(tree.Statement, parts, word=word, rows=rows)

    def row(self, parts: list[Any]) -> tree.Row:
        clauses: dict[str, Any] = {}
        for part in parts[1:]:
            clauses.update({"per": part} if isinstance(part, tree.Per) else {part[0]: part[1]})
        return self._node(tree.Row, parts, amount=parts[0], **clauses)

    def choice(self, parts: list[Any]) -> tree.Choice:
        return self._node(tree.Choice, parts, value=parts[0], when=parts[2] if len(parts) > 1 else None)

    def per(self, parts: list[Any]) -> tree.Per:
        unit = parts[1] if len(parts) > 2 else None
        return self._node(tree.Per, parts, full=parts[0].type == "PER_FULL", unit=unit, quantity=parts[-1])

    def up_to(self, parts: list[Any]) -> tuple[str, tree.Expression, Token]:
        return ("up_to", parts[1], parts[0])

    def when(self, parts: list[Any]) -> tuple[str, tree.Expression, Token]:
        return ("when", parts[1], parts[0])

    def because(self, parts: list[Any]) -> tuple[str, tree.Text, Token]:
        said = self.text([parts[1]])
        return ("because", replace(said, value=with_names_of_tree(said.value, self._spelling)), parts[0])

    # Conditions

    def rows(self, parts: list[Any]) -> tree.Rows:
        first = self._node(tree.Choice, parts[:3], value=parts[0], when=parts[2])
        choices = (first, *(part for part in parts[3:] if isinstance(part, tree.Choice)))
        return self._node(tree.Rows, parts, rows=choices)

    def both(self, parts: list[Any]) -> tree.And:
        return self._node(tree.And, parts, conditions=tuple(parts[::2]))

    def either(self, parts: list[Any]) -> tree.Or:
        return self._node(tree.Or, parts, conditions=tuple(parts[::2]))

    def not_(self, parts: list[Any]) -> tree.Not:
        return self._node(tree.Not, parts, condition=parts[1])

    def compared(self, parts: list[Any]) -> tree.Comparison:
        signs = (_SIGNS.get(str(sign), str(sign)) for sign in parts[1::2])
        return self._node(tree.Comparison, parts, first=parts[0], rest=tuple(zip(signs, parts[2::2], strict=True)))

    def is_none(self, parts: list[Any]) -> tree.IsNone:
        return self._node(tree.IsNone, parts, value=parts[0], negated=False)

    def is_not_none(self, parts: list[Any]) -> tree.IsNone:
        return self._node(tree.IsNone, parts, value=parts[0], negated=True)

    # Values

    def excess(self, parts: list[Any]) -> tree.Excess:
        way = "above" if parts[1].type == "ABOVE" else "below"
        return self._node(tree.Excess, parts, way=way, value=parts[0], threshold=parts[2])

    def sum_(self, parts: list[Any]) -> tree.Sum:
        return self._node(tree.Sum, parts, terms=_signed("+", parts))

    def product_(self, parts: list[Any]) -> tree.Product:
        return self._node(tree.Product, parts, factors=_signed("*", parts))

    def minus(self, parts: list[Any]) -> tree.Minus:
        return self._node(tree.Minus, parts, value=parts[1])

    def call(self, parts: list[Any]) -> tree.Call:
        self._check_name(parts[0])
        arguments = tuple(part for part in parts[1:] if not isinstance(part, (Token, tuple)))
        said = [part for part in parts[1:] if isinstance(part, tuple)]
        keyed = tuple((str(key), value) for _, key, value in said)
        for place, (_, key, _) in enumerate(said):
            if str(key) in dict(keyed[:place]):
                self.found.append(mistakes.duplicate_key(self._span([key]), str(key)))
        return self._node(tree.Call, parts, name=self._word(parts[0], FUNCTIONS), arguments=arguments, keyed=keyed)

    def argument(self, parts: list[Any]) -> tree.Expression:
        return cast("tree.Expression", parts[0])

    def keyed(self, parts: list[Any]) -> tuple[str, Token, tree.Expression]:
        self._check_name(parts[0])
        return ("keyed", parts[0], parts[2])

    def gather_records(self, parts: list[Any]) -> tree.Gather:
        return self._gather(parts, None, parts[2], parts[4])

    def gather(self, parts: list[Any]) -> tree.Gather:
        return self._gather(parts, parts[2], parts[4], parts[6] if len(parts) > 6 else None)

    def gather_score(self, parts: list[Any]) -> tree.Gather:
        score = self._node(tree.Name, [parts[2]], name="score")
        return self._gather(parts, score, parts[3], parts[5] if len(parts) > 5 else None)

    def parentheses(self, parts: list[Any]) -> tree.Expression:
        """What stands in parentheses; they belong to its place, so that what holds it starts and ends with them."""
        return cast("tree.Expression", replace(parts[1], span=self._span(parts)))

    # Words

    def number(self, parts: list[Any]) -> tree.Expression:
        written = str(parts[0])
        span = self._span(parts)
        bare = written.removesuffix("%").rstrip(" \t")
        value = literals.number(bare, span, self._spelling)
        if isinstance(value, Diagnostic):
            self.found.append(value)
            value = 0
        if written.endswith("%"):
            return self._node(tree.Percent, parts, value=literals.hundredth(value))
        return self._node(tree.Number, parts, value=value)

    def date(self, parts: list[Any]) -> tree.Expression:
        value = literals.date(str(parts[0]), self._span(parts), self._spelling)
        if isinstance(value, Diagnostic):
            self.found.append(value)
            return self._node(tree.Number, parts, value=0)
        return self._node(tree.Date, parts, value=value)

    def text(self, parts: list[Any]) -> tree.Text:
        return self._node(tree.Text, parts, value=str(parts[0])[1:-1])

    def yes(self, parts: list[Any]) -> tree.YesNo:
        return self._node(tree.YesNo, parts, value=True)

    def no(self, parts: list[Any]) -> tree.YesNo:
        return self._node(tree.YesNo, parts, value=False)

    def name(self, parts: list[Any]) -> tree.Name:
        self._check_name(parts[0])
        return self._node(tree.Name, parts, name=self._word(parts[0], KNOWN_NAMES))

    def dated(self, parts: list[Any]) -> tree.Dated:
        return self._node(tree.Dated, parts, parameter=self.name(parts[:1]), day=parts[2])

    def score_of(self, parts: list[Any]) -> tree.ScoreOf:
        return self._node(tree.ScoreOf, parts, code=str(parts[1])[1:-1])

    # The rest

    def _gather(self, parts: list[Any], value: Any, table: Token, where: Any) -> tree.Gather:
        self._check_name(parts[0])
        self._check_name(table)
        place = self._node(tree.Name, [table], name=self._word(table, KNOWN_NAMES))
        name = self._word(parts[0], FUNCTIONS)
        return self._node(tree.Gather, parts, name=name, value=value, table=place, where=where)

    def _word(self, word: Token, table: tuple[Keyword, ...]) -> str:
        """A word as the tree has it; one of the other spelling is a mistake."""
        name, ours = word_of_tree(str(word), table, self._spelling)
        if ours is not None:
            self.found.append(mistakes.foreign_word(self._span([word]), str(word), ours))
        return name

    def _check_name(self, word: Token, is_new: bool = False) -> None:
        """is_new: whether something is called so here; elsewhere a keyword of the other spelling is meant as one."""
        if word in RESERVED:
            ours = None if is_new else counterpart(word)
            span = self._span([word])
            found = mistakes.foreign_word(span, str(word), ours) if ours else mistakes.reserved_word(span, str(word))
            self.found.append(found)
        for letter in word:
            if letter not in _PLAIN and not (letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")):
                self.found.append(mistakes.not_latin(self._span([word]), str(word), letter))
                break

    def _span(self, parts: list[Any]) -> Span:
        first, last = _place(parts[0]), _place(parts[-1])
        start = self._passage.span(*first) if isinstance(first, tuple) else first
        end = self._passage.span(*last) if isinstance(last, tuple) else last
        return start.upto(end)

    def _node(self, make: Callable[..., _Node], parts: list[Any], **said: Any) -> _Node:
        self.count += 1
        node = make(id=next(self._ids), span=self._span(parts), **said)
        depth = 1 + max((self._depth[below.id] for below in _nodes(said.values())), default=0)
        self._depth[node.id] = depth
        if depth > MOST_DEEP and not any(one.code == "PR121" for one in self.found):
            self.found.append(mistakes.too_deep(node.span, MOST_DEEP))
        return node


def _nodes(said: Iterable[Any]) -> Iterator[tree.Node]:
    """The nodes that a node is made of, those that stand in pairs with a sign or a key too."""
    for part in said:
        if isinstance(part, tree.Node):
            yield part
        elif isinstance(part, tuple):
            yield from _nodes(part)


def _place(part: Any) -> tuple[int, int] | Span:
    """Where a word (in the passage) or a node (in the file) stands; clauses stand from their word on."""
    if isinstance(part, tuple):
        return part[1].span if isinstance(part[1], tree.Node) else part[2].span
    if isinstance(part, tree.Node):
        return part.span
    return (part.start_pos, part.end_pos)


def _signed(first: str, parts: list[Any]) -> tuple[tuple[str, Any], ...]:
    signs = [first, *(str(sign) for sign in parts[1::2])]
    return tuple(zip(signs, parts[::2], strict=True))
