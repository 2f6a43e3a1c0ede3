"""The code that a diagnostic proposes or quotes, spelled as the programs of its file are.

Diagnostics are made with the words that the tree has, which are English. Where the file says `language: vi`, they are
spelled in Vietnamese here, in one place, and so are those that the sentences quote.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from parrules.syntax.keywords import FUNCTIONS, KEYWORDS, OPENINGS, STATEMENTS, in_spelling
from parrules.syntax.respelling import respelled
from parrules.text.diagnostic import Argument, Diagnostic
from parrules.text.source import Source, Span

_ABOUT_PROGRAMS = ("PR1", "PR2", "PR3")
_ABOUT_FUNCTIONS = frozenset({"PR213", "PR225", "PR226", "PR227", "PR228"})
_ABOUT_TEXTS = frozenset({"PR212", "PR223"})
"""What these quote are codes of criteria and values of lists, which no spelling changes."""
_NEVER = frozenset({"code", "names"})
"""Arguments that are codes of criteria, or where names wait for each other."""

_VIETNAMESE = re.compile(r"^(?:\{[^\n]*)?[\"']?language[\"']?[ \t]*:[ \t]*[\"']?vi\b", re.MULTILINE)
_KEY = re.compile(r"\s*\w+:")
"""A key of the rule file, which is spelled in one way only."""


def in_spelling_of_file(one: Diagnostic) -> tuple[Diagnostic, Callable[[str], str] | None]:
    """The diagnostic with its arguments as the file spells them, and how the code in its sentences is spelled; None
    where it stays as it is."""
    span = one.span
    if span is None or one.code[:3] not in _ABOUT_PROGRAMS or not _is_vietnamese(span.source):
        return one, None
    if one.code in _ABOUT_TEXTS:
        return one, _in_sentence
    table = FUNCTIONS if one.code in _ABOUT_FUNCTIONS else STATEMENTS
    said = _lines_of(span)

    def spelled(value: Argument) -> Argument:
        if isinstance(value, tuple):
            return tuple(str(spelled(each)) for each in value)
        if not isinstance(value, str) or _stands_in(said, value):
            return value  # the author's own words
        return in_spelling(value, (*table, *OPENINGS), "en", "vi") or _code(value)

    given = ((name, value if name in _NEVER else spelled(value)) for name, value in one.arguments)
    return replace(one, arguments=tuple(given)), _in_sentence


def _is_vietnamese(source: Source) -> bool:
    """Whether the programs of a file are in Vietnamese; of a file that cannot be read, as far as that can be seen."""
    return source.spelling == "vi" or _VIETNAMESE.search(source.text) is not None


def _in_sentence(code: str) -> str:
    """Code that a sentence quotes: a line, a part of one, or a word alone."""
    if _KEY.match(code):
        return code
    alone = in_spelling(code, (*KEYWORDS, *OPENINGS, *STATEMENTS), "en", "vi")
    if alone is not None:
        return alone
    return code if code in _KEYS_ALONE else _code(code)


def _code(said: str) -> str:
    """Code of any length: lines, where it begins as a statement does, or else an expression."""
    is_program = any(re.match(rf"{re.escape(one.en)}\b", said) for one in STATEMENTS)
    return respelled(said, "en", "vi", is_program=is_program)


_KEYS_ALONE = frozenset({"score", "class", "max", "min", "index", "total"})
"""Words that sentences quote as keys of the rule file."""


def _stands_in(said: str, words: str) -> bool:
    """Whether words, or a sign, stand in the text as they are, and are no part of longer words."""
    before, after = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    return re.search(f"{before}{re.escape(words)}{after}", said) is not None


def _lines_of(span: Span) -> str:
    """The lines on which a span stands."""
    first, last = span.line, span.source.position(max(span.start, span.end - 1))[0]
    return "\n".join(span.source.line(number) for number in range(first, last + 1))
