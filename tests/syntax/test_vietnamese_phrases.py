"""Phrases of documents in Vietnamese that programs say otherwise: what is to be written instead is told."""
# ruff: noqa: SIM300  (expected first, then actual)

from itertools import count

import pytest

from parrules.syntax.keywords import Spelling
from parrules.syntax.parser import parse_expression, parse_program
from parrules.text.passage import whole


def told(text: str, spelling: Spelling = "vi", is_condition: bool = False) -> list[tuple[str, str]]:
    """What is found: the words, and what is to be written instead."""
    parse = parse_expression if is_condition else parse_program
    _, found = parse(whole("rules", text), count(1), spelling)
    assert all(one.code == "PR128" for one in found), found
    return [(str(dict(one.arguments)["word"]), str(dict(one.arguments)["ours"])) for one in found]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("nếu không", "còn lại"), "chấm 5 khi a > 1\nnếu không 0"),
        (("ngược lại", "còn lại"), "chấm 5 khi a > 1\nngược lại 0"),
        (("nếu", "khi"), "chấm 5 nếu a > 1"),
        (("lớn hơn", ">"), "chấm 5 khi a lớn hơn 80%\ncòn lại 0"),
        (("trên", ">"), "chấm 5 khi a trên 80%\ncòn lại 0"),
        (("không dưới", ">="), "chấm 5 khi a không dưới 80%\ncòn lại 0"),
        (("không quá", "<="), "chấm 5 khi a không quá 80%\ncòn lại 0"),
        (("không quá", "tối đa"), "chấm 5\ntrừ 0,5 mỗi a không quá 2"),
        (("nhưng không quá", "tối đa"), "chấm 5\ntrừ 0,5 mỗi a nhưng không quá 2"),
        (("vượt quá", "vượt"), "chấm 5\ntrừ 0,5 mỗi a vượt quá 2"),
        (("với mỗi", "mỗi"), "chấm 5\ntrừ 0,5 với mỗi a"),
        (("không", "không phải"), "chấm 5 khi không a\ncòn lại 0"),
        (("không trống", "không phải là trống"), "chấm 5 khi a không trống\ncòn lại 0"),
        (("không phải trống", "không phải là trống"), "chấm 5 khi a không phải trống\ncòn lại 0"),
        (("khống chế", "trần"), "chấm 5\nkhống chế 4"),
        (("tối đa", "điểm_tối_đa"), "chấm tối đa"),
        (("tối đa", "điểm_tối_đa"), "chấm tối đa khi a > 1\ncòn lại 0"),
    ],
)
def test_a_phrase_of_documents_is_told_with_what_programs_say(expected: tuple[str, str], text: str) -> None:
    assert [expected] == told(text)


def test_a_condition_is_turned_round_with_not_in_either_spelling() -> None:
    assert [("no", "not")] == told("no a", "en", is_condition=True)
    assert [("không", "not")] == told("không a", "en", is_condition=True)
    assert [("không", "không phải")] == told("không a", is_condition=True)


def test_the_name_of_the_maximum_in_three_words_is_joined() -> None:
    _, found = parse_program(whole("rules", "chấm điểm tối đa"), count(1), "vi")
    assert [("PR130", "điểm_tối_đa")] == [(one.code, dict(one.arguments)["joined"]) for one in found]
