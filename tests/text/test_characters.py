import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parrules.text.characters import MOST_SHOWN, control_characters, lookalikes, unsafe_characters
from parrules.text.passage import whole
from parrules.text.wording import message

BIDI = "\u202e"
ZERO_WIDTH = "\u200b"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("ZERO WIDTH SPACE", f"1.{ZERO_WIDTH}1", id="a zero-width space"),
        pytest.param("ZERO WIDTH JOINER", "a\u200db", id="a joiner"),
        pytest.param("SOFT HYPHEN", "Nghị\u00ad định", id="a soft hyphen"),
        pytest.param("ZERO WIDTH NO-BREAK SPACE", "a\ufeff", id="a byte order mark inside"),
        pytest.param("LINE SEPARATOR", "a\u2028b", id="a line end that most editors do not show"),
        pytest.param("HANGUL FILLER", "\u3164", id="a letter that is empty"),
        pytest.param("VARIATION SELECTOR-16", "1\ufe0f", id="a variation of the character before"),
        pytest.param("TAG LATIN SMALL LETTER A", "a\U000e0061", id="a hidden message"),
    ],
)
def test_invisible_characters_are_named(expected: str, text: str) -> None:
    (found,) = unsafe_characters(text)
    assert ("PR015", (("name", expected),)) == (found.code, found.arguments)


@pytest.mark.parametrize(
    ("expected", "character"),
    [
        ("RIGHT-TO-LEFT OVERRIDE", BIDI),
        ("LEFT-TO-RIGHT ISOLATE", "\u2066"),
        ("ARABIC LETTER MARK", "\u061c"),
        ("RIGHT-TO-LEFT MARK", "\u200f"),
    ],
)
def test_characters_that_turn_the_text_are_named(expected: str, character: str) -> None:
    (found,) = unsafe_characters(f"max {character}52")
    assert ("PR016", (("name", expected),)) == (found.code, found.arguments)


def test_a_character_is_pointed_at_where_it_stands() -> None:
    passage = whole("ô", f"mã {ZERO_WIDTH}1")
    (found,) = unsafe_characters(passage.text, passage.span)
    assert found.span is not None
    assert (found.span.line, found.span.column, found.span.end - found.span.start) == (1, 4, 1)


def test_a_cell_is_told_by_its_place() -> None:
    (found,) = unsafe_characters(ZERO_WIDTH, place="Sheet1!B7")
    assert (found.span, found.place) == (None, "Sheet1!B7")


def test_letters_taken_apart_are_told_once_with_how_many_there_are() -> None:
    text = unicodedata.normalize("NFD", "Sở Nội vụ")
    passage = whole("cell", text)
    (found,) = unsafe_characters(text, passage.span)
    assert (found.code, found.arguments) == ("PR014", (("composed", "ở"), ("count", 3)))
    assert found.span is not None
    assert unicodedata.normalize("NFD", "ở") == found.span.words


@pytest.mark.parametrize("text", ["\u212b", "\u0344", "a\u0323\u0302\u0300", "\u1100\u1161"])
def test_other_text_that_is_not_nfc_is_told_too(text: str) -> None:
    assert [one.code for one in unsafe_characters(text)] == ["PR014"]


@pytest.mark.parametrize(
    "text", ["", "Quy mô dân số", "Nghị định 307/2025/NĐ-CP", "≥ 75% – “tốt” …", "😀", "a\u00a0b", "中文"]
)
def test_what_a_keyboard_writes_is_let_be(text: str) -> None:
    assert unsafe_characters(text) == ()


def test_no_more_are_shown_than_a_reader_can_use() -> None:
    assert len(unsafe_characters(ZERO_WIDTH * 1000)) == MOST_SHOWN


@given(st.text())
def test_what_is_let_be_is_nfc(text: str) -> None:
    if not unsafe_characters(text):
        assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["U+0000"], "a\0", id="a NUL"),
        pytest.param(["U+001B"], "\x1b[0m", id="an escape"),
        pytest.param(["U+000D"], "a\rb\r\n", id="a carriage return alone"),
        pytest.param(["U+0085"], "\x85", id="a next line"),
        pytest.param([], "a\tb\r\nc\n", id="tabs and line ends are none"),
    ],
)
def test_control_characters(expected: list[str], text: str) -> None:
    assert expected == [dict(one.arguments)["name"] for one in control_characters(text)]


@pytest.mark.parametrize(
    ("expected", "name", "text"),
    [
        pytest.param("A.1", "CYRILLIC CAPITAL LETTER A", "А.1", id="a Cyrillic A"),
        pytest.param("1.c", "CYRILLIC SMALL LETTER ES", "1.с", id="a Cyrillic c"),
        pytest.param("B1", "GREEK CAPITAL LETTER BETA", "Β1", id="a Greek B"),
        pytest.param("no", "GREEK SMALL LETTER OMICRON", "nο", id="a Greek o"),
        pytest.param("ĐB", "LATIN CAPITAL LETTER ETH", "ÐB", id="an Icelandic letter for Đ"),
        pytest.param("1.1", "FULLWIDTH DIGIT ONE", "1.１", id="a wide digit"),
        pytest.param("IV", "ROMAN NUMERAL FOUR", "Ⅳ", id="a Roman numeral in one character"),
        pytest.param("3", "ARABIC-INDIC DIGIT THREE", "٣", id="a digit of another script"),
        pytest.param("I-1", "EN DASH", "I–1", id="a printed dash"),
        pytest.param("COMET", "CYRILLIC CAPITAL LETTER ES", "СОМЕТ", id="a whole word"),
    ],
)
def test_lookalikes_in_codes(expected: str, name: str, text: str) -> None:
    passage = whole("code", text)
    (found,) = lookalikes(text, passage.span)
    arguments = dict(found.arguments)
    assert ("PR017", name, expected) == (found.code, arguments["name"], arguments["suggestion"])
    assert found.span is not None
    assert unicodedata.name(found.span.words) == name
    assert f"`{expected}`" in message(found, "vi").hints[0]


@pytest.mark.parametrize("text", ["A.1", "1.10", "đ", "dân_số", "Д", "tiêu chí 1", ""])
def test_vietnamese_letters_look_like_themselves(text: str) -> None:
    assert lookalikes(text) == ()


@given(st.text(max_size=20))
def test_what_is_proposed_has_no_lookalikes_left(text: str) -> None:
    for one in lookalikes(text):
        assert lookalikes(str(dict(one.arguments)["suggestion"])) == ()
