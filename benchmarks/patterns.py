"""Five ways of scoring that indices are full of, each said in the words of every engine, side by side.

In the texts NAME stands for a figure's name and MAX for the criterion's maximum. `exact` is the score before it is
rounded, in fractions written out by hand: what every engine, parrules too, is held against.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Figures = Mapping[str, Any]


@dataclass(frozen=True)
class Pattern:
    """One way of scoring.

    figures: each suffix of a figure's name, and how parrules declares it. maxima: those it is used with. drawn: a
    body's figures, by suffix. parrules: the program. zen: a node's content, an expression for each key, or a table.
    openfisca: the formula over arrays of all bodies. cel: one expression. The last three round by themselves.
    """

    name: str
    figures: Mapping[str, str]
    maxima: tuple[str, ...]
    drawn: Callable[[random.Random], Figures]
    exact: Callable[[Figures, Fraction], Fraction]
    parrules: str
    zen: Mapping[str, str] | tuple[str, tuple[tuple[str, str], ...]]
    openfisca: Callable[[Any, Figures, float], Any]
    cel: str


def _task_counts(chance: random.Random) -> Figures:
    """So many tasks as a department has in a year, most of them done."""
    assigned = chance.choice([chance.randint(0, 40), chance.randint(20, 200), chance.randint(100, 600)])
    return {"assigned": assigned, "done": round(assigned * chance.uniform(0.1, 1))}


def _proportion_exact(of: Figures, maximum: Fraction) -> Fraction:
    return maximum * Fraction(of["done"], of["assigned"]) if of["assigned"] else maximum


def _bands_exact(of: Figures, maximum: Fraction) -> Fraction:
    if not of["assigned"]:
        return maximum
    ratio = Fraction(of["done"], of["assigned"])
    return maximum if ratio > Fraction(9, 10) else maximum / 2 if ratio >= Fraction(7, 10) else Fraction(0)


def _surplus_exact(of: Figures, maximum: Fraction) -> Fraction:
    return min(Fraction(1, 2) + Fraction(max(0, of["people"] - 16_000), 1_000) * Fraction(1, 20), maximum)


def _late_exact(of: Figures, maximum: Fraction) -> Fraction:
    return maximum - min(Fraction(of["late"], 4), Fraction(1))


def _recovered_exact(of: Figures, maximum: Fraction) -> Fraction:
    ratio = of["recovered"]
    taken = Fraction(1) if ratio < Fraction(1, 4) else Fraction(1, 2) if ratio < Fraction(1, 2) else Fraction(0)
    return max(maximum - taken - max(Fraction(0), Fraction(7, 10) - ratio) / Fraction(5, 100) / 10, Fraction(0))


def _two_places(np: Any, score: Any) -> Any:
    return np.floor(score * 100 + 0.5) / 100


def _proportion_vector(np: Any, of: Figures, maximum: float) -> Any:
    ratio = of["done"] / np.maximum(of["assigned"], 1)
    return _two_places(np, np.where(of["assigned"] == 0, maximum, ratio * maximum))


def _bands_vector(np: Any, of: Figures, maximum: float) -> Any:
    ratio = of["done"] / np.maximum(of["assigned"], 1)
    rows = [of["assigned"] == 0, ratio > 0.9, ratio >= 0.7]
    return _two_places(np, np.select(rows, [maximum, maximum, 0.5 * maximum], 0))


def _surplus_vector(np: Any, of: Figures, maximum: float) -> Any:
    added = 0.05 * np.maximum(of["people"] - 16_000, 0) / 1_000
    return _two_places(np, np.minimum(0.5 + added, maximum))


def _late_vector(np: Any, of: Figures, maximum: float) -> Any:
    return _two_places(np, np.maximum(maximum - np.minimum(0.25 * of["late"], 1), 0))


def _recovered_vector(np: Any, of: Figures, maximum: float) -> Any:
    ratio = of["recovered"]
    taken = np.select([ratio < 0.25, ratio < 0.5], [1, 0.5], 0)
    below = 0.1 * np.maximum(0.7 - ratio, 0) / 0.05
    return _two_places(np, np.maximum(maximum - taken - below, 0))


PATTERNS = (
    Pattern(
        "proportion",
        {"assigned": "type: count", "done": "type: count, within: assigned"},
        ("0.5", "1", "1.5", "2", "2.5", "3"),
        _task_counts,
        _proportion_exact,
        'r = done / assigned\naward maximum when r is none because "không phát sinh"\notherwise r * maximum',
        {
            "ratio": "assigned == 0 ? null : done / assigned",
            "score": "$.ratio == null ? MAX : round($.ratio * MAX, 2)",
        },
        _proportion_vector,
        "double(int((assigned == 0.0 ? MAX : done / assigned * MAX) * 100.0 + 0.5)) / 100.0",
    ),
    Pattern(
        "bands",
        {"assigned": "type: count", "done": "type: count, within: assigned"},
        ("0.5", "1", "1.5", "2", "2.5", "3"),
        _task_counts,
        _bands_exact,
        'r = done / assigned\naward maximum when r is none because "không phát sinh"\notherwise maximum when r > 90%\n'
        "otherwise 50% * maximum when r >= 70%\notherwise 0",
        (
            "assigned == 0 ? null : done / assigned",
            (("null", "MAX"), ("> 0.9", "MAX"), (">= 0.7", "round(0.5 * MAX, 2)"), ("", "0")),
        ),
        _bands_vector,
        "double(int((assigned == 0.0 || done / assigned > 0.9 ? MAX : done / assigned >= 0.7 ? 0.5 * MAX : 0.0)"
        " * 100.0 + 0.5)) / 100.0",
    ),
    Pattern(
        "surplus",
        {"people": "type: count"},
        ("1", "1.5", "2", "2.5"),
        lambda chance: {"people": chance.randint(9_000, 48_000)},
        _surplus_exact,
        "award 0.5\nadd 0.05 per 1_000 of people above 16_000\ncap at maximum",
        {
            "base": "0.5",
            "added": "0.05 * max([people - 16000, 0]) / 1000",
            "score": "round(min([$.base + $.added, MAX]), 2)",
        },
        _surplus_vector,
        "double(int((people < 16000.0 ? 0.5 : 0.5 + 0.05 * (people - 16000.0) / 1000.0 < MAX"
        " ? 0.5 + 0.05 * (people - 16000.0) / 1000.0 : MAX) * 100.0 + 0.5)) / 100.0",
    ),
    Pattern(
        "late",
        {"late": "type: count"},
        ("1", "1.5", "2", "3"),
        lambda chance: {"late": chance.randint(0, 6)},
        _late_exact,
        'award maximum\ndeduct 0.25 per late up to 1 because "{late} nhiệm vụ chậm"',
        {"base": "MAX", "deducted": "min([0.25 * late, 1])", "score": "round(max([$.base - $.deducted, 0]), 2)"},
        _late_vector,
        "double(int((MAX - (late < 4.0 ? 0.25 * late : 1.0)) * 100.0 + 0.5)) / 100.0",
    ),
    Pattern(
        "recovered",
        {"recovered": "type: ratio"},
        ("1.5", "2", "2.5", "3"),
        lambda chance: {"recovered": Fraction(chance.randint(0, 10_000), 10_000)},
        _recovered_exact,
        "award maximum\ndeduct 1 when recovered < 25%\notherwise 0.5 when recovered < 50%\n"
        "deduct 0.1 per 5% of recovered below 70%",
        {
            "base": "MAX",
            "deducted": "recovered < 0.25 ? 1 : recovered < 0.5 ? 0.5 : 0",
            "below": "0.1 * max([0.7 - recovered, 0]) / 0.05",
            "score": "round(max([$.base - $.deducted - $.below, 0]), 2)",
        },
        _recovered_vector,
        "double(int((MAX - (recovered < 0.25 ? 1.0 : recovered < 0.5 ? 0.5 : 0.0)"
        " - (recovered < 0.7 ? 0.1 * (0.7 - recovered) / 0.05 : 0.0) < 0.0 ? 0.0 :"
        " MAX - (recovered < 0.25 ? 1.0 : recovered < 0.5 ? 0.5 : 0.0)"
        " - (recovered < 0.7 ? 0.1 * (0.7 - recovered) / 0.05 : 0.0)) * 100.0 + 0.5)) / 100.0",
    ),
)
