"""Evidence with one thing changed: a figure, a cell, the number of records, a score that is set outright."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from parrules.evidence.records import Body, Record, Records
from parrules.methodology.model import Figure, Table
from parrules.trials.candidates import step_of
from parrules.trials.ground import (
    MOST_RECORDS,
    NOWHERE,
    Ground,
    adding_up_to,
    applying,
    decision,
    movable,
    plain_record,
    supplied,
)
from parrules.values.amounts import Value
from parrules.values.numbers import Exact, exact, quotient

Apart = Mapping[int, Exact]
"""By comparison, how far its sides lie apart."""

_MOST_DIGITS = 12
_SCORE = "score:"


def changes(
    ground: Ground, body: Body, seen: Apart, read: frozenset[str] | None, look: Callable[[Body], Apart | None]
) -> Iterator[Body]:
    """The body with one thing changed, in every way worth trying.

    seen: how far the sides of its comparisons lie apart; look: how they would, for another. read: the figures that
    were looked at (None: any may tell): a change of others would change nothing.
    """
    figures = [one for one in ground.figures if read is None or _tells(ground, one, read)]
    for one in figures:
        for value in ground.values[one.name]:
            if one.name not in body.figures or body.figures[one.name].value != value:
                yield with_figure(body, one.name, value)
    for table in ground.tables:
        yield from _with_records(ground, body, table)
    for leaf in (one for one in ground.leaves if one.code in ground.told):
        for points in (leaf.maximum, leaf.minimum, exact(quotient(leaf.maximum, 2))):
            if body.decided[leaf.code].points != points:
                yield with_score(body, leaf.code, points)
    for total in ground.totals:
        decided = adding_up_to(total, ground.leaves)
        yield from (replace(one, decided=decided) for one in (body, applying(ground, body)))
    yield from _in_proportion(ground, body, figures)
    yield from _meeting(ground, body, figures, seen, look)


def _tells(ground: Ground, one: Figure, read: frozenset[str]) -> bool:
    """Whether a figure was looked at, or is part or whole of one that was: neither moves far without the other."""
    parts = {each.name for each in ground.figures if each.within == one.name}
    return bool(({one.name, one.within} | parts) & read)


def _in_proportion(ground: Ground, body: Body, figures: Sequence[Figure]) -> Iterator[Body]:
    """Two counts in a proportion that the rules name, and one more and one less."""
    counts = [one for one in figures if one.kind.name in ("count", "number", "money", "days")]
    for part in counts:
        for whole in counts:
            if (part.name, whole.name) in ground.pairs or part.within == whole.name:
                for share, of in ground.shares:
                    for near in (share, share + 1, share - 1):
                        if near >= 0:
                            yield with_figure(with_figure(body, whole.name, of), part.name, near)


def with_figure(body: Body, name: str, value: Value) -> Body:
    return replace(body, figures={**body.figures, name: supplied(value)})


def with_score(body: Body, code: str, points: Exact) -> Body:
    """A body whose score for a criterion is set outright."""
    return replace(body, decided={**body.decided, code: decision(points)})


def _with_records(ground: Ground, body: Body, table: Table) -> Iterator[Body]:
    records = body.tables[table.name].records if table.name in body.tables else ()
    yield _with_table(body, table, ())
    yield _with_table(body, table, (*records, plain_record(table, ground, len(records) + 1)))
    for place, record in enumerate(records[:3]):
        for column in table.columns:
            for value in ground.values.get(f"{table.name}.{column.name}", ()):
                if record.values.get(column.name) != value and column.name != table.id:
                    changed = replace(record, values={**record.values, column.name: value})
                    yield _with_table(body, table, (*records[:place], changed, *records[place + 1 :]))
        for times in (1, 2, 3, 4, 9, 19):
            if len(records) + times <= MOST_RECORDS:
                yield _with_table(body, table, (*records, *[record] * times))
        if len(records) > 1:
            for part, whole in ground.shares:
                if whole <= MOST_RECORDS:
                    other = records[0] if place else records[1]
                    yield _with_table(body, table, (*[record] * part, *[other] * (whole - part)))
            yield _with_table(body, table, (*records[:place], *records[place + 1 :]))


def _meeting(
    ground: Ground, body: Body, figures: Sequence[Figure], seen: Apart, look: Callable[[Body], Apart | None]
) -> Iterator[Body]:
    """Changes that bring the two sides of a comparison together, and to either side of each other.

    How far they lie apart is asked twice, and the figure at which they meet is worked out as if it were a line.
    """
    for name, low, put in _numbers(ground, body, figures):
        step = _step(ground, name)
        now = look(put(exact(low + step)))
        if now is None:
            step = -step
            now = look(put(exact(low + step)))
        if now is None:
            continue
        for node in sorted(seen.keys() & now.keys()):
            moved = now[node] - seen[node]
            if moved and ground.owners.get(node) in (*ground.codes, ""):
                meets = exact(Fraction(low) - Fraction(seen[node]) * step / moved)
                for value in (meets, exact(meets + Fraction(step)), exact(meets - Fraction(step))):
                    if _allowed(ground, name, value):
                        yield put(value)


def _numbers(
    ground: Ground, body: Body, figures: Sequence[Figure]
) -> Iterator[tuple[str, Exact, Callable[[Exact], Body]]]:
    """Every number in the evidence of a body that tells, with a way to put another in its place."""
    for one in figures:
        value = body.figures[one.name].value if one.name in body.figures else None
        if _is_number(value) and one.kind.name not in ("yes_no", "one_of", "text"):
            yield one.name, value, _putting_figure(body, one.name)  # type: ignore[misc]
    for leaf in movable(ground):
        points = body.decided[leaf.code].points
        if points is not None:
            yield f"{_SCORE}{leaf.code}", points, _putting_score(body, leaf.code)
    for table in ground.tables:
        records = body.tables[table.name].records if table.name in body.tables else ()
        for place, record in enumerate(records[:2]):
            for column in table.columns:
                value = record.values.get(column.name)
                if _is_number(value) and column.kind.name not in ("yes_no", "one_of", "text"):
                    yield f"{table.name}.{column.name}", value, _putting_cell(body, table, place, column.name)  # type: ignore[misc]


def _putting_figure(body: Body, name: str) -> Callable[[Exact], Body]:
    return lambda value: with_figure(body, name, value)


def _putting_score(body: Body, code: str) -> Callable[[Exact], Body]:
    return lambda points: with_score(body, code, points)


def _putting_cell(body: Body, table: Table, place: int, column: str) -> Callable[[Exact], Body]:
    records = body.tables[table.name].records

    def put(value: Exact) -> Body:
        changed = replace(records[place], values={**records[place].values, column: value})
        return _with_table(body, table, (*records[:place], changed, *records[place + 1 :]))

    return put


def _is_number(value: object) -> bool:
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


def _step(ground: Ground, name: str) -> Exact:
    return Fraction(1, 4) if name.startswith(_SCORE) else step_of(ground.declared(name))


def _allowed(ground: Ground, name: str, value: Exact) -> bool:
    if name.startswith(_SCORE):
        leaf = next(one for one in ground.leaves if one.code == name.removeprefix(_SCORE))
        return leaf.minimum <= value <= leaf.maximum and _digits(value) <= _MOST_DIGITS
    one = ground.declared(name)
    if one.kind.name in ("count", "date") and not isinstance(value, int):
        return False
    if _digits(value) > _MOST_DIGITS:
        return False
    return (one.low is None or value >= one.low) and (one.high is None or value <= one.high)


def _digits(value: Exact) -> int:
    """How many decimals it takes to write it down; very many where it cannot be."""
    for places in range(_MOST_DIGITS + 1):
        if (value * 10**places).denominator == 1:
            return places
    return 99


def _with_table(body: Body, table: Table, records: tuple[Record, ...]) -> Body:
    numbered = tuple(replace(one, row=row, id=f"{row}" if table.id else "") for row, one in enumerate(records, 1))
    return replace(body, tables={**body.tables, table.name: Records(numbered, NOWHERE)})
