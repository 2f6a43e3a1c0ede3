"""Standings as people and programs read them."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from parrules.report.columns import width_of
from parrules.report.receipt import json_text
from parrules.report.standing_table import standing_table
from parrules.report.standings_json import standings_csv, standings_schema, standings_text
from parrules.standing.standing import Against, Apart, Change, Place, Ranked, Standing, Statistics
from parrules.text.spelling import Language
from parrules.text.wording import LANGUAGES
from parrules.values.ranges import Range
from report.samples import SETTLED_SHEET

PUBLISHED = Path(__file__).parents[2] / "schemas" / "standing.schema.json"

FIRST = Ranked(
    body="ba-be",
    body_name="Xã Ba Bể",
    group="xã miền núi",
    region="Bắc",
    place=Place(1, 1),
    value=Fraction(181, 2),
    total=Fraction(181, 2),
    index=Fraction(181, 200),
    classes=("Xuất sắc",),
    perhaps=False,
    to_first=0,
    to_mean=Fraction(32, 3),
    change=Change(88, Fraction(5, 2), Place(3, 3), 2),
)
SECOND = replace(
    FIRST,
    body="cho-don",
    body_name="Xã Chợ Đồn và các thôn bản sáp nhập theo nghị quyết",
    place=Place(2, 2, level=2),
    value=80,
    total=80,
    index=Fraction(4, 5),
    classes=("Tốt", "Xuất sắc"),
    to_first=Fraction(21, 2),
    to_mean=Fraction(1, 6),
    change=Change(81, -1, Place(2, 2), 0),
)
OPEN = replace(
    FIRST,
    body="=1+1",
    body_name="Xã Cư Lễ",
    place=Place(2, 4),
    value=Range(60, 80),
    total=Range(60, 80),
    index=Range(Fraction(3, 5), Fraction(4, 5), high_open=True),
    classes=("Tốt",),
    perhaps=True,
    to_first=Range(Fraction(21, 2), Fraction(61, 2)),
    to_mean=Range(Fraction(-13, 2), Fraction(-1, 6)),
    change=None,
)
AGAINST = Against(
    2024, "2024-01-01", "2024-12-31", "vn.nd307.commune", "2024", True, 1, 1, 0, 0, ("Xã Cư Lễ",), ("Xã Cũ",)
)
ROUND = Standing(
    "total",
    "",
    "",
    "round",
    "",
    "competition",
    (FIRST, SECOND, replace(SECOND, body="d", body_name="Xã Dương Sơn"), OPEN),
    (Apart("e", "Xã Đặc khu", "not_assessed"), Apart("f", "Xã F", "not_ranked"), Apart("g", "Xã G", "nothing_applies")),
    Statistics(Range(3, 4, whole=True), Fraction(239, 3), 80, Fraction(181, 2), Range(60, 80)),
    AGAINST,
)
REGIONS = (
    replace(
        ROUND, by="1.2", title_vi="Số hóa", title_en="Digital", within="region", of="Bắc", ties="undecided", apart=()
    ),
    replace(
        ROUND, within="region", of="", rows=(), statistics=None, against=None, apart=(Apart("h", "Xã H", "no_group"),)
    ),
)
AS_INDEX = replace(
    ROUND.rows[0],
    value=Fraction(181, 200),
    to_first=0,
    to_mean=Fraction(107, 1000),
    change=Change(Fraction(22, 25), Fraction(1, 40), None, None),
)
BY_INDEX = replace(
    ROUND,
    by="index",
    rows=(AS_INDEX,),
    apart=(),
    statistics=Statistics(1, *[Fraction(181, 200)] * 4),
    against=replace(AGAINST, open=1),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_standing_is_a_table(language: Language, golden: Callable[[str, str], None]) -> None:
    shown = [standing_table(some, SETTLED_SHEET, language) for some in ((ROUND,), REGIONS, (BY_INDEX,))]
    golden(f"standing.{language}.txt", "\n\n".join(shown))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(language: Language, width: int) -> None:
    for some in ((ROUND,), REGIONS, (BY_INDEX,)):
        lines = standing_table(some, SETTLED_SHEET, language, width).splitlines()
        assert [] == [line for line in lines if width_of(line) > width]


def test_where_nobody_is_ranked_that_is_said() -> None:
    nobody = replace(ROUND, rows=(), statistics=None, against=None)
    assert "Nobody is ranked." in standing_table((nobody,), SETTLED_SHEET, "en")


def test_rules_of_another_methodology_are_named() -> None:
    other = replace(ROUND, against=replace(AGAINST, methodology="vn.old", edition="1"))
    assert "edition vn.old@1 then, 2025 now" in " ".join(standing_table((other,), SETTLED_SHEET, "en").split())


def test_what_programs_read_says_everything_and_fits_its_schema(golden: Callable[[str, str], None]) -> None:
    text = standings_text((ROUND, *REGIONS), SETTLED_SHEET)
    assert [] == [one.message for one in Draft7Validator(standings_schema()).iter_errors(json.loads(text))]
    golden("standing.json", text)


def test_the_published_schema_is_the_one_that_the_code_has() -> None:
    Draft7Validator.check_schema(standings_schema())
    assert json_text(standings_schema()) == PUBLISHED.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_standings_are_a_spreadsheet_in_which_nothing_becomes_a_formula(
    language: Language, golden: Callable[[str, str], None]
) -> None:
    golden(f"standing.{language}.csv", standings_csv((ROUND, *REGIONS), language))
