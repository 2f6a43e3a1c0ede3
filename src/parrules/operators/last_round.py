"""How the figures of the last round are called: beside those of this round, and as no author can call one."""

from __future__ import annotations

_OPENING, _CLOSING = "last(", ")"


def in_last_round(name: str) -> str:
    """The name under which a program reads what figure `name` was in the last round."""
    return f"{_OPENING}{name}{_CLOSING}"


def of_last_round(name: str) -> str | None:
    """The figure whose value in the last round is read under `name`; None where that is a figure of this round."""
    return name.removeprefix(_OPENING).removesuffix(_CLOSING) if name.startswith(_OPENING) else None
