"""A code and its arguments become words of a language, whatever the user's own text looks like."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import get_args

import pytest

from parrules.text.diagnostic import Argument, KindWord, diagnostic, in_reading_order
from parrules.text.wording import LANGUAGES, message, messages, spelled
from parrules.values.kinds import KindName


@pytest.mark.parametrize(
    ("argument", "vietnamese", "english"),
    [
        ("{name} %s \\", "{name} %s \\", "{name} %s \\"),
        (1234567, "1.234.567", "1,234,567"),
        (Fraction(1, 4), "0,25", "0.25"),
        (date(2025, 12, 31), "31/12/2025", "2025-12-31"),
        (("2020", "2022"), "2020, 2022", "2020, 2022"),
        (KindWord("ratio"), "tỷ lệ", "a ratio"),
        (KindWord("money", "triệu đồng"), "số tiền (triệu đồng)", "an amount of money (triệu đồng)"),
        ("@ratio", "@ratio", "@ratio"),
        ("@", "@", "@"),
        ("", "", ""),
    ],
)
def test_an_argument_is_spelled_as_each_language_does(argument: Argument, vietnamese: str, english: str) -> None:
    assert (vietnamese, english) == (spelled(argument, "vi"), spelled(argument, "en"))


def test_every_kind_has_a_word_in_every_language() -> None:
    kinds = set(get_args(KindName))
    assert [] == [one for one in LANGUAGES if kinds - set(messages("kinds", one)["kinds"])]


def test_what_the_user_wrote_stands_in_the_sentence_as_he_wrote_it() -> None:
    assert "there is no command `@ratio`" == message(diagnostic("UC102", command="@ratio", help="x"), "en").says


def test_a_text_as_long_as_a_page_is_cut_where_it_is_quoted() -> None:
    says = message(diagnostic("UC102", command="x" * 5000, help="x"), "en").says
    assert f"there is no command `{'x' * 399}…`" == says


def test_a_hint_is_dropped_when_what_it_quotes_was_not_given() -> None:
    hints = message(diagnostic("UC102", command="x", suggestion=None, help="parrules --help"), "en").hints
    assert ("the commands are listed by `parrules --help`",) == hints


def test_very_long_numbers_stand_in_reading_order_and_in_sentences() -> None:
    found = [diagnostic("PR204", None, most=most) for most in (10**9000, Fraction(1, 10**9000), 3)]
    assert 3 == len(in_reading_order(found))
    assert message(found[0], "en").says.count("000") > 2999
