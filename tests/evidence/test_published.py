"""Published figures: each is the interval that its digits allow, from YAML and from CSV alike."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from parrules.evidence.published import Printed, PrintedRow, Published
from parrules.evidence.published_from_listing import published_from_csv
from parrules.evidence.published_from_syntax import is_published, published_from
from parrules.evidence.shape_of_printed import published_schema
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic
from parrules.text.source import Source
from parrules.values import ranges
from parrules.values.numbers import rounded
from parrules.values.ranges import Range

HEAD = "parrules: 1\npublished: Kết quả\n"


def published(text: str) -> tuple[Published, list[str]]:
    found, wrong = published_from(Source("published.yaml", HEAD + text))
    return found, [one.code for one in wrong]


def row(text: str) -> PrintedRow:
    found, wrong = published(f"printed: {{a: {text}}}\n")
    assert [] == wrong
    return found.rows[-1]


def csv(text: str, *codes: str) -> tuple[Published, tuple[Diagnostic, ...]]:
    return published_from_csv(text.encode(), "t.csv", "t.csv", codes)


@given(st.fractions(-100, 100, max_denominator=5000), st.integers(0, 4))
def test_a_number_lies_in_the_interval_of_what_is_printed_for_it(number: Fraction, places: int) -> None:
    printed = Printed("", rounded(number, places), places)
    assert not ranges.intersection(printed.range, Range(number, number)).is_empty


@given(st.fractions(-100, 100, max_denominator=5000), st.integers(-100, 100), st.integers(0, 2))
def test_a_number_outside_the_interval_is_printed_otherwise(number: Fraction, value: int, places: int) -> None:
    printed = Printed("", value, places)
    inside = not ranges.intersection(printed.range, Range(number, number)).is_empty
    assert inside == (value == rounded(number, places))


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        pytest.param('"89,95"', "89.945", "89.955", id="two decimals"),
        pytest.param('"90,60"', "90.595", "90.605", id="a zero at the end is a digit"),
        pytest.param("90.6", "90.55", "90.65", id="without it, one decimal"),
        pytest.param('"12"', "11.5", "12.5", id="whole points"),
        pytest.param('"1.234,5"', "1234.45", "1234.55", id="thousands"),
        pytest.param('"92,76 điểm"', "92.755", "92.765", id="with its unit"),
    ],
)
def test_points_are_what_is_rounded_to_them(written: str, low: str, high: str) -> None:
    (printed,) = row(f"{{total: {written}}}").figures["points"]
    assert (Fraction(low), Fraction(high), False, True) == (
        printed.range.low,
        printed.range.high,
        printed.range.low_open,
        printed.range.high_open,
    )


def test_a_percentage_is_a_part_of_one() -> None:
    (printed,) = row('{index: "81,40%"}').figures["percent"]
    assert (Fraction(814, 1000), 4, Fraction(81395, 100000)) == (printed.value, printed.places, printed.range.low)


def test_places_counts_and_maxima_stand_for_themselves() -> None:
    found = row('{rank: 7, of: 63, rank_before: 11, rank_change: "+4", maximum: "9,5"}')
    told = {name: (str(figures[0].value), figures[0].places) for name, figures in found.figures.items()}
    assert {
        "maximum": ("19/2", None),
        "rank": ("7", None),
        "of": ("63", None),
        "rank_before": ("11", None),
        "rank_change": ("4", None),
    } == told


@pytest.mark.parametrize(
    ("written", "value"), [('"+3,67"', "3.67"), ('"-0,76"', "-0.76"), ('"\N{MINUS SIGN}0,76"', "-0.76")]
)
def test_a_change_has_a_sign(written: str, value: str) -> None:
    assert Fraction(value) == row(f"{{change: {written}}}").figures["change"][0].value


def test_places_lost_are_below_zero() -> None:
    assert -10 == row("{rank_change: -10}").figures["rank_change"][0].value


def test_what_was_printed_twice_is_kept_twice() -> None:
    found = row('{criteria: {SIPAS: {percent: ["8,21%", "81,21%"]}}}')
    assert ("SIPAS", ["8,21%", "81,21%"]) == (found.code, [one.written for one in found.figures["percent"]])


def test_criteria_means_and_sums_are_rows_of_their_own() -> None:
    found, wrong = published(
        'printed: {a: {name: Tỉnh A, total: "90,6", criteria: {"1": {title: {vi: Một, en: One}, points: "9,4"}}}}\n'
        'means: {all: {mean: "84,38", of: 17}}\n'
        "sums:\n  - {title: {vi: Tổng, en: Sum}, total: 63, parts: {A: 13, B: 50}}\n"
        '  - {title: Điểm, total: "3,5", parts: {A: 1, B: "2,5"}}\n'
    )
    assert [] == wrong
    assert [("body", "a", "", ""), ("body", "a", "1", "One"), ("mean", "all", "", "")] == [
        (one.subject, one.name, one.code, one.title_en) for one in found.rows
    ]
    assert {"a": "Tỉnh A"} == found.names
    assert [("Tổng", None), ("Điểm", 1)] == [(one.title_vi, one.total.places) for one in found.sums]
    assert [None, None] == [one.places for _, one in found.sums[0].parts]
    assert [0, 1] == [one.places for _, one in found.sums[1].parts]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("EV102", 'printed: {a: {total: "89.950"}}\n', id="thousands or decimals"),
        pytest.param("EV103", 'printed: {a: {index: "81,4"}}\n', id="a percentage without its sign"),
        pytest.param("EV107", 'printed: {a: {rank: "7,5"}}\n', id="a place that is not whole"),
        pytest.param("EV108", "printed: {a: {rank: -7}}\n", id="a place below 0"),
        pytest.param("EV101", "printed: {a: {total: nhiều}}\n", id="words"),
        pytest.param("EV101", 'means: {all: {mean: "84,38,1"}}\n', id="in a mean"),
        pytest.param("EV101", "sums: [{title: T, total: x, parts: {A: 1}}]\n", id="in a sum"),
        pytest.param("PR050", "printed: {a: {totl: 1}}\n", id="a key that is not there"),
    ],
)
def test_what_is_wrong_is_found_and_left_out(code: str, text: str) -> None:
    found, wrong = published(text)
    assert [code] == wrong
    assert not any(one.figures for one in found.rows)
    assert () == found.sums


@pytest.mark.parametrize("text", ["", "- a\n", "{", "a\n", "printed: [a]\n", "printed: {a: [1]}\nmeans: 5\nsums: {}\n"])
def test_what_is_no_published_file_has_findings_and_nothing_else(text: str) -> None:
    found, wrong = published_from(Source("p.yaml", text))
    assert ((), ()) == (found.rows, found.sums)
    assert wrong


def test_a_file_says_that_it_is_one_of_published_results() -> None:
    assert is_published(read_yaml(Source("p.yaml", HEAD))[0])
    assert not is_published(read_yaml(Source("p.yaml", "parrules: 1\n"))[0])


def test_the_schema_is_a_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(published_schema())


def test_a_table_has_a_row_a_body_and_columns_for_criteria() -> None:
    found, wrong = csv('rank,body,A,B,total,index\n1,Bộ Tư pháp,"61,86","90,1%","89,95","89,95%"\n', "A", "B")
    assert () == wrong
    told = [(one.name, one.code, {name: f[0].written for name, f in one.figures.items()}) for one in found.rows]
    assert [
        ("Bộ Tư pháp", "", {"rank": "1", "points": "89,95", "percent": "89,95%"}),
        ("Bộ Tư pháp", "A", {"points": "61,86"}),
        ("Bộ Tư pháp", "B", {"percent": "90,1%"}),
    ] == told
    assert "t.csv:2" == found.rows[0].figures["points"][0].place


def test_a_table_may_have_a_row_a_criterion() -> None:
    found, wrong = csv("body,criterion,points,maximum,percent\na,1,9.39,9.5,98.84%\na,,90.60,100,\n")
    assert () == wrong
    assert [("1", ["points", "maximum", "percent"]), ("", ["points", "maximum"])] == [
        (one.code, list(one.figures)) for one in found.rows
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("EV136", "total,rank\n1,2\n", id="nobody named"),
        pytest.param("EV153", "body,total,appraised\na,1,2\n", id="a column that is no criterion"),
        pytest.param("EV102", 'body,total\na,"89.950"\n', id="thousands or decimals"),
        pytest.param("EV122", "", id="an empty table"),
        pytest.param("EV155", "body,total\n,5\n", id="a row of nobody"),
    ],
)
def test_what_is_wrong_in_a_table_is_found(code: str, text: str) -> None:
    _, wrong = csv(text)
    assert [code] == [one.code for one in wrong]
