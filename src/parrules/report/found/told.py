"""A diagnostic in words, with its place: what every form for programs is made of."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.report.spelling_of_file import in_spelling_of_file
from parrules.text.diagnostic import Diagnostic
from parrules.text.spelling import Language
from parrules.text.wording import message


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1; the end is the place just behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Told:
    """says: the sentence, a sheet and cell before it where it is about one. file: empty where none is meant.

    region: None where no characters of a text are meant.
    """

    code: str
    is_error: bool
    says: str
    hints: tuple[str, ...]
    file: str
    region: Region | None

    @property
    def whole(self) -> str:
        """The sentence, then each hint on a line of its own."""
        return "\n".join([self.says, *self.hints])


@dataclass(frozen=True, slots=True)
class Passed:
    """What was looked at and is right: a file, or a test in a file."""

    file: str
    name: str


def told_of(one: Diagnostic, language: Language) -> Told:
    one, respell = in_spelling_of_file(one)
    words = message(one, language, respell)
    if one.span is None:
        return Told(one.code, one.is_error, words.says, words.hints, one.place, None)
    source = one.span.source
    if source.sheet:
        says = f"{source.sheet}!{one.span.cell}: {words.says}"
        return Told(one.code, one.is_error, says, words.hints, source.name, None)
    region = Region(one.span.line, one.span.column, *source.position(one.span.end)) if source.text else None
    return Told(one.code, one.is_error, words.says, words.hints, source.name, region)
