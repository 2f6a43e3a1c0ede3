"""The rule file that the user means, by path, by name, by edition and by date."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from parrules.api.cache import NO_CACHE, Cache
from parrules.api.find import RuleFile, find, is_path, known_names, rule_folders, shipped
from parrules.api.folders import TESTS
from parrules.api.heads import Head, head_of, heads_of
from parrules.plugins import collect, installed
from parrules.text.diagnostic import diagnostic

HEAD = """\
parrules: 1
methodology: {name}
edition: "{edition}"
title: {{vi: Chỉ số, en: Index}}
valid: {{{valid}}}
criteria:
  - code: "1"
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Two editions of a province index, one of a commune index, and a file that is no methodology."""
    folder = tmp_path / "rules"
    for file, name, edition, valid in (
        ("par/vn.par.province@2022.yaml", "vn.par.province", "2022", "from: 2022-01-01, to: 2022-12-31"),
        ("par/vn.par.province@2023.yaml", "vn.par.province", "2023", "from: 2023-01-01"),
        ("nd307/vn.nd307.commune.yaml", "vn.nd307.commune", "2025", "from: 2025-11-27"),
    ):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD.format(name=name, edition=edition, valid=valid), encoding="utf-8", newline="\n")
    (folder / "nd307" / "evidence.yaml").write_text("parrules: 1\n", encoding="utf-8")
    return folder


def province(rules: Path, edition: str) -> RuleFile:
    file = f"par/vn.par.province@{edition}.yaml"
    return RuleFile(rules / file, file)


@pytest.mark.parametrize("asked", ["rules.yaml", "./no-rules", "a/b.yml", "..\\quy tắc\\a.yaml", "/tmp/x", "-"])
def test_what_looks_like_a_path_is_taken_as_it_is_whether_it_exists_or_not(asked: str) -> None:
    assert is_path(asked)
    assert (RuleFile(Path(asked), asked.replace("\\", "/")), ()) == find(asked, folders=[])


def test_a_name_is_looked_up_in_any_folder_and_shown_without_a_place_on_this_machine(rules: Path) -> None:
    file = "nd307/vn.nd307.commune.yaml"
    assert (RuleFile(rules / file, file), ()) == find("vn.nd307.commune", folders=[rules])


def test_a_name_with_its_edition_is_that_edition(rules: Path) -> None:
    assert (province(rules, "2022"), ()) == find("vn.par.province@2022", folders=[rules])


def test_the_edition_that_the_evidence_names_is_taken_where_the_name_has_none(rules: Path) -> None:
    assert (province(rules, "2022"), ()) == find("vn.par.province", edition="2022", folders=[rules])


def test_the_edition_that_the_user_names_goes_before_the_one_of_the_evidence(rules: Path) -> None:
    assert (province(rules, "2023"), ()) == find("vn.par.province@2023", edition="2022", folders=[rules])


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2022, 1, 1), "2022"),
        (date(2022, 12, 31), "2022"),
        (date(2023, 1, 1), "2023"),
        (date(2030, 12, 31), "2023"),
    ],
)
def test_without_an_edition_the_one_valid_on_the_day_is_taken(rules: Path, day: date, edition: str) -> None:
    assert (province(rules, edition), ()) == find("vn.par.province", on=day, folders=[rules])


def test_a_day_on_which_no_edition_is_valid_is_refused_with_the_editions_there_are(rules: Path) -> None:
    day = date(2021, 12, 31)
    expected = diagnostic(
        "UC112", name="vn.par.province", on=day, editions=("2022", "2023"), example="vn.par.province@2023"
    )
    assert (None, (expected,)) == find("vn.par.province", on=day, folders=[rules])


def test_two_editions_valid_on_one_day_are_refused_with_their_files(rules: Path) -> None:
    path = rules / "par" / "vn.par.province@2022.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(", to: 2022-12-31", ""), encoding="utf-8")
    files = ("par/vn.par.province@2022.yaml", "par/vn.par.province@2023.yaml")
    expected = diagnostic("UC113", name="vn.par.province", on=date(2023, 12, 31), files=files)
    assert (None, (expected,)) == find("vn.par.province", on=date(2023, 12, 31), folders=[rules])


def test_one_edition_in_two_files_is_refused_with_their_names(rules: Path) -> None:
    copy = rules / "copy" / "vn.par.province@2022.yaml"
    copy.parent.mkdir()
    copy.write_text((rules / "par" / copy.name).read_text(encoding="utf-8"), encoding="utf-8")
    files = ("copy/vn.par.province@2022.yaml", "par/vn.par.province@2022.yaml")
    expected = diagnostic("UC114", name="vn.par.province", edition="2022", files=files)
    assert (None, (expected,)) == find("vn.par.province@2022", folders=[rules])


def test_a_name_with_several_editions_and_no_day_asks_which(rules: Path) -> None:
    expected = diagnostic("UC115", name="vn.par.province", editions=("2022", "2023"), example="vn.par.province@2023")
    assert (None, (expected,)) == find("vn.par.province", folders=[rules])


def test_an_edition_that_is_not_there_is_refused_with_the_nearest(rules: Path) -> None:
    expected = diagnostic("UC111", name="vn.par.province", edition="223", editions=("2022", "2023"), suggestion="2023")
    assert (None, (expected,)) == find("vn.par.province@223", folders=[rules])


@pytest.mark.parametrize(
    ("asked", "suggestion"),
    [
        ("vn.nd307.comune", "vn.nd307.commune"),
        ("VN.PAR.Province", "vn.par.province"),
        ("vn.par.provinces@2023", "vn.par.province"),
        ("something", None),
        ("evidence", None),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(rules: Path, asked: str, suggestion: str | None) -> None:
    expected = diagnostic("UC110", name=asked, suggestion=suggestion)
    assert (None, (expected,)) == find(asked, folders=[rules])


def test_a_file_without_an_ending_is_found_where_no_methodology_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "quy_tắc").write_text("parrules: 1\n", encoding="utf-8")
    assert (RuleFile(Path("quy_tắc"), "quy_tắc"), ()) == find("quy_tắc", folders=[])


def test_the_names_that_are_known_stand_in_order(rules: Path) -> None:
    assert ("vn.nd307.commune", "vn.par.province") == known_names([rules])


def test_no_folder_of_rules_is_no_name() -> None:
    assert () == known_names([Path("nowhere at all")])


def test_the_head_is_read_without_what_is_wrong_behind_it() -> None:
    text = HEAD.format(name="vn.x", edition="1", valid="from: 2025-01-01, to: 2025-12-31") + "  - [broken\n"
    assert Head("vn.x", "1", date(2025, 1, 1), date(2025, 12, 31)) == head_of(text)


def test_a_head_whose_keys_stand_behind_the_criteria_is_read_too() -> None:
    text = 'criteria:\n  - code: "1"\nmethodology: vn.x\nedition: "1"\nvalid:\n  from: 2025-01-01\n'
    assert Head("vn.x", "1", date(2025, 1, 1), None) == head_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a list\n",
        "[broken",
        "methodology: [x]\nedition: {a: b}\nvalid: 3\n",
        "valid: {from: 2025-02-30}\n",
        "\ufffd\0",
    ],
)
def test_what_is_no_rule_file_has_an_empty_head(text: str) -> None:
    assert Head() == head_of(text)


def test_a_file_that_cannot_be_read_has_an_empty_head(tmp_path: Path) -> None:
    assert (Head(), Head()) == heads_of([tmp_path / "none.yaml", tmp_path], NO_CACHE)


def test_heads_come_from_the_cache_while_the_files_stay_as_they_are(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    day = date(2023, 12, 31)
    first = find("vn.par.province", on=day, cache=cache, folders=[rules])
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "parrules.syntax.yaml_reader", None)  # importing it now fails
        assert first == find("vn.par.province", on=day, cache=cache, folders=[rules])
    path = rules / "par" / "vn.par.province@2023.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2023-01-01", "2024-01-01"), encoding="utf-8")
    found, refused = find("vn.par.province", on=day, cache=cache, folders=[rules])
    assert (None, ["UC112"]) == (found, [one.code for one in refused])


def test_every_shipped_rule_file_says_the_name_and_the_edition_that_its_own_name_says() -> None:
    for path in sorted(one for one in shipped("rules").rglob("*.yaml") if not one.name.endswith(TESTS)):
        name, _, edition = path.stem.partition("@")
        if "." in name:
            head = head_of(path.read_text(encoding="utf-8"))
            assert (name, edition or head.edition) == (head.methodology, head.edition)
            assert head.valid_from is not None


def test_rule_files_of_plugins_are_found_by_name_too(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought = replace(collect.collect(), rule_folders=(rules,))
    monkeypatch.setattr(collect, "collect", lambda: brought)
    monkeypatch.setattr(installed, "plugins_installed", lambda: ["one"])
    assert (shipped("rules"), rules) == rule_folders()
    assert "vn.par.province" in known_names()
    expected = RuleFile(rules / "par/vn.par.province@2023.yaml", "par/vn.par.province@2023.yaml")
    assert (expected, ()) == find("vn.par.province@2023")


def test_without_plugins_their_folders_are_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> object:
        raise AssertionError

    monkeypatch.setattr(collect, "collect", never)
    assert (shipped("rules"),) == rule_folders()
