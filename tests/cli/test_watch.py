"""`parrules evaluate --watch`: scored again when a file was saved, whatever state it is saved in."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from parrules.api.watching import files_of
from parrules.cli import evaluate, exits, watch
from parrules.cli.main import main

FORMATS = Path(__file__).parents[1] / "formats" / "1"


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Callable[[Sequence[Callable[[], object]]], None]:
    """What others do to the files, one thing between two looks; then somebody presses Ctrl-C."""

    def play(doings: Sequence[Callable[[], object]]) -> None:
        waiting = iter(doings)

        def pause(_: float) -> None:
            doing = next(waiting, None)
            if doing is None:
                raise KeyboardInterrupt
            doing()

        original = watch.watch
        monkeypatch.setattr(watch, "watch", lambda *given: original(*given, pause=pause))

    return play


def nothing() -> None:
    """A look at which all is as it was."""


def watched(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[list[str], str]:
    """The total of each time that it was scored, and what was said."""
    asked = ("evaluate", "rules.yaml", "evidence.yaml", "--body", "xa-ba-be", "--lang", "en", "--watch", *more)
    assert exits.INTERRUPTED == main(asked)
    ended = capsys.readouterr()
    return [line.split()[2] for line in ended.out.splitlines() if line.strip().startswith("Total")], ended.err


def test_it_scores_again_when_the_evidence_was_saved(capsys, commune: Path, change, steps) -> None:
    steps([nothing, lambda: change("evidence.yaml", "16500", "17000"), nothing, nothing])
    totals, told = watched(capsys)
    assert 2 == len(totals)
    assert totals[0] != totals[1]
    assert "evidence.yaml changed, scored again\n" in told
    assert 2 == told.count("watching the files; Ctrl-C ends it")


def test_a_file_that_is_half_saved_is_told_of_and_mended_by_the_next_save(capsys, commune: Path, steps) -> None:
    whole = (commune / "evidence.yaml").read_bytes()
    steps(
        [
            lambda: (commune / "evidence.yaml").write_bytes(whole[: len(whole) // 2] + b"\n  ["),
            nothing,
            lambda: (commune / "evidence.yaml").write_bytes(whole),
            nothing,
            nothing,
        ]
    )
    totals, told = watched(capsys)
    assert 2 == len(totals)
    assert 1 == told.count("error PR")


def test_it_waits_until_a_file_that_is_being_replaced_is_there_again(capsys, commune: Path, steps) -> None:
    whole = (commune / "evidence.yaml").read_bytes()
    steps(
        [
            (commune / "evidence.yaml").unlink,
            nothing,
            lambda: (commune / "evidence.yaml").write_bytes(whole + b"\n"),
            nothing,
        ]
    )
    totals, told = watched(capsys)
    assert (2, 0) == (len(totals), told.count("error"))


def test_a_file_that_is_gone_is_told_of_at_last_and_it_goes_on(capsys, commune: Path, steps) -> None:
    whole = (commune / "evidence.yaml").read_bytes()
    steps(
        [
            (commune / "evidence.yaml").unlink,
            *[nothing] * 10,
            lambda: (commune / "evidence.yaml").write_bytes(whole),
            nothing,
        ]
    )
    totals, told = watched(capsys)
    assert (2, 1) == (len(totals), told.count("error PR001"))


def test_rules_of_ones_own_are_watched_too(capsys, commune: Path, change, steps) -> None:
    steps([lambda: change("rules.yaml", "award 10", "award 11"), nothing])
    totals, told = watched(capsys)
    assert 2 == len(totals)
    assert "rules.yaml changed" in told


def test_standard_input_comes_once(parrules, commune: Path) -> None:
    ended = parrules("evaluate", "rules.yaml", "-", "--watch", "--lang", "en")
    assert (exits.USAGE, True) == (ended.code, "UC171" in ended.err)


def test_the_files_that_the_evidence_and_the_rules_name_are_watched() -> None:
    named = files_of(str(FORMATS / "rules.yaml"), str(FORMATS / "appraised.yaml"))
    expected = {"appraised.yaml", "evidence.yaml", "bodies.csv", "tasks.csv", "calendar.yaml"}
    assert {*expected, "rules.yaml", "rules-2024.yaml"} == {file.name for file in named}
    assert ("form.xlsx",) == tuple(file.name for file in files_of(None, str(FORMATS / "form.xlsx")))


def test_files_that_name_each_other_are_watched_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("over: b.yaml\nx: \0.yaml", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("over: a.yaml\ntext: |\n  x\n  y.yaml", encoding="utf-8")
    assert (tmp_path / "a.yaml",) == files_of(None, str(tmp_path / "a.yaml"))
    (tmp_path / "a.yaml").write_text("over: b.yaml\n", encoding="utf-8")
    assert (tmp_path / "a.yaml", tmp_path / "b.yaml") == files_of("vn.nd307.ward", str(tmp_path / "a.yaml"))


def test_the_browser_is_opened_once(capsys, commune: Path, change, steps, monkeypatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(evaluate, "show", lambda path, language: opened.append(path))
    steps([lambda: change("evidence.yaml", "16500", "17000"), nothing])
    watched(capsys, "--format", "html", "-o", "page.html", "--open")
    assert [Path("page.html")] == opened


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal to one program")
def test_control_c_ends_it_with_130(started, commune: Path) -> None:
    process = started("evaluate", "rules.yaml", "evidence.yaml", "--watch", "--lang", "en")
    for line in process.stderr:
        if b"Ctrl-C" in line:
            os.kill(process.pid, signal.SIGINT)
            break
    out, err = process.communicate()
    assert (exits.INTERRUPTED, b"") == (process.returncode, err)
    assert b"SCORES" in out
