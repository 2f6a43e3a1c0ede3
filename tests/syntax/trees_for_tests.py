"""Trees of programs as hypothesis makes them: everything that the language can say, small."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from parrules.syntax import tree
from parrules.text.source import Source, Span
from parrules.values.numbers import exact

NOWHERE = Span(Source("", ""), 0, 0)


def node(kind: Any, **said: Any) -> st.SearchStrategy[Any]:
    """Nodes of a kind, without a place."""
    return st.builds(kind, id=st.just(0), span=st.just(NOWHERE), **said)


NAMES = st.sampled_from(["late", "dân_số", "tỷ_lệ", "score", "full", "up", "to", "at", "cap", "award", "x1", "_"])
TEXTS = st.text(st.sampled_from('aĐ {late}#()%,.:=<"'.replace('"', "")), max_size=8)
AMOUNTS = st.one_of(
    st.integers(0, 10**18 - 1),
    st.builds(lambda over, places: exact(Fraction(over, 10**places)), st.integers(0, 10**9), st.integers(0, 9)),
)
SHARES = AMOUNTS.map(lambda amount: exact(Fraction(amount) / 100))

ATOMS = st.one_of(
    node(tree.Number, value=AMOUNTS),
    node(tree.Percent, value=SHARES),
    node(tree.Date, value=st.dates(datetime.date(1, 1, 1))),
    node(tree.Text, value=TEXTS),
    node(tree.YesNo, value=st.booleans()),
    node(tree.Name, name=NAMES),
    node(tree.ScoreOf, code=st.sampled_from(["1", "1.10", "II.a"])),
)


def _several(one: st.SearchStrategy[Any], fewest: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, min_size=fewest, max_size=3).map(tuple)


def _signed(one: st.SearchStrategy[Any], signs: str) -> st.SearchStrategy[tuple[Any, ...]]:
    rest = _several(st.tuples(st.sampled_from(signs), one), 1)
    return st.builds(lambda first, others: ((signs[0], first), *others), one, rest)


def _choices(one: st.SearchStrategy[Any], first: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    rest = st.lists(node(tree.Choice, value=one, when=st.none() | one), max_size=2)
    return st.builds(lambda opening, others: (opening, *others), first, rest)


def _larger(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    keyed = st.dictionaries(NAMES, one, max_size=2).map(lambda keys: tuple(keys.items()))
    table = node(tree.Name, name=NAMES)
    return st.one_of(
        node(tree.Dated, parameter=table, day=one),
        node(tree.Sum, terms=_signed(one, "+-")),
        node(tree.Product, factors=_signed(one, "*/")),
        node(tree.Minus, value=one),
        node(tree.Excess, way=st.sampled_from(["above", "below"]), value=one, threshold=one),
        node(
            tree.Comparison,
            first=one,
            rest=_several(st.tuples(st.sampled_from(["<", "<=", "=", "!=", ">", ">="]), one), 1),
        ),
        node(tree.IsNone, value=one, negated=st.booleans()),
        node(tree.And, conditions=_several(one)),
        node(tree.Or, conditions=_several(one)),
        node(tree.Not, condition=one),
        node(tree.Rows, rows=_choices(one, node(tree.Choice, value=one, when=one))),
        node(tree.Call, name=NAMES, arguments=_several(one, 1), keyed=keyed),
        node(tree.Gather, name=NAMES, value=one, table=table, where=st.none() | one),
        node(tree.Gather, name=NAMES, value=st.none(), table=table, where=one),
    )


EXPRESSIONS = st.recursive(ATOMS, _larger, max_leaves=8)

_PER = st.one_of(
    node(tree.Per, full=st.booleans(), unit=EXPRESSIONS, quantity=EXPRESSIONS),
    node(tree.Per, full=st.booleans(), unit=st.none(), quantity=EXPRESSIONS),
)
_ROWS = node(
    tree.Row,
    amount=EXPRESSIONS,
    per=st.none() | _PER,
    up_to=st.none() | EXPRESSIONS,
    when=st.none() | EXPRESSIONS,
    because=st.none() | node(tree.Text, value=TEXTS),
)
LINES = st.one_of(
    node(
        tree.Statement,
        word=st.sampled_from(["award", "add", "deduct", "cap at", "cap", "bonus"]),
        rows=_several(_ROWS, 1),
    ),
    node(
        tree.Definition,
        name=NAMES,
        value=node(tree.Rows, rows=_choices(EXPRESSIONS, node(tree.Choice, value=EXPRESSIONS, when=st.none()))),
    ),
)
PROGRAMS = node(tree.Program, lines=_several(LINES, 1))
