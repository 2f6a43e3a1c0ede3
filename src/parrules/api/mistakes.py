"""What is wrong with what was asked for."""

from __future__ import annotations

from collections.abc import Iterable

from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest


def no_such_body(name: str, known: Iterable[str]) -> Diagnostic:
    return diagnostic("UC120", name=name, suggestion=nearest(name, known))


def no_such_criterion(code: str, known: Iterable[str]) -> Diagnostic:
    return diagnostic("UC121", code=code, suggestion=nearest(code, known))
