"""`parrules lost`: where points went, what would regain them, and who answers for it."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from parrules.cli import exits
from parrules.report.lost_json import lost_schema
from parrules.report.receipt import json_text
from parrules.text.wording import LANGUAGES

ROOT = Path(__file__).parents[2]
DETAIL = str(ROOT / "examples" / "province-detail-2023" / "evidence.yaml")
COMMUNES = str(ROOT / "examples" / "nd307" / "communes.yaml")


def test_of_one_body_the_plan_has_points_office_cause_evidence_and_deadline(parrules) -> None:
    ended = parrules("lost", DETAIL, "--body", "minh-hoa-b")
    assert (exits.FINE, "") == (ended.code, ended.err)
    assert ended.out.startswith("ĐIỂM MẤT Ở ĐÂU · tỉnh minh họa B\n")
    assert "hạn là ngày cuối kỳ 31/12/2023:" in ended.out
    first = ended.out.index("\n    4,00  1.3 ")
    assert first < ended.out.index("\n    3,00  3.2.1 ")
    assert "4 nhiệm vụ đã quá" in ended.out
    assert "\n  1.3. Nhiệm vụ Chính phủ và Thủ tướng Chính phủ giao (tasks): 8 bản ghi\n" in ended.out
    assert "      7,5  Sở Kế hoạch và Đầu tư\n" in ended.out
    assert "     11,0  bị trừ\n" in ended.out


def test_of_many_bodies_what_they_lost_together_and_what_is_open(parrules) -> None:
    ended = parrules("lost", COMMUNES, "--lang", "en")
    assert (exits.EVIDENCE, "") == (ended.code, ended.err)
    assert "Xã Một               100          58.00          42.00     45.00        0      3\n" in ended.out
    assert "−13.00       2  6     Priority" in ended.out
    assert "Xã Hai, 4.3. Poverty: within 0 to 2 points; waits for: Poor households" in ended.out


def test_where_no_office_answers_for_anything_there_is_no_column_for_it(parrules, change, commune: Path) -> None:
    for options in ((), ("--body", "xa-ba-be")):
        ended = parrules("lost", "rules.yaml", "evidence.yaml", *options, "--lang", "en")
        assert "Criterion" in ended.out
        assert "Accountable office" not in ended.out
    change("rules.yaml", "    max: 25\n    criteria:", "    max: 25\n    accountable: Công an\n    criteria:")
    assert "Accountable office" in parrules("lost", "rules.yaml", "evidence.yaml", "--lang", "en").out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("arguments", [(DETAIL,), (DETAIL, "--body", "minh-hoa-a"), (COMMUNES,)])
def test_every_line_fits_in_eighty_columns(parrules, arguments: tuple[str, ...], language: str) -> None:
    ended = parrules("lost", *arguments, "--lang", language)
    assert [] == [line for line in ended.out.splitlines() if len(line) > 80]


def test_where_nothing_can_be_scored_nothing_is_printed(parrules, change) -> None:
    change("rules.yaml", "award 10", "awrd 10")
    ended = parrules("lost", "rules.yaml", "evidence.yaml")
    assert (exits.METHODOLOGY, "") == (ended.code, ended.out)


def test_a_body_that_is_not_there_is_told(parrules, commune: Path) -> None:
    ended = parrules("lost", "rules.yaml", "evidence.yaml", "--body", "xa", "--lang", "en")
    assert (exits.USAGE, "") == (ended.code, ended.out)
    assert ended.err.startswith("error UC116:")


def test_the_json_adds_up_and_is_as_the_schema_says(parrules) -> None:
    schema = (ROOT / "schemas" / "lost.schema.json").read_text(encoding="utf-8")
    assert schema == json_text(lost_schema())
    vi, en = (parrules("lost", DETAIL, "--format", "json", "--lang", one).out for one in LANGUAGES)
    assert vi == en
    found = json.loads(vi)
    Draft7Validator(json.loads(schema)).validate(found)
    for body in found["bodies"]:
        parts = [Fraction(one["amount"]) for one in found["parts"] if one["body"] == body["body"]]
        assert Fraction(body["applicable"]) - Fraction(body["total"]) == Fraction(body["lost"]) == sum(parts)
    whole = sum(Fraction(one["amount"]) for one in found["parts"])
    for key in ("by_criterion", "by_office", "by_cause"):
        assert whole == sum(Fraction(one["amount"]) for one in found[key])


def test_open_criteria_are_in_the_json_with_their_range(parrules) -> None:
    found = json.loads(parrules("lost", COMMUNES, "--format", "json").out)
    Draft7Validator(lost_schema()).validate(found)
    (poor, _) = found["open"]
    assert ("xa-hai", "4.3", "0", "2") == (poor["body"], poor["code"], poor["low"], poor["high"])


def test_the_spreadsheet_has_a_line_a_cause(parrules) -> None:
    ended = parrules("lost", DETAIL, "--body", "minh-hoa-b", "--format", "csv", "--lang", "en")
    rows = list(csv.DictReader(io.StringIO(ended.out.removeprefix("\ufeff"))))
    late = [row for row in rows if row["Code"] == "1.3"]
    assert [("deducted", "3/2"), ("deducted", "4"), ("held within the bounds of the criterion", "-3/2")] == [
        (row["Cause"], str(Fraction(row["Points lost"]))) for row in late
    ]
    assert {"tasks"} == {row["Evidence that decides"] for row in late}
    assert {"2023-12-31"} == {row["Deadline"] for row in rows}
