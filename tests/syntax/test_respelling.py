"""A program in the other spelling and back again: the same text, comments and layout too."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from itertools import count
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from oracles.generate_texts import text as text_of
from parrules.syntax.format import format_program, tree_of
from parrules.syntax.keywords import Spelling
from parrules.syntax.parser import parse_program
from parrules.syntax.respelling import respelled
from parrules.syntax.unparse import unparse
from parrules.text.passage import whole
from syntax.test_vietnamese_spelling import SAME
from syntax.trees_for_tests import PROGRAMS


@pytest.mark.parametrize(("vietnamese", "english"), SAME.values(), ids=SAME)
def test_each_form_of_the_language(vietnamese: str, english: str) -> None:
    ours = vietnamese.replace("1/7/2025", "01/07/2025")
    assert ours == respelled(english, "en", "vi", is_program=True)
    assert english == respelled(ours, "vi", "en", is_program=True)


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        pytest.param("# award 0.5\naward 0.5  # when\n", "# award 0.5\nchấm 0,5  # when\n", id="comments stay"),
        pytest.param('award 5 because "when 0.5"', 'chấm 5 vì "when 0.5"', id="texts stay"),
        pytest.param("award 5\r\n\r\nadd 1", "chấm 5\r\n\r\ncộng 1", id="line ends stay"),
        pytest.param("award f(\n  a,\n  b)", "chấm f(\n  a;\n  b)", id="lines inside of parentheses stay"),
        pytest.param("award award + add", "chấm award + add", id="a figure by the name of a statement stays"),
        pytest.param("award 1_00", "chấm 1_00", id="groups that are no thousands stay"),
        pytest.param("award 12_500.75 %", "chấm 12.500,75 %", id="thousands, decimals and a percent sign"),
        pytest.param("award cap(a)", "chấm cap(a)", id="a word that is no function"),
    ],
)
def test_what_changes_and_what_does_not(english: str, vietnamese: str) -> None:
    assert vietnamese == respelled(english, "en", "vi", is_program=True)
    assert english == respelled(vietnamese, "vi", "en", is_program=True)


def test_what_is_no_program_stays_where_it_has_no_words_of_the_language() -> None:
    assert "chấm ... khi {late} 16.000 @ “" == respelled(
        "award ... when {late} 16.000 @ “", "en", "vi", is_program=True
    )


@given(st.integers(0), st.booleans())
def test_any_program_says_the_same_and_comes_back(seed: int, is_program: bool) -> None:
    english = text_of(Random(seed), broken=False, only_expression=not is_program)
    before = tree_of(english, "en", is_program)
    assume(before is not None and len(english) < 2000)
    vietnamese = respelled(english, "en", "vi", is_program=is_program)
    assert before == tree_of(vietnamese, "vi", is_program)
    back = respelled(vietnamese, "vi", "en", is_program=is_program)
    assert " ".join(english.split()) == " ".join(back.split())  # a keyword of two words has one space
    assert vietnamese == respelled(back, "en", "vi", is_program=is_program)


@given(PROGRAMS)
def test_a_formatted_program_comes_back_to_the_byte(program: object) -> None:
    text = unparse(program)  # type: ignore[arg-type]
    assume(parse_program(whole("", text), count(1))[0] is not None)
    vietnamese = respelled(text, "en", "vi", is_program=True)
    assert text == respelled(vietnamese, "vi", "en", is_program=True)
    assert vietnamese == format_program(vietnamese, "vi")


@given(st.integers(0), st.sampled_from(["en", "vi"]))
def test_a_broken_text_can_be_respelled_too(seed: int, spelling: Spelling) -> None:
    written = text_of(Random(seed), broken=True, only_expression=False)
    other: Spelling = "vi" if spelling == "en" else "en"
    once = respelled(written, spelling, other, is_program=True)
    assert written.count("\n") == once.count("\n")
