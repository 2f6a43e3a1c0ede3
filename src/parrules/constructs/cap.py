"""`cap at E`: the running score is held at E here, where it is above it."""

from __future__ import annotations

from parrules.constructs.vocabulary import StatementWord
from parrules.operators.ledger import Limit, Row


def rewrite(rows: tuple[Row, ...], node: int) -> Limit:
    return Limit("cap at", rows, node)


CAP = StatementWord("cap at", frozenset({"because"}), rewrite, limits=True)
