"""A parser of the scoring language written by hand: the second opinion on what is accepted, and on its tree.

It shares no code with `parrules.syntax`, and has no words for what is wrong: a text has a tree or it has none.
A node is a tuple, its name and what it says; several things in turn are a list.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction
from typing import Any

MOST_CHARACTERS, MOST_NODES, MOST_DEEP, MOST_DIGITS = 4096, 512, 32, 18

KEYWORDS = "per|of|above|below|when|otherwise|because|where|on|and|or|not|is|none|yes|no"
IN_VIETNAMESE = "mỗi|của|vượt|dưới|khi|vì|mà|vào|và|hoặc|là|trống|có|không"
RESERVED = {*KEYWORDS.split("|"), *IN_VIETNAMESE.split("|")}
SAME_SIGN = {"≤": "<=", "≥": ">=", "≠": "!="}
WORD = re.compile(
    r"""(?P<layout>[ \t]+|\#[^\n]*)
    |(?P<line>\r?\n)
    |(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))
    |(?P<number>[0-9]\w*(?:[.,][0-9]\w*)*(?:[ \t]*%)?)
    |(?P<text>"[^"\n]*")
    |(?P<two>(?:per[ \t]+full|up[ \t]+to|cap[ \t]+at|score[ \t]+of)(?!\w))
    |(?P<key>(?:KEYWORDS)(?!\w))
    |(?P<name>\w+)
    |(?P<sign><=|>=|!=|<(?!>)|>|≤|≥|≠|=(?![=<>])|\*(?!\*)|[-+/(),:])
    """.replace("KEYWORDS", KEYWORDS),
    re.VERBOSE,
)

Node, Word = tuple[Any, ...], tuple[str, str]


def tree_of(text: str, *, only_expression: bool = False) -> Node | None:
    """The tree of a program, or of one expression or condition; None where the text is refused."""
    try:
        words = _lines(_words(text), always_one=only_expression)
        lines = [Reader(line).inner("end") if only_expression else Reader(line).line() for line in words]
        sizes = [_size(line) for line in lines]
        deepest, nodes = max(deep for deep, _ in sizes), sum(count for _, count in sizes)
        _refuse_unless(deepest <= MOST_DEEP and nodes <= MOST_NODES)
    except (ValueError, RecursionError):  # what is too deep for this is deeper than is allowed
        return None
    return lines[0] if only_expression else ("Program", lines)


def _refuse_unless(right: object) -> None:
    if not right:
        raise ValueError


def _size(part: object) -> tuple[int, int]:
    """How deep it is, and of how many nodes."""
    if not isinstance(part, (tuple, list)):
        return 0, 0
    below = [_size(one) for one in part]
    own = int(isinstance(part, tuple))
    return own + max((deep for deep, _ in below), default=0), own + sum(count for _, count in below)


def _words(text: str) -> list[Word]:
    """Every word with what it is; a keyword or a sign is itself."""
    words, at, depth = list[Word](), 0, 0
    _refuse_unless(len(text) <= MOST_CHARACTERS)
    while at < len(text):
        match = WORD.match(text, at)
        if match is None:
            raise ValueError
        at, sort, word = match.end(), str(match.lastgroup), match[0]
        if sort in ("two", "key", "sign"):
            sort = " ".join(SAME_SIGN.get(word, word).split())
        depth += (sort == "(") - (sort == ")")
        _refuse_unless(depth <= MOST_DEEP)
        if sort != "layout":
            words.append((sort, word))
    return words


def _lines(words: list[Word], always_one: bool) -> list[list[Word]]:
    """The words of each statement; a line break in parentheses, or before `otherwise`, does not end one."""
    lines: list[list[Word]] = [[]]
    depth = 0
    for place, (sort, _) in enumerate(words):
        depth += (sort == "(") - (sort == ")")
        if sort != "line":
            lines[-1].append(words[place])
        elif next((one for one, _ in words[place:] if one != "line"), "") != "otherwise":
            lines += [[]] if depth == 0 and not always_one else []
    return [line for line in lines if line]


class Reader:
    """The words of one line, from left to right."""

    def __init__(self, words: list[Word]) -> None:
        self.words = [*words, ("end", "end"), ("", "")]
        self.at = 0

    def next(self, ahead: int = 0) -> str:
        return self.words[self.at + ahead][0]

    def take(self, *sorts: str) -> str:
        """The next word where it is one of these, else nothing."""
        taken = self.next() in sorts
        self.at += taken
        return self.words[self.at - 1][1] if taken else ""

    def must(self, *sorts: str) -> str:
        _refuse_unless(self.next() in sorts)
        return self.take(*sorts)

    def name(self) -> str:
        name = self.must("name")
        latin = [one for one in name if one.isalpha() and unicodedata.name(one, "").startswith("LATIN")]
        _refuse_unless(name not in RESERVED and set(name) <= {*latin, *"_0123456789"})
        return name

    def line(self) -> Node:
        word = "cap at" if self.take("cap at") else self.name()
        if word != "cap at" and self.take("="):
            node: Node = ("Definition", word, ("Rows", self.rows(self.choice)))
        else:
            node = ("Statement", word, self.rows(self.row))
        self.must("end")
        return node

    def rows(self, row: Callable[[], Node]) -> list[Node]:
        rows = [row()]
        while self.take("otherwise"):
            rows.append(row())
        return rows

    def choice(self) -> Node:
        return ("Choice", self.value(), self.condition() if self.take("when") else None)

    def row(self) -> Node:
        amount, per = self.value(), None
        if way := self.take("per", "per full"):
            first = self.value()
            per = ("Per", way != "per", first, self.value()) if self.take("of") else ("Per", way != "per", None, first)
        limit = self.value() if self.take("up to") else None
        when = self.condition() if self.take("when") else None
        because = ("Text", self.must("text")[1:-1]) if self.take("because") else None
        return ("Row", amount, per, limit, when, because)

    def inner(self, *ends: str) -> Node:
        """What stands in parentheses, or is an argument: a condition, or a value with its rows."""
        node = self.value() if self.next() != "not" else None
        is_rows = node is not None and self.take("when") != ""
        if is_rows:
            first = ("Choice", node, self.condition())
            node = ("Rows", [first, *(self.rows(self.choice) if self.take("otherwise") else ())])
        else:
            node = self.condition(node)
        _refuse_unless(not ends or self.must(*ends) != "of" or not is_rows)
        return node

    def condition(self, value: Node | None = None) -> Node:
        """`value` is what it begins with, where that was read already."""
        conditions = [self.comparison(value)]
        joined = self.next()
        while joined in ("and", "or") and self.take(joined):
            conditions.append(self.comparison())
        return ("And" if joined == "and" else "Or", conditions) if len(conditions) > 1 else conditions[0]

    def comparison(self, first: Node | None = None) -> Node:
        if first is None and self.take("not"):
            return ("Not", self.comparison())
        first = first or self.value()
        if self.take("is"):
            negated = self.take("not") != ""
            return ("IsNone", first, self.must("none") == "none" and negated)
        rest = []
        while sign := self.take("<", ">", "<=", ">=", "!=", "="):
            rest.append([SAME_SIGN.get(sign, sign), self.value()])
        return ("Comparison", first, rest) if rest else first

    def value(self) -> Node:
        first = self.flat("Sum", "+-", self.product)
        way = self.take("above", "below")
        return ("Excess", way, first, self.flat("Sum", "+-", self.product)) if way else first

    def product(self) -> Node:
        return self.flat("Product", "*/", self.signed)

    def flat(self, name: str, signs: str, part: Callable[[], Node]) -> Node:
        parts: list[Any] = [[signs[0], part()]]
        while sign := self.take(*signs):
            parts.append([sign, part()])
        return (name, parts) if len(parts) > 1 else parts[0][1]

    def signed(self) -> Node:
        return ("Minus", self.signed()) if self.take("-") else self.atom()

    def atom(self) -> Node:
        sort = self.next()
        word = self.take("(", "score of", "number", "date", "text", "yes", "no")
        match sort:
            case "(":
                return self.inner(")")
            case "score of":
                return ("ScoreOf", self.must("text")[1:-1])
            case "number":
                return _number(word)
            case "date":
                return ("Date", datetime.date.fromisoformat(word))
            case "text":
                return ("Text", word[1:-1])
            case "yes" | "no":
                return ("YesNo", word == "yes")
        name = self.name()
        if self.take("("):
            return self.call(name)
        return ("Dated", ("Name", name), self.atom()) if self.take("on") else ("Name", name)

    def call(self, name: str) -> Node:
        if self.next() == "name" and self.next(1) == "where":
            return self.gather(name, None)
        if self.next() == "score of" and self.next(1) == "name":
            return self.gather(self.take("score of") and name, ("Name", "score"))
        arguments, keyed, end = [], [], ","
        while end == ",":
            if self.next(1) == ":":
                keyed.append([self.name(), self.must(":") and self.inner()])
                end = self.must(",", ")")
                continue
            arguments.append(self.inner(",", ")", *(() if arguments or keyed else ("of",))))
            end = self.words[self.at - 1][0]
        _refuse_unless(len({key for key, _ in keyed}) == len(keyed))
        return ("Call", name, arguments, keyed) if end == ")" else self.gather(name, arguments[0])

    def gather(self, name: str, value: Node | None) -> Node:
        table = ("Name", self.name())
        where = self.condition() if self.take("where") else None
        self.must(")")
        return ("Gather", name, value, table, where)


def _number(word: str) -> Node:
    bare = word.rstrip("%").rstrip(" \t")
    said = re.fullmatch(r"([0-9]+(?:_[0-9]+)*)(?:\.([0-9]+))?", bare)
    _refuse_unless(said is not None and not re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", bare))
    _refuse_unless(all(len(digits) <= MOST_DIGITS for digits in bare.replace("_", "").split(".")))
    return ("Percent", Fraction(bare) / 100) if word.endswith("%") else ("Number", Fraction(bare))
