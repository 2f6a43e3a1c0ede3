"""Mistakes in what was asked for: a body or a criterion that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest


def no_such_body(asked: str, known: Iterable[str]) -> Diagnostic:
    """known: the ids of the bodies of the round."""
    return diagnostic("UC116", asked=asked, suggestion=nearest(asked, known))


def no_such_criterion(asked: str, known: Iterable[str]) -> Diagnostic:
    """known: the codes of the methodology's criteria."""
    return diagnostic("UC117", asked=asked, suggestion=nearest(asked, known))
