"""Elements of a page. Text that comes from rules or evidence is escaped here, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from parrules.report.columns import visible

_WITHOUT_END = ("meta", "col", "br")
_ON_A_LINE = ("html", "head", "body", "header", "main", "footer", "section", "nav", "table", "thead", "tbody", "tr")
"""Elements that begin a line, so that a page is read and compared line by line."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A part of a page in which everything is escaped that must be."""

    text: str


Child = str | Markup | None
"""What an element holds: plain text, which is escaped, or elements; None is nothing."""


def tag(name: str, /, *children: Child, **attributes: str | int | None) -> Markup:
    """An element. An attribute that is None is left out; `class_` is `class`, `aria_label` is `aria-label`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_plain(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    start = "\n" if name in _ON_A_LINE else ""
    if name in _WITHOUT_END:
        return Markup(f"{start}<{name}{written}>")
    return Markup(f"{start}<{name}{written}>{together(children).text}</{name}>")


def together(children: Iterable[Child]) -> Markup:
    """Several parts, one behind the other."""
    return Markup("".join(_child(one) for one in children))


def _child(one: Child) -> str:
    if isinstance(one, Markup):
        return one.text
    return "" if one is None else _plain(one)


def _plain(text: str) -> str:
    """One line of text; what would show as nothing in it, or turn the direction of reading, is shown as its number."""
    return escape(visible(re.sub(r"[ \t\r\n]+", " ", text)))
