# ruff: noqa: SIM300  (expected first, then actual)
from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.evidence.amounts import read_amount
from parrules.evidence.mistakes import Mistake
from parrules.text.spelling import Language, day, number, percent
from parrules.values.kinds import COUNT, DATE, DAYS, NUMBER, POINTS, RATIO, TEXT, YES_NO, Kind
from parrules.values.nothing import MISSING, NONE, NOT_APPLICABLE
from parrules.values.numbers import Exact

AREA = Kind("number", unit="km2")
MONEY = Kind("money", unit="triệu đồng")
RESULT = Kind("one_of", options=("Không hoàn thành", "Hoàn thành", "Hoàn thành tốt"))
KINDS = (COUNT, NUMBER, POINTS, RATIO, MONEY, AREA, DAYS, DATE, YES_NO, RESULT, TEXT)
LANGUAGES: tuple[Language, ...] = ("vi", "en")


@pytest.mark.parametrize(
    ("expected", "kind", "text"),
    [
        (12, COUNT, "12"),
        (0, COUNT, "0"),
        (12, COUNT, "  12\u00a0"),
        (1234, COUNT, "1 234"),
        (1234567, COUNT, "1.234.567"),
        (1234567, COUNT, "1,234,567"),
        (1234567, COUNT, "1 234 567"),
        (1234567, COUNT, "1\u00a0234\u202f567"),
        (Fraction(236, 25), NUMBER, "9,44"),
        (Fraction(236, 25), NUMBER, "9.44"),
        (Fraction(2469, 2), NUMBER, "1.234,5"),
        (Fraction(2469, 2), NUMBER, "1,234.5"),
        (Fraction(1234567, 1000), NUMBER, "1.234,567"),
        (Fraction(1234567, 1000), NUMBER, "1 234.567"),
        (Fraction(1234567, 1000), NUMBER, "1234.567"),
        (Fraction(1, 8), NUMBER, "0,125"),
        (Fraction(129, 10), NUMBER, "12,9000"),
        (-5, NUMBER, "-5"),
        (-5, NUMBER, "\N{MINUS SIGN}5"),
        (10**18 - 1, NUMBER, "9" * 18),
        (Fraction(1, 10**18), NUMBER, "0." + "0" * 17 + "1"),
        (Fraction(33, 40), RATIO, "82,5%"),
        (Fraction(33, 40), RATIO, "82.5 %"),
        (0, RATIO, "0%"),
        (1, RATIO, "100%"),
        (Fraction(-1, 20), RATIO, "-5%"),
        (Fraction(25, 2), MONEY, "12,5 triệu đồng"),
        (Fraction(25, 2), MONEY, "12,5 Triệu  đồng"),
        (Fraction(25, 2), MONEY, "12,5"),
        (5, AREA, "5km2"),
        (5, AREA, "5 km²"),
        (3, DAYS, "3 ngày"),
        (Fraction(3, 2), POINTS, "1,5 điểm"),
        (datetime.date(2025, 12, 31).toordinal(), DATE, "31/12/2025"),
        (datetime.date(2025, 2, 1).toordinal(), DATE, "1/2/2025"),
        (datetime.date(2025, 12, 31).toordinal(), DATE, "2025-12-31"),
        (True, YES_NO, "Có"),
        (True, YES_NO, "YES"),
        (True, YES_NO, "true"),
        (False, YES_NO, "không"),
        (False, YES_NO, "No"),
        (False, YES_NO, "FALSE"),
        (2, RESULT, "Hoàn thành tốt"),
        (0, RESULT, " Không hoàn thành "),
        ("Xã A", TEXT, " Xã A "),
        ("012", TEXT, "012"),
    ],
    ids=lambda given: getattr(given, "name", None) or str(given),
)
def test_what_is_typed_is_read(expected: Exact | bool | str, kind: Kind, text: str) -> None:
    actual = read_amount(text, kind)
    assert (type(expected), expected) == (type(actual), actual)


@pytest.mark.parametrize(
    ("expected", "kind", "text"),
    [
        ("EV101 suggestion=12", COUNT, "012"),
        ("EV101 suggestion=5", COUNT, "+5"),
        ("EV101 suggestion=1000", COUNT, "1_000"),
        ("EV101 suggestion=0.5", NUMBER, ".5"),
        ("EV101 suggestion=0,5", NUMBER, "00,5"),
        ("EV101 suggestion=5", NUMBER, "5."),
        ("EV101", NUMBER, "0.123.456"),
        ("EV101", NUMBER, "1.23.4"),
        ("EV101", NUMBER, "1.234,567,890"),
        ("EV101", NUMBER, "1 2"),
        ("EV101", NUMBER, "nan"),
        ("EV101", NUMBER, "inf"),
        ("EV101", NUMBER, "-"),
        ("EV101", NUMBER, "=1+1"),
        ("EV101", NUMBER, "(5)"),
        ("EV101", NUMBER, "một trăm"),
        ("EV102 thousands=12900", COUNT, "12.900"),
        ("EV102 thousands=12000 decimals=12", COUNT, "12.000"),
        ("EV102 thousands=1000 decimals=1", NUMBER, "1.000"),
        ("EV102 thousands=1000 decimals=1", NUMBER, "1,000"),
        ("EV102 thousands=12345 decimals=12,3450", NUMBER, "12,345"),
        ("EV102 thousands=-12345 decimals=-12.3450", NUMBER, "-12.345"),
        ("EV102 thousands=98837% decimals=98.8370%", RATIO, "98.837%"),
        ("EV102 thousands=12900 decimals=12.9", MONEY, "12.900 triệu đồng"),
        ("EV103 percent=82.5% hundredfold=8250%", RATIO, "82.5"),
        ("EV103 percent=0,825% hundredfold=82,5%", RATIO, "0,825"),
        ("EV103 percent=1% hundredfold=100%", RATIO, "1"),
        ("EV103 percent=0,12345% hundredfold=12,3450%", RATIO, "0,12345"),
        ("EV103 percent=12.3450% hundredfold=1234.5%", RATIO, "12.3450"),
        ("EV103 percent=0%", RATIO, "0"),
        ("EV104 character=FULLWIDTH DIGIT ONE digit=1", COUNT, "１２"),
        ("EV104 character=FULLWIDTH DIGIT TWO digit=2", COUNT, "1２"),
        ("EV104 character=ARABIC-INDIC DIGIT THREE digit=3", COUNT, "٣"),
        ("EV104 character=VULGAR FRACTION ONE HALF", NUMBER, "½"),
        ("EV104 character=ZERO WIDTH SPACE", COUNT, "12\u200b5"),
        ("EV104 character=FULLWIDTH DIGIT THREE digit=3", DATE, "３1/12/2025"),
        ("EV105", NUMBER, "1e5"),
        ("EV105", NUMBER, "1,2E+05"),
        ("EV105", RATIO, "1e-2"),
        ("EV106", NUMBER, "9" * 19),
        ("EV106", NUMBER, "0," + "3" * 19),
        ("EV106", NUMBER, "1" * 5000),
        ("EV107", COUNT, "12,5"),
        ("EV108", COUNT, "-3"),
        ("EV109 given=tỷ đồng unit=triệu đồng", MONEY, "12,5 tỷ đồng"),
        ("EV110", COUNT, "12%"),
        ("EV110", MONEY, "12%"),
        ("EV111 suggestion=31/12/2025", DATE, "31-12-2025"),
        ("EV111 suggestion=31/12/2025", DATE, "31.12.2025"),
        ("EV111 suggestion=31/12/2025", DATE, "2025/12/31"),
        ("EV111 suggestion=2025-12-31", DATE, "2025-12-31 00:00:00"),
        ("EV111", DATE, "31-02-2025"),
        ("EV111", DATE, "31/12/25"),
        ("EV111", DATE, "45999"),
        ("EV112", DATE, "31/02/2025"),
        ("EV112", DATE, "0/0/2025"),
        ("EV112", DATE, "0000-01-01"),
        ("EV112 suggestion=13/12/2025", DATE, "12/13/2025"),
        ("EV113", YES_NO, "x"),
        ("EV113", YES_NO, "1"),
        ("EV114 suggestion=Hoàn thành tốt", RESULT, "Hoan thanh tot"),
        ("EV114", RESULT, "1"),
        ("EV115", NUMBER, "#DIV/0!"),
        ("EV115", DATE, "#N/A"),
        ("EV116 words=người number=5", COUNT, "5 người"),
        ("EV116 words=giờ number=5", DAYS, "5 giờ"),
    ],
    ids=lambda given: getattr(given, "name", None) or str(given)[:40],
)
def test_what_cannot_be_read_for_sure_is_refused(expected: str, kind: Kind, text: str) -> None:
    actual = read_amount(text, kind)
    assert isinstance(actual, Mistake)
    shown = [f"{name}={said}" for name, said in actual.arguments if name not in ("text", "options")]
    assert expected == " ".join([actual.code, *shown])


def test_a_long_text_is_quoted_in_part() -> None:
    actual = read_amount("x" * 5000, NUMBER)
    assert isinstance(actual, Mistake)
    assert {"text": "x" * 59 + "…"} == dict(actual.arguments)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_blank_is_missing_unless_it_is_declared_to_mean_none(kind: Kind) -> None:
    assert MISSING is read_amount("", kind)
    assert MISSING is read_amount(" \u00a0\t", kind)
    assert NONE is read_amount("", kind, none="chưa hoàn thành")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_words_for_nothing_are_read_by_every_kind(kind: Kind) -> None:
    assert NONE is read_amount(" Chưa  hoàn thành", kind, none="chưa hoàn thành")
    assert NOT_APPLICABLE is read_amount("Không áp dụng", kind)
    assert NOT_APPLICABLE is read_amount("N/A", kind)


def test_a_count_may_be_negative_when_that_is_declared() -> None:
    assert -3 == read_amount("-3", COUNT, low=-100)
    assert isinstance(read_amount("-3", COUNT, low=0), Mistake)


def test_letters_taken_apart_are_the_same_letters() -> None:
    assert read_amount("co\u0301", YES_NO) is True


def decimals(most: int = 10**12) -> st.SearchStrategy[Fraction]:
    return st.builds(lambda whole, places: Fraction(whole, 10**places), st.integers(-most, most), st.integers(0, 6))


@given(decimals(), st.sampled_from(LANGUAGES), st.none() | st.integers(0, 6))
def test_a_number_as_it_is_shown_is_read_back_or_refused_and_never_another(
    value: Fraction, language: Language, places: int | None
) -> None:
    actual = read_amount(number(value, language, places), NUMBER)
    if isinstance(actual, Mistake):
        assert "EV102" == actual.code
    else:
        assert value == actual


@given(decimals(), st.sampled_from(LANGUAGES))
def test_a_ratio_as_it_is_shown_is_read_back_or_refused_and_never_another(value: Fraction, language: Language) -> None:
    actual = read_amount(percent(value, language), RATIO)
    if isinstance(actual, Mistake):
        assert actual.code == "EV102" or "≈" in percent(value, language)
    else:
        assert value == actual


@given(st.dates(), st.sampled_from(LANGUAGES))
def test_a_date_as_it_is_shown_is_read_back(value: datetime.date, language: Language) -> None:
    if value.year >= 1000:
        assert value.toordinal() == read_amount(day(value, language), DATE)


@given(decimals(), st.sampled_from(LANGUAGES))
def test_each_reading_that_is_proposed_is_read(value: Fraction, language: Language) -> None:
    refused = read_amount(number(value, language, 3), NUMBER)
    if isinstance(refused, Mistake):
        said = dict(refused.arguments)
        readings = [read_amount(str(said[name]), NUMBER) for name in ("thousands", "decimals")]
        assert value in readings
        assert readings[0] == 1000 * readings[1]  # type: ignore[operator]


@given(st.text(), st.sampled_from(KINDS))
def test_any_text_is_a_value_or_a_mistake(text: str, kind: Kind) -> None:
    actual = read_amount(text, kind, none="chưa có")
    assert isinstance(actual, Mistake) or type(actual) is not float


@given(st.from_regex(r"[-+]?[0-9., eE%_]{1,12}", fullmatch=True), st.sampled_from((COUNT, NUMBER, RATIO)))
def test_what_a_suggestion_says_is_accepted(text: str, kind: Kind) -> None:
    refused = read_amount(text, kind)
    if isinstance(refused, Mistake):
        for name, said in refused.arguments:
            if name in ("percent", "hundredfold"):
                assert not isinstance(read_amount(str(said), RATIO), Mistake)
            elif name == "suggestion":
                assert not isinstance(read_amount(str(said), NUMBER), Mistake)
