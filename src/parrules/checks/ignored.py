"""Warnings that an author has looked at: `# ignore PR305: the decision has this row`, in the line or the one above.

A comment of the file or of a program says for which codes, and why; it is only for warnings.

**What it finds**: such a comment without a reason, one where there is no such warning, and one for an error.
**Why**: whoever reads the rules later must know why; a comment that ignores nothing would hide the next mistake.
**Instead**: say why behind a colon; take away what ignores nothing (`parrules check --fix` does); correct an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parrules.syntax.comments import comments_at
from parrules.text.diagnostic import Diagnostic, in_reading_order, warning
from parrules.text.source import Source, Span

_COMMENT = re.compile(
    r"(?:^|(?<=\s))#[ \t]*(?:ignore|bỏ qua)[ \t]+(?P<codes>[A-Z]{2}[0-9]{3}(?:[ \t]*,[ \t]*[A-Z]{2}[0-9]{3})*)"
    r"[ \t]*(?::[ \t]*(?P<reason>[^\r\n]*))?",
    re.MULTILINE,
)
_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
_COMMA_BEHIND = re.compile(r"[ \t]*,[ \t]*")
_ONLY_A_COMMENT = re.compile(r"\s*#")


@dataclass(frozen=True, slots=True)
class _Ignored:
    """One code of a comment. line: the one whose warnings are meant. span: of the code."""

    code: str
    line: int
    span: Span
    has_reason: bool


def without_ignored(found: Sequence[Diagnostic], source: Source, complete: bool) -> tuple[Diagnostic, ...]:
    """What is left of what was found, and what is wrong with the comments of `source`, the file that was looked at.

    In a file that it extends, comments count as well, but are not told of here. complete: every check has run, so that
    a comment without a warning is one that ignores nothing.
    """
    sources = {source: None} | {one.span.source: None for one in found if one.span is not None}
    comments = {file: [*_comments(file)] for file in sources}
    used: set[_Ignored] = set()
    left: list[Diagnostic] = []
    for one in found:
        here = [each for each in comments[one.span.source] if _means(each, one)] if one.span is not None else []
        used.update(here)
        if one.is_error or not any(each.has_reason for each in here):
            left.append(one)
    for comment in comments[source]:
        if any(one.is_error and _means(comment, one) for one in found):
            left.append(stops_the_work(comment.span, comment.code))
        elif not comment.has_reason:
            left.append(no_reason(comment.span, comment.code))
        elif complete and comment not in used:
            left.append(ignores_nothing(comment.span, comment.code))
    return in_reading_order(left)


def comment_of(code: Span) -> Span:
    """The whole comment in which a code stands: its line where nothing else is in it, else with the blanks before it.

    Where the comment names several codes, the code alone with its comma.
    """
    source, text = code.source, code.source.text
    match, end = next(one for one in _matches(source) if one[0].start("codes") <= code.start < one[0].end("codes"))
    if "," in match["codes"]:
        rest = _COMMA_BEHIND.match(text, code.end) if code.start == match.start("codes") else None
        start = code.start if rest else text.rindex(",", 0, code.start)
        return Span(source, start, rest.end() if rest else code.end)
    first = text.rfind("\n", 0, match.start()) + 1
    start = len(text[: match.start()].rstrip(" \t"))
    if start > first:
        return Span(source, start, end)
    after = text.find("\n", end)
    return Span(source, first, len(text) if after < 0 else after + 1)


def _means(comment: _Ignored, one: Diagnostic) -> bool:
    return one.span is not None and (comment.code, comment.line) == (one.code, one.span.line)


def _comments(source: Source) -> Iterator[_Ignored]:
    for match, end in _matches(source):
        line, column = source.position(match.start())
        if not source.line(line)[: column - 1].strip():
            line = _next_line(source, line)
        has_reason = match["reason"] is not None and bool(source.text[match.start("reason") : end].strip())
        for code in _CODE.finditer(match["codes"]):
            start = match.start("codes") + code.start()
            span = Span(source, start, start + len(code[0]))
            yield _Ignored(code[0], line, span, has_reason)


def _matches(source: Source) -> Iterator[tuple[re.Match[str], int]]:
    """Each comment that ignores something, with its end; what looks like one in a text is none."""
    found = [*_COMMENT.finditer(source.text)]
    comments = comments_at(source, [match.start() for match in found]) if found else {}
    for match in found:
        if match.start() in comments:
            yield match, min(match.end(), comments[match.start()])


def _next_line(source: Source, line: int) -> int:
    """The line that a comment stands above: the next one that is no comment itself."""
    last = source.position(len(source.text))[0]
    line += 1
    while line < last and _ONLY_A_COMMENT.match(source.line(line)):
        line += 1
    return line


def no_reason(span: Span, code: str) -> Diagnostic:
    """A comment that does not say why."""
    return warning("PR311", span, code=code)


def ignores_nothing(span: Span, code: str) -> Diagnostic:
    """A comment where there is no such warning."""
    return warning("PR312", span, code=code)


def stops_the_work(span: Span, code: str) -> Diagnostic:
    """A comment for what is an error."""
    return warning("PR313", span, code=code)
