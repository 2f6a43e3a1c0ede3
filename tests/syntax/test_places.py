# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from itertools import count

import pytest

from parrules.syntax import tree
from parrules.syntax.parser import parse_expression, parse_program
from parrules.text.passage import whole


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        pytest.param("award (a + b) / 2 when c", "(a + b) / 2 when c", id="parentheses at the beginning"),
        pytest.param("award 2 * (a + b)", "2 * (a + b)", id="parentheses at the end"),
        pytest.param("award ((a))", "((a))", id="parentheses in each other"),
        pytest.param("award 1 when (a or b)  # hết", "1 when (a or b)", id="a condition in parentheses"),
        pytest.param("award 1 up to (2)", "1 up to (2)", id="a limit in parentheses"),
    ],
)
def test_a_row_stands_where_its_words_do(program: str, expected: str) -> None:
    said, found = parse_program(whole("câu", program), count(1))
    assert () == found
    assert said is not None and isinstance(said.lines[0], tree.Statement)
    assert expected == said.lines[0].rows[0].span.words


def test_what_stands_in_parentheses_begins_and_ends_with_them() -> None:
    said, _ = parse_expression(whole("câu", "2 * (1 when a otherwise 3)"), count(1))
    assert isinstance(said, tree.Product)
    assert ["2", "(1 when a otherwise 3)"] == [factor.span.words for _, factor in said.factors]
