"""Results are written whole and at once; talk never stops the work."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import errno
import io
import sys

import pytest

from parrules.cli import streams


class Failing(io.StringIO):
    """A stream on which every writing fails."""

    def __init__(self, cause: OSError) -> None:
        super().__init__()
        self.cause = cause

    def write(self, text: str) -> int:
        raise self.cause


def test_a_pipe_that_was_closed_is_a_reader_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Failing(BrokenPipeError(errno.EPIPE, "Broken pipe")))
    with pytest.raises(streams.ReaderGone):
        streams.put("text")


def test_any_other_failure_tells_the_reason_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Failing(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(streams.CannotWrite, match="No space left on device"):
        streams.put("text")


def test_nobody_listening_does_not_stop_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Failing(BrokenPipeError(errno.EPIPE, "Broken pipe")))
    streams.talk("text")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("said", "expected"), [("200", 120), ("20", 60), ("72", 72)])
def test_lines_are_as_wide_as_the_terminal_within_reason(
    monkeypatch: pytest.MonkeyPatch, said: str, expected: int
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    assert expected == streams.columns(Terminal())


def test_lines_are_80_wide_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert 80 == streams.columns(io.StringIO())


@pytest.mark.parametrize(
    ("stream", "no_colour", "expected"),
    [(Terminal(), "", True), (Terminal(), "1", False), (io.StringIO(), "", False)],
)
def test_only_a_terminal_is_coloured_and_only_where_it_may(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, no_colour: str, expected: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", no_colour)
    assert expected == streams.coloured(stream)
