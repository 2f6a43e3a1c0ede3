"""From text to words, and from words to lines: what is one statement.

A line break ends a statement unless a parenthesis is open or the next line begins with `otherwise`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from parrules.syntax.keywords import Spelling, terminals

if TYPE_CHECKING:
    from lark import Lark, Token

START_LINE, START_EXPRESSION = "line", "inner"
_LEXED_ONLY = frozenset({"NEWLINE", "UNCLOSED", "FOREIGN", "STRAY"})


class _Keep:
    """Tells the parser that words which no rule takes are words all the same."""

    def __init__(self, spelling: Spelling) -> None:
        self.always_accept = _LEXED_ONLY | ({"OTHER_DATE"} if spelling == "vi" else set())

    def process(self, stream: object) -> object:
        return stream


@cache
def grammar(spelling: Spelling) -> Lark:
    """The parser of one spelling of the language."""
    from lark import Lark

    rules = (files("parrules.syntax") / "grammar.lark").read_text(encoding="utf-8")
    return Lark(
        rules + "\n" + terminals(spelling),
        parser="lalr",
        lexer="basic",
        start=[START_LINE, START_EXPRESSION],
        keep_all_tokens=True,
        maybe_placeholders=False,
        postlex=_Keep(spelling),
    )


def words(text: str, spelling: Spelling, *, layout: bool = False) -> list[Token]:
    """Every word of a text, in order; with `layout`, spaces and comments too. Every text has words."""
    return list(grammar(spelling).lex(text, dont_ignore=layout))


def lines(found: list[Token]) -> list[list[Token]]:
    """The words of each statement; line breaks are gone."""
    result: list[list[Token]] = [[]]
    depth = 0
    for place, word in enumerate(found):
        if word.type == "NEWLINE":
            if depth <= 0 and not _goes_on(found, place):
                result.append([])
            continue
        depth += (word.type == "OPEN") - (word.type == "CLOSE")
        result[-1].append(word)
    return [line for line in result if line]


def _goes_on(found: list[Token], place: int) -> bool:
    following = next((word for word in found[place:] if word.type != "NEWLINE"), None)
    return following is not None and following.type == "OTHERWISE"
