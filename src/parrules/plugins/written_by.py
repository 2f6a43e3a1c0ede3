"""Forms of the result that plugins write: of a receipt that cannot be changed, to a text or bytes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from parrules.plugins import mistakes
from parrules.plugins.records import ReportFormat
from parrules.scoring.plugin_call import PluginFailed, given_by
from parrules.text.diagnostic import Diagnostic


def written_by(one: ReportFormat, receipt: Mapping[str, Any], language: str) -> str | bytes | Diagnostic:
    """What a plugin writes of a receipt; or what is wrong with it."""
    try:
        written = given_by(one.write, _frozen(receipt), language)
    except PluginFailed as failed:
        return mistakes.format_failed(one.name, failed.cause)
    if type(written) not in (str, bytes):
        return mistakes.format_gave(one.name, type(written).__name__)
    try:
        return written if isinstance(written, bytes) else written.encode("utf-8").decode("utf-8")
    except UnicodeEncodeError as cause:  # half a character, which no file can hold
        return mistakes.format_failed(one.name, cause)


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return MappingProxyType({key: _frozen(under) for key, under in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, (list, tuple)) else value
