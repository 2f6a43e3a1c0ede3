"""A file whose programs are spelled as it does not say: one mistake of the file, not one of every word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from parrules.syntax.keywords import Spelling
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.passage import Passage
from parrules.text.source import Span

if TYPE_CHECKING:
    from parrules.methodology.reading import Reading

Parse = Callable[[Passage, Iterator[int], Spelling], tuple[object | None, tuple[Diagnostic, ...]]]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A program that cannot be read.

    otherwise: its mistakes in the other spelling, None where it is no better there.
    """

    passage: Passage
    found: tuple[Diagnostic, ...]
    otherwise: tuple[Diagnostic, ...] | None


def doubtful(passage: Passage, found: tuple[Diagnostic, ...], spelling: Spelling, parse: Parse) -> Doubtful:
    """A program with mistakes, and whether the other spelling was meant."""
    _, others = parse(passage, count(1), other(spelling))
    return Doubtful(passage, found, others if len(others) < len(found) else None)


def of_programs(reading: Reading) -> list[Diagnostic]:
    """The mistakes of all programs that cannot be read.

    Where most programs of a file are better in the other spelling, that is said once, and then what is wrong with
    them there.
    """
    found: list[Diagnostic] = []
    told = set()
    for one in sorted(reading.doubtful, key=lambda one: one.passage.span(0, 0).start):
        source = one.passage.source
        meant = [each for each in reading.doubtful if each.passage.source == source and each.otherwise is not None]
        if one.otherwise is None or len(meant) <= reading.read_well.get(source, 0):
            found.extend(one.found)
            continue
        found.extend(one.otherwise)
        if source not in told:
            told.add(source)
            line = one.passage.span(0, _first_line(one.passage))
            found.append(spelled_otherwise(line, reading.spelling(source), len(reading.languages) > 1))
    return found


def other(spelling: Spelling) -> Spelling:
    return "en" if spelling == "vi" else "vi"


def _first_line(passage: Passage) -> int:
    return max(1, len(passage.text.partition("\n")[0].rstrip()))


def spelled_otherwise(span: Span, spelling: Spelling, extends: bool) -> Diagnostic:
    """The programs of a file are in the other spelling than the one it says, or leaves to be understood."""
    return diagnostic("PR152", span, now=spelling, meant=other(spelling), extends="extends" if extends else None)
