"""What was found as lines that GitHub Actions shows beside the lines of a change: `::error file=...::...`."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.report.found.told import Told

_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_TEXT, ":": "%3A", ",": "%2C"}


def github_text(told: Sequence[Told]) -> str:
    """A line each."""
    return "".join(f"::{_word(one)} {_place(one)}::{_escaped(one.whole, _TEXT)}\n" for one in told)


def _word(one: Told) -> str:
    return "error" if one.is_error else "warning"


def _place(one: Told) -> str:
    properties = {"file": one.file} if one.file else {}
    if one.region is not None:
        properties |= {"line": str(one.region.line), "col": str(one.region.column)}
        properties |= {"endLine": str(one.region.end_line)}
        if one.region.end_line == one.region.line:  # of several lines GitHub takes no columns
            properties |= {"endColumn": str(one.region.end_column)}
    properties["title"] = one.code
    return ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(letter, letter) for letter in text)
