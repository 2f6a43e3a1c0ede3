"""The one table of words: what each keyword means, and how it is spelled in English and in Vietnamese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Spelling = Literal["en", "vi"]


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word of the language. token: its name, in the grammar too. A word of two or three is one token."""

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
    Keyword("IS_NOT", "is not", "không phải là"),
    Keyword("NOT", "not", "không phải"),
    Keyword("IS", "is", "là"),
    Keyword("NONE", "none", "trống"),
    Keyword("YES", "yes", "có"),
    Keyword("NO", "no", "không"),
)
"""Words wherever they stand."""

OPENINGS: tuple[Keyword, ...] = (
    Keyword("CAP_AT", "cap at", "trần"),
    Keyword("SCORE_OF", "score of", "điểm tiêu chí"),
)
"""Words that open a statement or a value; in English of two, which mean something together only."""

STATEMENTS: tuple[Keyword, ...] = (
    Keyword("AWARD", "award", "chấm"),
    Keyword("ADD", "add", "cộng"),
    Keyword("DEDUCT", "deduct", "trừ"),
)
"""Words only at the start of a line, looked up after parsing."""

FUNCTIONS: tuple[Keyword, ...] = (
    Keyword("MIN", "min", "nhỏ_nhất"),
    Keyword("MAX", "max", "lớn_nhất"),
    Keyword("ABS", "abs", "giá_trị_tuyệt_đối"),
    Keyword("ROUND", "round", "làm_tròn"),
    Keyword("ROUND_DOWN", "round_down", "làm_tròn_xuống"),
    Keyword("ROUND_UP", "round_up", "làm_tròn_lên"),
    Keyword("WORKING_DAYS", "working_days", "ngày_làm_việc"),
    Keyword("DATE_OF_YEAR", "date", "ngày"),
    Keyword("LAST", "last", "kỳ_trước"),
    Keyword("COUNT", "count", "đếm"),
    Keyword("SUM", "sum", "tổng"),
    Keyword("MEAN", "mean", "trung_bình"),
    Keyword("SHARE", "share", "tỷ_trọng"),
    Keyword("LOWEST", "lowest", "thấp_nhất"),
    Keyword("HIGHEST", "highest", "cao_nhất"),
    Keyword("RANK", "rank", "hạng"),
)
"""Words only before a parenthesis, looked up after parsing. What a plugin brings has its own word in every file."""

KNOWN_NAMES: tuple[Keyword, ...] = (
    Keyword("MAXIMUM", "maximum", "điểm_tối_đa"),
    Keyword("PERIOD_START", "period_start", "đầu_kỳ"),
    Keyword("PERIOD_END", "period_end", "cuối_kỳ"),
    Keyword("YEAR", "year", "năm"),
    Keyword("BODIES", "bodies", "mọi_đơn_vị"),
    Keyword("PEERS", "peers", "cùng_nhóm"),
    Keyword("CRITERIA", "criteria", "mọi_tiêu_chí"),
    Keyword("TOTAL", "total", "tổng_điểm"),
    Keyword("INDEX", "index", "chỉ_số"),
    Keyword("SCORE", "score", "điểm_tiêu_chí"),
    Keyword("CLASS", "class", "loại_đã_xếp"),
    Keyword("UNDECIDED", "undecided", "chưa_quyết_định"),
)
"""Names that programs know without a declaration. All others are spelled as the files that declare them do."""

RESERVED: frozenset[str] = frozenset(
    word for keyword in (*KEYWORDS, *OPENINGS) for word in (keyword.en, keyword.vi) if " " not in word
)
"""Words that are never names, in either spelling."""

_YEAR_FIRST, _DAY_FIRST = "[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])", r"[0-9]{1,2}\/[0-9]{1,2}\/[0-9]{4}(?![0-9])"
_SIGNS: dict[Spelling, tuple[str, ...]] = {
    "en": (f"DATE.4: /{_YEAR_FIRST}/", 'COMMA: ","'),
    "vi": (f"DATE.4: /{_DAY_FIRST}/", f"OTHER_DATE.4: /{_YEAR_FIRST}/", 'COMMA: ";"'),
}
"""What dates look like, and the sign between the values of a call. OTHER_DATE: a date of the other spelling, which is
no difference of three numbers."""


def terminals(spelling: Spelling) -> str:
    """The grammar's terminals for the keywords of one spelling."""
    lines = []
    for keyword in KEYWORDS + OPENINGS:
        word = keyword.spelled(spelling)
        spaced = r"[ \t]+".join(re.escape(part) for part in word.split(" "))
        # Of two that both fit, the one of more words is meant: `is not` before `is`.
        lines.append(rf"{keyword.token}.{5 + word.count(' ')}: /{spaced}(?!\w)/")
    return "\n".join((*lines, *_SIGNS[spelling])) + "\n"


def spelled(token: str, spelling: Spelling) -> str:
    """How the keyword of a token is written."""
    return next(k.spelled(spelling) for k in KEYWORDS + OPENINGS if k.token == token)


def counterpart(word: str) -> str | None:
    """The same keyword in the other spelling."""
    both = {**{k.en: k.vi for k in KEYWORDS + OPENINGS}, **{k.vi: k.en for k in KEYWORDS + OPENINGS}}
    return both.get(word)


def in_spelling(word: str, table: tuple[Keyword, ...], before: Spelling, after: Spelling) -> str | None:
    """A word of one part of the table as the other spelling has it; None where it is no such word."""
    return next((one.spelled(after) for one in table if one.spelled(before) == word), None)


def word_of_tree(word: str, table: tuple[Keyword, ...], spelling: Spelling) -> tuple[str, str | None]:
    """How the tree calls a word of one part of the table; and how the file should, where it has the English word."""
    if spelling == "en":
        return word, None
    known = in_spelling(word, table, "vi", "en")
    return (known, None) if known is not None else (word, in_spelling(word, table, "en", "vi"))


def both_spellings(word: str) -> tuple[str, ...]:
    """A word of the language, given in English, as it may stand in a file; any other only as it is."""
    every = (*KEYWORDS, *OPENINGS, *STATEMENTS, *FUNCTIONS, *KNOWN_NAMES)
    return (word, *(one.vi for one in every if one.en == word))
