"""A bar in the terminal for work that takes longer than a second."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress

WAIT = 1
"""Seconds of work after which the bar appears."""


class ProgressBar:
    """Shows how far work is while its `with` block lasts, and leaves nothing behind.

    words: what is done. stream: where; nothing is shown where that is no terminal.
    """

    def __init__(self, stream: TextIO, words: str, wait: float = WAIT) -> None:
        from threading import Event, Timer

        self._stream, self._words = stream, words
        self._timer = Timer(wait, self._show) if stream.isatty() else None
        self._at: tuple[int, int | None] = (0, None)
        self._bar: Progress | None = None
        self.shown = Event()
        """Set once the bar is there."""

    def __enter__(self) -> ProgressBar:
        if self._timer is not None:
            self._timer.daemon = True  # nobody waits for a bar
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        if self._bar is not None:
            self._bar.stop()

    def told(self, done: int, of: int) -> None:
        """So much is done, of so much."""
        self._at = done, of
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=done, total=of)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        bar = Progress(*columns, console=Console(file=self._stream), transient=True)
        bar.add_task(self._words, completed=self._at[0], total=self._at[1])
        bar.start()
        self._bar = bar
        self.shown.set()
