"""`parrules form`: the workbook that a body fills in."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parrules.cli import exits

FORM = ("form", "rules.yaml", "--body", "xa-ba-be")


def test_the_form_is_written_whole_and_nothing_is_said(parrules, commune: Path) -> None:
    ended = parrules(*FORM, "--name", "Xã Ba Bể", "-o", "bieu.xlsx")
    assert (exits.FINE, "", "") == (ended.code, ended.out, ended.err)
    assert b"PK" == (commune / "bieu.xlsx").read_bytes()[:2]


def test_on_a_terminal_it_is_told_how_to_score_what_will_be_filled_in(parrules, commune: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    ended = parrules(*FORM, "-o", "biểu nộp.xlsx", "--lang", "en")
    next_one = 'parrules evaluate rules.yaml "biểu nộp.xlsx"'
    assert f'written: "biểu nộp.xlsx"; when it is filled in:\n  {next_one}\n' == ended.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("form", "rules.yaml", "-o", "bieu.xlsx"), "UC164"),
        (FORM, "UC160"),
        ((*FORM, "-o", "bieu.xlsx", "--year", "25"), "UC162"),
        ((*FORM, "-o", "bieu.xlsx", "--year", "MMXXV"), "UC162"),
        (("form", "vn.nd307.comune", "--body", "x", "-o", "bieu.xlsx"), "UC110"),
        (("form", "vn.nd307.commune", "--body", "x", "--year", "2019", "-o", "bieu.xlsx"), "UC112"),
    ],
)
def test_what_is_not_said_or_said_wrongly_is_told_and_nothing_is_written(
    parrules, commune: Path, arguments: tuple[str, ...], code: str
) -> None:
    ended = parrules(*arguments)
    assert exits.USAGE == ended.code
    assert code in ended.err
    assert not (commune / "bieu.xlsx").exists()


def test_a_stage_that_the_methodology_does_not_have_is_refused(parrules, change, commune: Path) -> None:
    change("rules.yaml", "levels:", "stages: [{name: self, by: body}, {name: appraised, by: Sở Nội vụ}]\nlevels:")
    ended = parrules(*FORM, "--stage", "apraised", "-o", "bieu.xlsx")
    assert exits.USAGE == ended.code
    assert "UC163" in ended.err
    assert "`appraised`?" in ended.err
