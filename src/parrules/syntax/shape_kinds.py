"""What to say where a value of one kind stands and another is wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from parrules.syntax import scalar_mistakes, shape_mistakes
from parrules.syntax.nodes import Mapping, Node, Scalar
from parrules.syntax.nodes import Sequence as List
from parrules.syntax.scalars import (
    MOST_DIGITS,
    date_of,
    has_many_digits,
    is_core_number,
    is_number,
    is_thousands,
    plain_form,
    taken_for,
)
from parrules.syntax.shape_branches import allows_yes_no
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span

_YES_NO = {
    **dict.fromkeys(["yes", "y", "on", "có", "đúng", "x", "1", "true"], "yes"),
    **dict.fromkeys(["no", "n", "off", "không", "sai", "0", "false"], "no"),
}
_NUMERAL = re.compile(r"[-+]?[0-9][0-9.,_: ]*")
_NO_SPACE = re.compile(r"([^\s:\"']+):(?=\S)")


def head(node: Node) -> Span:
    """A mapping or a list is pointed at by its first key or member."""
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0][0].span
    if isinstance(node, List) and node.entries:
        return head(node.entries[0])
    return node.span


def wrong_kind(node: Node, key: Scalar | None, wanted: frozenset[str], schema: Any) -> Diagnostic:
    """`wanted`: kinds as JSON Schema names them, one of which should stand here."""
    wanted = wanted - {"null"} or wanted
    if not isinstance(node, Scalar):
        return _one_kind(head(node), wanted, None)
    if taken_for(node) == "nothing":
        return _nothing(node, key, "string" in wanted)
    if isinstance(schema, dict) and schema.get("format") == "date" and wanted == {"string"}:
        found = date_of(node)
        return found if isinstance(found, Diagnostic) else scalar_mistakes.quotes_wanted(node.span, node.text)
    numbers = wanted & {"number", "integer"}
    if "string" in wanted:
        if taken_for(node) == "number" and numbers:
            if is_thousands(node.text):
                return _wrong_number(node, "number" in wanted)
            return scalar_mistakes.number_or_text(node.span, node.text, plain_form(node.text))
        return scalar_mistakes.quotes_wanted(node.span, node.text)
    if numbers and is_numeral(node.text):
        return _wrong_number(node, "number" in wanted)
    return _one_kind(node.span, wanted, node.text)


def wrong_value(node: Node, key: Scalar | None, allowed: Sequence[Any]) -> Diagnostic:
    """allowed: the values one of which should stand here."""
    if isinstance(node, Scalar) and taken_for(node) == "nothing":
        return _nothing(node, key, False)
    words = tuple(dict.fromkeys(map(_word, allowed)))
    if allows_yes_no(allowed) and len(words) == 2:
        return _one_kind(head(node), frozenset(["boolean"]), node.text if isinstance(node, Scalar) else None)
    if not isinstance(node, Scalar):
        return shape_mistakes.value_wanted(head(node), words)
    if node.text in words:  # the right characters, and yet not what was wanted
        if node.style != "plain":
            return scalar_mistakes.number_in_quotes(node.span, node.text)
        return scalar_mistakes.quotes_wanted(node.span, node.text)
    number = node.text if node.style != "plain" and is_number(node.text) else None
    return shape_mistakes.not_in_list(node, nearest(node.text[:100], words), words, number)


def is_numeral(text: str) -> bool:
    """Whether somebody meant a number, however it is written."""
    return is_core_number(text) or plain_form(text) is not None or _NUMERAL.fullmatch(text) is not None


def _word(value: Any) -> str:
    """A value that a schema allows, as it is written in a file."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _nothing(scalar: Scalar, key: Scalar | None, may_be_text: bool) -> Diagnostic:
    place = scalar if scalar.text or key is None else key
    return scalar_mistakes.nothing_here(place.span, key.text if key else None, scalar.text if may_be_text else "")


def _wrong_number(scalar: Scalar, may_be_fraction: bool) -> Diagnostic:
    text, span = scalar.text, scalar.span
    if is_thousands(text):
        whole, behind = re.split("[.,]", text)
        return scalar_mistakes.thousands_or_fraction(span, text, _fraction(whole, behind), whole + behind)
    if scalar.style != "plain" and is_number(text):
        return scalar_mistakes.number_in_quotes(span, text)
    if is_number(text) and not may_be_fraction:
        whole, _, behind = text.partition(".")
        return scalar_mistakes.whole_number_wanted(span, whole if not behind.strip("0") else None)
    if has_many_digits(text) and re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", text):
        return scalar_mistakes.many_digits(span, MOST_DIGITS)
    return scalar_mistakes.number_written_otherwise(span, text, plain_form(text))


def _fraction(whole: str, behind: str) -> str:
    """`16.000` as a fraction that nobody takes for thousands: `16`; `1.125` becomes `1.1250`."""
    behind = behind.rstrip("0")
    return whole if not behind else f"{whole}.{behind}0" if len(behind) == 3 else f"{whole}.{behind}"


def _one_kind(span: Span, wanted: frozenset[str], text: str | None) -> Diagnostic:
    if len(wanted) > 1 and wanted != {"number", "integer"}:
        return shape_mistakes.another_kind(span, wanted)
    if wanted & {"number"}:
        return scalar_mistakes.number_wanted(span)
    if wanted & {"integer"}:
        return scalar_mistakes.whole_number_wanted(span, None)
    if "boolean" in wanted:
        return scalar_mistakes.yes_no_wanted(span, _YES_NO.get((text or "").casefold()))
    if "array" in wanted:
        return shape_mistakes.list_wanted(span)
    if "object" in wanted:
        return shape_mistakes.keys_wanted(span, _spaced(text))
    return scalar_mistakes.text_wanted(span)


def _spaced(text: str | None) -> str | None:
    """The text with the blank after its first colon that may have been forgotten."""
    found = _NO_SPACE.match(text) if text is not None else None
    return f"{found.group(1)}: …" if found is not None else None
