"""Diagnostics for people, with the line of the file and carets; and for programs, as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from parrules.report.colour import coloured
from parrules.report.columns import visible, width_of, wrapped
from parrules.report.excerpt import excerpt
from parrules.report.spelling_of_file import in_spelling_of_file
from parrules.report.words import counted, said
from parrules.text.diagnostic import Argument, Diagnostic, in_reading_order
from parrules.text.spelling import Language
from parrules.text.wording import message
from parrules.values.numbers import written


def render(diagnostics: Iterable[Diagnostic], language: Language, width: int = 80, colour: bool = False) -> str:
    """Each diagnostic in reading order: place, sentence, the line with carets, hints; and at the end how many.

    Nothing is wider than `width` but a file's name. Empty where there is nothing to say.
    """
    found = in_reading_order(diagnostics)
    if not found:
        return ""
    blocks = ["\n".join(_block(one, language, width, colour)) for one in found]
    return "\n\n".join([*blocks, _summary(found, language)]) + "\n"


def _block(one: Diagnostic, language: Language, width: int, colour: bool) -> list[str]:
    one, respell = in_spelling_of_file(one)
    words = message(one, language, respell)
    lines = _headed(one, words.says, language, width, colour)
    if one.span is not None and one.span.source.text:
        lines += _quoted(one, width, colour)
    for hint in words.hints:
        label = f"  {said('diagnostic.hint', language)}: "
        shown = wrapped(hint, width, label, " " * width_of(label))
        lines += [coloured(label, "cyan", colour) + shown[0][len(label) :], *shown[1:]]
    return lines


def _headed(one: Diagnostic, says: str, language: Language, width: int, colour: bool) -> list[str]:
    place = visible(_place(one, language))
    severity = said(f"diagnostic.{one.severity}", language) + f" {one.code}:"
    head = f"{place}: {severity} " if place else f"{severity} "
    if width_of(head) <= width - 20:
        lines = wrapped(says, width, head, "    ")
    else:
        lines = [head.rstrip(), *wrapped(says, width, "    ", "    ")]
    painted = coloured(severity, "red" if one.is_error else "yellow", colour)
    if place:
        painted = f"{coloured(place + ':', 'bold', colour)} {painted}"
    return [painted + lines[0][len(head.rstrip()) :], *lines[1:]]


def _quoted(one: Diagnostic, width: int, colour: bool) -> list[str]:
    assert one.span is not None
    gutter = f"{one.span.line:>4} | "
    line, carets = excerpt(one.span, max(20, width - len(gutter)))
    painted = carets.lstrip()
    blank = carets[: len(carets) - len(painted)]
    return [
        (gutter + line).rstrip(),
        " " * (len(gutter) - 2) + "| " + blank + coloured(painted, "red" if one.is_error else "yellow", colour),
    ]


def _place(one: Diagnostic, language: Language) -> str:
    """`tasks.csv:3:6`, `scores.xlsx, sheet Q1, cell B7`, or what is meant where there are no characters."""
    if one.span is None:
        return one.place
    source = one.span.source
    if source.sheet:
        sheet, cell = said("source.sheet", language, sheet=source.sheet), one.span.cell
        return ", ".join([source.name, sheet, said("source.cell", language, cell=cell)])
    place = f"{one.span.line}:{one.span.column}"
    return f"{source.name}:{place}" if source.name else place


def _summary(found: tuple[Diagnostic, ...], language: Language) -> str:
    errors = sum(one.is_error for one in found)
    warnings = len(found) - errors
    said_of = [counted("diagnostic.errors", errors, language)] if errors else []
    if warnings:
        said_of.append(counted("diagnostic.warnings", warnings, language))
    return ", ".join(said_of)


def diagnostics_json(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Diagnostics as JSON values, the same in every language.

    Each has its code, severity, file (or the cell or file meant), line and column from 1, `end` (the place just
    behind its last character) and arguments by name, numbers exact and dates ISO. Where there is no place in a
    text, line, column and end are null. What stands in a workbook has its sheet and cell as well.
    """
    return [_as_json(one) for one in in_reading_order(diagnostics)]


def _as_json(one: Diagnostic) -> dict[str, object]:
    end = None
    one, _ = in_spelling_of_file(one)
    if one.span is not None:
        line, column = one.span.source.position(one.span.end)
        end = {"line": line, "column": column}
    return {
        "code": one.code,
        "severity": one.severity,
        "file": one.place if one.span is None else one.span.source.name,
        "line": None if one.span is None else one.span.line,
        "column": None if one.span is None else one.span.column,
        "end": end,
        **({"sheet": one.span.source.sheet, "cell": one.span.cell} if one.span and one.span.source.sheet else {}),
        "arguments": {name: _exact_text(value) for name, value in one.arguments},
    }


def _exact_text(value: Argument) -> str | list[str]:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return written(value) if isinstance(value, (int, Fraction)) else str(value)
