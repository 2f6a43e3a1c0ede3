"""Classes and the program that gives one: neither without the other."""

from __future__ import annotations

from parrules.methodology.declared_kind import each_once
from parrules.methodology.programs import program
from parrules.methodology.reading import Reading, scalars
from parrules.syntax.nodes import Mapping
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def classes_from(node: Mapping, code: str, reading: Reading) -> tuple[tuple[str, ...], str | None]:
    """What stands under `classes`, lowest first, and under `class`; code is empty for the methodology itself."""
    listed, ruled = node.key("classes"), node.key("class")
    if listed is not None and ruled is None:
        reading.found.append(classes_without_program(listed.span))
    if ruled is not None and listed is None:
        reading.found.append(program_without_classes(ruled.span))
    classes = each_once(scalars(node.get("classes")), reading)
    return classes, program(node, "class", code, reading.classes, reading)


def classes_without_program(span: Span) -> Diagnostic:
    """Classes that nobody gets."""
    return diagnostic("PR456", span)


def program_without_classes(span: Span) -> Diagnostic:
    """A program that gives classes of which there is no list."""
    return diagnostic("PR457", span)
