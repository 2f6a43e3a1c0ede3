from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.report.colour import coloured, wants_colour
from parrules.report.columns import left, right, visible, width_of, wrapped


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("abc", 3), ("Tiêu chí", 8), ("Tie\u0302u chi\u0301", 8), ("数字", 4), ("Ａ", 2), ("−0,5 … 1", 8)],
)
def test_how_wide_a_text_shows(text: str, expected: int) -> None:
    assert expected == width_of(text)


def test_text_is_padded_by_how_wide_it_shows() -> None:
    assert (left("e\u0323", 3), right("e\u0323", 3)) == ("e\u0323  ", "  e\u0323")
    assert (left("数", 3), left("abc", 2)) == ("数 ", "abc")


def test_what_cannot_be_seen_is_shown_by_its_number() -> None:
    assert visible("a\u200bb\x1bc\ufeff\u2028") == "a<U+200B>b<U+001B>c<U+FEFF><U+2028>"
    assert visible("Xã Ba Bể 数") == "Xã Ba Bể 数"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("một hai ba bốn", 8, ["một hai", "ba bốn"]),
        ("một\n  hai\tba", 20, ["một hai ba"]),
        ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
        ("a " + "数" * 6, 9, ["a", "数数数数", "数数"]),
    ],
)
def test_text_is_broken_between_words(text: str, width: int, expected: list[str]) -> None:
    assert expected == wrapped(text, width)


def test_lines_after_the_first_stand_under_it() -> None:
    assert wrapped("một hai ba", 12, "  - ", "    ") == ["  - một hai", "    ba"]


@given(st.text(max_size=80), st.integers(8, 40))
def test_no_line_is_wider_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(width >= width_of(line) for line in lines)
    assert "".join(visible("".join(_words(text)))) == "".join("".join(_words(line)) for line in lines)


def test_a_long_word_stands_on_a_line_of_its_own_rather_than_broken_behind_a_long_head() -> None:
    assert wrapped("`a/long/name.csv` ends", 24, "evidence.yaml: error: ", "    ") == [
        "evidence.yaml: error: ",
        "    `a/long/name.csv`",
        "    ends",
    ]


def _words(text: str) -> list[str]:
    return [word for word in text.replace("\t", " ").replace("\r", " ").replace("\n", " ").split(" ") if word]


@pytest.mark.parametrize(
    ("is_terminal", "environ", "expected"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_only_a_terminal_that_wants_it_is_coloured(is_terminal: bool, environ: dict[str, str], expected: bool) -> None:
    assert expected is wants_colour(is_terminal, environ)


def test_colour_is_put_on_only_where_it_is_wanted() -> None:
    assert coloured("x", "bold", False) == "x"
    assert coloured("x", "bold", True) == "\x1b[1mx\x1b[0m"
    assert coloured("", "red", True) == ""
