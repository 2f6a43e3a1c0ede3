"""Scoring again and again while the evidence is being filled in; Ctrl-C ends it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import NoReturn

from parrules.api.watching import Stamps, changed, files_of, stamps
from parrules.cli import streams
from parrules.cli.words import said
from parrules.text.files import shown_name
from parrules.text.spelling import Language

BETWEEN = 0.5
"""Seconds between two looks at the files."""

_MOST_LOOKS = 10
"""A file that is gone this many looks long is not being saved: it is gone, and that is told."""


def watch(
    score: Callable[[], object],
    methodology: str | None,
    evidence: str,
    language: Language,
    pause: Callable[[float], None] = sleep,
) -> NoReturn:
    """Scores now, and whenever a file changed and was saved whole; returns only by an interruption.

    score: what is wrong it tells itself, and the next change may mend it. pause: waits so many seconds.
    """
    gc.enable()  # this one goes on for hours
    files: tuple[Path, ...] = ()
    while True:
        before = stamps(dict.fromkeys([*files_of(methodology, evidence), *files]))
        score()
        files = tuple(dict.fromkeys([*files_of(methodology, evidence), *before]))  # what a half-saved file named
        before = {**stamps(files), **before}
        streams.talk("\n" + said("watch.waiting", language) + "\n")
        seen = _next_change(before, files, pause)
        streams.talk(said("watch.changed", language, file=", ".join(map(shown_name, seen))) + "\n\n")


def _next_change(before: Stamps, files: tuple[Path, ...], pause: Callable[[float], None]) -> tuple[Path, ...]:
    """Waits until files are not as they were before, and then until nothing changes any more."""
    while True:
        pause(BETWEEN)
        now = stamps(files)
        for _ in range(_MOST_LOOKS if changed(before, now) else 0):
            pause(BETWEEN)
            earlier, now = now, stamps(files)
            is_gone = any(now[file] is None and before[file] is not None for file in files)
            if not is_gone and not changed(earlier, now):
                break
        found = changed(before, now)
        if found:
            return found
