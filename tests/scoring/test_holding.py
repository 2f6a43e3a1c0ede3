"""At its end a score is held within its bounds and rounded; both are entries where they change it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parrules.scoring import holding
from parrules.scoring.ledger import Account
from parrules.values.amounts import Number
from parrules.values.ranges import Range

HALF = Range(Fraction(-1, 2), Fraction(1, 2))


def held(score: Number, minimum: int, maximum: int | Fraction | None, places: int | None) -> tuple[object, object]:
    account = Account(score, [])
    holding.hold(account, minimum, maximum)
    holding.round_to(account, places, minimum, maximum)
    return account.running, [(entry.construct, entry.amount, entry.perhaps) for entry in account.entries]


@pytest.mark.parametrize(
    ("expected", "entries", "score", "minimum", "maximum", "places"),
    [
        (5, [], 5, 0, 10, None),
        (10, [("hold", -2, False)], 12, 0, 10, None),
        (-3, [("hold", 2, False)], -5, -3, 10, 0),
        (12, [], 12, 0, None, 2),
        (Fraction(27, 50), [("round", Fraction(1, 200), False)], Fraction(107, 200), 0, 10, 2),
        (Fraction(5, 2), [], Fraction(5, 2), 0, Fraction(5, 2), 0),
        (2, [("hold", -1, False), ("round", Fraction(-1, 4), False)], Fraction(13, 4), 0, Fraction(9, 4), 0),
        (Range(0, 10), [("hold", Range(-5, 0), True)], Range(0, 15), 0, 10, None),
        (Range(0, 10), [("hold", Range(0, 5), True)], Range(-5, 10), 0, 10, None),
        (Range(0, 10, whole=True), [], Range(0, 10, low_open=True, high_open=True), 0, 10, 0),
        (10, [("hold", Range(-5, 0), True)], Range(10, 15, low_open=True), 0, 10, None),
        (Range(0, 10), [("hold", Range(-5, 5), True)], Range(-5, 15), 0, 10, None),
        (Range(0, 10), [("hold", Range(), True)], Range(), 0, 10, None),
        (Range(0, None), [("hold", Range(0, 5), True)], Range(-5, None), 0, None, None),
        (Range(1, 2, whole=True), [("round", HALF, True)], Range(1, Fraction(21, 10)), 0, 10, 0),
    ],
)
def test_a_score_is_held_and_rounded(
    expected: object,
    entries: list[object],
    score: Number,
    minimum: int,
    maximum: int | Fraction | None,
    places: int | None,
) -> None:
    assert (expected, entries) == held(score, minimum, maximum, places)
