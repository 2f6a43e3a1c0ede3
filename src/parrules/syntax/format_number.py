"""The number of the format that a file is written in, which every file of ours says first."""

from __future__ import annotations

from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

FORMAT = 1
"""The format of rule files, evidence, tests, calendars and published results that is read here."""

KEY = "parrules"


def newer_format(root: Node | None) -> Diagnostic | None:
    """That a file was written for a newer parrules: nothing else in it can be judged then. None where it was not."""
    said = root.get(KEY) if isinstance(root, Mapping) else None
    if not isinstance(said, Scalar) or not (said.text.isascii() and said.text.isdecimal()):
        return None
    number = said.text.lstrip("0")
    if len(number) > len(str(FORMAT)) or int(number or 0) > FORMAT:
        return written_for_newer(said.span, said.text, FORMAT)
    return None


def written_for_newer(span: Span, given: str, known: int) -> Diagnostic:
    return diagnostic("PR087", span, given=given[:20], known=known)
