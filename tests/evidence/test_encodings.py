# ruff: noqa: SIM300  (expected first, then actual)
"""Tables in the encodings that people have: read as is said, and proposed where nothing is said."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.methodology_for_evidence import HEAD, codes, read
from parrules.evidence.readers.encodings import from_cp1258, from_tcvn3, likely_encoding

LETTERS = "aăâeêioôơuưy"
SMALL = "".join(
    unicodedata.normalize("NFC", one + tone) for one in LETTERS for tone in "\0\u0300\u0301\u0303\u0309\u0323"
)
SMALL = SMALL.replace("\0", "") + "đ"
TEXT = "Xã Ba Bể: đã hoàn thành đúng hạn, chất lượng tốt; nhiệm vụ được giao"
BYTES = (
    0xB8, 0xB5, 0xB6, 0xB7, 0xB9, 0xA8, 0xBE, 0xBB, 0xBC, 0xBD, 0xC6, 0xA9, 0xCA, 0xC7, 0xC8, 0xC9, 0xCB, 0xD0, 0xCC,
    0xCE, 0xCF, 0xD1, 0xAA, 0xD5, 0xD2, 0xD3, 0xD4, 0xD6, 0xDD, 0xD7, 0xD8, 0xDC, 0xDE, 0xE3, 0xDF, 0xE1, 0xE2, 0xE4,
    0xAB, 0xE8, 0xE5, 0xE6, 0xE7, 0xE9, 0xAC, 0xED, 0xEA, 0xEB, 0xEC, 0xEE, 0xF3, 0xEF, 0xF1, 0xF2, 0xF4, 0xAD, 0xF8,
    0xF5, 0xF6, 0xF7, 0xF9, 0xFD, 0xFA, 0xFB, 0xFC, 0xFE, 0xAE, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7,
)  # fmt: skip
"""The bytes of TCVN 5712, letter by letter as in the next line."""
MEANT = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂÊÔƠƯĐ"
CODES = dict(zip(MEANT, BYTES, strict=True))


def in_tcvn3(text: str) -> bytes:
    return bytes(CODES.get(letter) or ord(letter) for letter in text)


def in_cp1258(text: str) -> bytes:
    """As Windows writes it: a letter, and behind it the mark of its tone."""
    apart = "".join(
        unicodedata.normalize("NFC", "".join(part for part in whole if part not in "\u0300\u0301\u0303\u0309\u0323"))
        + "".join(part for part in whole if part in "\u0300\u0301\u0303\u0309\u0323")
        for whole in (unicodedata.normalize("NFD", letter) for letter in text)
    )
    return apart.encode("cp1258")


@given(st.text(SMALL + "abc XYZ,;\n0"))
def test_every_letter_comes_back(text: str) -> None:
    assert text == from_tcvn3(in_tcvn3(text))
    assert text == from_cp1258(in_cp1258(text))


@pytest.mark.parametrize(("encoding", "raw"), [("tcvn3", in_tcvn3(TEXT)), ("cp1258", in_cp1258(TEXT))])
def test_a_table_is_read_in_the_encoding_that_is_said(tmp_path: Path, encoding: str, raw: bytes) -> None:
    text = HEAD + f"bodies: {{a: A}}\nvalues: {{file: values.csv, encoding: {encoding}}}\n"
    round_, found = read(text, tmp_path, values=b"body\tnote\na\t" + raw + b"\n")
    assert [] == codes(found)
    assert round_ is not None
    assert TEXT == round_.bodies[0].figures["note"].value


@pytest.mark.parametrize(
    ("expected", "raw"),
    [
        ("tcvn3", in_tcvn3(TEXT)),
        ("cp1258", in_cp1258(TEXT)),
        ("utf-16", TEXT.encode("utf-16-le")),
        (None, bytes(range(0x80, 0x100))),
        (None, b"caf\xff"),
    ],
)
def test_what_is_not_said_is_proposed_and_never_guessed(tmp_path: Path, expected: str | None, raw: bytes) -> None:
    assert expected == likely_encoding(raw)
    text = HEAD + "bodies: {a: A}\nvalues: {file: values.csv}\n"
    _, found = read(text, tmp_path, values=b"body,note\na," + raw)
    assert ("EV121", expected) == (found[0].code, dict(found[0].arguments).get("encoding"))


@pytest.mark.parametrize(
    ("encoding", "suggestion", "raw"),
    [
        ("tcvn3", "utf-8", TEXT.encode()),
        ("cp1258", "utf-8", TEXT.encode()),
        ("utf-8", "tcvn3", in_tcvn3(TEXT)),
        ("utf-8", "cp1258", in_cp1258(TEXT)),
        ("utf-8", "utf-16", TEXT.encode("utf-16")),
        ("cp1258", None, b"\x90"),
        ("tcvn3", None, b"\x90"),
        ("utf-16", None, b"\x00"),
    ],
)
def test_an_encoding_that_cannot_be_is_refused(
    tmp_path: Path, encoding: str, suggestion: str | None, raw: bytes
) -> None:
    text = HEAD + f"bodies: {{a: A}}\nvalues: {{file: values.csv, encoding: {encoding}}}\n"
    _, found = read(text, tmp_path, values=raw)
    assert ["EV303"] == [one.code for one in found]
    assert suggestion == dict(found[0].arguments).get("suggestion")
    assert found[0].span is not None
    assert encoding == found[0].span.words
