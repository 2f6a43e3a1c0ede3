"""What is wrong with a line's signs, said before the grammar is asked: signs that are not ours, and parentheses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parrules.syntax import mistakes
from parrules.syntax.builder import MOST_DEEP
from parrules.syntax.keywords import Spelling, spelled
from parrules.syntax.literals import date, date_in, number_in
from parrules.text.diagnostic import Diagnostic
from parrules.text.passage import Passage
from parrules.text.source import Span

if TYPE_CHECKING:
    from lark import Token

_OURS = {
    "==": "=",
    "=<": "<=",
    "=>": ">=",
    "<>": "!=",
    "×": "*",
    "÷": "/",
    "−": "-",
    "–": "-",
    "—": "-",
    "[": "(",
    "{": "(",
    "]": ")",
    "}": ")",
}
"""What other languages and word processors write, and what is meant."""

_IN_PIECES = {">=": ">=", "<=": "<=", "!=": "!=", **{sign: _OURS[sign] for sign in ("==", "=<", "=>", "<>")}}
"""Comparing signs that are written with a space inside, and what is meant."""

_OUR_WORDS = {"&&": "AND", "||": "OR", "!": "NOT"}
_CURLY = "“”„«»‘’‚"
_QUOTES = _CURLY + "'`"
_STRAY_TYPES = ("FOREIGN", "STRAY", "UNCLOSED", "OTHER_DATE")

_Found = tuple[Diagnostic, int]
"""A mistake, and how many words it takes in."""


def strays(said: list[Token], passage: Passage, spelling: Spelling) -> list[Diagnostic]:
    """Every sign of a line that has no place in a program; nothing where the grammar can be asked."""
    found: list[Diagnostic] = []
    open_at: list[Token] = []
    place = 0
    while place < len(said):
        word, taken = said[place], 1
        if word.type == "OPEN":
            open_at.append(word)
            if len(open_at) > MOST_DEEP:
                return [mistakes.too_deep(span_of(word, word, passage), MOST_DEEP)]
        elif word.type == "CLOSE" and open_at:
            open_at.pop()
        elif (sign := "".join(said[place : place + 2])) in _IN_PIECES and word != sign:
            span = span_of(word, said[place + 1], passage)
            found.append(mistakes.foreign_sign(span, span.words, _IN_PIECES[sign]))
            taken = 2
        elif word.type in _STRAY_TYPES or word.type == "SCORE_OF":
            one = _stray(said, place, passage, spelling, bool(open_at))
            if one is not None:
                taken = one[1]
                found.append(one[0])
        place += taken
    if open_at and not found:
        found.append(mistakes.unclosed_parenthesis(span_of(open_at[-1], open_at[-1], passage)))
    return found


def _stray(said: list[Token], place: int, passage: Passage, spelling: Spelling, is_inside: bool) -> _Found | None:
    word = said[place]
    span = span_of(word, word, passage)
    if word.type == "SCORE_OF":
        return _code(said, place, passage)
    if word in _QUOTES:
        return _quoted(said, place, passage) or (mistakes.foreign_sign(span, word, '"'), 1)
    if word.type == "UNCLOSED":
        return _unclosed(word, passage), 1
    if word in ("**", "^"):
        return mistakes.power(span), 1
    if word.type == "OTHER_DATE":
        return _other_date(word, span, spelling), 1
    if word.type == "FOREIGN" or word in _OURS:
        ours = _OURS[word] if word in _OURS else spelled(_OUR_WORDS[word], spelling)
        return mistakes.foreign_sign(span, word, ours), 1
    if word == ".":
        return _point(said, place, passage, spelling)
    if word.isspace():
        return mistakes.strange_space(span), 1
    if word == "%":
        return mistakes.percent_alone(span), 1
    if word in (",", ";") and is_inside:
        return mistakes.foreign_sign(span, word, ";" if spelling == "vi" else ","), 1
    if word in (",", ";"):
        return mistakes.superfluous(span, str(word)), 1
    return mistakes.stray(span, str(word), None), 1


def _other_date(word: Token, span: Span, spelling: Spelling) -> Diagnostic:
    """`2025-12-31` in Vietnamese."""
    day = date(str(word), span)
    return day if isinstance(day, Diagnostic) else mistakes.date_otherwise(span, str(word), date_in(day, spelling))


def _quoted(said: list[Token], place: int, passage: Passage) -> _Found | None:
    """A text between marks that are not straight and double."""
    opening = said[place]
    for end, word in enumerate(said[place + 1 :], place + 1):
        if word in _QUOTES or word.type == "UNCLOSED":
            first, last = opening.start_pos or 0, word.start_pos or 0
            inside = passage.text[first + 1 : last]
            one = mistakes.foreign_sign(passage.span(first, last + 1), f"{opening}…{word[0]}", f'"{inside}"')
            return one, end - place + 1
    return None


def _unclosed(word: Token, passage: Passage) -> Diagnostic:
    """A text without its second mark, or with another one."""
    start = word.start_pos or 0
    at = next((at for at, letter in enumerate(word) if letter in _CURLY), None)
    if at is None:
        return mistakes.unclosed_text(passage.span(start, word.end_pos or 0))
    return mistakes.foreign_sign(passage.span(start, start + at + 1), f'"…{word[at]}', f'{word[:at]}"')


def _point(said: list[Token], place: int, passage: Passage, spelling: Spelling) -> _Found:
    """`.5`, `tasks.cost`, or a full stop."""
    word = said[place]
    before = said[place - 1] if place and _touch(said[place - 1], word) else None
    after = said[place + 1] if place + 1 < len(said) and _touch(word, said[place + 1]) else None
    span = span_of(word, word, passage)
    if after is None:
        return mistakes.superfluous(span, "."), 1
    if before is None and after.type == "NUMBER":
        return mistakes.stray(span_of(word, after, passage), ".", number_in(f"0.{after}", "en", spelling)), 2
    if before is not None and before.type == after.type == "NAME":
        return mistakes.stray(span, ".", f"{after} {spelled('OF', spelling)} {before}"), 1
    return mistakes.stray(span, ".", None), 1


def _code(said: list[Token], place: int, passage: Passage) -> _Found | None:
    """A code behind `score of` that stands without quotation marks."""
    pieces = said[place + 1 : place + 2]
    for word in said[place + 2 :]:
        if not _touch(pieces[-1], word) or not (word.type in ("NUMBER", "NAME") or word in (".", "-", "/")):
            break
        pieces.append(word)
    if not pieces or not (pieces[0].type == "NUMBER" or "." in pieces):
        return None
    span = span_of(pieces[0], pieces[-1], passage)
    return mistakes.unquoted_code(span, "".join(pieces)), len(pieces) + 1


def _touch(word: Token, following: Token) -> bool:
    return word.end_pos == following.start_pos


def span_of(first: Token, last: Token, passage: Passage) -> Span:
    """The characters of the file from one word to another."""
    return passage.span(first.start_pos or 0, last.end_pos or 0)
