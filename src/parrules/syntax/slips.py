"""What authors write where the grammar wants something else, and what they mean by it.

Each rule looks at the first word of a line that the grammar does not take, and at what stands around it. A rule that
recognises the slip tells it in the author's words; the first that does is heard.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parrules.syntax import mistakes
from parrules.syntax.foreign import CHOICES, RANGES, UNITS, meant_by, otherwise_spelled
from parrules.syntax.keywords import KEYWORDS, OPENINGS, STATEMENTS, Spelling, spelled
from parrules.syntax.strays import span_of
from parrules.text.diagnostic import Diagnostic
from parrules.text.passage import Passage
from parrules.text.source import Span

if TYPE_CHECKING:
    from lark import Token

_ENDS = frozenset({"NAME", "NUMBER", "DATE", "TEXT", "CLOSE", "NONE", "YES", "NO"})
_BEGINS = frozenset({"NAME", "NUMBER", "DATE", "TEXT", "OPEN", "SCORE_OF", "NOT", "NONE", "YES", "NO"})
_COMPARING = ("COMPARES", "EQUALS", "IS")
_CLAUSES = ("PER", "UP_TO", "WHEN", "BECAUSE")
"""In the order in which they stand."""
_KEYWORDS = frozenset(keyword.token for keyword in KEYWORDS + OPENINGS)
_STATEMENT_WORDS = frozenset(word for keyword in STATEMENTS for word in (keyword.en, keyword.vi)) | {"cap"}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A line and the first word of it that does not fit. accepts: what the grammar takes there instead."""

    said: list[Token]
    place: int
    accepts: set[str]
    passage: Passage
    spelling: Spelling
    is_line: bool

    @property
    def word(self) -> Token:
        return self.said[self.place]

    @property
    def before(self) -> Token | None:
        return self.said[self.place - 1] if self.place else None

    @property
    def after(self) -> Token | None:
        return self.said[self.place + 1] if self.place + 1 < len(self.said) else None

    @property
    def depth(self) -> int:
        return sum((one.type == "OPEN") - (one.type == "CLOSE") for one in self.said[: self.place])

    def span(self, first: int | None = None, last: int | None = None) -> Span:
        """From one word to another, by their places; the word itself unless said."""
        start = self.place if first is None else first
        return span_of(self.said[start], self.said[start if last is None else last], self.passage)


def slip(one: Misfit) -> list[Diagnostic]:
    """The slip that is recognised in a line, if any; every word of the other spelling, where there are some."""
    others = _other_spelling(one)
    return others or [found for rule in _RULES if (found := rule(one)) is not None][:1]


def _other_spelling(one: Misfit) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for place, word in enumerate(one.said):
        words = [str(word) for word in one.said[place : place + 2]]
        meant = otherwise_spelled(words, place == 0 and one.is_line, one.spelling)
        if word.type == "NAME" and meant is not None:
            span = one.span(place, place + meant.length - 1)
            found.append(mistakes.foreign_word(span, meant.word, meant.ours))
    return found


def _everyday_word(one: Misfit) -> Diagnostic | None:
    """A word of everyday language: here, just before or behind, or at the beginning of the line."""
    places = (one.place, one.place - 1, one.place + 1 if one.word.type == "OPEN" else one.place, 0)
    for place in places:
        if not 0 <= place < len(one.said) or one.said[place].type != "NAME":
            continue
        words = [str(word) for word in one.said[place : place + 2]]
        meant = meant_by(words, one.accepts if place == one.place else None, one.spelling)
        if meant is None:
            continue
        if place == 0 and one.is_line and meant.word in CHOICES:
            return mistakes.bare_conditional(one.span(0), words[0])
        choice = None
        if meant.word in CHOICES:
            choice = f"5 {spelled('WHEN', one.spelling)} late = 0 {spelled('OTHERWISE', one.spelling)} 0"
        said = " ".join(words[: meant.length])
        return mistakes.foreign_word(one.span(place, place + meant.length - 1), said, meant.ours, choice)
    return None


def _never_opened(one: Misfit) -> Diagnostic | None:
    return mistakes.never_opened(one.span()) if one.word.type == "CLOSE" and one.depth == 0 else None


def _asks_for_none(one: Misfit) -> Diagnostic | None:
    if one.before is None or one.before.type != "IS":
        return None
    return mistakes.asks_for_none_only(one.span(), str(one.word), spelled("NONE", one.spelling))


def _reason(one: Misfit) -> Diagnostic | None:
    """A reason that is not in quotation marks."""
    if one.before is None or one.before.type != "BECAUSE" or one.word.type not in _BEGINS:
        return None
    span = one.span(one.place, len(one.said) - 1)
    return mistakes.text_unquoted(span, str(one.before), f'"{span.words}"')


def _clause(one: Misfit) -> Diagnostic | None:
    """A clause that stands there twice, or too late."""
    now = "PER" if one.word.type == "PER_FULL" else one.word.type
    if now not in _CLAUSES or one.depth or not one.is_line:
        return None
    row: list[Token] = []
    for word in one.said[: one.place]:
        row = [] if word.type == "OTHERWISE" else [*row, word]
    seen = {"PER" if word.type == "PER_FULL" else word.type: str(word) for word in row}
    if now in seen:
        joined = spelled("AND", one.spelling) if now == "WHEN" else None
        return mistakes.clause_twice(one.span(), str(one.word), joined)
    later = next((seen[clause] for clause in _CLAUSES[_CLAUSES.index(now) :] if clause in seen), None)
    return mistakes.clause_late(one.span(), str(one.word), later) if later is not None else None


def _part_of(one: Misfit) -> Diagnostic | None:
    """`10% of maximum`"""
    if one.word.type != "OF" or one.before is None or one.before.type != "NUMBER" or one.after is None:
        return None
    return mistakes.part_of(one.span(), str(one.word), f"{one.before} * {one.after}")


def _between(one: Misfit) -> Diagnostic | None:
    if one.before is None or one.before.type not in _ENDS or one.word not in RANGES:
        return None
    return mistakes.between(one.span(), str(one.word))


def _superfluous(one: Misfit) -> Diagnostic | None:
    """A comma or colon as everyday language sets it."""
    is_sign = one.word.type in ("COMMA", "COLON") and one.depth == 0 and one.place > 0
    return mistakes.superfluous(one.span(), str(one.word)) if is_sign else None


def _said_again(one: Misfit) -> Diagnostic | None:
    """`otherwise award 0`, `award (award 5)`: a statement word inside of a statement."""
    again = one.place if one.word in _STATEMENT_WORDS else one.place - 1
    if again < 1 or one.said[again].type != "NAME" or one.said[again] not in _STATEMENT_WORDS:
        return None
    return mistakes.said_again(one.span(again), str(one.said[again]), str(one.said[again - 1]))


def _spaced_thousands(one: Misfit) -> Diagnostic | None:
    """`16 000`"""
    first, last = one.place - 1, one.place
    if first < 0 or one.said[first].type != "NUMBER" or not _is_group(one.word):
        return None
    while last + 1 < len(one.said) and _is_group(one.said[last + 1]):
        last += 1
    digits = [str(word) for word in one.said[first : last + 1]]
    if not digits[0].isdecimal() or not 1 <= len(digits[0]) <= 3:
        return None
    return mistakes.spaced_thousands(one.span(first, last), " ".join(digits), "_".join(digits))


def _is_group(word: Token) -> bool:
    return word.type == "NUMBER" and len(word) == 3 and word.isdecimal()


def _of_wanted(one: Misfit) -> Diagnostic | None:
    """`per 1_000 population`"""
    if "OF" not in one.accepts or one.depth or not _stand_together(one):
        return None
    meant = f"{one.before} {spelled('OF', one.spelling)} {one.word}"
    return mistakes.of_wanted(one.span(), str(one.word), meant)


def _name_in_pieces(one: Misfit) -> Diagnostic | None:
    """`dân số`"""
    first = last = one.place
    while first > 1 and one.said[first - 1].type == "NAME":
        first -= 1
    while last + 1 < len(one.said) and one.said[last + 1].type == "NAME":
        last += 1
    if one.word.type != "NAME" or first == one.place or any(w in _STATEMENT_WORDS for w in one.said[first : last + 1]):
        return None
    pieces = [str(word) for word in one.said[first : last + 1]]
    return mistakes.name_in_pieces(one.span(first, last), str(one.before), str(one.word), "_".join(pieces))


def _condition_without_when(one: Misfit) -> Diagnostic | None:
    """`award 5 late > 3`, `award 5 >= 80%`"""
    if "WHEN" not in one.accepts or one.depth:
        return None
    comparing = one.word
    if one.word.type in ("NAME", "NUMBER") and one.after is not None:
        comparing = one.after
    if comparing.type not in _COMPARING and one.word.type not in ("NOT",):
        return None
    return mistakes.condition_without_when(one.span(), str(comparing), spelled("WHEN", one.spelling))


def _behind_number(one: Misfit) -> Diagnostic | None:
    """`5 points`, `1/2 maximum`, `10 percent`"""
    if one.before is None or one.before.type != "NUMBER" or one.word.type not in ("NAME", "OPEN"):
        return None
    number, word = str(one.before), str(one.word)
    if word in ("x", "X") and one.after is not None:
        return mistakes.foreign_sign(one.span(), word, "*")
    ours = UNITS.get(word.casefold())
    if word == "(":
        return mistakes.word_behind_number(one.span(), number, word, f"{number} * (")
    meant = f"{number} * {word}" if ours is None else f"{number}{ours}"
    return mistakes.word_behind_number(one.span(), number, word, meant)


def _side_by_side(one: Misfit) -> Diagnostic | None:
    if not _stand_together(one):
        return None
    return mistakes.side_by_side(one.span(), str(one.before), str(one.word))


def _stand_together(one: Misfit) -> bool:
    """Whether two values stand beside each other with nothing between them."""
    return one.before is not None and one.before.type in _ENDS and one.word.type in _BEGINS and one.place > 1


def _opening(one: Misfit) -> Diagnostic | None:
    """A line that begins with no statement and no name."""
    if not one.is_line:
        return None
    if one.place == 0:
        is_condition = one.word.type in ("WHEN", "WHERE")
        found = mistakes.bare_conditional if is_condition else mistakes.line_opening
        return found(one.span(), str(one.word))
    is_value = one.place == 1 and one.said[0].type == "NAME" and one.word.type in (*_COMPARING, "TIMES", "OVER", "PLUS")
    if is_value and one.said[0] not in _STATEMENT_WORDS:
        return mistakes.line_opening(one.span(0), str(one.said[0]))
    return None


_RULES: tuple[Callable[[Misfit], Diagnostic | None], ...] = (
    # What a word is comes before where it stands; the most particular before the more general.
    _everyday_word,
    _never_opened,
    _asks_for_none,
    _reason,
    _clause,
    _part_of,
    _between,
    _superfluous,
    _said_again,
    _spaced_thousands,
    _condition_without_when,
    _of_wanted,
    _behind_number,
    _name_in_pieces,
    _side_by_side,
    _opening,
)
