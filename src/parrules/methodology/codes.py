"""Codes of criteria: how they are written, and that each stands once."""

from __future__ import annotations

import re

from parrules.methodology.names import is_latin
from parrules.methodology.reading import Reading
from parrules.syntax.nodes import Scalar
from parrules.text.characters import lookalikes
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span


def code_from(said: Scalar, reading: Reading) -> str:
    """The code of a criterion: Latin letters, digits and `.` `-` `_` `/`, standing once in the file."""
    code = said.text
    earlier = reading.spans.get(f"criterion:{code}")
    reading.found.extend(_miswritten(said) if earlier is None else (code_twice(said.span, code, earlier),))
    reading.place(f"criterion:{code}", said.span)
    return code


def _miswritten(said: Scalar) -> tuple[Diagnostic, ...]:
    """Letters that only look Latin, or else the first sign that no code has."""
    alike = lookalikes(said.text, said.passage.span)
    wrong = next((at for at, sign in enumerate(said.text) if not _is_of_code(sign)), None)
    if alike or wrong is None:
        return alike
    return (sign_in_code(said.passage.span(wrong, wrong + 1), said.text, _suggested(said.text)),)


def _is_of_code(sign: str) -> bool:
    return sign in "0123456789.-_/" or is_latin(sign)


def _suggested(code: str) -> str | None:
    near = re.sub(r"[\s,]+", ".", code.strip().rstrip(").:;,"))
    return near if near and all(map(_is_of_code, near)) else None


def code_twice(span: Span, code: str, earlier: Span) -> Diagnostic:
    """Two criteria with one code."""
    return diagnostic("PR401", span, code=code, line=str(earlier.line))


def sign_in_code(span: Span, code: str, suggestion: str | None) -> Diagnostic:
    """A space or a sign that no code has."""
    return diagnostic("PR403", span, code=code, suggestion=suggestion)
