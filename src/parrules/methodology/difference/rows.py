"""Two programs row by row: compared by what they say, shown in their authors' words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from parrules.methodology.difference.records import RowChange
from parrules.methodology.difference.renaming import Renaming
from parrules.syntax import tree
from parrules.syntax.unparse import unparse
from parrules.text.source import Span

_NUMBERS = re.compile(r"[0-9][0-9_.]*")
_COMMENT = re.compile(r"(?m)(^|\s)#[^\"\n]*$")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a program. meaning: its canonical text; shape: the same without its numbers; words: its author's."""

    opening: str
    meaning: str
    shape: str
    words: str
    line: int


def row_changes(old: tree.Program | None, new: tree.Program | None, renaming: Renaming) -> tuple[RowChange, ...]:
    """The rows that are not alike, in the order of the programs, the old beside the new one that stands for it."""
    before = [*_rows(old, renaming)] if old is not None else []
    after = [*_rows(new, Renaming({}, {}))] if new is not None else []
    return tuple(_change(one, other) for one, other in _aligned(before, after))


def _aligned(old: Sequence[_Row], new: Sequence[_Row]) -> Iterator[tuple[_Row | None, _Row | None]]:
    """Where stretches differ, rows of the same shape stand for each other, then those that open alike."""
    for same, before, after in _stretches([one.meaning for one in old], [one.meaning for one in new]):
        if same:
            continue
        was, now = old[before], new[after]
        for alike, one, other in _stretches([each.shape for each in was], [each.shape for each in now]):
            yield from zip(was[one], now[other], strict=True) if alike else _in_turn(was[one], now[other])


def _in_turn(old: Sequence[_Row], new: Sequence[_Row]) -> Iterator[tuple[_Row | None, _Row | None]]:
    for same, before, after in _stretches([one.opening for one in old], [one.opening for one in new]):
        if same:
            yield from zip(old[before], new[after], strict=True)
        else:
            yield from ((one, None) for one in old[before])
            yield from ((None, one) for one in new[after])


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, slice, slice]]:
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag == "equal", slice(first, last), slice(start, end)


def _change(old: _Row | None, new: _Row | None) -> RowChange:
    return RowChange(
        old.words if old else "", new.words if new else "", old.line if old else None, new.line if new else None
    )


def _rows(program: tree.Program, renaming: Renaming) -> Iterator[_Row]:
    said = renaming.of(program)
    for written, meant in zip(program.lines, said.lines, strict=True):
        rows = written.rows if isinstance(written, tree.Statement) else written.value.rows
        opening = written.word if isinstance(written, tree.Statement) else f"{written.name} ="
        start = written.span.start
        for place, row in enumerate(rows):
            meaning = ("otherwise " if place else "") + unparse(_alone(meant, place))
            words = _words(Span(row.span.source, start, row.span.end))
            yield _Row(opening, meaning, _NUMBERS.sub("#", meaning), words, row.span.line)
            start = row.span.end


def _alone(line: tree.Statement | tree.Definition, place: int) -> tree.Statement | tree.Definition:
    """The line with one of its rows only."""
    if isinstance(line, tree.Statement):
        return replace(line, rows=line.rows[place : place + 1])
    return replace(line, value=replace(line.value, rows=line.value.rows[place : place + 1]))


def _words(span: Span) -> str:
    return " ".join(_COMMENT.sub(" ", span.words).split())
