"""Words that authors take from everyday language, from spreadsheets or from the other spelling, and what is meant."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.syntax.keywords import KEYWORDS, OPENINGS, STATEMENTS, Spelling, spelled

_EVERYDAY = {
    "if": "WHEN",
    "nếu": "WHEN",
    "unless": "WHEN NOT",
    "else": "OTHERWISE",
    "elif": "OTHERWISE",
    "elseif": "OTHERWISE",
    "nếu không": "OTHERWISE",
    "ngược lại": "OTHERWISE",
    "then": "",
    "thì": "",
    "each": "PER",
    "every": "PER",
    "for": "PER",
    "for each": "PER",
    "for every": "PER",
    "cho mỗi": "PER",
    "in": "OF",
    "from": "OF",
    "trong": "OF",
    "max": "UP_TO",
    "maximum": "UP_TO",
    "greater": ">",
    "over": ">",
    "more": ">",
    "less": "<",
    "under": "<",
    "equals": "=",
    "bằng": "=",
}
"""By the token that is meant, or a sign; empty where nothing takes its place."""

CHOICES = frozenset(
    {"if", "iff", "ifs", "iif", "nếu", "then", "thì", "else", "elif", "elseif", "nếu không", "ngược lại", "unless"}
)
"""Words by which other languages write a choice."""

RANGES = frozenset({"between", "in", "trong", "from", "từ"})
"""Words by which a value is said to lie in a range."""

UNITS = {
    **dict.fromkeys(("percent", "pct", "phần"), "%"),
    **dict.fromkeys(("point", "points", "pts", "điểm", "đ", "days", "ngày", "đồng", "triệu", "tỷ", "km2", "người"), ""),
}
"""Units that stand behind a number in everyday language, and what is written instead."""

_STATEMENTS = {
    **dict.fromkeys(("subtract", "minus", "reduce", "lose"), "deduct"),
    **dict.fromkeys(("give", "grant", "score", "cho"), "award"),
    **dict.fromkeys(("plus", "bonus", "thêm"), "add"),
    **dict.fromkeys(("cap", "limit", "max"), "cap at"),
}
_LIMITS = ("max", "maximum")
"""Names as well: words of everyday language only where a number follows."""


@dataclass(frozen=True, slots=True)
class Meant:
    """word: what stands there, small; ours: what to write instead, None for nothing; length: in words."""

    word: str
    ours: str | None
    length: int


def meant_by(words: list[str], accepts: set[str] | None, spelling: Spelling) -> Meant | None:
    """What the first word, or the first two, of everyday language mean, or a keyword in capitals.

    accepts: the tokens that can stand there, where that is known.
    """
    small = [word.casefold() for word in words]
    for length in (2, 1):
        word = " ".join(small[:length])
        if len(small) < length or (word in _LIMITS and not small[-1][:1].isdecimal()):
            continue
        token = next((one.token for one in KEYWORDS if word == one.spelled(spelling)), None)
        if token is not None:
            return Meant(word, spelled(token, spelling), length)
        if word in _EVERYDAY and _fits(_EVERYDAY[word], accepts):
            return Meant(word, _ours(_EVERYDAY[word], accepts, spelling), length)
    return None


def otherwise_spelled(words: list[str], is_opening: bool, spelling: Spelling) -> Meant | None:
    """What the first word, or the first two, mean in the other spelling; is_opening: whether they begin a line."""
    other: Spelling = "en" if spelling == "vi" else "vi"
    known = (*KEYWORDS, *OPENINGS, *(STATEMENTS if is_opening else ()))
    for length in (3, 2, 1):
        word = " ".join(words[:length])
        small = word.casefold()
        found = next((one for one in known if len(words) >= length and small == one.spelled(other)), None)
        if found is not None:
            return Meant(word, found.spelled(spelling), length)
    return None


def statement_meant(word: str) -> str | None:
    """The statement word, in English, that a word of everyday language or of the other spelling means."""
    small = word.casefold()
    ours = {name: one.en for one in (*STATEMENTS, *OPENINGS[:1]) for name in (one.en, one.vi)}
    return ours.get(small) or _STATEMENTS.get(small)


def _fits(meant: str, accepts: set[str] | None) -> bool:
    """Whether what is meant can stand there; of a word that stands anywhere that is not asked."""
    if meant in ("PER", "OF", "UP_TO"):
        return accepts is not None and meant in accepts
    if meant in (">", "<", "="):
        return accepts is not None and "COMPARES" in accepts
    return True


def _ours(meant: str, accepts: set[str] | None, spelling: Spelling) -> str | None:
    if meant == "WHEN" and accepts is not None and "WHERE" in accepts and "WHEN" not in accepts:
        meant = "WHERE"
    if not meant or meant in (">", "<", "="):
        return meant or None
    return " ".join(spelled(token, spelling) for token in meant.split())
