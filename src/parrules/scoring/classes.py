"""The class that a body, or a criterion, is given: a ledger over the list of classes, lowest first."""

from __future__ import annotations

from parrules.operators.ledger import Program
from parrules.scoring import holding
from parrules.scoring.facts import Facts
from parrules.scoring.ledger import run
from parrules.scoring.sheet import Entry
from parrules.values import ranges


def class_of(program: Program, classes: tuple[str, ...], facts: Facts) -> tuple[tuple[str, ...], tuple[Entry, ...]]:
    """The class, or while that is open every class that it can be; and the entries that led to it.

    An entry's amount and running score are places in the list, from 0.
    """
    account = run(program, facts, len(classes) - 1)
    holding.hold(account, 0, len(classes) - 1)
    settled = ranges.as_range(account.running)
    if settled.low is None or settled.high is None:
        raise AssertionError("a class is held within its list")
    low, high = int(settled.low), int(settled.high)
    return classes[low : high + 1], tuple(account.entries)
