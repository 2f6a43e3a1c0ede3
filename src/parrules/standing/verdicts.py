"""A published figure held against another: whether they agree, and what would explain that they do not."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from parrules.evidence.published import Printed
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact, exact, rounded
from parrules.values.ranges import Range

Verdict = Literal["exact", "within_rounding", "contradicts", "open"]
"""exact: printed as the other figure is, rounded half up. within_rounding: not so, and the intervals that the digits
of both allow meet. contradicts: they do not meet. open: the other figure waits for evidence, and may still be so."""

Policy = Literal[
    "", "rounded", "unrounded_parts", "parts_rounded", "truncated", "percent_as_points", "points_as_percent", "misprint"
]
"""What would explain the difference; empty where nothing is to be explained, or nothing explains it."""


def verdict_of(printed: Printed, computed: Number, within: Number) -> Verdict:
    """computed: the other figure from what stands in print; within: all that the digits of its parts allow."""
    meets = not ranges.intersection(printed.range, ranges.as_range(within)).is_empty
    if isinstance(computed, Range):
        return "open" if meets else "contradicts"
    if as_shown(computed, printed) == printed.value:
        return "exact"
    return "within_rounding" if meets else "contradicts"


def as_shown(value: Exact, printed: Printed) -> Exact:
    """The value with as many decimals as were printed."""
    return exact(value) if printed.places is None else rounded(value, printed.places)


def policy_of(
    printed: Printed, computed: Number, within: Number, verdict: Verdict, parts: Sequence[Number] = ()
) -> tuple[Verdict, Policy]:
    """How the figure may have been rounded; parts that were rounded before they were added excuse it.

    parts: what the computed figure is the sum of, where it is a sum.
    """
    if isinstance(computed, Range) or printed.places is None:
        return verdict, ""
    if verdict == "exact":
        return verdict, "" if computed == printed.value else "rounded"
    known = [part for part in parts if not isinstance(part, Range)]
    if known and len(known) == len(parts) and any(rounded(part, printed.places) != part for part in known):
        total: Exact = sum((rounded(part, printed.places) for part in known), start=0)
        if total == printed.value:
            return "within_rounding", "parts_rounded"
    if verdict == "within_rounding":
        return verdict, "unrounded_parts"
    if _is_cut(printed, within):
        return verdict, "truncated"
    return verdict, "misprint" if is_misprint(printed, as_shown(computed, printed)) else ""


def is_misprint(printed: Printed, meant: Exact) -> bool:
    """Whether one digit left out, put in, or swapped with the next, or a point moved by one, turns one into the other.

    Only of figures of at least three digits: shorter ones are near too many others.
    """
    if printed.places is None or (printed.value < 0) != (meant < 0):
        return False
    scale = 10**printed.places
    one, other = str(abs(exact(printed.value * scale))), str(abs(exact(meant * scale)))
    if max(len(one), len(other)) < 3 or one == other:
        return False
    return _is_shorter_by_one(one, other) or _is_shorter_by_one(other, one) or _is_swapped(one, other)


def _is_cut(printed: Printed, within: Number) -> bool:
    """Whether digits were cut off, where they should have been rounded."""
    if printed.places is None:
        return False
    step = Fraction(1, 10**printed.places)
    cut = Range(printed.value, printed.value + step, high_open=True)
    if printed.value < 0:
        cut = Range(printed.value - step, printed.value, low_open=True)
    return not ranges.intersection(cut, ranges.as_range(within)).is_empty


def _is_shorter_by_one(short: str, long: str) -> bool:
    return len(short) + 1 == len(long) and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _is_swapped(one: str, other: str) -> bool:
    return len(one) == len(other) and any(
        one[:at] + one[at + 1] + one[at] + one[at + 2 :] == other for at in range(len(one) - 1)
    )
