"""`parrules rank`: the order of a round, and the change against another one."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from parrules.cli import exits

ROUND = ("rank", "rules.yaml", "evidence.yaml", "--lang", "en")
PLACES = (("Xã Ba Bể", "1"), ("Xã Chợ Đồn", "2"))
OTHER = """\
parrules: 1
evidence: vn.x.commune
round: {year: 2025, from: 2025-01-01, to: 2025-06-30}
bodies:
  xa-ba-be: {name: Xã Ba Bể, mountain: no, group: a, region: b}
  xa-cho-don: {name: Xã Chợ Đồn, mountain: no}
values:
  xa-ba-be: {population: "16000"}
  xa-cho-don: {population: "17000"}
"""


@pytest.fixture
def whole(change) -> None:
    """A round in which nothing is missing."""
    change("evidence.yaml", "3}\n", '3}\n  xa-cho-don:\n    population: "16000"\n')


@pytest.fixture
def other(commune: Path) -> Path:
    path = commune / "other.yaml"
    path.write_text(OTHER, encoding="utf-8", newline="\n")
    return path


def rows_of(text: str) -> list[tuple[str, str]]:
    """The names and places of a CSV file."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    return [(row["Body"], row["Place from"]) for row in rows]


def test_a_round_is_put_in_order(parrules, whole, commune: Path) -> None:
    ended = parrules(*ROUND)
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert ended.out.startswith("STANDING · by total\n")
    assert ["1", "Xã", "Ba", "Bể", "17.25", "57.50%", "0.00", "+3.625"] in [
        line.split() for line in ended.out.splitlines()
    ]
    assert all(len(line) <= 80 for line in ended.out.splitlines())


def test_missing_evidence_leaves_places_open_and_is_told_to_the_shell(parrules, commune: Path) -> None:
    ended = parrules(*ROUND)
    assert exits.EVIDENCE == ended.code
    assert "1 … 2  Xã Ba Bể" in ended.out


def test_one_criterion_can_be_ranked(parrules, whole, commune: Path) -> None:
    ended = parrules(*ROUND, "--by", "2")
    assert exits.FINE == ended.code
    assert ended.out.startswith("STANDING · by criterion 2. Mountains\n")


def test_a_criterion_that_is_not_there_is_refused_with_the_nearest(parrules, whole, commune: Path) -> None:
    ended = parrules(*ROUND, "--by", "1.11")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert "UC117" in ended.err


def test_another_round_shows_what_changed(parrules, whole, other: Path) -> None:
    ended = parrules(*ROUND, "--last", "other.yaml")
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert "Against the round of 2025: 1 up, 1 down, 0 unchanged.\n" in ended.out
    assert "+7.25" in ended.out


def test_a_criterion_that_the_other_rules_do_not_have_is_told(parrules, whole, other: Path, commune: Path) -> None:
    rules = (commune / "rules.yaml").read_text(encoding="utf-8")
    (commune / "old.yaml").write_text(rules.replace('code: "2"', 'code: "3"'), encoding="utf-8")
    ended = parrules(*ROUND, "--last", "other.yaml", "--last-methodology", "old.yaml", "--by", "2")
    assert exits.FINE == ended.code
    assert "warning UC151" in ended.err
    assert "Against" not in ended.out


def test_another_round_that_cannot_be_read_is_told_and_the_standing_is_printed(parrules, whole, commune: Path) -> None:
    ended = parrules(*ROUND, "--last", "nowhere.yaml")
    assert exits.FINE != ended.code
    assert "nowhere.yaml" in ended.err
    assert "Xã Ba Bể" in ended.out


def test_a_round_without_groups_cannot_be_ranked_within_them(parrules, whole, commune: Path) -> None:
    ended = parrules(*ROUND, "--in", "group")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert "UC150" in ended.err


def test_each_region_is_ranked_by_itself_and_who_is_in_none_is_told(parrules, other: Path) -> None:
    ended = parrules("rank", "rules.yaml", "other.yaml", "--in", "region", "--lang", "en")
    assert "\nRegion: b\n" in ended.out
    assert "  - Xã Chợ Đồn: it is in no region\n" in ended.out


def test_for_programs_it_is_json(parrules, whole, commune: Path) -> None:
    ended = parrules(*ROUND, "--format", "json")
    (found,) = json.loads(ended.out)["standings"]
    assert ["xa-ba-be", "xa-cho-don"] == [one["id"] for one in found["bodies"]]
    assert {"count": "2", "mean": "13.625", "median": "13.625", "best": "17.25", "worst": "10"} == found["statistics"]


def test_for_a_spreadsheet_it_is_csv_and_goes_to_a_file(parrules, whole, commune: Path) -> None:
    ended = parrules(*ROUND, "--format", "csv", "-o", "ranks.csv")
    assert (exits.FINE, "", "") == (ended.code, ended.out, ended.err)
    assert list(PLACES) == rows_of((commune / "ranks.csv").read_text(encoding="utf-8"))


def test_rules_that_are_wrong_are_told_and_nothing_is_printed(parrules, change, commune: Path) -> None:
    change("rules.yaml", "award 10", "awrd 10")
    ended = parrules(*ROUND)
    assert (exits.METHODOLOGY, "") == (ended.code, ended.out)
