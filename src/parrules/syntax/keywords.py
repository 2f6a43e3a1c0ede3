"""The one table of words: what each keyword means, and how it is spelled in English and in Vietnamese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Spelling = Literal["en", "vi"]


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word of the language. token: its name in the grammar. A word of two is one token."""

    token: str
    en: str
    vi: str

    def spelled(self, spelling: Spelling) -> str:
        return self.vi if spelling == "vi" else self.en


KEYWORDS: tuple[Keyword, ...] = (
    Keyword("PER_FULL", "per full", "mỗi đủ"),  # before PER: the longer word is looked for first
    Keyword("PER", "per", "mỗi"),
    Keyword("OF", "of", "của"),
    Keyword("ABOVE", "above", "vượt"),
    Keyword("BELOW", "below", "dưới"),
    Keyword("UP_TO", "up to", "tối đa"),
    Keyword("WHEN", "when", "khi"),
    Keyword("OTHERWISE", "otherwise", "còn lại"),
    Keyword("BECAUSE", "because", "vì"),
    Keyword("WHERE", "where", "mà"),
    Keyword("ON", "on", "vào"),
    Keyword("AND", "and", "và"),
    Keyword("OR", "or", "hoặc"),
    Keyword("NOT", "not", "không phải"),
    Keyword("IS", "is", "là"),
    Keyword("NONE", "none", "trống"),
    Keyword("YES", "yes", "có"),
    Keyword("NO", "no", "không"),
)
"""Words wherever they stand."""

OPENINGS: tuple[Keyword, ...] = (
    Keyword("CAP_AT", "cap at", "trần"),
    Keyword("SCORE_OF", "score of", "điểm của"),
)
"""Words of two that mean something together; `score` alone is a name."""

STATEMENTS: tuple[Keyword, ...] = (
    Keyword("AWARD", "award", "chấm"),
    Keyword("ADD", "add", "cộng"),
    Keyword("DEDUCT", "deduct", "trừ"),
)
"""Words only at the start of a line, looked up after parsing."""

RESERVED: frozenset[str] = frozenset(
    word for keyword in KEYWORDS for word in (keyword.en, keyword.vi) if " " not in word
)
"""Words that are never names, in either spelling."""


def terminals(spelling: Spelling) -> str:
    """The grammar's terminals for the keywords of one spelling."""
    lines = []
    for keyword in KEYWORDS + OPENINGS:
        word = keyword.spelled(spelling)
        spaced = r"[ \t]+".join(re.escape(part) for part in word.split(" "))
        lines.append(rf"{keyword.token}.5: /{spaced}(?!\w)/")
    return "\n".join(lines) + "\n"


def spelled(token: str, spelling: Spelling) -> str:
    """How the keyword of a token is written."""
    return next(k.spelled(spelling) for k in KEYWORDS + OPENINGS if k.token == token)


def counterpart(word: str) -> str | None:
    """The same keyword in the other spelling."""
    both = {**{k.en: k.vi for k in KEYWORDS}, **{k.vi: k.en for k in KEYWORDS}}
    return both.get(word)
