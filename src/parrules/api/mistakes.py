"""What is wrong with what was asked for: a body or a criterion that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest


def no_such_body(name: str, known: Iterable[str]) -> Diagnostic:
    """known: the ids of the bodies of the round, and their names."""
    return diagnostic("UC116", name=name, suggestion=nearest(name, known))


def no_such_criterion(code: str, known: Iterable[str]) -> Diagnostic:
    """known: the codes of the methodology's criteria."""
    return diagnostic("UC117", asked=code, suggestion=nearest(code, known))


def which_body(known: Iterable[str]) -> Diagnostic:
    """known: the ids of the bodies of the round, in its order."""
    ids = tuple(known)
    shown = ids if len(ids) <= 8 else (*ids[:7], "…")
    return diagnostic("UC118", bodies=shown, example=f"--body {ids[0]}")


def not_an_amount(name: str, written: str) -> Diagnostic:
    return diagnostic("UC122", name=name, written=written)


def standard_input_twice() -> Diagnostic:
    """It can be read only once."""
    return diagnostic("UC132")
