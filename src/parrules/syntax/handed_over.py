"""Nodes as the plain values that the JSON Schema library checks.

Each scalar goes over as the kind that YAML 1.2 gives it. A number that is not written plainly, and a text that
an older reader takes for something else, keep saying so: whether that matters depends on what the schema wants.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from parrules.syntax.nodes import Mapping, Node, Scalar, Sequence
from parrules.syntax.scalars import (
    Taken,
    core_yes_no,
    is_core_number,
    is_nothing,
    is_number,
    is_power,
    is_thousands,
    taken_for,
)


@dataclass(slots=True)
class Asking:
    """lenient: whether the schema only asks what stands there (`if`, `not`), and refuses nothing by it."""

    lenient: bool = False


class Keys(dict[str, Any]):
    """A mapping. Its text is short, so that no message is made of the whole of it."""

    asking: Asking

    def __repr__(self) -> str:
        return "{…}"


class Members(list[Any]):
    """A list."""

    asking: Asking

    def __repr__(self) -> str:
        return "[…]"


class Text(str):
    """A text. taken: what an older reader takes it for."""

    asking: Asking
    taken: Taken | None

    def __repr__(self) -> str:
        return "…"


class OddNumber:
    """A number not written plainly. readable: whether a reader that also takes text may make something of it."""

    def __init__(self, readable: bool) -> None:
        self.readable = readable

    def __repr__(self) -> str:
        return "…"


def handed_over(node: Node, asking: Asking) -> Any:
    """The value of a node and of all below it."""
    if isinstance(node, Mapping):
        keys = Keys((name.text, handed_over(under, asking)) for name, under in node.entries)
        keys.asking = asking
        return keys
    if isinstance(node, Sequence):
        members = Members(handed_over(one, asking) for one in node.entries)
        members.asking = asking
        return members
    return _scalar(node, asking)


def _scalar(scalar: Scalar, asking: Asking) -> Any:
    text = scalar.text
    if scalar.style == "plain":
        if is_nothing(text):
            return None
        said = core_yes_no(text)
        if said is not None:
            return said
        if is_core_number(text):
            return _number(text)
    handed = Text(text)
    handed.asking, handed.taken = asking, taken_for(scalar)
    return handed


def _number(text: str) -> int | Decimal | OddNumber:
    if not is_number(text) or is_thousands(text):
        return OddNumber(readable=not is_power(text))
    return Decimal(text) if "." in text else int(text)
