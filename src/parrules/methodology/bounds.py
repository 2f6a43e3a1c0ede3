"""What a figure can be: values written by kind (`0`, `20%`, `2025-01-31`), bounds, and where it is expected."""

from __future__ import annotations

import re
from fractions import Fraction

from parrules.constructs.mistakes import said as said_kind
from parrules.methodology.reading import Reading, part_of, scalar
from parrules.syntax.nodes import Mapping, Scalar
from parrules.syntax.scalars import date_of, is_number, is_thousands, plain_form
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Span
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact, exact, written

Bounds = tuple[Exact | None, Exact | None]

_ORDERED = ("points", "count", "number", "ratio", "money", "days", "date")


def value(said: Scalar, kind: Kind) -> Exact | Diagnostic:
    """What a text is worth for its kind; a date as its ordinal."""
    if kind.name == "date":
        day = date_of(said)
        return day if isinstance(day, Diagnostic) else day.toordinal()
    is_percent = said.text.endswith("%")
    bare = said.text.removesuffix("%").rstrip()
    if is_thousands(bare):
        return reads_two_ways(said.span, said.text)
    if not is_number(bare) or is_percent != (kind.name == "ratio" and said.text != "0"):
        return not_of_kind(said.span, said.text, kind, _suggested(bare, kind))
    found = exact(Fraction(bare))
    if kind.name == "count" and found.denominator != 1:
        return not_of_kind(said.span, said.text, kind, None)
    return exact(Fraction(found) / 100) if is_percent else found


def bounds(node: Mapping, kind: Kind, reading: Reading) -> Bounds:
    """What stands under `min` and `max`; None where nothing limits it."""
    low, high = (_bound(node, key, kind, reading) for key in ("min", "max"))
    if low is not None and high is not None and low > high:
        reading.found.append(low_above_high(_place(node, "min"), _text(node, "min"), _text(node, "max")))
        return None, None
    return low, high


def with_defaults(limits: Bounds, kind: Kind) -> Bounds:
    """What nobody needs to say: a count is not below 0, a ratio lies between 0% and 100%."""
    low, high = limits
    if kind.name in ("count", "ratio") and low is None and (high is None or high >= 0):
        low = 0
    if kind.name == "ratio" and high is None and (low is None or low <= 1):
        high = 1
    return low, high


def expected(node: Mapping, kind: Kind, limits: Bounds, reading: Reading) -> Bounds:
    """The two ends of `expected: 20% .. 100%`."""
    said = scalar(node, "expected")
    if said is None:
        return None, None
    if kind.name not in _ORDERED:
        reading.found.append(no_order(said.span, "expected", kind))
        return None, None
    parts = re.fullmatch(r"\s*(.*?)\s*\.\.\s*(.*?)\s*", said.text)
    if parts is None:
        reading.found.append(not_from_to(said.span, said.text))
        return None, None
    ends = tuple(value(part_of(said, *parts.span(end)), kind) for end in (1, 2))
    mistakes = [end for end in ends if isinstance(end, Diagnostic)]
    low, high = (None if isinstance(end, Diagnostic) else end for end in ends)
    if low is not None and high is not None:
        mistakes.extend(_misplaced(said, parts[1], parts[2], (low, high), limits))
    reading.found.extend(mistakes)
    return (None, None) if mistakes else (low, high)


def _misplaced(said: Scalar, first: str, second: str, ends: tuple[Exact, Exact], limits: Bounds) -> list[Diagnostic]:
    low, high = limits
    if ends[0] > ends[1]:
        return [low_above_high(said.span, first, second)]
    if (low is not None and ends[0] < low) or (high is not None and ends[1] > high):
        return [expected_outside(said.span, said.text)]
    return []


def _bound(node: Mapping, key: str, kind: Kind, reading: Reading) -> Exact | None:
    said = scalar(node, key)
    if said is None:
        return None
    found = value(said, kind) if kind.name in _ORDERED else no_order(said.span, key, kind)
    if isinstance(found, Diagnostic):
        reading.found.append(found)
        return None
    return found


def _suggested(bare: str, kind: Kind) -> str | None:
    """The same number as its kind is written, where it can be told."""
    plain = plain_form(bare)
    if plain is None or not is_number(plain):
        return None
    if kind.name != "ratio":
        return plain if plain != bare or kind.name != "count" else None
    return f"{plain}%" if abs(Fraction(plain)) > 1 else f"{written(exact(Fraction(plain) * 100))}%"


def _place(node: Mapping, key: str) -> Span:
    found = scalar(node, key)
    return node.span if found is None else found.span


def _text(node: Mapping, key: str) -> str:
    found = scalar(node, key)
    return "" if found is None else found.text


def not_of_kind(span: Span, said: str, kind: Kind, suggestion: str | None) -> Diagnostic:
    """A value that its kind cannot have, or not as it is written."""
    return diagnostic("PR442", span, said=said, kind=said_kind(kind), suggestion=suggestion)


def reads_two_ways(span: Span, said: str) -> Diagnostic:
    """`16.000`: sixteen thousand to one reader, sixteen to another."""
    percent = "%" if said.endswith("%") else ""
    bare = said.removesuffix("%").rstrip()
    return diagnostic("PR443", span, said=said, thousands=bare.replace(".", "") + percent, decimals=f"{bare}0{percent}")


def no_order(span: Span, key: str, kind: Kind) -> Diagnostic:
    """A bound of something that is not less or more."""
    return diagnostic("PR444", span, key=key, kind=said_kind(kind))


def low_above_high(span: Span, low: str, high: str) -> Diagnostic:
    """The lower end is above the upper one."""
    return diagnostic("PR445", span, low=low, high=high)


def not_from_to(span: Span, said: str) -> Diagnostic:
    """What is expected is not written as two values with `..` between them."""
    return diagnostic("PR446", span, said=said)


def expected_outside(span: Span, said: str) -> Diagnostic:
    """What is expected can never be."""
    return diagnostic("PR447", span, said=said)
