from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from parrules.report.csv_table import COLUMNS, guarded
from parrules.scoring.sheet import Sheet
from parrules.text.spelling import Language
from report.laid_out import scores_csv
from report.samples import HELD, OPEN_SHEET, SETTLED_SHEET, THIRD, UNASSESSED_SHEET


def rows_of(sheet: Sheet) -> list[dict[str, str]]:
    text = scores_csv([sheet], "en").removeprefix("\ufeff")
    return [dict(zip(COLUMNS, row, strict=True)) for row in csv.reader(io.StringIO(text))][1:]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_scores_are_csv_for_a_spreadsheet(language: Language, golden: Callable[[str, str], None]) -> None:
    golden(f"scores.{language}.csv", scores_csv((SETTLED_SHEET, OPEN_SHEET, UNASSESSED_SHEET), language))


def test_the_text_begins_with_the_mark_by_which_excel_knows_utf_8() -> None:
    assert scores_csv([], "vi").encode()[:6] == b"\xef\xbb\xbfM\xc3\xa3"


def test_numbers_are_exact_and_a_negative_one_is_still_a_number() -> None:
    rows = rows_of(replace(SETTLED_SHEET, lines=(THIRD, HELD)))
    assert [(row["score"], row["lost"]) for row in rows[:2]] == [("1/3", "2/3"), ("-3", "")]


def test_an_open_score_has_its_bounds_and_no_loss() -> None:
    row = next(row for row in rows_of(OPEN_SHEET) if row["code"] == "2.2")
    assert tuple(row[name] for name in ("score", "low", "high", "lost", "missing")) == (
        "",
        "1",
        "3.5",
        "",
        "Report was late",
    )


def test_total_index_and_published_total_close_a_body() -> None:
    closing = [(row["title"], row["score"]) for row in rows_of(SETTLED_SHEET)[1:]]
    assert closing == [("Total", "12.25"), ("Index", "0.49"), ("Published", "12.25")]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "\r=1", "\n=1"])
def test_text_never_becomes_a_formula(text: str) -> None:
    expected = "'" + text.replace("\t", " ").replace("\r", " ").replace("\n", " ")
    assert expected == guarded(text)
    sheet = replace(SETTLED_SHEET, body_name=text)
    assert {expected} == {row["body_name"] for row in rows_of(sheet)}


@pytest.mark.parametrize("text", ["", "Xã Ba Bể", "1.10", "12/BC-UBND", "a=b"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert text == guarded(text)
