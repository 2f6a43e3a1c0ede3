from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from parrules.report.receipt import receipt, receipt_text
from parrules.report.receipt_schema import receipt_schema
from parrules.scoring.sheet import Entry, Quantity, Reason
from parrules.values.amounts import Value
from parrules.values.kinds import BARE, COUNT, DATE, MONEY, NUMBER, POINTS, RATIO, TEXT, YES_NO, Kind
from parrules.values.nothing import MISSING, NONE, NOT_APPLICABLE
from parrules.values.numbers import from_written
from parrules.values.ranges import Range, Unknown
from report.samples import LATE, OPEN_SHEET, POPULATION, QUALITY, SETTLED_SHEET, UNASSESSED_SHEET

SHEETS = (SETTLED_SHEET, OPEN_SHEET, UNASSESSED_SHEET)
DAY = date(2025, 12, 31).toordinal()


def quantity_of(value: Value, kind: Kind) -> dict[str, object]:
    """How a receipt writes a quantity."""
    line = replace(POPULATION, named=(Quantity("x", value, kind),))
    made = receipt([replace(SETTLED_SHEET, lines=(line,))])
    Draft7Validator(receipt_schema()).validate(made)
    return made["sheets"][0]["criteria"][0]["quantities"][0]  # type: ignore[index, no-any-return]


def test_a_receipt_says_everything_that_the_sheets_say(golden: Callable[[str, str], None]) -> None:
    golden("receipt.json", receipt_text(SHEETS))


def test_every_receipt_has_the_published_shape() -> None:
    Draft7Validator.check_schema(receipt_schema())
    assert list(Draft7Validator(receipt_schema()).iter_errors(receipt(SHEETS))) == []
    assert list(Draft7Validator(receipt_schema()).iter_errors(receipt([]))) == []


def test_the_published_shape_refuses_what_is_no_receipt() -> None:
    made = json.loads(receipt_text([SETTLED_SHEET]))
    made["sheets"][0]["total"] = 12.25
    made["sheets"][0]["criteria"][0]["entries"] = []
    paths = {tuple(error.absolute_path) for error in Draft7Validator(receipt_schema()).iter_errors(made)}
    assert {("sheets", 0, "total"), ("sheets", 0, "criteria", 0)} == paths


def test_the_text_is_canonical() -> None:
    text = receipt_text(SHEETS)
    assert text.endswith("}\n") and "\r" not in text
    assert text[:70] == '{\n  "parrules_receipt": 1,\n  "sheets": [\n    {\n      "methodology": {\n'
    assert "Xã Ba Bể" in text
    assert text == receipt_text(SHEETS)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        pytest.param(Fraction(49, 4), POINTS, {"kind": "points", "value": "12.25"}, id="a number is exact text"),
        pytest.param(Fraction(1, 3), NUMBER, {"kind": "number", "value": "1/3"}, id="a third stays a third"),
        pytest.param(
            Fraction(25, 2),
            Kind("money", unit="triệu đồng"),
            {"kind": "money", "unit": "triệu đồng", "value": "12.5"},
            id="money keeps its unit",
        ),
        pytest.param(Fraction(33, 40), RATIO, {"kind": "ratio", "value": "0.825"}, id="a ratio is a number"),
        pytest.param(DAY, DATE, {"kind": "date", "value": "2025-12-31"}, id="a date is ISO"),
        pytest.param(10**9, DATE, {"kind": "date", "value": "1000000000"}, id="a day that no calendar has is a number"),
        pytest.param(1, QUALITY, {"kind": "one_of", "value": "Đạt"}, id="one of a list is its text"),
        pytest.param(7, QUALITY, {"kind": "one_of", "value": "7"}, id="a place that a list does not have is a number"),
        pytest.param(True, YES_NO, {"kind": "yes_no", "value": True}, id="yes is true"),
        pytest.param("=1+1", TEXT, {"kind": "text", "value": "=1+1"}, id="a text is itself"),
        pytest.param(NONE, DATE, {"kind": "date", "value": {"nothing": "none"}}, id="known to be absent"),
        pytest.param(MISSING, COUNT, {"kind": "count", "value": {"nothing": "missing"}}, id="not handed in"),
        pytest.param(
            NOT_APPLICABLE, COUNT, {"kind": "count", "value": {"nothing": "not_applicable"}}, id="not applicable"
        ),
        pytest.param(Range(1, 3), BARE, {"kind": "bare", "value": {"within": ["1", "3"]}}, id="an open number"),
        pytest.param(
            Range(0, None, low_open=True, whole=True, none=True),
            MONEY,
            {"kind": "money", "value": {"within": ["0", None], "low_open": True, "or_none": True}},
            id="open above, not 0 itself, or none",
        ),
        pytest.param(
            Range(None, None, low_open=True), MONEY, {"kind": "money", "value": {"within": [None, None]}}, id="any"
        ),
        pytest.param(
            Range(DAY, DAY + 1),
            DATE,
            {"kind": "date", "value": {"within": ["2025-12-31", "2026-01-01"]}},
            id="open",
        ),
        pytest.param(Range(0, 2), QUALITY, {"kind": "one_of", "value": {"within": ["Không đạt", "Tốt"]}}, id="list"),
        pytest.param(Range(0, 1), YES_NO, {"kind": "yes_no", "value": {"within": [False, True]}}, id="open yes or no"),
        pytest.param(Unknown(), TEXT, {"kind": "text", "value": {"unknown": True}}, id="an unknown text"),
        pytest.param(
            Unknown(none=True),
            TEXT,
            {"kind": "text", "value": {"unknown": True, "or_none": True}},
            id="or none",
        ),
    ],
)
def test_a_value_is_written_by_its_kind(value: Value, kind: Kind, expected: dict[str, object]) -> None:
    assert {"name": "x", **expected} == quantity_of(value, kind)


@given(st.fractions())
def test_a_number_comes_back_as_it_was(number: Fraction) -> None:
    assert number == from_written(str(quantity_of(number, NUMBER)["value"]))


def test_a_reason_names_its_quantities_and_doubles_its_braces() -> None:
    reason = Reason(("{", *LATE.parts, "}"))
    line = replace(POPULATION, entries=(Entry("deduct", -1, -1, reason=reason),))
    made = receipt([replace(SETTLED_SHEET, lines=(line,))])
    entry = made["sheets"][0]["criteria"][0]["ledger"][0]  # type: ignore[index]
    expected = {"text": "{{{late} nhiệm vụ chậm}}", "values": [{"name": "late", "kind": "count", "value": "3"}]}
    assert expected == entry["reason"]
