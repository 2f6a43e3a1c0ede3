"""What authors write for a value of another kind, and what they mean by it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection

from parrules.constructs.mistakes import kinds_do_not_mix
from parrules.methodology.naming_mistakes import not_in_list
from parrules.syntax import tree
from parrules.syntax.keywords import FUNCTIONS, KNOWN_NAMES, Keyword, both_spellings
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
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?%?")
_NONE = ("null", "nil", "empty", "blank", "na", "rỗng")

_FUNCTIONS = {
    "mean": ("average", "avg", "averge", "averageif"),
    "count": ("countif", "countifs", "counta"),
    "sum": ("sumif", "sumifs"),
    "min": ("minimum", "least"),
    "max": ("maximum", "greatest"),
    "round_up": ("roundup", "ceil", "ceiling"),
    "round_down": ("rounddown", "floor", "trunc", "int"),
}
"""What spreadsheets and other languages call a function."""

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
        meant = _meant(node, beside)
        if meant is not None:
            return kinds_do_not_mix(node.span, beside, kind, meant)
    listed = next((kind for _, kind in (one, other) if kind.options), None)
    if listed is not None and isinstance(number := (one if one[1] != listed else other)[0], tree.Number):
        return not_in_list(number.span, number.span.words, listed.options, None)
    if other[1].is_plain and not one[1].is_plain:  # the number is what was mistyped
        one, other = other, one
    if one[1].is_plain:
        return kinds_do_not_mix(one[0].span, one[1], other[1])
    counted = next((side for side in (one, other) if side[1].name in _COUNTED), None)
    each = points_for(word, *counted) if word and counted and kinds.POINTS in (one[1], other[1]) else None
    return kinds_do_not_mix(other[0].span, one[1], other[1], each=each)


def again(previous: tree.Expression, node: tree.Expression, kind: Kind) -> str | None:
    """`rating = "Tốt" or "Khá"`: the comparison that stands before, with another value."""
    if not isinstance(previous, tree.Comparison) or not isinstance(node, (tree.Text, tree.Number, tree.Percent)):
        return condition_meant(node, kind)
    return f"{previous.first.span.words} {previous.rest[-1][0]} {node.span.words}"


def in_points(node: tree.Expression) -> str:
    """The points that a ratio gives."""
    binds = not isinstance(node, (tree.Sum, tree.Excess, tree.Comparison)) or node.span.words.startswith("(")
    return f"{node.span.words} * maximum" if binds else f"({node.span.words}) * maximum"


def points_for(word: str, node: tree.Expression, kind: Kind) -> str | None:
    """The line that gives points for so many of a quantity; None where nobody can tell of which."""
    rate, name = "...", node
    if isinstance(node, tree.Sum):
        sign, name = node.terms[-1]
        word = "add" if sign == "+" else "deduct"
    if isinstance(name, tree.Product):
        numbers = [factor for sign, factor in name.factors if sign == "*" and isinstance(factor, tree.Number)]
        others = [factor for _, factor in name.factors if factor not in numbers]
        if len(numbers) != 1 or len(others) != 1:
            return None
        rate, name = numbers[0].span.words, others[0]
    if not isinstance(name, (tree.Name, tree.Gather)):
        return None
    unit = "" if kind.name in ("count", "days") else "... of "
    return f"{word} {rate} per {unit}{' '.join(name.span.words.split())}"


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


def function_meant(name: str, known: Collection[str]) -> str | None:
    """The nearest function, or the one that spreadsheets call otherwise."""
    small = name.casefold()
    meant = next((ours for ours, theirs in _FUNCTIONS.items() if small in theirs), None)
    return meant or _nearest(name, known, FUNCTIONS)


def code_of(node: tree.ScoreOf) -> Span:
    """The code of `score of "1.2"`, with its quotation marks."""
    return Span(node.span.source, node.span.end - len(node.code) - 2, node.span.end)


def name_meant(name: str, known: Collection[str]) -> str | None:
    """The nearest name, or the word of the language that is meant."""
    small = name.casefold()
    for word, spellings in (("yes", _YES), ("no", _NO), ("none", _NONE)):
        if small in spellings:
            return word
    return _nearest(name, known, KNOWN_NAMES)


def _nearest(name: str, known: Collection[str], table: tuple[Keyword, ...]) -> str | None:
    """The nearest name, as the tree has it; a word of the language may be meant in either spelling."""
    in_vietnamese = {one.vi: one.en for one in table if one.en in known}
    near = nearest(name, [*known, *in_vietnamese])
    return None if near is None else in_vietnamese.get(near, near)


def at_start(span: Span, word: str) -> Span:
    """The word with which something begins, as its author spelled it."""
    spelled = (r"[ \t]+".join(map(re.escape, one.split(" "))) for one in both_spellings(word))
    found = next((match for one in spelled if (match := re.match(one, span.words))), None)
    return Span(span.source, span.start, span.start + (len(word) if found is None else found.end()))


def before(node: tree.Node, start: int) -> Span:
    """The words on the line of a node, from `start` on, that open it: a sign of comparison, `up to`, `otherwise`."""
    text = node.span.source.text[start : node.span.start].rpartition("\n")[2]
    first = node.span.start - len(text.lstrip())
    return Span(node.span.source, first, first + max(1, len(text.strip())))


def key_before(value: tree.Expression, key: str) -> Span:
    """The key of `key: value`."""
    first = value.span.source.text.rfind(key, 0, value.span.start)
    return Span(value.span.source, first, first + len(key))


def _meant(node: tree.Expression, beside: Kind) -> str | None:
    if isinstance(node, tree.Number) and beside == kinds.RATIO:
        return _percent(node.value)
    if isinstance(node, tree.Number) and beside == kinds.YES_NO:
        return {0: "no", 1: "yes"}.get(int(node.value)) if node.value in (0, 1) else None
    if not isinstance(node, tree.Text):
        return None
    if beside == kinds.YES_NO:
        small = node.value.casefold()
        return "yes" if small in _YES else "no" if small in _NO else None
    written = node.value.strip().replace(",", ".")
    is_meant = _NUMBER.fullmatch(written) and written.endswith("%") == (beside == kinds.RATIO)
    return written if is_meant and beside.is_quantity else None


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
