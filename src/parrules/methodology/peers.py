"""Which bodies are measured against each other."""

from __future__ import annotations

from parrules.methodology.model import Figure
from parrules.methodology.reading import Reading, scalar
from parrules.syntax.nodes import Mapping
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span

LISTED = ("group", "region")
"""What every body has in the list of bodies."""


def peers_from(node: Mapping, figures: tuple[Figure, ...], reading: Reading) -> str:
    """What peers have in common: `group` unless said, `region`, or a trait."""
    said = scalar(node, "peers")
    if said is None:
        return "group"
    traits = [figure.name for figure in figures if figure.of == "body"]
    if said.text not in (*LISTED, *traits):
        reading.found.append(no_such_trait(said.span, said.text, nearest(said.text, (*LISTED, *traits))))
    return said.text


def no_such_trait(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    return diagnostic("PR463", span, name=name, suggestion=suggestion)
