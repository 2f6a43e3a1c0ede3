"""`parrules fmt` tidies rule files, writes them whole or not at all, and leaves tidy ones alone."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from cli.samples import RULES
from parrules.cli import exits
from parrules.text import files

UNTIDY = RULES.replace("award 10\n", "award   10 # nền\n")
TIDY = RULES.replace("award 10\n", "award 10  # nền\n")


@pytest.fixture
def untidy(commune: Path) -> Path:
    path = commune / "rules.yaml"
    path.write_bytes(UNTIDY.encode())
    return path


def test_an_untidy_file_is_written_and_named(parrules, untidy: Path) -> None:
    ended = parrules("fmt", "rules.yaml", "--lang", "en")
    assert (exits.FINE, "", "tidied rules.yaml\n") == (ended.code, ended.out, ended.err)
    assert TIDY.encode() == untidy.read_bytes()


def test_a_tidy_file_is_not_touched(parrules, commune: Path) -> None:
    path = commune / "rules.yaml"
    os.utime(path, ns=(1, 1))
    ended = parrules("fmt", "rules.yaml", "--lang", "en")
    told = "rules.yaml is tidy already\n"
    assert (exits.FINE, "", told, 1) == (ended.code, ended.out, ended.err, path.stat().st_mtime_ns)


def test_several_tidy_files_are_counted(parrules, commune: Path) -> None:
    (commune / "tidy.yaml").write_bytes(TIDY.encode())
    for options in ((), ("--check",)):
        ended = parrules("fmt", *options, "rules.yaml", "tidy.yaml", "--lang", "en")
        assert (exits.FINE, "", "2 files are tidy already\n") == (ended.code, ended.out, ended.err)


def test_a_folder_is_told_with_the_rule_files_in_it(parrules, commune: Path) -> None:
    ended = parrules("fmt", ".", "--lang", "en")
    assert exits.METHODOLOGY == ended.code
    assert "error PR002" in ended.err and "name a file in it: `rules.yaml`" in ended.err


def test_check_lists_what_is_untidy_and_changes_nothing(parrules, untidy: Path, commune: Path) -> None:
    (commune / "tidy.yaml").write_bytes(TIDY.encode())
    ended = parrules("fmt", "--check", "tidy.yaml", "rules.yaml")
    assert (exits.FINDINGS, "rules.yaml\n", "") == (ended.code, ended.out, ended.err)
    assert UNTIDY.encode() == untidy.read_bytes()
    ended = parrules("fmt", "--check", "tidy.yaml")
    assert (exits.FINE, "", "tidy.yaml đã gọn sẵn\n") == (ended.code, ended.out, ended.err)


def test_line_ends_and_the_mark_at_the_start_stay_as_they_are(parrules, commune: Path) -> None:
    path = commune / "rules.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode())
    assert exits.FINE == parrules("fmt", "rules.yaml").code
    assert b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode() == path.read_bytes()


def test_standard_input_goes_to_standard_output(parrules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNTIDY.encode()), encoding="utf-8"))
    ended = parrules("fmt", "-")
    assert (exits.FINE, TIDY, "") == (ended.code, ended.out, ended.err)


def test_standard_input_that_is_wrong_gives_nothing(parrules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: [\n"), encoding="utf-8"))
    ended = parrules("fmt", "-")
    assert (exits.METHODOLOGY, "", True) == (ended.code, ended.out, "PR036" in ended.err)


def test_a_file_that_is_wrong_stays_as_it_is_and_the_others_are_written(parrules, untidy: Path, commune: Path) -> None:
    wrong = UNTIDY.replace("cap at maximum", "cap at at maximum")
    (commune / "wrong.yaml").write_bytes(wrong.encode())
    ended = parrules("fmt", "wrong.yaml", "nowhere.yaml", "rules.yaml", "--lang", "en")
    assert (exits.METHODOLOGY, "") == (ended.code, ended.out)
    assert "nowhere.yaml: error PR001" in ended.err
    assert "wrong.yaml:23:18:" in ended.err
    assert (wrong.encode(), TIDY.encode()) == ((commune / "wrong.yaml").read_bytes(), untidy.read_bytes())


def test_a_file_that_cannot_be_written_is_told_and_stays(
    parrules, untidy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.os, "replace", refused)
    ended = parrules("fmt", "rules.yaml")
    assert (exits.USAGE, "", True) == (ended.code, ended.out, "PR011" in ended.err)
    assert UNTIDY.encode() == untidy.read_bytes()
    assert ["evidence.yaml", "rules.yaml"] == sorted(path.name for path in untidy.parent.iterdir())


def test_a_name_of_a_shipped_methodology_is_no_file(parrules, commune: Path) -> None:
    ended = parrules("fmt", "vn.nd307.commune")
    assert (exits.METHODOLOGY, True) == (ended.code, "PR001" in ended.err)


def test_a_file_is_spelled_in_vietnamese_and_in_english_again(parrules, commune: Path) -> None:
    path = commune / "rules.yaml"
    before = path.read_bytes()
    ended = parrules("fmt", "--to", "vi", "rules.yaml", "--lang", "en")
    assert (exits.FINE, "", "tidied rules.yaml\n") == (ended.code, ended.out, ended.err)
    assert "language: vi" == path.read_text(encoding="utf-8").splitlines()[2]
    scored = parrules("evaluate", "evidence.yaml", "--lang", "en")
    assert exits.FINE == parrules("fmt", "--to", "en", "rules.yaml").code
    assert before == path.read_bytes()
    again = parrules("evaluate", "evidence.yaml", "--lang", "en")
    assert (scored.code, scored.out) == (again.code, again.out)


def test_a_file_is_spelled_and_tidied_at_once(parrules, untidy: Path) -> None:
    assert exits.FINE == parrules("fmt", "--to", "vi", "rules.yaml").code
    assert "chấm 10  # nền\n" in untidy.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_spelled_so_stays_and_is_told(parrules, commune: Path) -> None:
    path = commune / "rules.yaml"
    text = RULES.replace("award 10\n", "award đầu_kỳ\n")
    path.write_bytes(text.encode())
    ended = parrules("fmt", "--to", "vi", "rules.yaml", "--lang", "en")
    assert exits.METHODOLOGY == ended.code
    assert "PR151" in ended.err
    assert "`đầu_kỳ` is a word of the language there" in ended.err
    assert text.encode() == path.read_bytes()
