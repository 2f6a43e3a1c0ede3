"""What documents in Vietnamese say in several words, `không quá 5`, `lớn hơn 80%`, and what a program writes for it."""

from __future__ import annotations

from parrules.syntax import mistakes
from parrules.syntax.keywords import KNOWN_NAMES, spelled
from parrules.syntax.misfit import Misfit
from parrules.text.diagnostic import Diagnostic

_IN_CONDITIONS = {
    **dict.fromkeys(("không quá", "không vượt quá", "không lớn hơn"), "<="),
    **dict.fromkeys(("không dưới", "ít nhất", "không nhỏ hơn", "không thấp hơn"), ">="),
    **dict.fromkeys(("lớn hơn", "nhiều hơn", "cao hơn", "trên"), ">"),
    **dict.fromkeys(("nhỏ hơn", "ít hơn", "thấp hơn"), "<"),
}
_IN_AMOUNTS = {
    **dict.fromkeys(
        ("không quá", "không vượt quá", "nhưng không quá", "nhưng không vượt quá", "nhưng tối đa", "nhiều nhất"),
        "UP_TO",
    ),
    "vượt quá": "ABOVE",
    "với mỗi": "PER",
}
_AT_THE_START = {"nếu không": "OTHERWISE", "ngược lại": "OTHERWISE", "khống chế": "CAP_AT"}
_ANYWHERE = {"không trống": "IS_NOT NONE", "không phải trống": "IS_NOT NONE"}
_LONGEST = 4
_NEXT_TO = 2
"""How many words before the one that does not fit a phrase may begin."""


def said_in_words(one: Misfit) -> Diagnostic | None:
    """A phrase of everyday Vietnamese at the word that does not fit, or just before it."""
    if one.spelling != "vi":
        return None
    for start in sorted({0, *range(max(0, one.place - _NEXT_TO), one.place + 1)}):
        for length in range(_LONGEST, 0, -1):
            if start + length < one.place or start + length > len(one.said):
                continue
            phrase = " ".join(str(word) for word in one.said[start : start + length]).casefold()
            meant = _meant(one, start, phrase)
            if meant is not None:
                words = " ".join(spelled(token, "vi") if token.isupper() else token for token in meant.split())
                return mistakes.foreign_word(one.span(start, start + length - 1), phrase, words)
    return None


def negation(one: Misfit) -> Diagnostic | None:
    """`không miền_núi`, `no mountainous`: `no` is a value, and `not` turns a condition round."""
    if one.before is None or one.before.type != "NO" or one.word.type not in ("NAME", "OPEN"):
        return None
    return mistakes.foreign_word(one.span(one.place - 1), str(one.before), spelled("NOT", one.spelling))


def maximum_meant(one: Misfit) -> Diagnostic | None:
    """`chấm tối đa`, where a value should stand: the name is `điểm_tối_đa`."""
    is_value = "NUMBER" in one.accepts and (one.after is None or one.after.type != "NUMBER")
    if one.spelling != "vi" or one.word.type != "UP_TO" or not is_value:
        return None
    return mistakes.foreign_word(one.span(), str(one.word), KNOWN_NAMES[0].vi)


def _meant(one: Misfit, start: int, phrase: str) -> str | None:
    if start == 0 and one.is_line:
        return _AT_THE_START.get(phrase)
    is_condition = not one.is_line or any(word.type in ("WHEN", "WHERE") for word in one.said[:start])
    return _ANYWHERE.get(phrase) or (_IN_CONDITIONS if is_condition else _IN_AMOUNTS).get(phrase)
