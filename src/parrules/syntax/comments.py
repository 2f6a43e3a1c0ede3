"""What is a comment in a rule file: of the file itself, or of a program in it; and what only looks like one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from parrules.syntax import nodes
from parrules.syntax.format import programs_of, spelling_of
from parrules.syntax.nodes import Node, Scalar
from parrules.syntax.words import words
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.source import Source


def comments_at(source: Source, places: Iterable[int]) -> Mapping[int, int]:
    """Of these places of a rule file those that stand in a comment, each with the end of its comment.

    A text in quotes, a note or a reason has no comments, whatever signs it has. In a file that cannot be read every
    place counts, up to the end of its line.
    """
    root, _ = read_yaml(source)
    if not isinstance(root, nodes.Mapping):
        return {place: _line_end(source, place) for place in places}
    scalars = sorted(_scalars(root), key=lambda one: one.span.start)
    starts = [one.span.start for one in scalars]
    programs = {one.span: one for one, _ in programs_of(root)}
    spelling = spelling_of(root)
    found: dict[int, int] = {}
    for place in places:
        before = bisect_right(starts, place) - 1
        around = scalars[before] if before >= 0 and place < _end(scalars[before]) else None
        if around is None:
            found[place] = _line_end(source, place)
        elif around.span in programs:
            for word in words(around.text, spelling, layout=True):
                span = around.passage.span(word.start_pos or 0, word.end_pos or 0)
                if word.type == "COMMENT" and span.start <= place < span.end:
                    found[place] = span.end
    return found


def _line_end(source: Source, place: int) -> int:
    end = source.text.find("\n", place)
    return len(source.text) if end < 0 else end


def _end(one: Scalar) -> int:
    """Where a text ends: one in a block at its last sign, not at what stands below it."""
    return one.span.end if one.style not in ("literal", "folded") else one.passage.offsets[-1]


def _scalars(node: Node) -> Iterator[Scalar]:
    """Every text of a file, keys too."""
    if isinstance(node, Scalar):
        yield node
        return
    for one in node.entries:
        for under in one if isinstance(one, tuple) else (one,):
            yield from _scalars(under)
