"""Records as canonical JSON, and back: one text for one record, to the last digit.

A tuple is a list. Everything that JSON has no word for is an object of one key: a record
`{"operators.Figure": [field, ...]}` with its fields in order, a fraction `{"/": [3, 4]}`, a date
`{"date": "2025-12-31"}`, a mapping `{"map": [[key, value], ...]}` sorted by key, nothing `{"nothing": "missing"}`.
A number with a decimal point is never written and never read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from parrules.values.nothing import Nothing

_Making = Callable[[Any], object]


def to_json(record: object) -> str:
    """The canonical text of a record: the same bytes for equal records, whatever machine writes them."""
    return json.dumps(_plain(record, {}), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_json(text: str, classes: Iterable[type]) -> object:
    """The record that `to_json` wrote, made of `classes`; None when the text is torn, foreign, or of other fields."""
    makers = _makers(tuple(classes))

    def made(pairs: list[tuple[str, object]]) -> object:
        if len(pairs) != 1 or pairs[0][0] not in makers:
            raise ValueError(pairs)
        return makers[pairs[0][0]](pairs[0][1])

    try:
        return _frozen(json.loads(text, object_pairs_hook=made, parse_float=_refused, parse_constant=_refused))
    except (ValueError, RecursionError):
        return None


def tag(cls: type) -> str:
    """The name of a record's class in the text: its package and its own name, `operators.Figure`."""
    module = cls.__module__.split(".")
    return f"{module[1] if len(module) > 1 and module[0] == 'parrules' else module[0]}.{cls.__name__}"


def _plain(value: Any, seen: dict[str, type]) -> object:
    kind: Any = type(value)
    if value is None or kind is str or kind is int or kind is bool:
        return value
    if kind is tuple:
        return [_plain(part, seen) for part in value]
    if isinstance(value, Fraction):
        return {"/": [value.numerator, value.denominator]}
    if kind is date:
        return {"date": value.isoformat()}
    if isinstance(value, Nothing):
        return {"nothing": value.value}
    if isinstance(value, Mapping):
        return {"map": [[_text(key), _plain(value[key], seen)] for key in sorted(value)]}
    if hasattr(kind, "__dataclass_fields__"):
        name = tag(kind)
        if seen.setdefault(name, kind) is not kind:
            raise TypeError(f"two classes are both {name}")
        return {name: [_plain(getattr(value, field), seen) for field in _field_names(kind)]}
    raise TypeError(f"{kind.__name__} has no canonical JSON")


@cache
def _field_names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.init)


@cache
def _makers(classes: tuple[type, ...]) -> dict[str, _Making]:
    """How to make what stands under each key that the text may have."""
    makers: dict[str, _Making] = {"/": _fraction, "date": _date, "map": _map, "nothing": _nothing}
    for cls in classes:
        name = tag(cls)
        if name in makers:
            raise TypeError(f"two classes are both {name}")
        makers[name] = _record_of(cls)
    return makers


def _record_of(cls: type) -> _Making:
    count = len(_field_names(cls))

    def make(values: Any) -> object:
        if type(values) is not list or len(values) != count:
            raise ValueError(values)
        return cls(*[_frozen(value) if type(value) is list else value for value in values])

    return make


def _frozen(value: object) -> object:
    if type(value) is not list:
        return value
    return tuple([_frozen(part) if type(part) is list else part for part in value])


def _fraction(value: Any) -> Fraction:
    over, under = _pair(value)
    if type(over) is not int or type(under) is not int or under < 1:
        raise ValueError(value)
    return Fraction(over, under)


def _date(value: Any) -> date:
    return date.fromisoformat(_text(value))


def _map(value: Any) -> dict[str, object]:
    if type(value) is not list:
        raise ValueError(value)
    made = {_text(key): _frozen(under) for key, under in map(_pair, value)}
    if len(made) != len(value):
        raise ValueError(value)
    return made


def _nothing(value: Any) -> Nothing:
    return Nothing(value)


def _pair(value: Any) -> tuple[Any, Any]:
    if type(value) is not list or len(value) != 2:
        raise ValueError(value)
    return value[0], value[1]


def _text(value: object) -> str:
    if type(value) is not str:
        raise ValueError(value)
    return value


def _refused(written: str) -> object:
    raise ValueError(written)
