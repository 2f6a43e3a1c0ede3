"""Of many findings alike the first are shown and the others counted."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

from parrules.evidence.shortened import MOST_ALIKE, shortened
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.source import Source, Span

SOURCE = Source("values.csv", "x" * 10_000)


def finding(code: str, at: int, name: str) -> Diagnostic:
    return diagnostic(code, Span(SOURCE, at, at + 1), name=name)


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, int]]:
    return [(one.code, one.span.start) for one in found if one.span]


def test_few_are_all_shown_in_reading_order() -> None:
    found = [finding("EV101", at, "a") for at in range(MOST_ALIKE)]
    assert tuple(found) == shortened(reversed(found))


def test_many_about_one_column_are_counted_and_hide_nothing_of_another() -> None:
    many = [finding("EV101", at, "a") for at in range(100)]
    found = shortened([*many, finding("EV101", 200, "b"), finding("EV102", 201, "a")])
    shown = [("EV101", at) for at in range(MOST_ALIKE)]
    assert [*shown, ("EV174", MOST_ALIKE), ("EV101", 200), ("EV102", 201)] == told(found)
    assert (("alike", "EV101"), ("count", 80)) == found[MOST_ALIKE].arguments


def test_many_columns_are_counted_too() -> None:
    found = shortened(finding("EV153", at, f"c{at}") for at in range(5000))
    assert [*(("EV153", at) for at in range(MOST_ALIKE)), ("EV174", MOST_ALIKE)] == told(found)
    assert (("alike", "EV153"), ("count", 4980)) == found[-1].arguments
