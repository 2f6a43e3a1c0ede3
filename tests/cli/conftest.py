"""Running a command as a user does: its exit code, its result, and what it says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.samples import EVIDENCE, RULES
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


@pytest.fixture
def commune(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with rules.yaml and evidence.yaml, where the command is run."""
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8", newline="\n")
    (tmp_path / "evidence.yaml").write_text(EVIDENCE, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def change(commune: Path) -> Callable[[str, str, str], None]:
    """Replaces a text in one of the files."""

    def changed(file: str, old: str, new: str) -> None:
        text = (commune / file).read_text(encoding="utf-8")
        assert old in text
        (commune / file).write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    return changed
