"""What a YAML scalar says, with the place in the file of each of its characters.

YAML folds lines, takes indentation away and replaces escapes. Each style is read here once more, along the
characters of the file, so that a mistake inside a scoring program is pointed at where it stands. A break that is
kept, or folded into a blank, stands where the line ends; an escape where its backslash is.
"""

from __future__ import annotations

import re

from parrules.text.passage import Passage
from parrules.text.source import Source

ESCAPES = dict(zip('0abt\tnvfre "\\/N_LP', '\0\a\b\t\t\n\v\f\r\x1b "\\/\x85\xa0\u2028\u2029', strict=True))
"""What stands for one character after a backslash in double quotes."""
_LENGTHS = {"x": 2, "u": 4, "U": 8}

_SPECIAL = re.compile(r"[\\\n]")
_BLANK_LINES = re.compile(r"\r?\n(?:[ \t]*\r?\n)*[ \t]*")
_BREAK = re.compile(r"\r?\n")
_HEADER = re.compile(r"[|>]([+-]?)([1-9]?)([+-]?)[^\n]*\n?")

_Piece = tuple[str, int]
"""A decoded character, and where it stands in the file."""


def plain_passage(source: Source, start: int, end: int) -> Passage:
    """A scalar without quotes."""
    return _passage(source, _folded_lines(source.text, start, end), end)


def single_passage(source: Source, start: int, end: int) -> Passage:
    """A scalar in single quotes, which stand at `start` and before `end`."""
    pieces = _folded_lines(source.text, start + 1, end - 1)
    kept: list[_Piece] = []
    for character, at in pieces:
        if character == "'" and kept and kept[-1] == ("'", at - 1) and source.text[at - 1] == "'":
            kept[-1] = ("''", at - 1)  # the second of a pair: it only says that the first is meant
        else:
            kept.append((character, at))
    return _passage(source, [(character[0], at) for character, at in kept], end - 1)


def double_passage(source: Source, start: int, end: int) -> Passage:
    """A scalar in double quotes, which stand at `start` and before `end`."""
    text, at, last = source.text, start + 1, end - 1
    pieces: list[_Piece] = []
    while at < last:
        special = _SPECIAL.search(text, at, last)
        stop = special.start() if special else last
        if special is not None and special.group() == "\n":
            at = _fold(text, at, stop, last, pieces)
        else:
            pieces += zip(text[at:stop], range(at, stop), strict=True)
            at = _escape(text, stop, last, pieces) if special else last
    return _passage(source, pieces, end - 1)


def block_passage(source: Source, start: int, parent: int) -> tuple[Passage, int]:
    """A scalar after `|` or `>` at `start`, and where it ends; parent: the column of what is around it, or -1."""
    text = source.text
    header = _HEADER.match(text, start)
    assert header is not None
    chomp, digit, at = header.group(1) or header.group(3), header.group(2), header.end()
    indent = max(parent, 0) + int(digit) if digit else max(parent + 1, 1, _indent(text, at))
    breaks, at = _breaks(text, at, indent)
    pieces: list[_Piece] = []
    ended: _Piece | None = None
    while _is_content(text, at, indent):
        pieces += breaks
        at += indent
        more_indented = text[at : at + 1] in (" ", "\t")
        stop = _line_end(text, at)
        pieces += zip(text[at:stop], range(at, stop), strict=True)
        ended, at = _break(text, stop)
        breaks, at = _breaks(text, at, indent)
        if _is_content(text, at, indent):
            next_more = text[at + indent : at + indent + 1] in (" ", "\t")
            assert ended is not None  # there is a line below
            if text[start] != ">" or more_indented or next_more:
                pieces.append(ended)
            elif not breaks:
                pieces.append((" ", ended[1]))
            ended = None
    if chomp != "-" and ended is not None:
        pieces.append(ended)
    if chomp == "+":
        pieces += breaks
    end = pieces[-1][1] + 1 if pieces else header.end(3)
    return _passage(source, pieces, end), end


def _passage(source: Source, pieces: list[_Piece], end: int) -> Passage:
    return Passage(source, "".join(one for one, _ in pieces), (*(at for _, at in pieces), end))


def _folded_lines(text: str, start: int, end: int) -> list[_Piece]:
    """The characters from `start` to `end`, where line ends with the blanks around them are folded."""
    pieces: list[_Piece] = []
    at = start
    while (stop := text.find("\n", at, end)) >= 0:
        at = _fold(text, at, stop, end, pieces)
    pieces += zip(text[at:end], range(at, end), strict=True)
    return pieces


def _fold(text: str, at: int, stop: int, end: int, pieces: list[_Piece]) -> int:
    """Adds the rest of the line that ends at `stop` and what its end is folded into; returns where text goes on.

    One line end is a blank; of several, the first is nothing and each other one a line end.
    """
    line = text[at:stop].rstrip(" \t\r")
    pieces += zip(line, range(at, stop), strict=False)
    blank = _BLANK_LINES.match(text, stop, end)
    assert blank is not None
    places = [one.end() - 1 for one in _BREAK.finditer(text, stop, blank.end())]
    pieces += [(" ", places[0])] if len(places) == 1 else [("\n", one) for one in places[1:]]
    return blank.end()


def _escape(text: str, at: int, end: int, pieces: list[_Piece]) -> int:
    """Adds what the escape at `at` stands for, and returns where it ends."""
    letter = text[at + 1]
    if letter in _LENGTHS:
        stop = at + 2 + _LENGTHS[letter]
        pieces.append((chr(int(text[at + 2 : stop], 16)), at))
        return stop
    if letter in "\r\n":  # the line end is taken away; blank lines after it stay
        blank = _BLANK_LINES.match(text, at + 1, end)
        assert blank is not None
        pieces += [("\n", one.end() - 1) for one in _BREAK.finditer(text, at + 1, blank.end())][1:]
        return blank.end()
    pieces.append((ESCAPES[letter], at))
    return at + 2


def _indent(text: str, at: int) -> int:
    """The indentation of a block: that of its first line that says something, or of a longer blank line before it."""
    most = 0
    while True:
        blanks = _blanks(text, at)
        most = max(most, blanks)
        at += blanks
        if text[at : at + 1] not in ("\r", "\n"):
            return most
        at = _break(text, at)[1]


def _breaks(text: str, at: int, indent: int) -> tuple[list[_Piece], int]:
    """The blank lines from `at` on, and where the line after them starts."""
    found: list[_Piece] = []
    while True:
        blanks = min(_blanks(text, at), indent)
        ended, after = _break(text, at + blanks)
        if ended is None:
            return found, at
        found.append(ended)
        at = after


def _is_content(text: str, at: int, indent: int) -> bool:
    """Whether the line at `at` belongs to the block."""
    return _blanks(text, at) >= indent and at + indent < len(text)


def _blanks(text: str, at: int) -> int:
    stop = at
    while text[stop : stop + 1] == " ":
        stop += 1
    return stop - at


def _break(text: str, at: int) -> tuple[_Piece | None, int]:
    """The line end at `at`, if there is one, and what follows it."""
    found = _BREAK.match(text, at)
    return (None, at) if found is None else (("\n", found.end() - 1), found.end())


def _line_end(text: str, at: int) -> int:
    """Where the line of `at` ends, before its line end."""
    stop = text.find("\n", at)
    stop = len(text) if stop < 0 else stop
    return stop - 1 if stop > at and text[stop - 1] == "\r" else stop
