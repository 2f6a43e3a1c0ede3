"""Numbers in JSON and CSV as receipts have them: text that says each exactly, and open ones as their bounds."""

from __future__ import annotations

from parrules.values.amounts import Number
from parrules.values.numbers import Exact, written
from parrules.values.ranges import Range

Json = dict[str, object]


def exact_json(value: Number | None) -> object:
    """`"12.25"`, `"1/3"`; what is open as `{"within": ["5", "10"]}`, with an end that is left out marked as such."""
    if not isinstance(value, Range):
        return None if value is None else written(value)
    said: Json = {"within": [_end(value.low), _end(value.high)]}
    if value.low_open and value.low is not None:
        said["low_open"] = True
    if value.high_open and value.high is not None:
        said["high_open"] = True
    return said


def exact_text(value: Number | None) -> str:
    """A number as text that says it exactly: `12.25`, `1/3` where no decimal does, `5..10` while it is open.

    It is what cells of a CSV file hold; empty for None.
    """
    if isinstance(value, Range):
        return f"{_end(value.low) or ''}..{_end(value.high) or ''}"
    return "" if value is None else written(value)


def title_json(vi: str, en: str) -> Json:
    return {"vi": vi, "en": en} if en else {"vi": vi}


def _end(end: Exact | None) -> str | None:
    return None if end is None else written(end)
