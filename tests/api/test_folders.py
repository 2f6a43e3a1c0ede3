"""A folder that was given where a file is wanted is told with the files in it that may be meant."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from pathlib import Path

import pytest

from parrules.api.find import find, names_rules
from parrules.api.folders import folder_for_evidence, folder_for_rules, rule_files_in
from parrules.api.opening import opened
from parrules.text.diagnostic import Diagnostic
from parrules.text.wording import message

RULES = "parrules: 1\nmethodology: vn.x.commune\nevidence:\n  population: {type: count}\n"
EVIDENCE = "parrules: 1\nevidence: vn.x.commune\nround: {year: 2025}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {"rules.yaml": RULES, "more.yml": RULES, "rules.test.yaml": RULES, "evidence.yaml": EVIDENCE, "a.csv": "x"}
    (tmp_path / "xã").mkdir()
    for name, text in files.items():
        (tmp_path / "xã" / name).write_text(text, encoding="utf-8")
    (tmp_path / "xã" / "not-text.yaml").write_bytes(b"\xff\xfe")
    return tmp_path / "xã"


def hints(found: Diagnostic | None) -> tuple[str, ...]:
    assert found is not None
    assert "PR002" == found.code
    return tuple(message(found, "en").hints)


def test_where_rules_are_wanted_the_rule_files_are_named(folder: Path) -> None:
    assert ("name a file in it: `xã/more.yml`, `xã/rules.yaml`",) == hints(folder_for_rules(Path("xã")))


def test_where_evidence_is_wanted_the_evidence_files_are_named(folder: Path) -> None:
    assert ("name a file in it: `xã/evidence.yaml`",) == hints(folder_for_evidence(Path("xã")))
    assert [("PR002", "xã")] == [(one.code, one.place) for one in opened(Path("xã"))[1]]


def test_a_folder_without_such_files_has_none_to_name(folder: Path) -> None:
    (folder / "rules.yaml").unlink()
    (folder / "more.yml").unlink()
    assert () == hints(folder_for_rules(folder))
    assert () == rule_files_in(folder)


def test_what_is_no_folder_is_left_to_who_reads_it(folder: Path) -> None:
    assert None is folder_for_rules(folder / "rules.yaml")
    assert None is folder_for_evidence(folder / "nowhere")
    assert () == rule_files_in(folder / "nowhere")


@pytest.mark.parametrize("asked", ["xã", "./xã", "xã/"])
def test_rules_are_not_read_from_a_folder_however_it_is_written(folder: Path, asked: str) -> None:
    file, found = find(asked, folders=[])
    assert None is file
    assert ["PR002"] == [one.code for one in found]
    assert names_rules(asked)


def test_a_name_that_is_a_folder_without_rules_is_no_methodology(folder: Path) -> None:
    (folder.parent / "empty").mkdir()
    assert ["UC110"] == [one.code for one in find("empty", folders=[])[1]]
    assert not names_rules("empty")
