"""The one table of words: every word has one spelling in each language, and none is taken for another."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from itertools import combinations

import pytest

from parrules.methodology.names import is_name
from parrules.plugins.collect import collect
from parrules.syntax.keywords import (
    FUNCTIONS,
    KEYWORDS,
    KNOWN_NAMES,
    OPENINGS,
    STATEMENTS,
    Keyword,
    Spelling,
    both_spellings,
    counterpart,
    spelled,
)
from parrules.syntax.words import words

PARTS = {
    "words wherever they stand": (*KEYWORDS, *OPENINGS, *STATEMENTS),
    "words before a parenthesis": FUNCTIONS,
    "names that need no declaration": KNOWN_NAMES,
}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
@pytest.mark.parametrize("spelling", ["en", "vi"])
def test_each_word_has_one_spelling_of_its_own(part: tuple[Keyword, ...], spelling: Spelling) -> None:
    assert [] == [(a, b) for a, b in combinations(part, 2) if a.spelled(spelling) == b.spelled(spelling)]
    assert len(part) == len({one.token for one in part})


@pytest.mark.parametrize("one", (*FUNCTIONS, *KNOWN_NAMES, *STATEMENTS), ids=lambda one: one.en)
def test_what_is_looked_up_after_parsing_is_one_name(one: Keyword) -> None:
    assert (True, True) == (is_name(one.en), is_name(one.vi))


@pytest.mark.parametrize("spelling", ["en", "vi"])
def test_every_keyword_is_one_word_with_any_spaces_in_it(spelling: Spelling) -> None:
    for one in (*KEYWORDS, *OPENINGS):
        written = one.spelled(spelling)
        assert [one.token] == [str(word.type) for word in words(written.replace(" ", " \t "), spelling)]
        assert ["NAME"] == [str(word.type) for word in words(f"{written}_x".replace(" ", "_"), spelling)]
        assert written == spelled(one.token, spelling)


def test_every_word_that_comes_with_the_language_has_a_vietnamese_spelling() -> None:
    vocabulary = collect().vocabulary
    assert {one.en for one in FUNCTIONS} == {*vocabulary.functions, *vocabulary.gatherings}
    assert {one.en for one in (*STATEMENTS, *OPENINGS[:1])} == set(vocabulary.statements)


def test_the_counterpart_of_a_keyword() -> None:
    assert ("khi", "when", "otherwise", "trần", None) == tuple(
        counterpart(word) for word in ("when", "khi", "còn lại", "cap at", "dân_số")
    )


def test_a_word_may_stand_in_either_spelling() -> None:
    assert ("award", "chấm") == both_spellings("award")
    assert ("dân_số",) == both_spellings("dân_số")
