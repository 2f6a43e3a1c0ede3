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
    return written if type(written) in (str, bytes) else mistakes.format_gave(one.name, type(written).__name__)


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return MappingProxyType({key: _frozen(under) for key, under in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, (list, tuple)) else value
