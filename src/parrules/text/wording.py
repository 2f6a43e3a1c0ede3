"""Sentences for codes: the one place where a code and its arguments become words in a language.

The words stand in `messages/vi` and `messages/en`, one TOML file a subject, a table a code: `says` is what is wrong,
`hints` what to do (each is given only when every argument it quotes is), `explains` and `example` are for
`parrules code`. Other files there hold the words of receipts and commands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from parrules.text.diagnostic import Argument, Diagnostic, KindWord
from parrules.text.spelling import Language, day, number

LANGUAGES: tuple[Language, ...] = ("vi", "en")
SUBJECTS = {
    "PR0": "yaml",
    "PR1": "language",
    "PR2": "kinds",
    "PR3": "checks",
    "PR4": "methodology",
    "PR5": "tests",
    "EV1": "evidence",
    "EV2": "scoring",
    "EV5": "relations",
    "EV3": "tables",
    "EV4": "forms",
    "UC1": "commands",
    "PR6": "plugins",
    "EV6": "plugins",
    "UC2": "plugins",
}
"""The file in which the codes that start so have their words."""

LONGEST = 400
"""Of a text that a sentence quotes so many characters are shown."""

_CODE = re.compile(r"`([^`\n]+)`")
_PIECES = re.compile(r"(\{\w+\})")


@dataclass(frozen=True, slots=True)
class Wording:
    says: str
    hints: tuple[str, ...]
    explains: str
    example: str


@dataclass(frozen=True, slots=True)
class Message:
    """A diagnostic in words: what is wrong, and what to do."""

    says: str
    hints: tuple[str, ...]


@cache
def messages(subject: str, language: Language) -> dict[str, Any]:
    """A whole file of words."""
    import tomllib

    file = Path(__file__).with_name("messages") / language / f"{subject}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def wording(code: str, language: Language) -> Wording | None:
    """The words of a code, or None when there is no such code."""
    subject = SUBJECTS.get(code[:3])
    entry = messages(subject, language).get(code) if subject else None
    if entry is None:
        return None
    return Wording(
        entry["says"],
        tuple(entry.get("hints", ())),
        entry.get("explains", "").strip(),
        entry.get("example", "").strip(),
    )


def codes() -> tuple[str, ...]:
    """Every code that has words, in order."""
    tables = [table for subject in dict.fromkeys(SUBJECTS.values()) for table in messages(subject, "vi")]
    return tuple(sorted(code for code in tables if code[:3] in SUBJECTS))


def message(one: Diagnostic, language: Language, respell: Callable[[str], str] | None = None) -> Message:
    """The sentence and the hints of a diagnostic. respell: how the code is written that they quote themselves."""
    words = wording(one.code, language)
    if words is None:
        raise KeyError(one.code)
    given = {name: spelled(value, language) for name, value in one.arguments}
    quoted = [hint for hint in words.hints if _quotes(hint) <= given.keys()]
    says, *hints = (text if respell is None else _code_in(text, respell) for text in (words.says, *quoted))
    return Message(fill(says, given), tuple(fill(hint, given) for hint in hints))


def spelled(value: Argument, language: Language) -> str:
    """An argument as it stands in a sentence."""
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, date):
        return day(value, language)
    if isinstance(value, (int, Fraction)):
        return number(value, language)
    if isinstance(value, KindWord):
        return _kind(value, language)
    return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"


def fill(template: str, given: dict[str, str]) -> str:
    """The template with `{name}` replaced by what is given; nothing else in it is looked at."""
    return "".join(
        literal + (given[name] if name is not None else "") for literal, name, _, _ in Formatter().parse(template)
    )


def _code_in(template: str, respell: Callable[[str], str]) -> str:
    """The template with what stands between backticks spelled otherwise, all but the names of its arguments."""

    def code(match: re.Match[str]) -> str:
        pieces = _PIECES.split(match[1])
        return f"`{''.join(piece if piece.startswith('{') else respell(piece) for piece in pieces)}`"

    return _CODE.sub(code, template)


def _kind(value: KindWord, language: Language) -> str:
    """The name of a kind, and its unit: `số tiền (triệu đồng)`."""
    word: str = messages("kinds", language)["kinds"][value.name]
    return f"{word} ({value.unit})" if value.unit else word


def _quotes(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}
