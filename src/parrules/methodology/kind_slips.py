"""What authors write for a value of another kind, and what they mean by it."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from parrules.constructs.mistakes import kinds_do_not_mix
from parrules.syntax import tree
from parrules.syntax.literals import day_first
from parrules.syntax.mistakes import date_otherwise
from parrules.text.diagnostic import Diagnostic
from parrules.text.nearest import nearest
from parrules.text.source import Span
from parrules.values import kinds
from parrules.values.kinds import Kind
from parrules.values.numbers import Exact, written

_YES = ("yes", "true", "có", "đúng", "đạt")
_NO = ("no", "false", "không", "sai", "không đạt")
_NONE = ("null", "nil", "empty", "blank", "na", "rỗng")

_COUNTED = ("count", "days", "money")
"""What becomes points by `per`."""

_Side = tuple[tree.Expression, Kind]


def mixed(one: _Side, other: _Side, word: str | None = None) -> Diagnostic:
    """Two values that do not stand beside each other, and what was meant. word: the statement that gives or takes
    points for a quantity, where the two were to be added."""
    for (node, kind), (_, beside) in ((one, other), (other, one)):
        day = _day(node) if beside == kinds.DATE else None
        if day is not None:
            return date_otherwise(node.span, node.span.words, day.isoformat())
        meant = _meant(node, kind, beside)
        if meant is not None:
            return kinds_do_not_mix(node.span, beside, kind, meant)
    if other[1].is_plain and not one[1].is_plain:  # the number is what was mistyped
        one, other = other, one
    if one[1].is_plain:
        return kinds_do_not_mix(one[0].span, one[1], other[1])
    counted = next((side for side in (one, other) if side[1].name in _COUNTED), None)
    each = points_for(word, *counted) if word and counted and kinds.POINTS in (one[1], other[1]) else None
    return kinds_do_not_mix(other[0].span, one[1], other[1], each=each)


def points_for(word: str, node: tree.Expression, kind: Kind) -> str | None:
    """The line that gives points for so many of a quantity; None where nobody can tell of which."""
    name = node
    if isinstance(node, tree.Product):
        name = next((factor for _, factor in node.factors if not isinstance(factor, tree.Number)), node)
    if not isinstance(name, (tree.Name, tree.Gather, tree.Call)):
        return None
    return f"{word} ... per {'' if kind.name in ('count', 'days') else '... of '}{' '.join(name.span.words.split())}"


def condition_meant(node: tree.Expression, kind: Kind) -> str | None:
    """A comparison with what stands where a condition is wanted."""
    words = " ".join(node.span.words.split())
    if isinstance(node, tree.Excess):
        sign = ">" if node.way == "above" else "<"
        return f"{node.value.span.words} {sign} {node.threshold.span.words}"
    if kind.name == "date":
        return f"{words} <= period_end"
    if kind.options:
        return f'{words} = "{kind.options[-1]}"'
    return f"{words} > 0" if kind.is_quantity and not isinstance(node, (tree.Number, tree.Percent)) else None


def name_meant(name: str, known: Collection[str]) -> str | None:
    """The nearest name, or the word of the language that is meant."""
    small = name.casefold()
    for word, spellings in (("yes", _YES), ("no", _NO), ("none", _NONE)):
        if small in spellings:
            return word
    return nearest(name, known)


def at_start(span: Span, word: str) -> Span:
    """The word with which something begins."""
    return Span(span.source, span.start, span.start + len(word))


def before(node: tree.Node, start: int) -> Span:
    """The words from `start` to a node: what opens it."""
    text = node.span.source.text[start : node.span.start]
    first = start + len(text) - len(text.lstrip())
    return Span(node.span.source, first, first + max(1, len(text.strip())))


def key_before(value: tree.Expression, key: str) -> Span:
    """The key of `key: value`."""
    first = value.span.source.text.rfind(key, 0, value.span.start)
    return Span(value.span.source, first, first + len(key))


def _meant(node: tree.Expression, kind: Kind, beside: Kind) -> str | None:
    if isinstance(node, tree.Number) and beside == kinds.RATIO:
        return _percent(node.value)
    if isinstance(node, tree.Text) and beside == kinds.YES_NO:
        small = node.value.casefold()
        return "yes" if small in _YES else "no" if small in _NO else None
    return None


def _day(node: tree.Expression) -> datetime.date | None:
    """The day that a text, or a quotient or difference of three numbers, was meant to say."""
    if isinstance(node, (tree.Product, tree.Sum)):
        return day_first("".join(node.span.words.split()).strip("()"))
    if not isinstance(node, tree.Text):
        return None
    try:
        return day_first(node.value.strip()) or datetime.date.fromisoformat(node.value.strip())
    except ValueError:
        return None


def _percent(value: Exact) -> str:
    """The percentage that was meant by a bare number: 80 is 80%, and so is 0.8."""
    return written(value * 100 if -1 < value < 1 else value) + "%"
