"""Why a file is not YAML, in the words of its author.

PyYAML says what it expected and where it stopped; what the author did is read from the line on which that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from yaml.error import MarkedYAMLError

from parrules.syntax import yaml_mistakes as mistakes
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source, Span

_STRANGE_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_KEY = re.compile(r"[ ]*(?:- +)*(?:\"[^\"]*\" *|'[^']*' *|[^\s#:\"'\[{-][^#:]*):(?= )")
_KEY_WITHOUT_BLANK = re.compile(r"([^\s:#]+):([^\s:][^\n]*)")
_OPENS_BLOCK = re.compile(r":\s+[|>][-+0-9]*$")
_LONGEST_FIX = 80


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where PyYAML stopped (`at`), where what it was reading began (`begun`), and what it says.

    bracket: the innermost one still open.
    """

    source: Source
    at: int
    begun: int
    says: str
    reading: str
    bracket: Span | None

    def span(self, start: int, end: int) -> Span:
        return Span(self.source, start, end)

    def line_start(self, at: int) -> int:
        return self.source.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        stop = self.source.text.find("\n", at)
        return stop if stop >= 0 else len(self.source.text)

    def line_before(self, at: int) -> int:
        """The first character of the line before that says something, or of the first line."""
        start = self.line_start(at)
        while start > 0:
            start = self.line_start(start - 1)
            if self.rest(start).words.strip():
                break
        return start

    def before(self) -> str:
        """What stands on the line before the place where it stopped."""
        return self.source.text[self.line_start(self.at) : self.at]

    def rest(self, at: int) -> Span:
        """From `at` to the end of its line, without the blanks and the comment there."""
        text = self.source.text[at : self.line_end(at)]
        said = re.split(r"\s#", text, maxsplit=1)[0].rstrip()
        return self.span(at, at + len(said))

    def character(self, at: int) -> str:
        return self.source.text[at : at + 1]


def explained(source: Source, failed: MarkedYAMLError, bracket: Span | None) -> Diagnostic:
    """The mistake that PyYAML stumbled over. bracket: the innermost one that was open there."""
    problem = failed.problem_mark or failed.context_mark
    at = min(problem.index if problem is not None else 0, len(source.text))
    begun = min(failed.context_mark.index if failed.context_mark is not None else at, at)
    stop = _Stop(source, at, begun, failed.problem or "", failed.context or "", bracket)
    for place in (at, stop.line_before(at), begun if "simple key" in stop.reading else at):
        blank = _blank_refused(stop, place)
        if blank is not None:
            return blank
    known = (told for words, told in _BY_WORDS if words in stop.says or words in stop.reading)
    return next(known, _unreadable)(stop)


def number_refused(source: Source, at: int) -> Diagnostic:
    """A number that PyYAML could make nothing of: in a directive, or of an escape."""
    line = source.position(at)[0]
    if source.line(line).startswith("%"):
        start = at - source.position(at)[1] + 1
        return mistakes.directive(Span(source, start, start + len(source.line(line))))
    return escape_refused(source, at)


def escape_refused(source: Source, at: int) -> Diagnostic:
    """An escape in double quotes that no character has; `at`: behind its backslash."""
    start = max(source.text.rfind("\\", 0, at + 1), 0)
    return mistakes.unknown_escape(Span(source, start, max(start + 2, at)))


def _blank_refused(stop: _Stop, at: int) -> Diagnostic | None:
    """A tab, or a blank that is not one to YAML, where the line's text begins or where reading stopped."""
    text = stop.source.text
    first = stop.line_start(at)
    while text[first : first + 1] == " ":
        first += 1
    for place in (first, at):
        if text[place : place + 1] == "\t":
            end = place + len(text[place:]) - len(text[place:].lstrip("\t"))
            return mistakes.tab(stop.span(place, end))
    line = text[first : stop.line_end(at)]
    colon = re.search(f":{_STRANGE_BLANK.pattern}", line)
    start = first if _STRANGE_BLANK.match(line) else first + colon.end() - 1 if colon else None
    if start is None:
        return None
    return mistakes.strange_blank(stop.source, start)


def misleading_blank(text: str, start: int, end: int) -> int | None:
    """Where in an unquoted text a blank that is not one to YAML begins it, ends it or follows a colon."""
    if text.isascii() or _STRANGE_BLANK.search(text, start, end) is None:
        return None
    for at in (start, end - 1):
        if _STRANGE_BLANK.match(text, at, end):
            return at
    colon = re.compile(f":{_STRANGE_BLANK.pattern}").search(text, start, end)
    return colon.end() - 1 if colon else None


def _no_key(stop: _Stop) -> Diagnostic:
    rest = stop.rest(stop.begun)
    if _OPENS_BLOCK.search(stop.rest(stop.line_before(stop.begun)).words):
        return _indentation(stop, stop.begun)
    found = _KEY_WITHOUT_BLANK.match(rest.words)
    if found is not None:
        return mistakes.space_after_colon(rest, f"{found.group(1)}: {found.group(2)}"[:_LONGEST_FIX])
    return mistakes.no_colon(rest)


def _colon(stop: _Stop) -> Diagnostic:
    """A second colon on a line, or the first one of a line that begins where none should."""
    key = _KEY.match(stop.before())
    if key is None:
        return _indentation(stop)
    start = stop.line_start(stop.at) + key.end()
    while stop.character(start) == " ":
        start += 1
    rest = stop.rest(start)
    fixed = f"{key.group().strip()} {_quoted(rest.words)}"
    return mistakes.colon_in_text(rest, fixed if len(fixed) <= _LONGEST_FIX else None)


def _dash(stop: _Stop) -> Diagnostic:
    if not stop.before().strip():
        return _indentation(stop)
    return mistakes.dash_beside_key(stop.span(stop.at, stop.at + 1))


def _indentation(stop: _Stop, at: int | None = None) -> Diagnostic:
    """The line of `at`, or the one where reading stopped, and how far in its text should begin."""
    start = stop.line_start(stop.at if at is None else at)
    text = stop.source.text
    first = start + len(text[start : stop.line_end(start)]) - len(text[start : stop.line_end(start)].lstrip(" "))
    if stop.character(first) == ":":
        return mistakes.empty_key(stop.span(first, first + 1))
    above = stop.rest(stop.line_before(start)).words
    wanted = len(above) - len(above.lstrip(" "))
    if stop.character(first) != "-":  # below a dash a key stands where the key beside the dash does
        wanted = len(above) - len(above.lstrip(" -"))
    wanted += 2 if _OPENS_BLOCK.search(above) else 0
    return mistakes.indentation(stop.rest(first), wanted if start > 0 and wanted != first - start else None)


def _quote(stop: _Stop) -> Diagnostic:
    return mistakes.quote_not_closed(stop.span(stop.begun, stop.begun + 1))


def _escape(stop: _Stop) -> Diagnostic:
    return escape_refused(stop.source, stop.at)


def _start(stop: _Stop) -> Diagnostic:
    return _special(stop, stop.at)


def _mark(stop: _Stop) -> Diagnostic:
    return _special(stop, stop.begun)


def _special(stop: _Stop, at: int) -> Diagnostic:
    return mistakes.special_start(stop.span(at, at + 1), stop.character(at))


def _block(stop: _Stop) -> Diagnostic:
    start = stop.begun + 1
    while stop.character(start) == " ":
        start += 1
    return mistakes.text_beside_block(stop.rest(start), stop.character(stop.begun))


def _in_brackets(stop: _Stop) -> Diagnostic:
    """A comma is missing where the bracket is closed further on in the line, and the bracket where it is not."""
    assert stop.bracket is not None  # what stands in brackets is read after the event that opens them
    opening = stop.bracket.words[:1]
    closing = {"[": "]", "{": "}"}.get(opening, "")
    here = stop.source.text[stop.at : stop.line_end(stop.at)]
    if closing in here and stop.character(stop.at) not in "]}":
        return mistakes.comma_wanted(stop.rest(stop.at))
    return mistakes.bracket_not_closed(stop.bracket, closing)


def _out_of_place(stop: _Stop) -> Diagnostic:
    """Something begins where the mapping, the list or the whole file should have ended."""
    found = stop.character(stop.at)
    if found and found in "]}":
        return mistakes.bracket_not_opened(stop.span(stop.at, stop.at + 1), found)
    instruction = re.search("^%", stop.source.text[: stop.at], re.MULTILINE)
    if instruction is not None:
        return mistakes.directive(stop.rest(instruction.start()))
    above = stop.rest(stop.line_before(stop.at))
    if above.words == "...":
        return mistakes.second_document(above)
    before = stop.before().rstrip()
    if before.endswith(('"', "'", "]", "}")):
        return mistakes.text_after_quote(stop.rest(stop.at))
    return _indentation(stop) if not before.strip("- ") else _unreadable(stop)


def _no_content(stop: _Stop) -> Diagnostic:
    found = stop.character(stop.at)
    if stop.bracket is not None and not (found and found in ",]}"):
        return _in_brackets(stop)
    if found and found in "]}":
        return mistakes.bracket_not_opened(stop.span(stop.at, stop.at + 1), found)
    if found == ":":
        return mistakes.empty_key(stop.span(stop.at, stop.at + 1))
    return _special(stop, stop.at) if found and found in ",?" else _unreadable(stop)


def _unreadable(stop: _Stop) -> Diagnostic:
    return mistakes.unreadable(stop.rest(stop.at))


def _quoted(text: str) -> str:
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


_BY_WORDS: tuple[tuple[str, Callable[[_Stop], Diagnostic]], ...] = (
    ("could not find expected ':'", _no_key),
    ("mapping values are not allowed", _colon),
    ("sequence entries are not allowed", _dash),
    ("mapping keys are not allowed", _start),
    ("cannot start any token", _start),
    ("unexpected end of stream", _quote),
    ("unexpected document separator", _quote),
    ("unknown escape character", _escape),
    ("expected escape sequence", _escape),
    ("scanning an anchor", _mark),
    ("scanning an alias", _mark),
    ("a tag", _mark),
    ("undefined tag handle", _mark),
    ("scanning a block scalar", _block),
    ("scanning a directive", _start),
    ("parsing a flow sequence", _in_brackets),
    ("parsing a flow mapping", _in_brackets),
    ("expected <block end>", _out_of_place),
    ("expected '<document start>'", _out_of_place),
    ("expected the node content", _no_content),
)
"""The first that PyYAML's words hold; the longer and surer ones stand first."""
