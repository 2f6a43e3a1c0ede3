"""How a command ends: well, refused, with a mistake of ours, interrupted, or with nobody reading."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import parrules as package
from parrules.cli import code, exits, streams


@pytest.mark.parametrize("arguments", [["--version"], ["-V"], ["--lang", "en", "--version"]])
def test_the_version_is_told(parrules, arguments: list[str]) -> None:
    ended = parrules(*arguments)
    assert (exits.FINE, f"parrules {package.__version__}\n", "") == (ended.code, ended.out, ended.err)


def test_without_a_command_the_help_is_said_and_nothing_is_the_result(parrules) -> None:
    ended = parrules()
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("Cách dùng: parrules [TÙY CHỌN] LỆNH ...\n")


def break_down(*_: object, **__: object) -> int:
    raise LookupError("a table\nthat is not there")


def test_a_mistake_of_ours_is_owned_up_to_in_one_line(parrules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code, "run", break_down)
    ended = parrules("code", "--lang", "en")
    expected = (
        "parrules made a mistake of its own, your files are not to blame (LookupError: a table that is not there); "
        "set PARRULES_DEBUG=1 and run it again to keep details for the developers\n"
    )
    assert (exits.BUG, "", expected) == (ended.code, ended.out, ended.err)


def test_the_traceback_of_a_mistake_of_ours_is_kept_where_it_is_wanted(
    parrules, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(code, "run", break_down)
    monkeypatch.setenv("PARRULES_DEBUG", "1")
    monkeypatch.setenv("PARRULES_CACHE", str(tmp_path / "bộ nhớ"))
    kept = tmp_path / "bộ nhớ" / "traceback.txt"
    ended = parrules("code")
    assert (exits.BUG, 1) == (ended.code, ended.err.count("\n"))
    assert ended.err.endswith(f"chi tiết để gửi người phát triển: {kept}\n")
    assert "LookupError: a table\nthat is not there\n" in kept.read_text(encoding="utf-8")


def test_a_traceback_that_cannot_be_kept_is_not_promised(
    parrules, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(code, "run", break_down)
    monkeypatch.setenv("PARRULES_DEBUG", "1")
    monkeypatch.setenv("PARRULES_CACHE", str(tmp_path / "file"))
    ended = parrules("code")
    assert exits.BUG == ended.code
    assert "PARRULES_DEBUG=1" in ended.err


def test_an_interrupted_command_says_nothing(parrules, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(code, "run", interrupt)
    ended = parrules("code")
    assert (exits.INTERRUPTED, "", "") == (ended.code, ended.out, ended.err)


def test_an_output_with_no_room_is_refused_with_the_reason(parrules, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: str) -> None:
        raise streams.CannotWrite("No space left on device")

    monkeypatch.setattr(streams, "put", full)
    ended = parrules("code", "--lang", "en")
    assert exits.USAGE == ended.code
    assert ended.err.startswith("error UC108: the result could not be written: No space left on device\n")


def test_a_reader_that_has_read_enough_ends_the_command_quietly(started) -> None:
    running = started("code")
    running.stdout.close()
    said = running.stderr.read()
    assert (exits.FINE, b"") == (running.wait(), said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_said_once_and_not_again_at_the_end() -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-c", "from parrules.cli.main import run; run()", "code", "--lang", "en"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert exits.USAGE == ended.returncode
    assert 1 == ended.stderr.count(b"UC108")
    assert b"Exception ignored" not in ended.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_the_result_is_utf_8_whatever_the_system_says(started, encoding: str) -> None:
    running = started("code", "UC101", env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    out, err = running.communicate()
    assert "không có tùy chọn" in out.decode("utf-8")
    assert b"\r" not in out
    assert b"" == err


def test_what_is_said_can_be_read_where_the_system_knows_no_vietnamese(started) -> None:
    running = started("cod", env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    _, err = running.communicate()
    assert err.decode("utf-8").startswith("lỗi UC102: không có lệnh `cod`")


def test_streams_that_are_closed_from_the_start_break_nothing() -> None:
    program = "import sys; sys.stdout = sys.stderr = None; from parrules.cli.main import main; sys.exit(main(['cod']))"
    assert exits.USAGE == subprocess.run([sys.executable, "-c", program], check=False).returncode
