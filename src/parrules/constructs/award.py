"""`award E`: the base of a score. One in a program, before all else, and one of its rows holds in every case."""

from __future__ import annotations

from parrules.constructs.vocabulary import StatementWord
from parrules.operators.ledger import Post, Row


def rewrite(rows: tuple[Row, ...], node: int) -> Post:
    return Post("award", 1, rows, node)


AWARD = StatementWord("award", frozenset({"because"}), rewrite, is_base=True)
