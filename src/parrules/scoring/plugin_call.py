"""Asking a plugin: what it prints is no result, and what it raises, even to end the program, stays its own."""

from __future__ import annotations

import io
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from pathlib import Path
from typing import TypeVar

_Given = TypeVar("_Given")

_OWN_FILES = str(Path(__file__).parents[1])
_LONGEST = 200


class PluginFailed(Exception):
    """A plugin that raised something: `cause`."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__()
        self.cause = cause


def given_by(call: Callable[..., _Given], *arguments: object) -> _Given:
    """What a plugin gives. Raises `PluginFailed` for whatever it raises, but for an interruption by the user."""
    with _staying_here(), redirect_stdout(_Talk()):
        try:
            return call(*arguments)
        except KeyboardInterrupt:
            raise
        except BaseException as cause:
            raise PluginFailed(cause) from cause


def cause_in_words(cause: BaseException) -> str:
    """What went wrong in one line that is the same on every machine."""
    try:
        said = f"{type(cause).__name__}: {cause}"
    except BaseException:  # its own text fails, too
        said = type(cause).__name__
    written = said.encode("utf-8", "backslashreplace").decode("utf-8")
    return " ".join(re.sub(r" at 0x[0-9A-Fa-f]+", "", written).split())[:_LONGEST].removesuffix(":")


def line_of(cause: BaseException) -> str | None:
    """The file and the line of the plugin in which it went wrong; None where that is not known."""
    frames = traceback.extract_tb(cause.__traceback__)
    theirs = [one for one in frames if not one.filename.startswith((_OWN_FILES, "<"))]
    if not theirs:
        return None
    name = theirs[-1].filename.replace("\\", "/").rpartition("/")[2]
    return f"{name}:{theirs[-1].lineno}"


class _Talk(io.TextIOBase):
    """Where a plugin prints to: what people read beside the results. Closing it closes nothing."""

    def write(self, text: str) -> int:
        if sys.stderr is not None:
            sys.stderr.write(text)
        return len(text)

    def close(self) -> None:
        return


@contextmanager
def _staying_here() -> Iterator[None]:
    """Files are looked for where they were before, wherever a plugin went."""
    try:
        here = os.getcwd()
    except OSError:  # the folder is gone
        yield
        return
    try:
        yield
    finally:
        with suppress(OSError):
            if os.getcwd() != here:
                os.chdir(here)
