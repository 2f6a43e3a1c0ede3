"""`parrules evaluate --format xlsx|docx`: files of office programs, which nobody wants on a terminal."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from parrules.cli import exits

MOUNTAIN = ("evaluate", "rules.yaml", "evidence.yaml", "--body", "xa-ba-be")


@pytest.mark.parametrize("format", ["xlsx", "docx"])
def test_a_file_is_written_whole_and_nothing_is_printed(parrules, commune: Path, format: str) -> None:
    ended = parrules(*MOUNTAIN, "--format", format, "-o", f"out.{format}")
    assert (exits.FINE, "", "") == (ended.code, ended.out, ended.err)
    assert b"PK" == (commune / f"out.{format}").read_bytes()[:2]
    assert not list(commune.glob(".*.part"))


@pytest.mark.parametrize("format", ["xlsx", "docx"])
def test_without_a_place_to_write_it_is_refused_before_anything_is_scored(parrules, commune: Path, format: str) -> None:
    ended = parrules(*MOUNTAIN, "--format", format)
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert "UC160" in ended.err
    assert f"-o ket-qua.{format}" in ended.err


def test_the_standard_output_takes_the_bytes_as_they_are(started, commune: Path) -> None:
    with started(*MOUNTAIN, "--format", "xlsx", "-o", "-", cwd=commune) as running:
        out, err = running.communicate()
    assert b"PK" == out[:2]
    assert b"" == err


def test_a_report_is_of_one_body(parrules, commune: Path) -> None:
    ended = parrules("evaluate", "rules.yaml", "evidence.yaml", "--format", "docx", "-o", "out.docx")
    assert exits.USAGE == ended.code
    assert "UC118" in ended.err
    assert not (commune / "out.docx").exists()


def test_without_the_library_it_is_said_what_to_install(parrules, commune: Path, monkeypatch) -> None:
    there = find_spec
    monkeypatch.setattr("parrules.api.office.find_spec", lambda name: None if name == "docx" else there(name))
    ended = parrules(*MOUNTAIN, "--format", "docx", "-o", "out.docx")
    assert exits.USAGE == ended.code
    assert "UC161" in ended.err
    assert "parrules[office]" in ended.err


def test_a_single_criterion_can_be_had_by_itself(parrules, commune: Path) -> None:
    ended = parrules(*MOUNTAIN, "--criterion", "1.1", "--format", "xlsx", "-o", "out.xlsx")
    assert exits.FINE == ended.code


def test_on_a_terminal_it_is_told_what_was_written_where(parrules, commune: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    ended = parrules("evaluate", "rules.yaml", "evidence.yaml", "--format", "csv", "-o", "scores.csv", "--lang", "en")
    assert (exits.EVIDENCE, "") == (ended.code, ended.out)
    assert ended.err.endswith("bodies scored: 2, open: 1; written to scores.csv\n")
