# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import assume, given

from parrules.syntax import tree
from parrules.syntax.parser import parse_expression, parse_program
from parrules.syntax.unparse import unparse
from parrules.text.diagnostic import Diagnostic
from parrules.text.passage import whole
from syntax.trees_for_tests import EXPRESSIONS, PROGRAMS


@given(EXPRESSIONS)
def test_the_text_of_an_expression_says_the_same(expression: tree.Expression) -> None:
    said, found = parse_expression(whole("", unparse(expression)), count(1))
    assume(not _are_too_much(found))
    assert ((), expression) == (found, said)


@given(PROGRAMS)
def test_the_text_of_a_program_says_the_same(program: tree.Program) -> None:
    said, found = parse_program(whole("", unparse(program)), count(1))
    assume(not _are_too_much(found))
    assert ((), program) == (found, said)


@given(PROGRAMS)
def test_the_text_of_a_program_is_canonical(program: tree.Program) -> None:
    text = unparse(program)
    said, found = parse_program(whole("", text), count(1))
    assume(said is not None and not found)
    assert said is not None
    assert text == unparse(said)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("a+b*(c-d)/-e", "a + b * (c - d) / -e", id="only the parentheses that are needed"),
        pytest.param("((a))*((b))", "a * b", id="needless parentheses go"),
        pytest.param("(a + b) + c", "(a + b) + c", id="a sum within a sum stays one"),
        pytest.param("(a above b) below (c above d)", "(a above b) below (c above d)", id="above within below"),
        pytest.param("not(a and b)or c", "not (a and b) or c", id="not binds more than and"),
        pytest.param("1≤x≠2≥3", "1 <= x != 2 >= 3", id="signs as they are typed"),
        pytest.param("16000 + 9999 + 0.50", "16_000 + 9999 + 0.5", id="thousands are grouped from ten thousand on"),
        pytest.param("12.1250 + 0.125", "12.1250 + 0.125", id="three decimals behind few digits get a nought"),
        pytest.param("12.1250 %", "12.1250%", id="of a percentage too"),
        pytest.param("mean(score of criteria)", "mean(score of criteria)", id="the score of each record"),
        pytest.param("mean((a * score) of t)", "mean((a * score) of t)", id="no word of two by chance"),
        pytest.param("(1 when a otherwise 2)", "1 when a otherwise 2", id="rows by themselves"),
        pytest.param("f((1 when a otherwise 2), k: (b))", "f(1 when a otherwise 2, k: b)", id="rows in a call"),
        pytest.param("2*(1 when a otherwise 2)", "2 * (1 when a otherwise 2)", id="rows in a product"),
    ],
)
def test_expressions(written: str, expected: str) -> None:
    said, found = parse_expression(whole("", written), count(1))
    assert () == found
    assert said is not None
    assert expected == unparse(said)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(
            "x   =  500 when mountain\notherwise 1_000", "x = 500 when mountain otherwise 1000", id="two short rows"
        ),
        pytest.param(
            "award 3 when a otherwise 2 when b otherwise 0",
            "award 3 when a\notherwise 2 when b\notherwise 0",
            id="three rows",
        ),
        pytest.param(
            'add 0.5 per  full 1_000 of q above t up   to 5 when c because "vì # sao"',
            'add 0.5 per full 1000 of q above t up to 5 when c because "vì # sao"',
            id="every clause",
        ),
        pytest.param("add 1 per (full) of q", "add 1 per (full) of q", id="per and a name called full"),
        pytest.param("cap  at 5", "cap at 5", id="a statement of two words"),
        pytest.param("cap (at)", "cap (at)", id="a statement cap of what is called at"),
    ],
)
def test_lines(written: str, expected: str) -> None:
    said, found = parse_program(whole("", written), count(1))
    assert () == found
    assert said is not None
    assert expected == unparse(said)


def _are_too_much(found: tuple[Diagnostic, ...]) -> bool:
    """Whether a tree is only larger than a program may be."""
    return any(one.code in ("PR115", "PR119", "PR120", "PR121") for one in found)
