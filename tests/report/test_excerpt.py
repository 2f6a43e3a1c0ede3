from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.report.columns import visible_letter, width_of
from parrules.report.excerpt import excerpt
from parrules.text.source import Source, Span


def shown(text: str, start: int, end: int, width: int = 73) -> tuple[str, str]:
    return excerpt(Span(Source("a", text), start, end), width)


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        pytest.param("award 10", 6, 8, ("award 10", "      ^^"), id="carets stand under the characters"),
        pytest.param("tỷ lệ = 5", 3, 5, ("tỷ lệ = 5", "   ^^"), id="a Vietnamese letter takes one column"),
        pytest.param(
            "ty\u0309 le\u0323\u0302 = 5",
            4,
            8,
            ("ty\u0309 le\u0323\u0302 = 5", "   ^^"),
            id="a combining mark takes no column",
        ),
        pytest.param(
            "le\u0323\u0302x",
            3,
            4,
            ("le\u0323\u0302x", " ^"),
            id="a mark is marked on the letter it stands on",
        ),
        pytest.param("数x", 1, 2, ("数x", "  ^"), id="a wide letter takes two columns"),
        pytest.param("\ta: b", 0, 1, ("→   a: b", "^^^^"), id="a tab is seen"),
        pytest.param("\ta: b", 1, 2, ("→   a: b", "    ^"), id="what stands behind a tab is marked exactly"),
        pytest.param("a\u200bb", 1, 2, ("a<U+200B>b", " ^^^^^^^^"), id="what cannot be seen is shown by its number"),
        pytest.param("abc", 3, 3, ("abc", "   ^"), id="the end of a line has a place"),
        pytest.param("abc\r\nd", 4, 4, ("abc", "   ^"), id="a line end of Windows is no character of the line"),
        pytest.param("abc\ndef\n", 1, 6, ("abc", " ^^"), id="a span over lines is marked in its first"),
        pytest.param("", 0, 0, ("", "^"), id="an empty text has a place"),
    ],
)
def test_the_line_and_the_carets(text: str, start: int, end: int, expected: tuple[str, str]) -> None:
    assert expected == shown(text, start, end)


def test_a_long_line_is_shown_around_the_carets() -> None:
    text = "a" * 500 + " popluation " + "b" * 500
    line, carets = shown(text, 501, 511, 40)
    at = carets.index("^")
    assert line[at : at + 10] == "popluation"
    assert carets.strip() == "^^^^^^^^^^"
    assert (line[0], line[-1], len(line)) == ("…", "…", 40)


def test_a_long_span_is_marked_as_far_as_it_is_shown() -> None:
    line, carets = shown("x = " + "y" * 300, 4, 304, 40)
    assert (line, carets) == ("x = " + "y" * 35 + "…", " " * 4 + "^" * 35)


def test_a_line_as_long_as_a_file_is_shown_at_once() -> None:
    text = "a" * 1_000_000
    for at in range(0, 1_000_000, 10_000):
        assert width_of(shown(text, at, at + 5, 40)[0]) <= 40


_LETTERS = st.sampled_from("aé đ数\t\u200b\u0323\u0302\u202e…^")


@given(st.text(_LETTERS, max_size=120), st.data(), st.integers(24, 60))
def test_carets_stand_under_the_span_whatever_the_line(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, carets = shown(text, start, end, width)
    assert width >= width_of(line)
    assert width >= width_of(carets)
    assert carets.strip()[0] == "^" and set(carets.strip()) == {"^"}
    if start < end and unicodedata.category(text[start]) != "Mn":
        marked = "→" if text[start] == "\t" else visible_letter(text[start])
        assert _from_column(line, carets.index("^")).startswith(marked)


def _from_column(line: str, column: int) -> str:
    """The line from the first letter that stands in that column."""
    at = 0
    for index, letter in enumerate(line):
        if at == column and width_of(letter) > 0:
            return line[index:]
        at += width_of(letter)
    return ""
