"""Forms of the result that plugins write: of a receipt that cannot be changed, to a text or bytes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import redirect_stdout
from types import MappingProxyType
from typing import Any

from parrules.plugins import mistakes
from parrules.plugins.records import ReportFormat
from parrules.text.diagnostic import Diagnostic


def written_by(one: ReportFormat, receipt: Mapping[str, Any], language: str) -> str | bytes | Diagnostic:
    """What a plugin writes of a receipt; or what is wrong with it."""
    try:
        with redirect_stdout(sys.stderr):  # its talk is no result
            written = one.write(_frozen(receipt), language)
    except (Exception, SystemExit) as cause:
        return mistakes.format_failed(one.name, cause)
    return written if type(written) in (str, bytes) else mistakes.format_gave(one.name, type(written).__name__)


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return MappingProxyType({key: _frozen(under) for key, under in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, (list, tuple)) else value
