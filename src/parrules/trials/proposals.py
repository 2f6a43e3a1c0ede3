"""A test in the words of its author, for evidence that would show something."""

from __future__ import annotations

import datetime
import re
from collections.abc import Container, Iterator

from parrules.evidence.records import Body, Record
from parrules.methodology.model import Column, Figure, Table
from parrules.trials.examine import Witness
from parrules.values.amounts import Number, Value
from parrules.values.nothing import Nothing
from parrules.values.numbers import Exact, written
from parrules.values.ranges import Range, Unknown

_LONGEST = 70
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def proposed(name: str, witness: Witness) -> str:
    """A test, as it would stand under `cases`. name: what it is to be called.

    What it expects is what the rules give now: whether that is right the author has to say.
    """
    lines = [f"  - test: {in_quotes(name)}"]
    others = witness.ground.round_.bodies[1:]
    if not others:
        lines += [f"    {line}" for line in (*_body(witness.body, witness), *_expecting(witness))]
        return "\n".join(lines) + "\n"
    lines.append("    bodies:")
    for body in (witness.body, *others):
        lines.append(f"      {body.id}:")
        expecting = _expecting(witness) if body is witness.body else ()
        lines += [f"        {line}" for line in (*_body(body, witness), *expecting)]
    return "\n".join(lines) + "\n"


def shortened(words: str) -> str:
    """The author's words on one line, and not more of them than a name can hold."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def unlike(name: str, taken: Container[str]) -> str:
    """The name, numbered where another test has it already."""
    number = 2
    numbered = name
    while numbered in taken:
        numbered = f"{name} ({number})"
        number += 1
    return numbered


def _body(body: Body, witness: Witness) -> Iterator[str]:
    given = list(_given(body, witness))
    if given:
        yield "given:"
        yield from (f"  {line}" for line in given)
    known = body.decided.items()
    scores = {code: one.points for code, one in known if one.points is not None and code not in witness.came.left_out}
    if scores:
        yield "scores: {" + ", ".join(f'"{code}": {typed_number(points)}' for code, points in scores.items()) + "}"


def _given(body: Body, witness: Witness) -> Iterator[str]:
    for figure in witness.ground.figures:
        if figure.name in body.figures:
            text = typed(body.figures[figure.name].value, figure)
            yield f"{figure.name}: {text if text else '{none: yes}'}"
    for table in witness.ground.tables:
        records = body.tables[table.name].records if table.name in body.tables else ()
        if not records:
            yield f"{table.name}: []"
            continue
        yield f"{table.name}:"
        yield from (f"  - {_record(one, table)}" for one in records)


def _record(record: Record, table: Table) -> str:
    cells = []
    for column in table.columns:
        if column.formula is None and (column.name in record.values or column.name == table.id):
            value = record.id if column.name == table.id else record.values[column.name]
            cells.append(f"{column.name}: {typed(value, column) or in_quotes(column.none or '')}")
    return "{" + ", ".join(cells) + "}"


def _expecting(witness: Witness) -> Iterator[str]:
    yield "expect:"
    yield from (f"  {line}" for line in _expected(witness))


def _expected(witness: Witness) -> Iterator[str]:
    came, code = witness.came, witness.ground.code
    if not code and not came.classes:
        yield "total: left_out"
        return
    if not code:
        yield f"class: {_class(came.classes)}"
        return
    shown = [f"score: {_score(came.score)}"]
    if came.classes:
        shown.append(f"class: {_class(came.classes)}")
    if witness.by_entries:
        shown.append("entries: [" + ", ".join(map(in_quotes, came.entries)) + "]")
    yield f'"{code}": {_score(came.score)}' if len(shown) == 1 else f'"{code}": {{{", ".join(shown)}}}'


def _class(classes: tuple[str, ...]) -> str:
    """The class; while it is open, the lowest and the highest that it can be."""
    return in_quotes(classes[0] if len(classes) == 1 else f"{classes[0]} .. {classes[-1]}")


def _score(score: Number | None) -> str:
    if score is None:
        return "left_out"
    if isinstance(score, Range):
        assert score.low is not None and score.high is not None  # a score lies between the bounds of its criterion
        return f'"{typed_number(score.low)} .. {typed_number(score.high)}"'
    return typed_number(score)


def typed(value: Value, one: Figure | Column) -> str:
    """A value as an official would type it; nothing for none."""
    if isinstance(value, (Nothing, Range, Unknown)):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return in_quotes(value)
    match one.kind.name:
        case "date":
            return datetime.date.fromordinal(int(value)).isoformat()
        case "one_of":
            return in_quotes(one.kind.options[int(value)])
        case "ratio":
            return f"{written(value * 100)}%"
        case _:
            return typed_number(value)


def typed_number(value: Exact) -> str:
    """A number with a digit more where `15.375` may as well be thousands."""
    text = written(value)
    return f"{text}0" if _THOUSANDS.fullmatch(text) else text


def in_quotes(text: str) -> str:
    """A text as YAML quotes it."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
