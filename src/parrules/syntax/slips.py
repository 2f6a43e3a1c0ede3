"""What authors write where the grammar wants something else, and what they mean by it.

Each rule looks at the first word of a line that the grammar does not take, and at what stands around it. A rule that
recognises the slip tells it in the author's words; the first that does is heard.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from parrules.syntax import mistakes, neighbours, vietnamese
from parrules.syntax.foreign import CHOICES, RANGES, meant_by, otherwise_spelled
from parrules.syntax.keywords import KEYWORDS, OPENINGS, STATEMENTS, in_spelling, spelled
from parrules.syntax.misfit import BEGINS, COMPARING, ENDS, STATEMENT_WORDS, Misfit
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest

if TYPE_CHECKING:
    from lark import Token

_KEYWORDS = frozenset(keyword.token for keyword in KEYWORDS + OPENINGS)
_CLAUSES = ("PER", "UP_TO", "WHEN", "BECAUSE")
"""In the order in which they stand."""


def slip(one: Misfit) -> list[Diagnostic]:
    """The slip that is recognised in a line, if any; every word of the other spelling, where there are some."""
    others = _other_spelling(one)
    first = next((found for rule in _RULES if (found := rule(one)) is not None), None)
    return others or ([first] if first is not None else [])


def _other_spelling(one: Misfit) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    place = 0
    while place < len(one.said):
        words = [str(word) for word in one.said[place : place + 3]]
        meant = otherwise_spelled(words, place == 0 and one.is_line, one.spelling)
        if meant is None or one.said[place].type != "NAME":
            place += 1
            continue
        after = one.said[place + meant.length].type if place + meant.length < len(one.said) else ""
        is_turned_round = meant.ours == spelled("NO", one.spelling) and after in ("NAME", "OPEN")
        ours = spelled("NOT", one.spelling) if is_turned_round else meant.ours
        found.append(mistakes.foreign_word(one.span(place, place + meant.length - 1), meant.word, ours))
        place += meant.length
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
            name = "việc_chậm" if one.spelling == "vi" else "late"
            choice = f"5 {spelled('WHEN', one.spelling)} {name} = 0 {spelled('OTHERWISE', one.spelling)} 0"
        said = " ".join(words[: meant.length])
        opens = place > 0 and one.said[place - 1].type in ("OTHERWISE", "OPEN")  # where `when` cannot stand either
        ours = None if opens and meant.word in CHOICES else meant.ours
        return mistakes.foreign_word(one.span(place, place + meant.length - 1), said, ours, choice)
    return None


def _misspelt(one: Misfit) -> Diagnostic | None:
    """`becuase "chậm"`, `otherwsie 2`: nearly a word that could stand here."""
    if one.word.type != "NAME":
        return None
    possible = [spelled(token, one.spelling) for token in one.accepts & _KEYWORDS]
    if one.after is not None and one.after.type == "NAME":  # `còn lạii`
        both = f"{one.word} {one.after}"
        meant = nearest(both, [word for word in possible if " " in word])
        if meant is not None:
            return mistakes.keyword_misspelt(one.span(one.place, one.place + 1), both, meant)
    if len(one.word) < 4:
        return None
    meant = nearest(str(one.word), [word for word in possible if len(word) > 2])
    return None if meant is None else mistakes.keyword_misspelt(one.span(), str(one.word), meant)


def _never_opened(one: Misfit) -> Diagnostic | None:
    return mistakes.never_opened(one.span()) if one.word.type == "CLOSE" and one.depth == 0 else None


def _asks_for_none(one: Misfit) -> Diagnostic | None:
    if one.before is None or one.before.type not in ("IS", "IS_NOT"):
        return None
    return mistakes.asks_for_none_only(one.span(), str(one.word), spelled("NONE", one.spelling))


def _none_compared(one: Misfit) -> Diagnostic | None:
    """`= none`"""
    if one.word.type != "NONE" or one.before is None or one.before.type not in ("EQUALS", "COMPARES"):
        return None
    words = ["IS_NOT", "NONE"] if one.before == "!=" else ["IS", "NONE"]
    meant = " ".join(spelled(word, one.spelling) for word in words)
    return mistakes.none_compared(one.span(one.place - 1, one.place), str(one.before), meant)


def _reason(one: Misfit) -> Diagnostic | None:
    """A reason that is not in quotation marks."""
    if one.before is None or one.before.type != "BECAUSE" or one.word.type not in BEGINS:
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
    if one.before is None or one.before.type not in ENDS or one.word not in RANGES:
        return None
    return mistakes.between(one.span(), str(one.word))


def _superfluous(one: Misfit) -> Diagnostic | None:
    """A comma or colon as everyday language sets it."""
    is_sign = one.word.type in ("COMMA", "COLON") and one.depth == 0 and one.place > 0
    return mistakes.superfluous(one.span(), str(one.word)) if is_sign else None


def _each(one: Misfit) -> Diagnostic | None:
    """`per each late`"""
    if one.before is None or one.before.casefold() not in ("each", "every") or one.place < 2:
        return None
    is_per = one.said[one.place - 2].type == "PER"
    return mistakes.superfluous(one.span(one.place - 1), str(one.before)) if is_per else None


def _plus(one: Misfit) -> Diagnostic | None:
    """`+5`"""
    if one.word.type != "PLUS" or "NUMBER" not in one.accepts:
        return None
    return mistakes.superfluous(one.span(), str(one.word))


def _side_left_out(one: Misfit) -> Diagnostic | None:
    """`r > 60% and < 80%`"""
    if one.word.type not in COMPARING or one.before is None or one.before.type not in ("AND", "OR"):
        return None
    earlier = range(one.place - 2, 0, -1)
    at = next((place for place in earlier if one.said[place].type in COMPARING), None)
    if at is None or one.said[at - 1].type != "NAME" or one.after is None:
        return None
    return mistakes.value_wanted(one.span(), str(one.word), f"{one.said[at - 1]} {one.word} {one.after}")


def _said_again(one: Misfit) -> Diagnostic | None:
    """`otherwise award 0`, `award (award 5)`: a statement word inside of a statement."""
    again = next((at for at in (one.place, one.place - 1, one.place + 1) if _is_statement_word(one, at)), None)
    if again is None or (again > one.place and one.word.type not in ("AND", "COMMA")):
        return None
    in_row = one.said[again - 1].type in ("OTHERWISE", "OPEN") or again == 1 or one.said[again - 1] in STATEMENT_WORDS
    word = str(one.said[again])
    ours = in_spelling(word, STATEMENTS, "en" if one.spelling == "vi" else "vi", one.spelling) or word
    return mistakes.said_again(one.span(again), word, str(one.said[again - 1]), ours, in_row)


def _is_statement_word(one: Misfit, at: int) -> bool:
    """A word of the language; or the one with which the line begins, which may be a plugin's."""
    if not 0 < at < len(one.said) or one.said[at].type != "NAME":
        return False
    is_named = len(one.said) > 1 and one.said[1].type == "EQUALS"
    return one.said[at] in STATEMENT_WORDS or (one.is_line and not is_named and one.said[at] == one.said[0])


def _opening(one: Misfit) -> Diagnostic | None:
    """A line that begins with no statement and no name."""
    if not one.is_line:
        return None
    if one.place == 0:
        is_condition = one.word.type in ("WHEN", "WHERE")
        found = mistakes.bare_conditional if is_condition else mistakes.line_opening
        return found(one.span(), str(one.word))
    is_value = one.place == 1 and one.said[0].type == "NAME" and one.word.type in (*COMPARING, "TIMES", "OVER", "PLUS")
    if is_value and one.said[0] not in STATEMENT_WORDS:
        return mistakes.line_opening(one.span(0), str(one.said[0]))
    return None


_RULES: tuple[Callable[[Misfit], Diagnostic | None], ...] = (
    # What a word is comes before where it stands; the most particular before the more general.
    neighbours.built_in_name_in_pieces,
    vietnamese.said_in_words,
    vietnamese.negation,
    _everyday_word,
    _never_opened,
    _asks_for_none,
    _none_compared,
    _side_left_out,
    _plus,
    _each,
    _reason,
    _clause,
    _part_of,
    _between,
    _said_again,
    _superfluous,
    neighbours.spaced_thousands,
    neighbours.new_name_in_pieces,
    _misspelt,
    neighbours.condition_without_when,
    neighbours.of_wanted,
    neighbours.behind_number,
    neighbours.times_as_letter,
    neighbours.name_in_pieces,
    neighbours.side_by_side,
    _opening,
)
