"""Running a command as a user does: its exit code, its result, and what it says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from parrules.cli.main import main

PROGRAM = "from parrules.cli.main import run; run()"


@dataclass(frozen=True)
class Ended:
    """How a command ended. code: its exit code; out: its result; err: what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def parrules(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Runs a command in this process."""

    def ran(*arguments: str) -> Ended:
        code = main(arguments)
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return ran


@pytest.fixture
def started() -> Callable[..., subprocess.Popen[bytes]]:
    """Starts a command as a program of its own, with its streams open to the test."""

    def start(*arguments: str, **settings: object) -> subprocess.Popen[bytes]:
        streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **settings}
        return subprocess.Popen([sys.executable, "-c", PROGRAM, *arguments], **streams)  # type: ignore[call-overload]

    return start
