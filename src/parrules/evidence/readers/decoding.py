"""From the bytes of a table file to its text: UTF-8 with or without its mark, or UTF-16 with its mark."""

from __future__ import annotations

import codecs
from functools import partial

from parrules.text.characters import control_characters, unsafe_characters
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Source, Span

LARGEST = 50_000_000
"""The most bytes that a table file may have."""


def decoded(raw: bytes, shown: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text of a table file, its line ends as `\\n`, or why it is not one. shown: its name as people see it."""
    if len(raw) > LARGEST:
        return None, (file_too_large(shown),)
    encoding = "utf-16" if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        return None, (not_unicode(shown, raw[: error.start].count(b"\n") + 1),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = Source(shown, text)
    control = control_characters(text, partial(Span, source))
    if control:
        return None, control
    if not text.strip(" \t\n,;"):
        return None, (file_empty(shown),)
    return source, unsafe_characters(text, partial(Span, source))


def file_too_large(shown: str) -> Diagnostic:
    return diagnostic("EV120", place=shown, file=shown, most=LARGEST // 1_000_000)


def not_unicode(shown: str, line: int) -> Diagnostic:
    """line: where the first bytes stand that are not UTF-8."""
    return diagnostic("EV121", place=shown, file=shown, line=line)


def file_empty(shown: str) -> Diagnostic:
    return diagnostic("EV122", place=shown, file=shown)
