"""`parrules evaluate` over many bodies: in several processes, streamed, interrupted, and with a process that dies."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from time import sleep

import pytest

from cli.samples import RULES
from parrules.api import workers
from parrules.cli import exits

EVALUATE = ("evaluate", "rules.yaml", "evidence.yaml", "--format", "json", "--lang", "en")


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a round of 100 communes in CSV files, where the command is run."""
    return _round(tmp_path, 100, monkeypatch)


def _round(folder: Path, count: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    bodies = ["id,name,mountain", *(f"xa-{n},Xã {n},{'có' if n % 3 else 'không'}" for n in range(count))]
    values = ["body,population", *(f"xa-{n},{9_000 + 37 * n}" for n in range(count))]
    evidence = (
        "parrules: 1\nevidence: vn.x.commune\nround: {year: 2025, from: 2025-01-01, to: 2025-12-31}\n"
        "bodies: bodies.csv\nvalues: {file: values.csv}\n"
    )
    files = {"rules.yaml": RULES, "evidence.yaml": evidence}
    files |= {"bodies.csv": "\n".join(bodies), "values.csv": "\n".join(values)}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("format", ["json", "csv", "ledger", "table"])
def test_the_result_is_the_same_in_one_process_and_in_two(parrules, many: Path, format: str) -> None:
    alone, beside = (
        parrules(*EVALUATE, "--format", format, "--workers", number, "-o", f"{number}.txt") for number in ("1", "2")
    )
    assert (exits.FINE, "", "") == (alone.code, alone.out, alone.err)
    assert alone == beside
    assert (many / "1.txt").read_bytes() == (many / "2.txt").read_bytes()
    assert (many / "1.txt").read_text(encoding="utf-8").count("Xã 99") >= 1


def test_what_is_printed_is_what_is_written(parrules, many: Path) -> None:
    printed = parrules(*EVALUATE)
    parrules(*EVALUATE, "-o", "receipts.json")
    assert printed.out.encode() == (many / "receipts.json").read_bytes()
    assert [f"xa-{n}" for n in range(100)] == [sheet["body"]["id"] for sheet in json.loads(printed.out)["sheets"]]


def test_evidence_that_is_missing_is_told_to_the_shell_whichever_process_found_it(parrules, many: Path) -> None:
    lines = (many / "values.csv").read_text(encoding="utf-8").splitlines()
    (many / "values.csv").write_text("\n".join(lines[:-1]), encoding="utf-8")
    assert exits.EVIDENCE == parrules(*EVALUATE, "--workers", "2").code


@pytest.mark.parametrize("given", ["0", "-1", "two", "1.5", "100000"])
def test_workers_are_one_or_more(parrules, many: Path, given: str) -> None:
    ended = parrules(*EVALUATE, "--workers", given)
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith(f"error UC180: `--workers` takes a whole number from 1, not `{given}`\n")


def test_a_process_that_dies_is_told_and_the_old_result_stays(
    parrules, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (many / "out.json").write_text("as it was", encoding="utf-8")
    monkeypatch.setattr(workers, "work", os._exit)  # it cannot be called so, and ends at once
    ended = parrules(*EVALUATE, "--workers", "2", "-o", "out.json")
    assert (exits.BUG, "") == (ended.code, ended.out)
    assert ended.err.startswith("error UC181: a process that was scoring was ended before it was done")
    assert "as it was" == (many / "out.json").read_text(encoding="utf-8")
    assert [] == [path.name for path in many.iterdir() if path.name.endswith(".part")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal for one process")
def test_an_interrupt_ends_all_processes_and_the_old_result_stays(
    started, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _round(tmp_path, 8_000, monkeypatch)
    (tmp_path / "out.json").write_text("as it was", encoding="utf-8")
    running = started(*EVALUATE, "--workers", "2", "-o", "out.json", start_new_session=True)
    partial = tmp_path / ".out.json.part"
    while running.poll() is None and not (partial.exists() and partial.stat().st_size):
        sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to every process of the command
    out, err = running.communicate()
    assert (exits.INTERRUPTED, b"", b"") == (running.returncode, out, err)
    assert "as it was" == (tmp_path / "out.json").read_text(encoding="utf-8")
    assert not partial.exists()
    while _any_left(running.pid):
        sleep(0.01)


def _any_left(group: int) -> bool:
    """Whether some process of the command is still there."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_reader_that_has_enough_ends_it(started, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _round(tmp_path, 2_000, monkeypatch)
    running = started(*EVALUATE, "--workers", "2")
    assert running.stdout.read(20) == b'{"parrules_receipt":'
    running.stdout.close()
    assert b"" == running.stderr.read()
    assert exits.FINE == running.wait()
