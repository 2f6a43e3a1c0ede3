"""`deduct E`: an entry that lowers the running score, where one of its rows holds."""

from __future__ import annotations

from parrules.constructs.vocabulary import StatementWord
from parrules.operators.ledger import Post, Row


def rewrite(rows: tuple[Row, ...], node: int) -> Post:
    return Post("deduct", -1, rows, node)


DEDUCT = StatementWord("deduct", frozenset({"per", "up to", "because"}), rewrite, reduces=True)
