"""From the bytes of a table file to its text.

Unless it is said, that is UTF-8 with or without its mark, or UTF-16 with its mark: an older encoding is never guessed,
only proposed.
"""

from __future__ import annotations

import codecs
from functools import partial

from parrules.evidence.readers.encodings import CP1258, TCVN3, from_cp1258, from_tcvn3, likely_encoding
from parrules.evidence.readers.listing import Spelled
from parrules.evidence.readers.source import TableSource
from parrules.text.characters import control_characters, unsafe_characters
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Source, Span

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

LARGEST = 50_000_000
"""The most bytes that a table file may have."""


def decoded(raw: bytes, shown: str, said: TableSource | None = None) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text of a table file, its line ends as `\\n`, or why it is not one. shown: its name as people see it."""
    if len(raw) > LARGEST:
        return None, (file_too_large(shown),)
    encoding = said.encoding if said is not None else None
    text = _unsaid(raw, shown) if encoding is None else _said(raw, encoding)
    if isinstance(text, Diagnostic):
        return None, (text,)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = Source(shown, text)
    control = control_characters(text, partial(Span, source))
    if control:
        return None, control
    if not text.strip(" \t\n,;"):
        return None, (file_empty(shown),)
    return source, unsafe_characters(text, partial(Span, source))


def _unsaid(raw: bytes, shown: str) -> str | Diagnostic:
    try:
        return raw.decode("utf-16" if raw.startswith(_MARKS) else "utf-8-sig")
    except UnicodeDecodeError as error:
        return not_unicode(shown, raw[: error.start].count(b"\n") + 1, likely_encoding(raw))


def _said(raw: bytes, encoding: Spelled) -> str | Diagnostic:
    """The text in the encoding that is said, where the bytes can be that."""
    name = encoding.text
    if name in (CP1258, TCVN3) and not raw.isascii() and _is_utf_8(raw):
        return not_in_encoding(encoding.span, name, 1, "utf-8")
    try:
        if name == CP1258:
            return from_cp1258(raw)
        if name == TCVN3:
            return from_tcvn3(raw)
        if name == "utf-16":
            return raw.decode("utf-16" if raw.startswith(_MARKS) else "utf-16-le")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        likely = "utf-16" if raw.startswith(_MARKS) else likely_encoding(raw)
        line = raw[: error.start].count(b"\n") + 1
        return not_in_encoding(encoding.span, name, line, likely if likely != name else None)


def _is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def file_too_large(shown: str) -> Diagnostic:
    return diagnostic("EV120", place=shown, file=shown, most=LARGEST // 1_000_000)


def not_unicode(shown: str, line: int, encoding: str | None = None) -> Diagnostic:
    """line: where the first bytes stand that are not UTF-8. encoding: what they look like."""
    return diagnostic("EV121", place=shown, file=shown, line=line, encoding=encoding)


def not_in_encoding(span: Span, encoding: str, line: int, suggestion: str | None) -> Diagnostic:
    """A file that is not encoded as is said. line: where the first bytes stand that cannot be that."""
    return diagnostic("EV303", span, encoding=encoding, line=line, suggestion=suggestion)


def file_empty(shown: str) -> Diagnostic:
    return diagnostic("EV122", place=shown, file=shown)
