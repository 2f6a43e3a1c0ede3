"""The grammar and a parser written by hand accept the same texts, and read the same in them."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from itertools import count
from random import Random

import pytest

from oracles.generate_texts import text
from oracles.parser_oracle import tree_of
from parrules.syntax.parser import parse_expression, parse_program
from parrules.syntax.tree import Node
from parrules.text.passage import whole

TEXTS, CHUNKS = 100_000, 20


@cache
def _said(cls: type[Node]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.name not in ("id", "span"))


def plain(part: object) -> object:
    """A tree as the oracle says it: a node is a tuple, its name and what it says; several things are a list."""
    if isinstance(part, Node):
        return (type(part).__name__, *[plain(getattr(part, name)) for name in _said(type(part))])
    return [plain(one) for one in part] if isinstance(part, tuple) else part


def read(written: str, *, only_expression: bool = False) -> object:
    """The tree of the core, or None where it finds a mistake."""
    parse = parse_expression if only_expression else parse_program
    node, found = parse(whole("thử", written), count(1))
    assert (node is None) == bool(found), written
    return plain(node) if node is not None else None


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_both_parsers_read_the_same_in_generated_texts(chunk: int) -> None:
    accepted = 0
    for number in range(TEXTS // CHUNKS):
        random = Random(f"{chunk} {number}")
        broken, only_expression = number % 2 == 1, number % 8 > 5
        written = text(random, broken=broken, only_expression=only_expression)
        expected = tree_of(written, only_expression=only_expression)
        assert expected == read(written, only_expression=only_expression), written
        accepted += expected is not None
    assert 0.45 < accepted / (TEXTS // CHUNKS) < 0.75


def nested(before: str, inside: str, after: str, times: int) -> str:
    return f"award {before * times}{inside}{after * times}"


LIMITS = {
    "as many characters as there may be": "award 1 #" + "." * 4087,
    "one character too many": "award 1 #" + "." * 4088,
    "32 parentheses in each other": nested("(", "x", ")", 32),
    "33 parentheses in each other": nested("(", "x", ")", 33),
    "as deep as may be": nested("-", "x", "", 29),
    "one node too deep": nested("-", "x", "", 30),
    "very deep": nested("-", "x", "", 3000),
    "many negations": "award 1 when " + "not " * 900 + "x",
    "a name as deep as may be": "y = " + "-" * 28 + "x",
    "a name one too deep": "y = " + "-" * 29 + "x",
    "rows in each other": nested("(1 when a otherwise ", "x", ")", 14),
    "too many rows in each other": nested("(1 when a otherwise ", "x", ")", 15),
    "512 nodes": "award " + " + ".join(["x"] * 509),
    "513 nodes": "award " + " + ".join(["x"] * 510),
    "512 nodes on two lines": "award x\nadd " + " + ".join(["x"] * 506),
    "513 nodes on two lines": "award x\nadd " + " + ".join(["x"] * 507),
    "18 digits on both sides": "award 123456789012345678.123456789012345678",
    "19 digits before the point": "award 1234567890123456789",
    "19 digits behind the point": "award 0.1234567890123456789",
    "19 digits with underscores": "award 1_234_567_890_123_456_789",
    "nothing": "",
    "a comment alone": "# chưa viết\n\n",
}


@pytest.mark.parametrize("written", LIMITS.values(), ids=LIMITS)
def test_both_parsers_have_the_same_limits(written: str) -> None:
    assert tree_of(written) == read(written)


ONCE_WRONG = (
    "cap at =",
    "cap at = 3",
    "x = = 3",
    "x =",
    "khi 3",
    "mỗi 3",
    "f(vì: 3)",
    "award f(khi: 3)",
    "аward 3",
    "award ٣x",
)


@pytest.mark.parametrize("written", ONCE_WRONG)
def test_both_parsers_refuse_what_one_of_them_once_stumbled_over(written: str) -> None:
    assert tree_of(written) is None
    assert read(written) is None
