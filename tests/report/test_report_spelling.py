from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from parrules.report.spelling import (
    amount,
    brief,
    brief_index,
    evidence_value,
    index,
    places_of,
    points,
    quantity,
    signed,
)
from parrules.values.amounts import Number, Value
from parrules.values.kinds import COUNT, DATE, DAYS, MONEY, NUMBER, RATIO, TABLE, TEXT, YES_NO, Kind
from parrules.values.nothing import MISSING, NONE, NOT_APPLICABLE
from parrules.values.ranges import Range, Unknown
from report.samples import QUALITY

DAY = date(2025, 12, 31).toordinal()


@pytest.mark.parametrize(
    ("value", "in_a_sentence", "in_a_column", "as_a_change"),
    [
        (Fraction(49, 4), "12,25", "12,25", "+12,25"),
        (Fraction(-1, 2), "−0,5", "−0,5", "−0,5"),
        (0, "0", "0", "0"),
        (Fraction(1, 3), "≈ 0,3333", "≈ 0,3333", "≈ +0,3333"),
        (Range(5, 10), "trong khoảng 5 đến 10", "5 … 10", "+5 … +10"),
        (Range(-3, 0), "trong khoảng −3 đến 0", "−3 … 0", "−3 … 0"),
        (Range(5, None), "ít nhất 5", "≥ 5", "+5 … ?"),
        (Range(None, 10), "nhiều nhất 10", "≤ 10", "? … +10"),
        (Range(), "bất kỳ giá trị nào", "?", "? … ?"),
    ],
)
def test_numbers_as_people_read_them(value: Number, in_a_sentence: str, in_a_column: str, as_a_change: str) -> None:
    assert (in_a_sentence, in_a_column, as_a_change) == (amount(value, "vi"), brief(value, "vi"), signed(value, "vi"))


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (20500, COUNT, "20.500"),
        (Fraction(33, 40), RATIO, "82,5%"),
        (Fraction(-33, 40), RATIO, "−82,5%"),
        (DAY, DATE, "31/12/2025"),
        (0, DATE, "0"),
        (5, DAYS, "5 ngày"),
        (Fraction(25, 2), Kind("money", unit="triệu đồng"), "12,5 triệu đồng"),
        (12, MONEY, "12"),
        (12, Kind("number", unit="km2"), "12 km2"),
        (2, QUALITY, "Tốt"),
        (9, QUALITY, "9"),
        (True, YES_NO, "có"),
        (0, YES_NO, "không"),
        ("Sở Nội vụ", TEXT, "Sở Nội vụ"),
        (NONE, DATE, "không có"),
        (MISSING, DATE, "chưa nộp"),
        (NOT_APPLICABLE, DATE, "không áp dụng"),
        (Unknown(), YES_NO, "chưa biết"),
        (Range(0, Fraction(1, 2)), RATIO, "trong khoảng 0% đến 50%"),
        (Range(DAY, None, none=True), DATE, "ít nhất 31/12/2025, hoặc không có"),
    ],
)
def test_a_quantity_is_written_as_its_kind_is(value: Value, kind: Kind, expected: str) -> None:
    assert expected == quantity(value, kind, "vi")


def test_days_records_and_points_have_a_singular_in_english() -> None:
    assert [quantity(n, DAYS, "en") for n in (1, 2)] == ["1 day", "2 days"]
    assert [evidence_value(n, TABLE, "", "en") for n in (1, 0)] == ["1 record", "0 records"]
    assert [points(1, "en"), points(Fraction(1, 2), "en")] == ["1 point", "0.5 points"]


def test_a_figure_known_to_be_absent_is_shown_in_the_words_that_said_so() -> None:
    assert evidence_value(NONE, DATE, "chưa hoàn thành", "en") == "chưa hoàn thành"
    assert evidence_value(NONE, DATE, "", "en") == "none"


@pytest.mark.parametrize(
    ("value", "in_a_sentence", "in_a_column"),
    [
        (Fraction(98, 100), "98,00%", "98,00%"),
        (Fraction(1, 3), "≈ 33,33%", "≈ 33,33%"),
        (Range(Fraction(1, 3), 1), "trong khoảng ≈ 33,33% đến 100,00%", "≈ 33,33 … 100,00%"),
        (Range(Fraction(1, 2), None), "ít nhất 50,00%", "50,00 … ?%"),
    ],
)
def test_an_index_has_two_places(value: Number, in_a_sentence: str, in_a_column: str) -> None:
    assert (in_a_sentence, in_a_column) == (index(value, "vi"), brief_index(value, "vi"))


def test_a_column_has_the_places_that_say_its_numbers_exactly() -> None:
    assert places_of([1, Fraction(1, 4), None, Range(Fraction(1, 2), None), Fraction(1, 3)]) == 2
    assert places_of([]) == 0


def test_a_number_kind_has_no_unit_of_its_own() -> None:
    assert quantity(Fraction(12345, 10), NUMBER, "vi") == "1.234,5"
