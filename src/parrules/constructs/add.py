"""`add E`: an entry that raises the running score, where one of its rows holds."""

from __future__ import annotations

from parrules.constructs.vocabulary import StatementWord
from parrules.operators.ledger import Post, Row


def rewrite(rows: tuple[Row, ...], node: int) -> Post:
    return Post("add", 1, rows, node)


ADD = StatementWord("add", frozenset({"per", "up to", "because"}), rewrite)
