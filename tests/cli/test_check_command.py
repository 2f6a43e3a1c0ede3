"""`parrules check` prints what is wrong in rule files."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parrules.cli import exits


def test_where_nothing_is_wrong_nothing_is_printed(parrules, commune: Path) -> None:
    ended = parrules("check", "rules.yaml")
    assert (exits.FINE, "", "không thấy lỗi nào\n") == (ended.code, ended.out, ended.err)


def test_every_mistake_is_printed_at_once_with_its_place(parrules, change) -> None:
    change("rules.yaml", "of population above", "of populaton above")
    change("rules.yaml", "award maximum when mountain otherwise 0", "award maximum when mountains otherwise 0")
    ended = parrules("check", "rules.yaml", "--lang", "en")
    places = [line.split(" ")[0] for line in ended.out.splitlines() if line.startswith("rules.yaml:")]
    assert exits.METHODOLOGY == ended.code
    assert ["rules.yaml:22:32:", "rules.yaml:28:26:"] == places


def test_json_is_the_same_in_every_language(parrules, change) -> None:
    change("rules.yaml", "award 10\n", "award ten\n")
    ended = parrules("check", "rules.yaml", "--format", "json")
    (found,) = json.loads(ended.out)
    assert ("error", "rules.yaml", 21, 17) == (found["severity"], found["file"], found["line"], found["column"])
    assert ended == parrules("check", "rules.yaml", "--format", "json", "--lang", "en")


def test_json_of_nothing_is_an_empty_list(parrules, commune: Path) -> None:
    ended = parrules("check", "rules.yaml", "--format", "json")
    assert (exits.FINE, "[]\n", "") == (ended.code, ended.out, ended.err)


def test_several_files_are_looked_over_together(parrules, commune: Path) -> None:
    ended = parrules("check", "rules.yaml", "b.yaml", "a.yaml", "--lang", "en")
    assert exits.METHODOLOGY == ended.code
    assert ["a.yaml:", "b.yaml:"] == [line.split(" ")[0] for line in ended.out.splitlines() if "PR001" in line]


def test_a_name_that_is_not_known_is_a_wrong_command(parrules) -> None:
    ended = parrules("check", "vn.nowhere", "--lang", "en")
    assert exits.USAGE == ended.code
    assert ended.out.startswith("error UC110: there is no methodology named `vn.nowhere`\n")


@pytest.mark.parametrize("format", ["sarif", "github", "junit"])
def test_what_is_found_is_printed_for_editors_code_hosts_and_build_servers(parrules, change, format: str) -> None:
    change("rules.yaml", "award 10\n", "award ten\n")
    ended = parrules("check", "rules.yaml", "--format", format)
    assert (exits.METHODOLOGY, "") == (ended.code, ended.err)
    assert "rules.yaml" in ended.out


def test_junit_names_a_file_that_is_right_as_a_case_that_passed(parrules, commune: Path) -> None:
    ended = parrules("check", "rules.yaml", "--format", "junit")
    assert exits.FINE == ended.code
    assert '<testcase name="check" classname="rules.yaml"/>' in ended.out


def test_what_can_be_mended_is_mended_first(parrules, change, commune: Path) -> None:
    change("rules.yaml", 'edition: "2025"', "edition: 2025")
    ended = parrules("check", "rules.yaml", "--fix", "--lang", "en")
    assert (exits.FINE, "", "mended 1 in rules.yaml\nnothing is wrong\n") == (ended.code, ended.out, ended.err)
    assert 'edition: "2025"' in (commune / "rules.yaml").read_text(encoding="utf-8")
