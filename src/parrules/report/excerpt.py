"""The line of a file that a diagnostic points at, with carets under the exact characters."""

from __future__ import annotations

from parrules.report.columns import visible_letter, width_of
from parrules.text.source import Span

_TAB = "→   "


def excerpt(span: Span, width: int) -> tuple[str, str]:
    """The line where the span starts and the carets under it, each at most `width` columns.

    A line that is too long is shown around the carets, with `…` where it goes on. What cannot be seen is shown by
    its number, a tab as an arrow. A span that goes on in the next line is marked to the end of its first.
    """
    line, column = span.source.position(span.start)
    text = span.source.line(line)
    start = min(column - 1, len(text))
    end = max(start, min(start + span.end - span.start, len(text)))
    # A line may be as long as the file: only what can be shown is looked at.
    first, last = max(0, start - 4 * width), min(len(text), start + 4 * width)
    cells = [_shown(letter) for letter in text[first:last]]
    start, end = start - first, min(end, last) - first
    while 0 < start < len(cells) and width_of(cells[start]) == 0:
        start -= 1  # a combining mark stands on the letter before it
    return _window(cells, start, max(end, start + 1), width, first > 0, last < len(text))


def _window(cells: list[str], start: int, end: int, width: int, before: bool, after: bool) -> tuple[str, str]:
    """As many cells around `start` to `end` as fit."""
    widths = [width_of(cell) for cell in cells]
    at, until = sum(widths[:start]), max(sum(widths[:end]), sum(widths[:start]) + 1)
    if not before and not after and max(sum(widths), until) <= width:
        return "".join(cells), " " * at + "^" * (until - at)
    low = 0 if not before and until < width else _begin(widths, at, until, width)
    room = width - 1 - (before or low > 0)
    high, taken = low, 0
    while high < len(cells) and taken + widths[high] <= room:
        taken += widths[high]
        high += 1
    head = "…" if before or low > 0 else ""
    tail = "…" if after or high < len(cells) else ""
    shift = len(head) - sum(widths[:low])
    carets = max(1, min(until + shift, len(head) + max(taken, at + shift + 1 - len(head))) - at - shift)
    return head + "".join(cells[low:high]) + tail, " " * (at + shift) + "^" * carets


def _begin(widths: list[int], at: int, until: int, width: int) -> int:
    """The first cell to show, so that the carets stand in the window with what is before them."""
    wanted = max(at - width // 3, min(until - width + 8, at - 4), 0)
    low, passed = 0, 0
    while low < len(widths) and (passed < wanted or widths[low] == 0):
        passed += widths[low]
        low += 1
    return low


def _shown(letter: str) -> str:
    return _TAB if letter == "\t" else visible_letter(letter)
