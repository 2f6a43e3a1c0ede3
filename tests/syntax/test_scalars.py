import datetime
from fractions import Fraction

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from parrules.syntax.nodes import Scalar
from parrules.syntax.scalars import (
    MOST_DIGITS,
    date_of,
    is_day,
    is_number,
    number_of,
    plain_form,
    taken_for,
    yes_no_of,
)
from parrules.syntax.yaml_reader import read_yaml
from parrules.text.diagnostic import Diagnostic
from parrules.text.passage import whole
from parrules.text.source import Source
from parrules.values.numbers import written


def scalar(text: str) -> Scalar:
    passage = whole("rules.yaml", text)
    return Scalar(text, passage.span(0, len(text)), passage, "plain")


@pytest.mark.parametrize(
    ("expected", "texts"),
    [
        pytest.param("yes_no", "yes no Yes NO on off On true True TRUE false", id="yes and no"),
        pytest.param("nothing", "null Null NULL ~", id="nothing"),
        pytest.param(
            "number", "25 1.10 -3 +5 .5 5. 012 09 1e3 1E-3 .inf -.INF .nan 0x1F 0o17", id="numbers of YAML 1.2"
        ),
        pytest.param("number", "1_000 1_0.5 0b11 22:22 -1:30 1:20:30.5 0x_F 1_", id="numbers of YAML 1.1"),
        pytest.param("date", "2025-11-27 2025-1-5 2001-12-14T21:59:43Z", id="days of YAML 1.1"),
        pytest.param(None, "1.1.1 I.1 nd307/6.1 yeS nO 1,5 80% - _1 e3 0o8 22:61 1-2 27/11/2025 <= none", id="texts"),
    ],
)
def test_what_some_reader_of_yaml_takes_it_for(expected: str | None, texts: str) -> None:
    assert [expected] * len(texts.split()) == [taken_for(scalar(one)) for one in texts.split()]


@given(st.text(st.sampled_from("0123456789.-+_:eExobnyaf~TZ"), min_size=1, max_size=10))
def test_what_pyyaml_takes_for_no_text_is_known(text: str) -> None:
    resolver = yaml.SafeLoader("")
    tag = resolver.resolve(yaml.ScalarNode, text, (True, False))
    if tag.rpartition(":")[2] in ("int", "float", "bool", "null", "timestamp"):
        assert taken_for(scalar(text)) is not None


def test_a_text_in_quotes_is_a_text() -> None:
    node, _ = read_yaml(Source("rules.yaml", '"1.10"'))
    assert isinstance(node, Scalar)
    assert taken_for(node) is None


@pytest.mark.parametrize(
    ("expected", "text"),
    [(25, "25"), (-3, "-3"), (Fraction(1, 4), "0.25"), (2, "2.00"), (0, "-0"), (10**18 - 1, "9" * MOST_DIGITS)],
)
def test_numbers_are_exact(expected: int | Fraction, text: str) -> None:
    assert expected == number_of(scalar(text))
    assert type(expected) is type(number_of(scalar(text)))


@pytest.mark.parametrize(
    "text", ["", "1e3", "1_000", "01", "+1", ".5", "5.", "٣", "1,5", "9" * 19, "0." + "0" * 19, "1\n"]
)
def test_other_forms_are_no_numbers(text: str) -> None:
    assert not is_number(text)
    with pytest.raises(ValueError):
        number_of(scalar(text))


@given(st.fractions(max_denominator=1).map(int) | st.decimals(-(10**9), 10**9, places=6).map(Fraction))
def test_a_number_that_is_written_is_read_back(number: Fraction | int) -> None:
    text = written(number)
    if is_number(text):
        assert number == number_of(scalar(text))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("1000", "1_000"),
        ("1000", "1e3"),
        ("0.015", "1.5E-2"),
        ("12", "012"),
        ("31", "0x1F"),
        ("15", "0o17"),
        ("3", "0b11"),
        ("5", "+5"),
        ("0.5", ".5"),
        ("-0.5", "-.5"),
        ("5", "5."),
        ("9.44", "9,44"),
        ("1000000", "1.000.000"),
        ("1000000", "1,000,000"),
        ("12000", "12 000"),
        ("0", "0e0"),
        (None, "22:22"),
        (None, "1e99"),
        (None, "1e999999999"),
        (None, ".nan"),
        (None, "-.inf"),
        (None, "5%"),
        (None, "abc"),
        (None, "_"),
        (None, "0x"),
        (None, ""),
        (None, "9" * 100),
    ],
)
def test_the_plain_form_of_a_number(expected: str | None, text: str) -> None:
    assert expected == plain_form(text)


@given(st.text(st.sampled_from("0123456789.,_-+eExob "), max_size=12))
def test_a_plain_form_is_a_number_or_says_that_there_is_none(text: str) -> None:
    plain = plain_form(text)
    assert plain is None or plain_form(plain) == plain


@pytest.mark.parametrize(("expected", "text"), [(True, "yes"), (True, "True"), (False, "no"), (False, "false")])
def test_yes_and_no(expected: bool, text: str) -> None:
    assert expected is yes_no_of(scalar(text))


def test_neither_yes_nor_no() -> None:
    with pytest.raises(ValueError):
        yes_no_of(scalar("on"))


def test_a_day() -> None:
    assert datetime.date(2024, 2, 29) == date_of(scalar("2024-02-29"))


@pytest.mark.parametrize(
    ("code", "suggestion", "text"),
    [
        pytest.param("PR059", None, "2025-02-29", id="a day that the month does not have"),
        pytest.param("PR059", None, "2025-13-01", id="a month that there is not"),
        pytest.param("PR059", None, "0000-01-01", id="a year that there is not"),
        pytest.param("PR058", "2025-12-31", "31/12/2025", id="as it is written in Vietnam"),
        pytest.param("PR058", "2025-01-02", "2.1.2025", id="with points"),
        pytest.param("PR058", None, "31/02/2025", id="no day in either form"),
        pytest.param("PR058", None, "2025-1-2", id="without zeros"),
        pytest.param("PR058", None, "20250102", id="without hyphens"),
        pytest.param("PR058", None, "٢٠٢٥-٠١-٠١", id="digits of another script"),
        pytest.param("PR058", None, "", id="nothing"),
    ],
)
def test_what_is_no_day(code: str, suggestion: str | None, text: str) -> None:
    found = date_of(scalar(text))
    assert isinstance(found, Diagnostic)
    assert (code, suggestion) == (found.code, dict(found.arguments).get("suggestion"))
    assert not is_day(text)


@given(st.dates())
def test_every_day_is_read(day: datetime.date) -> None:
    assert day == date_of(scalar(day.isoformat()))
