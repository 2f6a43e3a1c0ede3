"""From the text of a program to its tree. A line that is wrong does not hide the next: all mistakes are returned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from parrules.syntax import mistakes, tree
from parrules.syntax.keywords import Spelling
from parrules.syntax.words import START_EXPRESSION, START_LINE, lines, words
from parrules.text.diagnostic import Diagnostic, in_reading_order
from parrules.text.passage import Passage

if TYPE_CHECKING:
    from parrules.syntax.builder import Builder

MOST_CHARACTERS = 4096


def parse_program(
    passage: Passage, ids: Iterator[int], spelling: Spelling = "en"
) -> tuple[tree.Program | None, tuple[Diagnostic, ...]]:
    """The statements of a program, or None and what is wrong with each of them."""
    if too_long := _too_long(passage):
        return None, too_long
    from parrules.syntax.builder import MOST_NODES, Builder
    from parrules.syntax.sentences import read

    builder = Builder(passage, ids, spelling)
    said = lines(words(passage.text, spelling))
    whole = passage.span(0, len(passage.text))
    if not said:
        return None, (mistakes.empty_program(passage.span(0, 0)),)
    built = [read(line, builder, passage, spelling, START_LINE) for line in said]
    if found := _found(builder, passage, MOST_NODES):
        return None, found
    read_lines = cast("list[tree.Statement | tree.Definition]", built)
    return tree.Program(id=next(ids), span=whole, lines=tuple(read_lines)), ()


def parse_expression(
    passage: Passage, ids: Iterator[int], spelling: Spelling = "en"
) -> tuple[tree.Expression | None, tuple[Diagnostic, ...]]:
    """One expression or condition, or None and what is wrong with it. It may run over lines."""
    if too_long := _too_long(passage):
        return None, too_long
    from parrules.syntax.builder import MOST_NODES, Builder
    from parrules.syntax.sentences import read

    builder = Builder(passage, ids, spelling)
    said = [word for word in words(passage.text, spelling) if word.type != "NEWLINE"]
    if not said:
        return None, (mistakes.empty_program(passage.span(0, 0)),)
    built = read(said, builder, passage, spelling, START_EXPRESSION)
    if found := _found(builder, passage, MOST_NODES):
        return None, found
    return cast("tree.Expression", built), ()


def _found(builder: Builder, passage: Passage, most: int) -> tuple[Diagnostic, ...]:
    found = list(builder.found)
    if builder.count > most:
        found.append(mistakes.too_many_nodes(passage.span(0, 1), most))
    return in_reading_order(found)


def _too_long(passage: Passage) -> tuple[Diagnostic, ...]:
    if len(passage.text) <= MOST_CHARACTERS:
        return ()
    return (mistakes.too_long(passage.span(0, 1), len(passage.text), MOST_CHARACTERS),)
