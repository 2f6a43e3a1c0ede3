"""One line of words through the grammar; and, where it does not fit, what its author should hear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lark.exceptions import UnexpectedInput

from parrules.syntax import mistakes, tree
from parrules.syntax.builder import Builder
from parrules.syntax.keywords import KEYWORDS, OPENINGS, Spelling, spelled
from parrules.syntax.misfit import Misfit
from parrules.syntax.neighbours import built_in_name_in_pieces
from parrules.syntax.slips import slip
from parrules.syntax.strays import span_of, strays
from parrules.syntax.vietnamese import maximum_meant
from parrules.syntax.words import START_LINE, grammar
from parrules.text.diagnostic import Diagnostic
from parrules.text.passage import Passage

if TYPE_CHECKING:
    from lark import Token, Tree

_VALUE_STARTS = frozenset({"NAME", "NUMBER", "OPEN"})
_KEYWORD_TOKENS = frozenset(keyword.token for keyword in KEYWORDS + OPENINGS)
_SHOWN = {"CLOSE": ")", "OPEN": "(", "COMMA": ",", "COLON": ":", "EQUALS": "=", "COMPARES": "<", "PLUS": "+"} | {
    "MINUS": "-",
    "TIMES": "*",
    "OVER": "/",
    "TEXT": '"..."',
}
_CLAUSES = ("PER", "UP_TO", "WHEN", "BECAUSE", "OTHERWISE", "OF", "WHERE", "CLOSE", "COMMA", "TEXT", "NONE", "EQUALS")


def read(
    said: list[Token], builder: Builder, passage: Passage, spelling: Spelling, start: str
) -> tree.Statement | tree.Definition | tree.Expression | None:
    """The node of one line; None when it is wrong, and then the builder has found why."""
    from lark import Tree

    wrong = strays(said, passage, spelling)
    if not wrong:
        parsed = _parsed(said, passage, spelling, start)
        if isinstance(parsed, Tree):
            node: tree.Statement | tree.Definition | tree.Expression = builder.transform(parsed)
            return node
        wrong = parsed
    builder.found.extend(wrong)
    return None


def _parsed(said: list[Token], passage: Passage, spelling: Spelling, start: str) -> Tree[Any] | list[Diagnostic]:
    """The grammar's tree, or the diagnostics of the word that it does not take."""
    parser: Any = grammar(spelling).parse_interactive(start=start)
    for place, word in enumerate(said):
        try:
            parser.feed_token(word)
        except UnexpectedInput:
            return _misplaced(said, place, parser.accepts(), passage, spelling, start)
    try:
        parsed: Tree[Any] = parser.feed_eof(said[-1])
    except UnexpectedInput:
        ends = Misfit(said, len(said) - 1, parser.accepts(), passage, spelling, start == START_LINE)
        return [built_in_name_in_pieces(ends) or _cut_short(said[-1], ends.accepts, passage, spelling)]
    return parsed


def _misplaced(
    said: list[Token], place: int, accepts: set[str], passage: Passage, spelling: Spelling, start: str
) -> list[Diagnostic]:
    word = said[place]
    span = span_of(word, word, passage)
    maximum = maximum_meant(Misfit(said, place, accepts, passage, spelling, start == START_LINE))
    if maximum is not None:
        return [maximum]
    if word.type in _KEYWORD_TOKENS and _names_something(said, place, accepts) and not _is_compared(said, place):
        return [mistakes.reserved_word(span, str(word))]
    if word.type == "OTHERWISE" and place == 0:
        return [mistakes.otherwise_first(span)]
    is_named = start == START_LINE and place > 2 and said[0].type == "NAME" and said[1].type == "EQUALS"
    if is_named and word.type in ("COMPARES", "EQUALS", "IS", "IS_NOT"):
        return [mistakes.bare_comparison(span_of(said[2], said[-1], passage), str(said[0]))]
    if (word.type == "AND" and "OR" in accepts) or (word.type == "OR" and "AND" in accepts):
        return [mistakes.mixed_and_or(span)]
    found = slip(Misfit(said, place, accepts, passage, spelling, start == START_LINE))
    if found:
        return found
    if accepts >= _VALUE_STARTS:
        return [mistakes.value_wanted(span, str(word))]
    return [mistakes.cannot_stand(span, str(word), _wanted(accepts, spelling))]


def _cut_short(last: Token, accepts: set[str], passage: Passage, spelling: Spelling) -> Diagnostic:
    span = span_of(last, last, passage)
    if accepts >= _VALUE_STARTS:
        return mistakes.value_wanted_at_end(span, str(last))
    return mistakes.ends_too_early(span, _wanted(accepts, spelling))


def _names_something(said: list[Token], place: int, accepts: set[str]) -> bool:
    """Whether a keyword stands where its author meant a name: before `=`, or where only a value can stand."""
    if place + 1 < len(said) and said[place + 1].type == "EQUALS" and place == 0:
        return True
    return accepts >= _VALUE_STARTS and (
        place + 1 == len(said) or said[place + 1].type not in ("NAME", "NUMBER", "OPEN", "TEXT")
    )


def _is_compared(said: list[Token], place: int) -> bool:
    return said[place].type == "NONE" and place > 0 and said[place - 1].type in ("EQUALS", "COMPARES")


def _wanted(accepts: set[str], spelling: Spelling) -> tuple[str, ...]:
    """The words that could follow, the most telling first."""
    return tuple(
        _SHOWN[token] if token in _SHOWN else spelled(token, spelling) for token in _CLAUSES if token in accepts
    )
