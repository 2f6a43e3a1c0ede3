"""Two values that stand beside each other with nothing between them, and what is missing there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parrules.syntax import mistakes
from parrules.syntax.foreign import UNITS
from parrules.syntax.keywords import KNOWN_NAMES, spelled
from parrules.syntax.misfit import BEGINS, COMPARING, ENDS, STATEMENT_WORDS, Misfit
from parrules.text.diagnostic import Diagnostic

if TYPE_CHECKING:
    from lark import Token


def spaced_thousands(one: Misfit) -> Diagnostic | None:
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


def of_wanted(one: Misfit) -> Diagnostic | None:
    """`per 1_000 population`"""
    if "OF" not in one.accepts or one.depth or not _stand_together(one):
        return None
    meant = f"{one.before} {spelled('OF', one.spelling)} {one.word}"
    return mistakes.of_wanted(one.span(), str(one.word), meant)


def new_name_in_pieces(one: Misfit) -> Diagnostic | None:
    """`tỷ lệ = ...`"""
    pieces = [str(word) for word in one.said[: one.place]]
    is_name = one.is_line and one.word.type == "EQUALS" and len(pieces) > 1 and pieces[0] not in STATEMENT_WORDS
    if not is_name or any(word.type != "NAME" for word in one.said[: one.place]):
        return None
    return mistakes.name_in_pieces(one.span(0, one.place - 1), pieces[0], pieces[1], "_".join(pieces))


def built_in_name_in_pieces(one: Misfit) -> Diagnostic | None:
    """`điểm tối đa`, where the last two words are those of `up to`: the name is `điểm_tối_đa`."""
    pieces = KNOWN_NAMES[0].spelled(one.spelling).split("_")
    near = (at for at in (one.place, one.place - 1, one.place + 1) if 0 < at < len(one.said))
    at = next((at for at in near if one.said[at].type == "UP_TO"), 0)
    if at == 0 or [str(one.said[at - 1]), *one.said[at].split()] != pieces:
        return None
    return mistakes.name_in_pieces(one.span(at - 1, at), pieces[0], " ".join(pieces[1:]), "_".join(pieces))


def name_in_pieces(one: Misfit) -> Diagnostic | None:
    """`dân số`"""
    first = last = one.place
    while first > 1 and one.said[first - 1].type == "NAME":
        first -= 1
    while last + 1 < len(one.said) and one.said[last + 1].type == "NAME":
        last += 1
    if one.word.type != "NAME" or first == one.place or any(w in STATEMENT_WORDS for w in one.said[first : last + 1]):
        return None
    pieces = [str(word) for word in one.said[first : last + 1]]
    return mistakes.name_in_pieces(one.span(first, last), str(one.before), str(one.word), "_".join(pieces))


def condition_without_when(one: Misfit) -> Diagnostic | None:
    """`award 5 late > 3`, `award 5 >= 80%`"""
    if "WHEN" not in one.accepts or one.depth:
        return None
    comparing = one.word
    if one.word.type in ("NAME", "NUMBER") and one.after is not None:
        comparing = one.after
    if comparing.type not in COMPARING and one.word.type != "NOT":
        return None
    return mistakes.condition_without_when(one.span(), str(comparing), spelled("WHEN", one.spelling))


def behind_number(one: Misfit) -> Diagnostic | None:
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


def times_as_letter(one: Misfit) -> Diagnostic | None:
    """`a x maximum`"""
    is_between = one.before is not None and one.before.type in ENDS and one.after is not None
    if one.word not in ("x", "X") or not is_between or one.after is None or one.after.type not in BEGINS:
        return None
    return mistakes.foreign_sign(one.span(), str(one.word), "*")


def side_by_side(one: Misfit) -> Diagnostic | None:
    if not _stand_together(one):
        return None
    return mistakes.side_by_side(one.span(), str(one.before), str(one.word))


def _stand_together(one: Misfit) -> bool:
    """Whether two values stand beside each other with nothing between them."""
    return one.before is not None and one.before.type in ENDS and one.word.type in BEGINS and one.place > 1
