"""The words of a program with even spaces between them, on the lines on which its author put them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parrules.syntax.keywords import KEYWORDS, OPENINGS, Spelling, spelled

if TYPE_CHECKING:
    from lark import Token

INDENT = 2
"""Lines inside parentheses stand so many places further in, for each parenthesis that is open."""

_SIGNS = {"≥": ">=", "≤": "<=", "≠": "!="}
_KEYWORDS = frozenset(keyword.token for keyword in KEYWORDS + OPENINGS)
_ENDS = frozenset({"NAME", "NUMBER", "DATE", "TEXT", "CLOSE", "NONE", "YES", "NO"})
"""Words with which a value ends; a minus behind any other is a sign of what follows."""


def spaced(found: list[Token], spelling: Spelling, *, is_program: bool) -> list[str]:
    """The lines of a text, from its words with layout; those that are blank too."""
    return _Lines(spelling, is_program).written(found)


class _Lines:
    """Walks over the words of a text. depth: how many parentheses are open; before: the last word that was said;
    opening: whether it is the word with which a statement begins."""

    def __init__(self, spelling: Spelling, is_program: bool) -> None:
        self._spelling = spelling
        self._is_program = is_program
        self._depth = 0
        self._before: Token | None = None
        self._is_opening = False
        self._is_signed = False

    def written(self, found: list[Token]) -> list[str]:
        """Every line of the text, those that are blank inside of it too."""
        lines: list[list[Token]] = [[]]
        for word in found:
            if word.type == "NEWLINE":
                lines.append([])
            elif word.type != "SPACE":
                lines[-1].append(word)
        return [self._line(line) for line in lines]

    def _line(self, line: list[Token]) -> str:
        closing = next((place for place, word in enumerate(line) if word.type != "CLOSE"), len(line))
        indent = " " * (INDENT * max(0, self._depth - closing))
        said = ""
        for place, word in enumerate(line):
            if word.type == "COMMENT":
                said += ("  " if said else "") + word.rstrip()
                continue
            begins = place == 0 and self._depth == 0 and word.type != "OTHERWISE"
            said += (self._between(word) if said else "") + self._word(word)
            self._said(word, begins and self._is_program)
        return (indent + said).rstrip()

    def _said(self, word: Token, begins: bool) -> None:
        self._depth += (word.type == "OPEN") - (word.type == "CLOSE")
        self._is_signed = word.type == "MINUS" and not self._ends_value()
        self._before = word
        self._is_opening = begins

    def _between(self, word: Token) -> str:
        """What stands between the last word and this one, on one line."""
        before = self._before
        if before is None or before.type == "OPEN" or self._is_signed or word.type in ("CLOSE", "COMMA", "COLON"):
            return ""
        is_call = word.type == "OPEN" and before.type == "NAME" and not self._is_opening
        return "" if is_call else " "

    def _ends_value(self) -> bool:
        return self._before is not None and self._before.type in _ENDS and not self._is_opening

    def _word(self, word: Token) -> str:
        if word.type in _KEYWORDS:
            return spelled(word.type, self._spelling)
        if word.type == "NUMBER":
            return "".join(word.split())
        return _SIGNS.get(word, str(word))
