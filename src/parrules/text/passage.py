"""A piece of text decoded from a source, with the way back to each of its characters."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.text.source import Source, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """What a scalar says, once its quotes, escapes and indentation are taken away.

    offsets: for each character of `text`, and one past its end, where it stands in the source.
    """

    source: Source
    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The characters of the file behind `text[start:end]`; at least the place where they would stand."""
        first = self.offsets[min(start, len(self.text))]
        last = self.offsets[min(end, len(self.text)) - 1] + 1 if end > start else first
        return Span(self.source, first, max(first, last))


def whole(name: str, text: str, spelling: str = "") -> Passage:
    """A passage that is a whole source: an expression given by itself. spelling: of its words."""
    return Passage(Source(name, text, spelling=spelling), text, tuple(range(len(text) + 1)))
