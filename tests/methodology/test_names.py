# ruff: noqa: SIM300  (expected first, then actual)

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.said_for_tests_of_rules import mistakes, read, rules, said
from parrules.methodology.names import is_name


@pytest.mark.parametrize("name", ["population", "dân_số", "_x", "tỷ_lệ_2", "Đ"])
def test_letters_digits_and_underscores_are_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("name", ["", "2nd", "due-on", "dân số", "население", "a.b", "✝", "x²", "tên\n"])
def test_anything_else_is_not(name: str) -> None:
    assert not is_name(name)


@given(st.text(max_size=8))
def test_a_name_is_composed_and_python_would_take_it(name: str) -> None:
    assert not is_name(name) or (unicodedata.is_normalized("NFC", name) and name.isidentifier())


def test_names_of_figures_tables_and_parameters_share_one_space() -> None:
    text = (
        "evidence:\n  a: {type: count}\n  t: {columns: {a: {type: count}}}\nparameters:\n  t: {type: count, value: 1}\n"
    )
    assert [("PR430", "t")] == said(mistakes(rules(text)))


def test_a_column_may_have_the_name_of_a_figure() -> None:
    methodology, _ = read(rules("evidence:\n  a: {type: count}\n  t: {columns: {a: {type: count}}}\n"))
    assert "a" == methodology.tables[0].columns[0].name
