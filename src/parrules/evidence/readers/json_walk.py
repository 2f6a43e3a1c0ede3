"""Walking through the text of a JSON file to its records, so that each is known by its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecodeError, JSONDecoder

_SPACE = re.compile(r"[ \t\n\r]*")


class Number(str):
    """A number as it stands in the file."""

    __slots__ = ()


class Misplaced(Exception):
    """No records where they are looked for. name: the one that was not found; names: those that hold lists there."""

    def __init__(self, offset: int, name: str = "", names: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        self.offset, self.name, self.names = offset, name, names


@dataclass(frozen=True, slots=True)
class Member:
    """A name in a record and the place of its value: from `start` to `end`, the name itself from `key_start`."""

    name: str
    key_start: int
    key_end: int
    start: int
    end: int


class Names(list[tuple[str, object]]):
    """A mapping as its names and values, in their order, some perhaps twice."""

    __slots__ = ()


_DECODER = JSONDecoder(parse_float=Number, parse_int=Number, parse_constant=str, object_pairs_hook=Names)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _value(text: str, at: int) -> tuple[object, int]:
    """What stands at a place, and where it ends."""
    value: object
    value, end = _DECODER.raw_decode(text, at)
    return value, end


def members_at(text: str, at: int) -> Iterator[Member]:
    """The names in the mapping that begins at a place, each with its value's place."""
    at = _after_space(text, at + 1)
    while not text.startswith("}", at):
        name, key_end = _value(text, at)
        if not isinstance(name, str) or isinstance(name, Number):
            raise JSONDecodeError("a name is wanted", text, at)
        colon = _after_space(text, key_end)
        if not text.startswith(":", colon):
            raise JSONDecodeError("a colon is wanted", text, colon)
        start = _after_space(text, colon + 1)
        _, end = _value(text, start)
        yield Member(name, at, key_end, start, end)
        at = _next(text, end, "}")


def _next(text: str, at: int, closing: str) -> int:
    """Behind the comma after a value, or at what closes the list or mapping."""
    at = _after_space(text, at)
    if text.startswith(closing, at):
        return at
    if not text.startswith(",", at):
        raise JSONDecodeError("a comma is wanted", text, at)
    at = _after_space(text, at + 1)
    if text.startswith(closing, at):
        raise JSONDecodeError("a value is wanted", text, at)
    return at


class Walk:
    """Goes through a file once. records: the place of each and its names with their values; start: of their list."""

    __slots__ = ("_text", "records", "start")

    def __init__(self, text: str) -> None:
        self._text = text
        self.records: list[tuple[int, Names]] = []
        self.start = 0

    def read(self, path: list[str]) -> None:
        """Finds the records at the end of a path of names. Raises JSONDecodeError, RecursionError, Misplaced."""
        at = _after_space(self._text, 0)
        _, end = _value(self._text, at)
        end = _after_space(self._text, end)
        if end < len(self._text):
            raise JSONDecodeError("the end is wanted", self._text, end)
        for name in path:
            at = self._under(at, name)
        if not self._text.startswith("[", at):
            raise Misplaced(at, names=self._lists(at))
        self._list(at)

    def _under(self, at: int, name: str) -> int:
        """Where the value of a name begins."""
        if not self._text.startswith("{", at):
            raise Misplaced(at, name)
        found = next((one.start for one in members_at(self._text, at) if one.name == name), None)
        if found is None:
            raise Misplaced(at, name, self._lists(at))
        return found

    def _lists(self, at: int) -> tuple[str, ...]:
        """The names under which a list stands, or a mapping that may hold one."""
        if not self._text.startswith("{", at):
            return ()
        return tuple(one.name for one in members_at(self._text, at) if self._text[one.start] in "[{")

    def _list(self, at: int) -> None:
        self.start = at
        at = _after_space(self._text, at + 1)
        while not self._text.startswith("]", at):
            if not self._text.startswith("{", at):
                raise Misplaced(at)
            value, end = _value(self._text, at)
            if isinstance(value, Names):
                self.records.append((at, value))
            at = _next(self._text, end, "]")
