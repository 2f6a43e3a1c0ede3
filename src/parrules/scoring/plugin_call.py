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
_LIBRARY = str(Path(os.__file__).parent)
_LONGEST = 200


class PluginFailed(Exception):
    """A plugin that raised something: `cause`."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__()
        self.cause = cause


def given_by(call: Callable[..., _Given], *arguments: object) -> _Given:
    """What a plugin gives. Raises `PluginFailed` for whatever it raises, but for an interruption by the user."""
    with _staying_here(), _talking_aside():
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
    """The file and the line of the plugin in which it went wrong; None where that is not known.

    Where it failed in what it calls, Python's own library for one, that is the line of the plugin that called it.
    """
    frames = traceback.extract_tb(cause.__traceback__)
    places = [(*_in_package(Path(one.filename)), one.lineno) for one in frames if _is_theirs(one.filename)]
    own = [f"{name}:{line}" for top, name, line in places if top == places[0][0]]
    return own[-1] if own else None


def _is_theirs(file: str) -> bool:
    """Whether it is no file of parrules, of Python's library, or of what asks the hooks."""
    if file.startswith((_OWN_FILES, "<")) or "pluggy" in Path(file).parts:
        return False
    return not file.startswith(_LIBRARY) or "site-packages" in Path(file).parts


def _in_package(file: Path) -> tuple[Path, str]:
    """The package or module that a file is of, and its name from there on: no place on this machine."""
    top = file
    while (top.parent / "__init__.py").is_file():
        top = top.parent
    return top, file.relative_to(top.parent).as_posix()


class _Talk(io.TextIOBase):
    """Where a plugin prints to: what people read beside the results. Closing it closes nothing."""

    def write(self, text: str) -> int:
        if sys.stderr is not None:
            sys.stderr.write(text)
        return len(text)

    def close(self) -> None:
        return


@contextmanager
def _talking_aside() -> Iterator[None]:
    """What is printed goes beside the results, by whatever way: a program that a plugin starts writes to the output
    of the process, and knows nothing of Python's."""
    first, talk = sys.__stdout__, _Talk()
    results = _turned_to_stderr()
    sys.__stdout__ = talk  # type: ignore[misc,assignment]
    try:
        with redirect_stdout(talk):
            yield
    finally:
        sys.__stdout__ = first  # type: ignore[misc]
        if results is not None:
            with suppress(OSError):
                os.dup2(results, 1)
            os.close(results)


def _turned_to_stderr() -> int | None:
    """Sends the output of the process where its messages go: where it went before; None where one of them is closed."""
    results = None
    try:
        results = os.dup(1)
        os.dup2(2, 1)
    except OSError:
        if results is not None:
            os.close(results)
        return None
    return results


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
