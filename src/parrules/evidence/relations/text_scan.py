"""A large text file looked through once, piece by piece: its digest, its characters, whether its lines are plain."""

from __future__ import annotations

import codecs
import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from parrules.evidence.readers.decoding import file_empty, not_unicode
from parrules.evidence.readers.encodings import likely_encoding
from parrules.evidence.relations.text_head import Head
from parrules.text.characters import MOST_SHOWN, control_characters, unsafe_characters
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source, Span

_PIECE = 8_000_000

HeadOf = Callable[[str], tuple[Head | None, list[Diagnostic]]]


@dataclass(frozen=True, slots=True)
class Scanned:
    """digest: sha256 of the bytes. lines: how many there are below the heading. head: None where the file is not read.

    is_plain: whether no quote stands below the heading, so that each line is a row. line_end: what ends each line;
    empty where that differs.
    """

    digest: str
    lines: int
    head: Head | None
    is_plain: bool
    line_end: str
    found: tuple[Diagnostic, ...]


def scanned(path: Path, shown: str, head_of: HeadOf) -> Scanned:
    """head_of: reads the beginning of the file."""
    sha, head, found = hashlib.sha256(), None, list[Diagnostic]()
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8-sig")(), translate=True)
    lines, is_plain, text = 0, True, ""
    with path.open("rb") as opened:
        raw = opened.read(_PIECE)
        first = raw
        while raw:
            sha.update(raw)
            following = opened.read(_PIECE)
            try:
                text = decoder.decode(raw, final=not following)
            except UnicodeDecodeError as error:
                wrong = not_unicode(shown, lines + error.object[: error.start].count(b"\n") + 1, likely_encoding(first))
                return Scanned("", 0, None, False, "", (wrong,))
            more, is_text = _strange(text, shown, lines)
            found += more if len(found) < MOST_SHOWN else []
            if raw is first and is_text:
                head, wrong_head = head_of(text)
                found += wrong_head
            if not is_text or head is None:
                return Scanned("", 0, None, False, "", tuple(found))
            is_plain = is_plain and text.find('"', head.offset if raw is first else 0) < 0
            lines += text.count("\n")
            raw = following
    if head is None:
        return Scanned("", 0, None, False, "", (file_empty(shown),))
    ends = decoder.newlines
    below = lines + (not text.endswith("\n")) - (head.line - 1)
    return Scanned(
        sha.hexdigest(), below, head, is_plain, ends if isinstance(ends, str) and ends != "\r" else "", tuple(found)
    )


def _strange(text: str, shown: str, lines: int) -> tuple[list[Diagnostic], bool]:
    """Characters that do not belong into a text, or that look like others; whether it is text all the same.

    lines: how many stand before.
    """
    span = partial(Span, Source(shown, text))
    control = control_characters(text, span)
    found = control or unsafe_characters(text, span)
    return [placed(one, shown, lines) for one in found[:MOST_SHOWN]], not control


def placed(one: Diagnostic, shown: str, lines: int) -> Diagnostic:
    """A finding in a piece of a file, at its line of the whole. lines: how many stand before the piece."""
    line = one.span.line if one.span else 1
    return replace(one, span=None, place=f"{shown}:{lines + line}")
