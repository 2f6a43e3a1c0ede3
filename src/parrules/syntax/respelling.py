"""A text of the language in its other spelling: every word, number and date of its own, all else as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day
from typing import TYPE_CHECKING

from parrules.syntax.keywords import (
    FUNCTIONS,
    KEYWORDS,
    KNOWN_NAMES,
    OPENINGS,
    STATEMENTS,
    Keyword,
    Spelling,
    in_spelling,
    spelled,
)
from parrules.syntax.literals import date, date_in, number_in
from parrules.syntax.quoted import quoted_in
from parrules.syntax.words import words
from parrules.text.source import Source, Span

if TYPE_CHECKING:
    from lark import Token

_KEYWORDS = frozenset(keyword.token for keyword in KEYWORDS + OPENINGS)
_LAYOUT = ("SPACE", "COMMENT", "NEWLINE")
_NOWHERE = Span(Source("", ""), 0, 0)

Change = tuple[int, int, str]
"""From where to where in the text, and what stands there instead."""


def respelled(text: str, before: Spelling, after: Spelling, *, is_program: bool) -> str:
    """The text as the other spelling writes it, on the same lines, with the same spaces and comments.

    It need not be a whole program: what is no word of the spelling `before` stays as it is.
    """
    result = text
    for start, end, said in reversed(changes(text, before, after, is_program=is_program)):
        result = result[:start] + said + result[end:]
    return result


def changes(text: str, before: Spelling, after: Spelling, *, is_program: bool) -> list[Change]:
    """What becomes otherwise, in order."""
    found = words(text, before, layout=True)
    walked = zip(found, _Respelling(found, before, after, is_program).texts(), strict=True)
    return [(word.start_pos or 0, word.end_pos or 0, said) for word, said in walked if said != word]


class _Respelling:
    """Walks over the words of a text. said: those that are no layout; at: how many of them have passed."""

    def __init__(self, found: list[Token], before: Spelling, after: Spelling, is_program: bool) -> None:
        self._found = found
        self._before: Spelling = before
        self._after: Spelling = after
        self._said = [word for word in found if word.type not in _LAYOUT]
        self._at = 0
        self._depth = 0
        self._opens = is_program
        self._is_program = is_program

    def texts(self) -> Iterator[str]:
        for word in self._found:
            if word.type in _LAYOUT:
                self._opens |= word.type == "NEWLINE" and self._is_program and self._depth <= 0
                yield str(word)
                continue
            yield self._text(word)
            self._depth += (word.type == "OPEN") - (word.type == "CLOSE")
            self._opens = False
            self._at += 1

    def _text(self, word: Token) -> str:
        match word.type:
            case "SCORE_OF" if self._type(1) == "NAME":  # of each record, not of a criterion
                return _score_of_records(self._after)
            case "NAME":
                return self._name(word)
            case "NUMBER":
                bare = word.removesuffix("%")
                digits = bare.rstrip(" \t")
                return number_in(digits, self._before, self._after) + word[len(digits) :]
            case "DATE":
                day = date(str(word), _NOWHERE, self._before)
                return date_in(day, self._after) if isinstance(day, Day) else str(word)
            case "COMMA":
                return ";" if self._after == "vi" else ","
            case "TEXT" if self._type(-1) == "BECAUSE":
                return quoted_in(str(word), self._before, self._after)
            case _ if word.type in _KEYWORDS:
                return spelled(word.type, self._after)
        return str(word)

    def _name(self, word: Token) -> str:
        table: tuple[Keyword, ...] = KNOWN_NAMES
        if self._opens and self._type(1) != "EQUALS":
            table = STATEMENTS
        elif self._type(1) == "OPEN":
            table = FUNCTIONS
        elif self._type(1) == "COLON":
            return str(word)  # a key, which is a plugin's
        other = in_spelling(str(word), table, self._before, self._after)
        return str(word) if other is None else other

    def _type(self, further: int) -> str | None:
        at = self._at + further
        return self._said[at].type if 0 <= at < len(self._said) else None


def _score_of_records(spelling: Spelling) -> str:
    """How the score of each record is said; `score of` is one word in English only."""
    score = next(one for one in KNOWN_NAMES if one.token == "SCORE")
    return f"{score.spelled(spelling)} {spelled('OF', spelling)}"
