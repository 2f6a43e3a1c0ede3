"""Files half typed, or after an accident: cut off, with bits turned, lines moved, words put where none go."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

TOKENS = (
    *("{", "}", "[", "]", ":", ": ", ",", "-", "- ", "#", "|", ">", "&a ", "*a", "!", "%", "@", "`", '"', "'", "\\"),
    *("\n", "\n\n", "\r", "\t", " ", "  ", "\ufeff", "\u200b", "\u0301", "\x00", "\x1b", "é", "ế", "１", "²", "𝟙"),
    *(
        "0",
        "-1",
        "1e9",
        "0.1",
        "1.000",
        "99999999999999999999",
        "80%",
        "-5%",
        "31/02/2025",
        "2025-12-31",
        "none",
        "yes",
    ),
    *(
        "no",
        "null",
        "~",
        "and",
        "or",
        "not",
        "otherwise",
        "when",
        "per",
        "of",
        "where",
        "award",
        "deduct",
        "cap at",
        "is",
    ),
    *(
        "(",
        ")",
        "+",
        "*",
        "/",
        "<",
        ">=",
        "=",
        "!=",
        "above",
        "up to",
        "because",
        "maximum",
        "total",
        "count(",
        "mean(",
    ),
    *("sum(x of tasks)", "round(", "score of", 'score of "1"', "abs(", "max()", "last(", "rank(", "peers", "bodies"),
    *(
        "criteria:",
        "max:",
        "code:",
        "score:",
        "formula:",
        "extends:",
        "each:",
        "combine:",
        "applies:",
        "file:",
        "value:",
    ),
)


def prefixes(text: str, count: int, seed: int) -> Iterator[str]:
    """The text as it stood while it was typed: cut off at so many places."""
    places = range(len(text))
    yield from (text[:place] for place in sorted(Random(seed).sample(places, min(count, len(places)))))


def accidents(text: str, count: int, seed: int) -> Iterator[str]:
    """The text with one to three accidents, so many times."""
    random = Random(seed)
    for _ in range(count):
        after = text
        for _ in range(random.randint(1, 3)):
            after = random.choice(_ACCIDENTS)(after, random)
        yield after


def _insert(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(TOKENS) + text[at:]


def _replace_word(text: str, random: Random) -> str:
    """One run of letters becomes something else."""
    at = random.randrange(len(text) + 1)
    end = at
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[:at] + random.choice(TOKENS) + text[end:]


def _remove(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.choice((1, 1, 2, 5, 40)) :]


def _turn_a_bit(text: str, random: Random) -> str:
    content = bytearray(text.encode("utf-8"))
    if content:
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    return content.decode("utf-8", "replace")


def _move_a_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    if lines:
        line = lines.pop(random.randrange(len(lines)))
        lines.insert(random.randrange(len(lines) + 1), line)
    return "".join(lines)


def _repeat_a_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    if lines:
        lines.insert(random.randrange(len(lines) + 1), random.choice(lines))
    return "".join(lines)


def _indent_a_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    if lines:
        at = random.randrange(len(lines))
        lines[at] = random.choice((" " + lines[at], "  " + lines[at], lines[at][1:], lines[at].lstrip()))
    return "".join(lines)


_ACCIDENTS = (
    _insert,
    _insert,
    _replace_word,
    _replace_word,
    _remove,
    _turn_a_bit,
    _move_a_line,
    _repeat_a_line,
    _indent_a_line,
)
