"""Values in a receipt: each by its kind, and what is missing, none or open told apart."""

from __future__ import annotations

from parrules.report.exact_json import Json
from parrules.report.spelling import from_ordinal, option
from parrules.values.amounts import Number, Value
from parrules.values.kinds import POINTS, Kind
from parrules.values.nothing import Nothing
from parrules.values.numbers import Exact, written
from parrules.values.ranges import Range, Unknown


def kind_json(kind: Kind) -> Json:
    """The kind of a value; its unit where it has one."""
    return {"kind": kind.name, "unit": kind.unit} if kind.unit else {"kind": kind.name}


def points_json(value: Number | None) -> object:
    """Points, exactly; the bounds of what is open; null where there are none."""
    if isinstance(value, Range):
        return _range(value, POINTS)
    return None if value is None else written(value)


def value_json(value: Value, kind: Kind) -> object:
    """A value by its kind: an exact number, an ISO date, one of a list by its text, yes or no, a text, or nothing."""
    match value:
        case Nothing():
            return {"nothing": value.name}
        case Unknown():
            return {"unknown": True, **({"or_none": True} if value.none else {})}
        case bool() | str():
            return value
        case Range():
            return _range(value, kind)
    return _exact(value, kind)


def _range(value: Range, kind: Kind) -> Json:
    ends = [None if end is None else _exact(end, kind) for end in (value.low, value.high)]
    said: Json = {"within": ends}
    for name, holds in (("low_open", value.low_open), ("high_open", value.high_open), ("or_none", value.none)):
        if holds and (name != "low_open" or value.low is not None) and (name != "high_open" or value.high is not None):
            said[name] = True
    return said


def _exact(value: Exact, kind: Kind) -> object:
    if kind.name == "yes_no":
        return bool(value)
    if kind.name == "date" and (day := from_ordinal(value)) is not None:
        return day.isoformat()
    if kind.name == "one_of" and (text := option(value, kind)) is not None:
        return text
    return written(value)
