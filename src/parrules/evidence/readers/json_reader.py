"""From a JSON file to a listing: a list of records, each a mapping of names to plain values, where they stand.

Numbers stay the text that they are in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from json import JSONDecodeError

from parrules.evidence.readers.column_names import NO_NAMES, ColumnNames
from parrules.evidence.readers.decoding import decoded
from parrules.evidence.readers.headed import Grid, headed
from parrules.evidence.readers.json_walk import Member, Misplaced, Names, Number, Walk, members_at
from parrules.evidence.readers.listing import Listing, Row
from parrules.evidence.readers.source import TableSource
from parrules.evidence.readers.workbook.numbers import one_reading
from parrules.text.characters import control_characters
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Source, Span

MOST = 2_000_000
"""So many values a file may have, and so many cells its table: records times the names that stand in any of them."""

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class OfRecords:
    """A row is a record; its cells stand at the values of its names, or at its start where it lacks the name."""

    names: tuple[str, ...]

    def places(self, text: str, offset: int) -> tuple[tuple[int, int], ...]:
        start = text.find("{", offset) if text.startswith("[", offset) else offset
        members = {one.name: one for one in members_at(text, start)} if text.startswith("{", start) else {}
        heading = text.startswith("[", offset)
        return tuple(_place(members.get(name), offset, heading) for name in self.names)


def _place(member: Member | None, offset: int, heading: bool) -> tuple[int, int]:
    if member is None:
        return offset, offset + 1
    return (member.key_start, member.key_end) if heading else (member.start, member.end)


def listing_from_json(
    raw: bytes, file: str, shown: str, said: TableSource | None = None, known: ColumnNames = NO_NAMES
) -> tuple[Listing | None, Found]:
    """The table in the bytes of a JSON file. file: its name in provenance; shown: its name as people see it.

    said: where the records stand in it, and how they are read. A name that a record lacks, and `null`, are blank.
    """
    source, strange = decoded(raw, shown, said)
    if source is None:
        return None, strange
    path = said.records.text.split(".") if said is not None and said.records is not None else []
    if sum(map(source.text.count, "[{,")) > MOST:
        return None, (*strange, too_many_cells(shown))
    walk = Walk(source.text)
    try:
        walk.read(path)
    except JSONDecodeError as error:
        return None, (*strange, not_json(_at(source, error.pos)))
    except RecursionError:
        return None, (*strange, too_deep(shown))
    except Misplaced as wrong:
        return None, (*strange, _misplaced(wrong, source, said))
    names = tuple(dict.fromkeys(name for _, pairs in walk.records for name, _ in pairs))
    if len(names) * len(walk.records) > MOST:
        return None, (*strange, too_many_cells(shown))
    found: list[Diagnostic] = []
    rows = [Row(names, source.position(walk.start)[0], 0, walk.start)]
    for number, (offset, pairs) in enumerate(walk.records, start=1):
        rows.append(_row(source, offset, number, pairs, names, found))
    grid = Grid(file, source, OfRecords(names), rows, even=True)
    listing, wrong_heading = headed(grid, said, known, first=True)
    return listing, (*strange, *found, *wrong_heading)


def _row(
    source: Source, offset: int, number: int, pairs: Names, names: tuple[str, ...], found: list[Diagnostic]
) -> Row:
    """The cells of a record; those that are no plain value, or stand twice, are found and left blank."""
    cells = dict(pairs)
    wrong = set[str]()
    if len(cells) < len(pairs):
        seen = set[str]()
        for name, _ in pairs:
            if name in seen and name not in wrong:
                wrong.add(name)
                found.append(name_twice(_key_of(source, offset, name), name))
            seen.add(name)
    texts, kinds = [""] * len(names), ["t"] * len(names)
    for at, name in enumerate(names):
        value = cells.get(name)
        if value is None or name in wrong:
            continue
        if isinstance(value, list):
            found.append(not_plain(_value_of(source, offset, name), name))
        elif isinstance(value, Number):
            texts[at], kinds[at] = one_reading(value), "n"
        elif isinstance(value, bool):
            texts[at] = "true" if value else "false"
        elif control := control_characters(str(value), lambda *_, name=name: _value_of(source, offset, name)):
            found += control[:1]
        else:
            texts[at] = str(value)
    return Row(tuple(texts), source.position(offset)[0], number, offset, "".join(kinds))


def _key_of(source: Source, offset: int, name: str) -> Span:
    one = [one for one in members_at(source.text, offset) if one.name == name][-1]
    return Span(source, one.key_start, one.key_end)


def _value_of(source: Source, offset: int, name: str) -> Span:
    one = [one for one in members_at(source.text, offset) if one.name == name][-1]
    return Span(source, one.start, one.end)


def _misplaced(wrong: Misplaced, source: Source, said: TableSource | None) -> Diagnostic:
    """Why no records stand where they should."""
    records = said.records if said is not None else None
    if wrong.name and records is not None:
        return no_such_name(records.span, wrong.name, nearest(wrong.name, wrong.names), wrong.names)
    return no_records(_at(source, wrong.offset), wrong.names)


def _at(source: Source, offset: int) -> Span:
    start = min(offset, max(len(source.text) - 1, 0))
    return Span(source, start, start + 1)


def not_json(span: Span) -> Diagnostic:
    return diagnostic("EV340", span)


def too_deep(shown: str) -> Diagnostic:
    return diagnostic("EV341", place=shown, file=shown)


def no_records(span: Span, names: tuple[str, ...]) -> Diagnostic:
    """Something else where a list of records is wanted. names: under which lists stand there."""
    return diagnostic("EV342", span, names=names[:20] or None)


def no_such_name(span: Span, name: str, suggestion: str | None, names: tuple[str, ...]) -> Diagnostic:
    """A name on the way to the records that the file does not have."""
    return diagnostic("EV343", span, name=name, suggestion=suggestion, names=names[:20] or None)


def name_twice(span: Span, name: str) -> Diagnostic:
    return diagnostic("EV344", span, name=name)


def not_plain(span: Span, name: str) -> Diagnostic:
    """A list or a mapping where one value is wanted."""
    return diagnostic("EV345", span, name=name)


def too_many_cells(shown: str) -> Diagnostic:
    return diagnostic("EV346", place=shown, file=shown, most=MOST)
