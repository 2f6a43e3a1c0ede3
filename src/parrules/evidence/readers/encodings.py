"""Vietnamese in one byte a letter: Windows 1258, with tones as marks of their own, and TCVN3 (ABC, the .Vn fonts)."""

from __future__ import annotations

import codecs
import re
import unicodedata

CP1258 = "cp1258"
TCVN3 = "tcvn3"

_TCVN3 = dict(
    zip(
        (*range(0xA1, 0xAF), *range(0xB5, 0xBA), *range(0xBB, 0xBF), *range(0xC6, 0xCD), *range(0xCE, 0xD9)),
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉ",
        strict=True,
    )
) | dict(
    zip(
        (*range(0xDC, 0xE0), *range(0xE1, 0xF0), *range(0xF1, 0xFF)),
        "ĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
"""The letters of TCVN3 beyond ASCII. Capitals with a tone have none: they are small letters in a font of capitals."""
_TABLE = "".join(chr(byte) if byte < 0x80 else _TCVN3.get(byte, "�") for byte in range(256))

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    "(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ENOUGH = 200_000  # so many bytes show well enough how a file is encoded


def from_cp1258(raw: bytes) -> str:
    """The text, each letter together with its tone. Raises UnicodeDecodeError."""
    return unicodedata.normalize("NFC", raw.decode(CP1258))


def from_tcvn3(raw: bytes) -> str:
    """The text. Raises UnicodeDecodeError at the first byte that is no letter of TCVN3."""
    text = codecs.charmap_decode(raw, "strict", _TABLE)[0]
    at = text.find("�")
    if at >= 0:
        raise UnicodeDecodeError(TCVN3, raw, at, at + 1, "no letter")
    return text


def likely_encoding(raw: bytes) -> str | None:
    """How bytes that are not UTF-8 are probably encoded, by a name that `encoding` takes; None where nothing shows."""
    start = raw[:_ENOUGH]
    if start.count(0) * 4 > len(start):
        return "utf-16"
    scored = [(_vietnamese(start, CP1258), CP1258), (_vietnamese(start, TCVN3), TCVN3)]
    best, name = max(scored, key=lambda one: one[0])
    return name if best > 0 and len({score for score, _ in scored}) == 2 else None


def _vietnamese(raw: bytes, encoding: str) -> int:
    """How many words beyond ASCII are syllables of Vietnamese, less those that are not."""
    try:
        text = from_cp1258(raw) if encoding == CP1258 else from_tcvn3(raw)
    except UnicodeDecodeError:
        return -1
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(1 if _is_syllable(word) else -1 for word in words)


def _is_syllable(word: str) -> bool:
    apart = unicodedata.normalize("NFD", word.lower())
    if sum(apart.count(tone) for tone in _TONES) > 1:
        return False
    toneless = unicodedata.normalize("NFC", "".join(letter for letter in apart if letter not in _TONES))
    return _SYLLABLE.fullmatch(toneless) is not None
