"""A total as parts that add up to it exactly: what each criterion without children counts, and what was adjusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from parrules.methodology.model import Methodology
from parrules.scoring.sheet import Entry, Line, Sheet
from parrules.values import ranges
from parrules.values.amounts import Number
from parrules.values.numbers import Exact, exact, quotient
from parrules.values.ranges import Range

PartKey = tuple[str, Literal["criterion", "adjustment"]]
"""A criterion without children, by its code; or what was done to those below one (held, rounded), by that one's code,
the total's being empty."""


def parts_of(sheet: Sheet, methodology: Methodology) -> dict[PartKey, Number]:
    """What each part counts in the total. While scores are open, so is what was done to their sum: it is anything.

    A criterion that is settled though one below it is open, such as the highest of them, is a part as a whole.
    """
    weights = {one.code: one.weight for one in methodology.every_criterion()}
    lines = {line.code: line for line in sheet.lines}
    found: dict[PartKey, Number] = {}

    def join(code: str, entries: Sequence[Entry], score: Number | None, below: Sequence[Line], factor: Exact) -> None:
        rest = _times(score, factor)
        if not isinstance(score, Range) and any(isinstance(child.score, Range) for child in below):
            found[code, "criterion" if code else "adjustment"] = rest
            return
        counted = _counted(entries, below, weights)
        for child in below:
            own = exact(factor * counted[child.code])
            rest = ranges.add(rest, ranges.negative(_times(child.score, own)))
            if child.children:
                under = [lines[one] for one in child.children if one in lines]
                join(child.code, child.entries, child.score, under, own)
            else:
                found[child.code, "criterion"] = _times(child.score, own)
        if isinstance(rest, Range):
            found[code, "adjustment"] = Range()
        elif rest:
            found[code, "adjustment"] = exact(rest)

    top = min((line.depth for line in sheet.lines), default=0)
    join("", sheet.total_entries, sheet.total, [line for line in sheet.lines if line.depth == top], 1)
    return found


def _times(score: Number | None, factor: Exact) -> Number:
    value = 0 if score is None else ranges.multiply(score, factor)
    return value if isinstance(value, Range) else exact(value)


def _counted(entries: Sequence[Entry], below: Sequence[Line], weights: Mapping[str, Exact]) -> dict[str, Exact]:
    """How much a point of each criterion below counts in the score of the one above."""
    counted = {line.code: weights[line.code] for line in below}
    scored = [line for line in below if line.score is not None]
    for entry in entries:
        amount, running = entry.amount, entry.running
        if isinstance(amount, Range) or isinstance(running, Range):
            continue
        if entry.construct == "mean":
            counted = {code: quotient(weight, len(scored)) for code, weight in counted.items()}
        elif entry.construct in ("highest", "lowest"):
            counted = {code: weight if code == entry.words else 0 for code, weight in counted.items()}
        elif entry.construct == "share" and entry.words in counted:
            score = next((line.score for line in scored if line.code == entry.words), None)
            if not isinstance(score, Range) and score:
                counted[entry.words] += quotient(amount, score)
        elif entry.construct == "rescale" and running != amount:
            grown = quotient(running, exact(running - amount))
            counted = {code: exact(weight * grown) for code, weight in counted.items()}
    return counted
