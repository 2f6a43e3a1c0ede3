"""From a tree to its canonical text: parsing it gives the same tree again."""

from __future__ import annotations

import re

from parrules.syntax import tree
from parrules.values.numbers import Exact, quotient, written

# How tightly an expression binds; what binds less than its place wants stands in parentheses.
_ROWS, _JOINED, _NEGATED, _COMPARED, _VALUE, _SUM, _PRODUCT, _SIGNED, _ATOM = range(9)

MOST_ON_ONE_LINE = 72
"""Rows that fit stand on one line, two at most; otherwise each has its own."""

_READS_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_GROUPED_FROM = 10_000


def unparse(node: tree.Expression | tree.Statement | tree.Definition | tree.Program) -> str:
    """The text of an expression, a statement or a program; lines end with a line break only between them."""
    if isinstance(node, tree.Program):
        return "\n".join(map(unparse, node.lines))
    if isinstance(node, tree.Statement):
        return _rows_of(node.word, [_row(row, node.word) for row in node.rows])
    if isinstance(node, tree.Definition):
        return _rows_of(f"{node.name} =", [_choice(row) for row in node.value.rows])
    return _text(node, _ROWS)


def _rows_of(opening: str, rows: list[str]) -> str:
    on_one = f"{opening} {' otherwise '.join(rows)}"
    if len(rows) <= 2 and len(on_one) <= MOST_ON_ONE_LINE:
        return on_one
    return f"{opening} " + "\notherwise ".join(rows)


def _row(row: tree.Row, word: str) -> str:
    amount = _text(row.amount, _VALUE)
    is_cap_at = word == "cap" and re.match(r"at(?!\w)", amount)  # with nothing between them
    parts = [f"({amount})" if is_cap_at else amount]
    if row.per is not None:
        parts.append(_per(row.per))
    if row.up_to is not None:
        parts.append(f"up to {_text(row.up_to, _VALUE)}")
    if row.when is not None:
        parts.append(f"when {_text(row.when, _JOINED)}")
    if row.because is not None:
        parts.append(f"because {_text(row.because, _ATOM)}")
    return " ".join(parts)


def _per(clause: tree.Per) -> str:
    first = clause.quantity if clause.unit is None else clause.unit
    opening = "per full" if clause.full else "per"
    said = _text(first, _VALUE)
    if not clause.full and re.match(r"full(?!\w)", said):
        said = f"({said})"  # or it would be `per full`
    if clause.unit is None:
        return f"{opening} {said}"
    return f"{opening} {_before_of(said)} of {_text(clause.quantity, _VALUE)}"


def _before_of(said: str) -> str:
    """A name `score` just before `of` would be read as `score of`."""
    return f"({said})" if re.search(r"(?<!\w)score$", said) else said


def _choice(choice: tree.Choice) -> str:
    value = _text(choice.value, _VALUE)
    return value if choice.when is None else f"{value} when {_text(choice.when, _JOINED)}"


def _text(node: tree.Expression, place: int) -> str:
    """The text of an expression, in parentheses where it binds less than its place wants."""
    binding, said = _bound(node)
    return said if binding >= place else f"({said})"


def _bound(node: tree.Expression) -> tuple[int, str]:
    match node:
        case tree.Rows():
            return _ROWS, " otherwise ".join(map(_choice, node.rows))
        case tree.Or():
            return _JOINED, " or ".join(_text(one, _NEGATED) for one in node.conditions)
        case tree.And():
            return _JOINED, " and ".join(_text(one, _NEGATED) for one in node.conditions)
        case tree.Not():
            return _NEGATED, f"not {_text(node.condition, _NEGATED)}"
        case tree.Comparison():
            rest = "".join(f" {sign} {_text(one, _VALUE)}" for sign, one in node.rest)
            return _COMPARED, _text(node.first, _VALUE) + rest
        case tree.IsNone():
            return _COMPARED, f"{_text(node.value, _VALUE)} is {'not ' if node.negated else ''}none"
        case tree.Excess():
            return _VALUE, f"{_text(node.value, _SUM)} {node.way} {_text(node.threshold, _SUM)}"
        case tree.Sum():
            return _SUM, _signed(node.terms, _PRODUCT)
        case tree.Product():
            return _PRODUCT, _signed(node.factors, _SIGNED)
        case tree.Minus():
            return _SIGNED, f"-{_text(node.value, _SIGNED)}"
        case _:
            return _ATOM, _atom(node)


def _signed(parts: tuple[tuple[str, tree.Expression], ...], place: int) -> str:
    rest = "".join(f" {sign} {_text(one, place)}" for sign, one in parts[1:])
    return _text(parts[0][1], place) + rest


def _atom(node: tree.Expression) -> str:
    match node:
        case tree.Number():
            return _digits(node.value)
        case tree.Percent():
            return f"{_digits(quotient(node.value * 100, 1))}%"
        case tree.Date():
            return node.value.isoformat()
        case tree.Text():
            return f'"{node.value}"'
        case tree.YesNo():
            return "yes" if node.value else "no"
        case tree.Name():
            return node.name
        case tree.Dated():
            return f"{node.parameter.name} on {_text(node.day, _ATOM)}"
        case tree.ScoreOf():
            return f'score of "{node.code}"'
        case tree.Gather():
            return _gather(node)
        case tree.Call():
            arguments = [_text(one, _ROWS) for one in node.arguments]
            arguments += [f"{key}: {_text(one, _ROWS)}" for key, one in node.keyed]
            return f"{node.name}({', '.join(arguments)})"
        case _:
            raise AssertionError(f"no atom: {type(node).__name__}")


def _gather(node: tree.Gather) -> str:
    where = "" if node.where is None else f" where {_text(node.where, _JOINED)}"
    if node.value is None:
        return f"{node.name}({node.table.name}{where})"
    said = _text(node.value, _JOINED)
    if said != "score":  # which alone is the score of each record
        said = _before_of(said)
    return f"{node.name}({said} of {node.table.name}{where})"


def _digits(value: Exact) -> str:
    """A number as it is read in one way only: grouped from ten thousand on, and no three decimals behind few digits."""
    said = written(value)
    if _READS_TWO_WAYS.fullmatch(said):
        return f"{said}0"
    whole, point, decimals = said.partition(".")
    return f"{int(whole):_}{point}{decimals}" if int(whole) >= _GROUPED_FROM else said
