"""Results go to standard output as UTF-8, whatever the system's own encoding; talk goes to standard error."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import TextIO


class ReaderGone(Exception):
    """Whoever read our output has read enough, as `head` does: no mistake of anyone's."""


class CannotWrite(Exception):
    """The output could not be written; the argument is the system's reason."""


def prepare() -> None:
    """Makes standard output UTF-8 with plain line ends, and standard error able to say Vietnamese."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # started with it closed
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  (as long as we run)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper) and not _says_vietnamese(sys.stderr.encoding):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(text: str) -> None:
    """Writes a result to standard output, at once."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as cause:
        raise _not_written(cause) from None


def put_bytes(content: bytes) -> None:
    """The same for a file that is no text, such as a workbook."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as cause:
        raise _not_written(cause) from None


def talk(text: str) -> None:
    """Says something to the user on standard error. Nobody listening is no reason to stop."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _abandon(sys.stderr)


def coloured(stream: TextIO) -> bool:
    """Whether what goes to `stream` may be coloured."""
    from parrules.report.colour import wants_colour

    return wants_colour(stream.isatty(), os.environ)


def columns(stream: TextIO) -> int:
    """How wide lines may be: as the terminal is, within reason; 80 where there is none."""
    if not stream.isatty():
        return 80
    from shutil import get_terminal_size

    return min(max(get_terminal_size().columns, 60), 120)


def _says_vietnamese(encoding: str) -> bool:
    try:
        "ế".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _not_written(cause: OSError) -> ReaderGone | CannotWrite:
    """Why standard output takes no more, which is then let be."""
    _abandon(sys.stdout)
    if isinstance(cause, BrokenPipeError) or (os.name == "nt" and cause.errno == errno.EINVAL):
        return ReaderGone()
    return CannotWrite(cause.strerror or type(cause).__name__)


def _abandon(stream: TextIO) -> None:
    """Lets what is still to be written vanish, so that nothing fails again when Python closes the stream."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
