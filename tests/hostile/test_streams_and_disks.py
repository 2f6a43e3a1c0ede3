"""Readers that leave, disks that are full, processes that are killed: a result is whole, or is not there."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hostile.child import PROGRAM, ended, resource
from parrules.cli import exits

CORPUS = Path(__file__).parent / "corpus"
EVALUATE = ("evaluate", "rules.yaml", "evidence.yaml")
KILLED = """
import os, signal
os.{where} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
from parrules.cli.main import run
run()
"""

posix = pytest.mark.skipif(os.name == "nt", reason="this system has no such signals")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name in ("rules.yaml", "evidence.yaml", "tasks.csv"):
        (tmp_path / name).write_bytes((CORPUS / name).read_bytes())
    return tmp_path


@pytest.mark.parametrize("command", [EVALUATE, ("code",), ("schema", "receipt"), ("check", "a.yaml"), ("--help",)])
def test_a_pipe_that_nobody_reads_ends_quietly(files: Path, command: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    made = ended(*command, cwd=files, stdout=writing)
    os.close(writing)
    assert (exits.FINE, b"") == (made.code, made.err)


@posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_break_nothing(files: Path, closed: str) -> None:
    for arguments, code in (("evaluate rules.yaml evidence.yaml", 0), ("check -", 3), ("cod", 2), ("--version", 0)):
        program = f'exec "$0" -c "$1" {arguments} {closed}'
        made = subprocess.run(["sh", "-c", program, sys.executable, PROGRAM[2]], cwd=files, input=b"", check=False)
        if arguments != "check -" or closed != "2>&-":
            assert code == made.returncode


@posix
def test_an_interrupt_while_reading_ends_with_130_and_no_word(files: Path) -> None:
    os.mkfifo(files / "slow.yaml")
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    running = subprocess.Popen([*PROGRAM, "check", "slow.yaml"], cwd=files, **streams)  # type: ignore[call-overload]
    with (files / "slow.yaml").open("wb"):  # opened as soon as it is read
        running.send_signal(signal.SIGINT)
        said = running.communicate()
    assert (exits.INTERRUPTED, (b"", b"")) == (running.returncode, said)


@pytest.mark.skipif(resource is None, reason="this system has no limit on the size of files")
@pytest.mark.parametrize("before", [None, b"as it was\n"])
def test_a_disk_that_is_full_leaves_what_was_there(files: Path, before: bytes | None) -> None:
    if before is not None:
        (files / "out.json").write_bytes(before)
    made = ended(
        *EVALUATE, "--no-cache", "--format", "json", "-o", "out.json", cwd=files, limits={"RLIMIT_FSIZE": 1000}
    )
    assert (exits.USAGE, {"PR012"}) == (made.code, made.codes)
    assert before == ((files / "out.json").read_bytes() if (files / "out.json").exists() else None)
    assert [] == [path.name for path in files.iterdir() if path.name.endswith(".part")]


@pytest.mark.skipif(resource is None, reason="this system has no limit on the size of files")
def test_a_cache_on_a_full_disk_is_done_without(files: Path) -> None:
    environ = {"PARRULES_CACHE": str(files / "cache")}
    made = ended(*EVALUATE, cwd=files, environ=environ, limits={"RLIMIT_FSIZE": 100})
    assert (exits.FINE, b"") == (made.code, made.err)
    assert [] == [path.name for path in (files / "cache").iterdir() if path.suffix == ".partial"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_device_that_is_full_is_told(files: Path) -> None:
    made = ended(*EVALUATE, "-o", "/dev/full", cwd=files)
    assert (exits.USAGE, {"PR012"}) == (made.code, made.codes)


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="this system has no such device")
def test_a_device_stays_a_device(files: Path) -> None:
    made = ended(*EVALUATE, "-o", "/dev/null", cwd=files)
    assert (exits.FINE, b"", b"", False) == (made.code, made.out, made.err, Path("/dev/null").is_file())


@posix
@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_process_that_is_killed_while_writing_leaves_what_was_there(files: Path, where: str) -> None:
    (files / "out.json").write_bytes(b"as it was\n")
    command = [sys.executable, "-c", KILLED.replace("{where}", where), *EVALUATE, "--no-cache", "-o", "out.json"]
    assert -signal.SIGKILL == subprocess.run(command, cwd=files, check=False).returncode
    assert b"as it was\n" == (files / "out.json").read_bytes()
    made = ended(*EVALUATE, "-o", "out.json", cwd=files)
    assert (exits.FINE, True) == (made.code, "SCORE SHEET" in (files / "out.json").read_text(encoding="utf-8"))
    assert [] == [path.name for path in files.iterdir() if path.name.endswith(".part")]


@posix
def test_a_reader_who_gives_without_end_is_stopped_listening_to(files: Path) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no such device")
    with open("/dev/zero", "rb") as zeros:
        made = ended("check", "-", cwd=files, stdin=zeros)
    assert (exits.METHODOLOGY, {"PR004"}) == (made.code, made.codes)
    assert {"PR004"} == ended("evaluate", "rules.yaml", "/dev/zero", cwd=files).codes


def test_standard_input_is_evidence_or_rules(files: Path) -> None:
    made = ended("evaluate", "rules.yaml", "-", cwd=files, stdin=(files / "evidence.yaml").read_bytes())
    assert (exits.FINE, True) == (made.code, "SCORE SHEET" in made.said)
    made = ended("evaluate", "-", "evidence.yaml", cwd=files, stdin=(files / "rules.yaml").read_bytes())
    assert (exits.FINE, True) == (made.code, "SCORE SHEET" in made.said)
    assert (exits.USAGE, {"UC132"}) == ((made := ended("evaluate", "-", "-", cwd=files)).code, made.codes)
    assert (exits.METHODOLOGY, {"PR009"}) == ((made := ended("check", "-", "-", cwd=files)).code, made.codes)
