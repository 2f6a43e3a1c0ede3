"""Names of figures, tables, columns, parameters and legal texts: how they are written, and that each stands once."""

from __future__ import annotations

import re
import unicodedata

from parrules.methodology.reading import Reading
from parrules.methodology.scope import CLOCK, MAXIMUM, RESULTS
from parrules.syntax.keywords import KNOWN_NAMES, RESERVED
from parrules.syntax.nodes import Scalar
from parrules.text.characters import lookalikes
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span

TAKEN = frozenset({*MAXIMUM, *CLOCK, *RESULTS, "bodies", "peers", "criteria"})
"""Names that programs know already."""
_IN_VIETNAMESE = frozenset(one.vi for one in KNOWN_NAMES)
"""What programs in Vietnamese know, of columns too: there they would be read for what the language calls so."""


def name_of_evidence(key: Scalar, role: str, reading: Reading) -> str:
    """The name of a figure, table or parameter (its `role`); all of them share one space."""
    name = column_name(key, reading)
    if name in TAKEN and not _in_vietnamese(key, reading):
        reading.found.append(name_taken(key.span, name))
    earlier = next((s for other in _ROLES if (s := reading.spans.get(f"{other}:{name}")) is not None), None)
    if earlier is not None:
        reading.found.append(name_twice(key.span, name, earlier))
    reading.place(f"{role}:{name}", key.span)
    return name


def column_name(key: Scalar, reading: Reading) -> str:
    """The name of a column, which may also be that of a figure: in its table it means the column."""
    name = key.text
    if _in_vietnamese(key, reading):
        reading.found.append(name_taken(key.span, name))
    elif name in RESERVED:
        reading.found.append(name_is_keyword(key.span, name))
    elif alike := lookalikes(name, key.passage.span):
        reading.found.extend(alike)
    elif not is_name(name):
        reading.found.append(not_a_name(key.span, name, _suggested(name)))
    return name


def _in_vietnamese(key: Scalar, reading: Reading) -> bool:
    """Whether a name is one that programs of its file, which are in Vietnamese, know already."""
    return key.text in _IN_VIETNAMESE and reading.spelling(key.passage.source) == "vi"


def is_name(text: str) -> bool:
    """Latin letters (Vietnamese ones among them), digits and `_`, not beginning with a digit, composed."""
    return (
        bool(text)
        and text[0] not in "0123456789"
        and unicodedata.is_normalized("NFC", text)
        and all(letter in "_0123456789" or is_latin(letter) for letter in text)
    )


def is_latin(letter: str) -> bool:
    """Whether it is a letter of the Latin alphabet, with or without marks."""
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN ")


_ROLES = ("figure", "table", "parameter")


def _suggested(name: str) -> str | None:
    """The nearest name that is one."""
    near = re.sub(r"[\s.\-/]+", "_", unicodedata.normalize("NFC", name).strip())
    return near if is_name(near) and near not in RESERVED else None


def name_twice(span: Span, name: str, earlier: Span) -> Diagnostic:
    """A figure, table or parameter by the name of another."""
    return diagnostic("PR430", span, name=name, line=str(earlier.line))


def name_is_keyword(span: Span, name: str) -> Diagnostic:
    """A name that is a word of the scoring language."""
    return diagnostic("PR431", span, name=name)


def name_taken(span: Span, name: str) -> Diagnostic:
    """A name that already means something in programs."""
    return diagnostic("PR432", span, name=name)


def not_a_name(span: Span, name: str, suggestion: str | None) -> Diagnostic:
    """Something else than letters, digits and `_`."""
    return diagnostic("PR433", span, name=name, suggestion=suggestion)
