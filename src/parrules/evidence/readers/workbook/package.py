"""The zip file that a workbook is: opened only where it is small enough unpacked, and its parts read as events of XML.

A workbook of a kilobyte may unpack to gigabytes, name a billion cells, or hold entities that grow without end. Every
part is read piece by piece, and what is too much ends the reading.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from parrules.text.diagnostic import Diagnostic, diagnostic

UNPACKED = 200_000_000
"""The most bytes that all parts may have together."""
_PARTS = 2_000
_PACKED_AWAY = 20_000_000  # a part that is larger than this, and packed more than so many times, is made to hurt
_TIMES = 200
_ELEMENTS = 8_000_000
_PIECE = 1 << 16
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLD = b"\xd0\xcf\x11\xe0"

_BROKEN = (expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, RuntimeError, OSError)

Attributes = Mapping[str, str]
NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
)
"""Of the parts that are read: workbooks as they are mostly saved, as they are saved strictly, and relationships."""


class Refused(Exception):
    """Ends the reading of a part from inside it; carries the finding, and is caught where the part is read."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__(found.code)
        self.found = found


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook's parts by their names. shown: the file's name as people see it."""

    shown: str
    zip: zipfile.ZipFile
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Events:
    """What is called for the elements of a part: their names without the namespace.

    starts: by name, with the attributes. ends: by name. text: with what stands between, in pieces.
    """

    starts: Mapping[str, Callable[[Attributes], None]]
    ends: Mapping[str, Callable[[], None]]
    text: Callable[[str], None] | None = None


def package_of(raw: bytes, shown: str) -> Package | Diagnostic:
    """The parts of a workbook, or why it is not opened."""
    if raw[:4] == _OLD:
        return protected_or_old(shown)
    try:
        opened = zipfile.ZipFile(io.BytesIO(raw))
        parts = opened.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return not_a_workbook(shown)
    names = [one.filename for one in parts]
    if len(set(names)) < len(names) or any(one.flag_bits & 1 or one.compress_type not in _PLAIN for one in parts):
        return not_a_workbook(shown)
    unpacked = sum(one.file_size for one in parts)
    swollen = any(one.file_size > max(_PACKED_AWAY, _TIMES * one.compress_size) for one in parts)
    if len(parts) > _PARTS or unpacked > UNPACKED or swollen:
        return unpacks_too_large(shown, unpacked // 1_000_000)
    return Package(shown, opened, frozenset(names))


def read_part(package: Package, name: str, events: Events) -> Diagnostic | None:
    """Walks through a part from its start to its end; what was wrong on the way, where something was.

    No document type is allowed, so no entity is ever defined.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    starts = {f"{space}}}{word}": act for space in NAMESPACES for word, act in events.starts.items()}
    ends = {f"{space}}}{word}": act for space in NAMESPACES for word, act in events.ends.items()}
    seen = 0

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal seen
        seen += 1
        if seen > _ELEMENTS:
            raise Refused(unpacks_too_large(package.shown, UNPACKED // 1_000_000))
        if (act := starts.get(element)) is not None:
            act(attributes)

    def end(element: str) -> None:
        if (act := ends.get(element)) is not None:
            act()

    def doctype(*_: object) -> None:
        raise Refused(document_type(package.shown, name))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = doctype
    if events.text is not None:
        parser.CharacterDataHandler = events.text
    try:
        with package.zip.open(name) as part:
            while piece := part.read(_PIECE):
                parser.Parse(piece, False)
            parser.Parse(b"", True)
    except Refused as refused:
        return refused.found
    except _BROKEN:
        return part_damaged(package.shown, name)
    return None


def protected_or_old(shown: str) -> Diagnostic:
    """A workbook with a password, or one of before 2007 with a new ending."""
    return diagnostic("EV310", place=shown, file=shown)


def not_a_workbook(shown: str) -> Diagnostic:
    """No zip file, one that was cut off, or one that no spreadsheet writes."""
    return diagnostic("EV311", place=shown, file=shown)


def unpacks_too_large(shown: str, size: int) -> Diagnostic:
    """size: unpacked, in millions of bytes."""
    return diagnostic("EV312", place=shown, file=shown, size=size, most=UNPACKED // 1_000_000)


def document_type(shown: str, part: str) -> Diagnostic:
    """A part that declares a document type, and with it entities."""
    return diagnostic("EV313", place=shown, file=shown, part=part)


def part_damaged(shown: str, part: str) -> Diagnostic:
    return diagnostic("EV314", place=shown, file=shown, part=part)
