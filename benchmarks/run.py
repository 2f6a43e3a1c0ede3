"""Prints how fast parrules is beside others, as ratios from one run: `python benchmarks/run.py [ROUNDS]`."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import in_cel
import in_openfisca
import in_parrules
import in_zen
import startup
from assessment import BODIES, RULES, SEED, drawn_bodies, exact_hundredths
from measuring import Times, milliseconds, ratio, table, timed

PARRULES = "parrules, full ledgers"
ZEN_TRACED = "zen-engine, trace on"
TARGETS = {startup.VERSION: 8, startup.WARM: 25, PARRULES: 6}
"""The most times the bare interpreter, and zen-engine with its trace on, that parrules is meant to take."""

ENGINES: Mapping[str, tuple[Callable[..., Callable[[], Any]], Callable[[Any], Any]]] = {
    PARRULES: (in_parrules.engine, in_parrules.scores),
    ZEN_TRACED: (lambda bodies: in_zen.engine(bodies, trace=True), in_zen.scores),
    "zen-engine, no trace": (lambda bodies: in_zen.engine(bodies, trace=False), in_zen.scores),
    "zen-engine, one node, trace on": (lambda bodies: in_zen.engine(bodies, trace=True, one_node=True), in_zen.scores),
    "OpenFisca, trace on": (lambda bodies: in_openfisca.engine(bodies, trace=True), in_openfisca.scores),
    "OpenFisca, no trace": (lambda bodies: in_openfisca.engine(bodies, trace=False), in_openfisca.scores),
    "CEL, no trace": (in_cel.engine, in_cel.scores),
}

EACH_ONCE = (PARRULES, ZEN_TRACED, "OpenFisca, no trace", "CEL, no trace")
"""A trace changes no score, so each engine is held against the exact scores once."""

YEARS = 10


def main(arguments: Sequence[str]) -> None:
    rounds = int(arguments[0]) if arguments else 15
    _say(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, {rounds} rounds\n")
    with TemporaryDirectory() as folder:
        starts = timed(startup.commands(Path(folder)), rounds, perf_counter)
    _say(table(("start-up", "median", "x bare", "target"), _rows(starts, startup.BARE)))
    bodies = drawn_bodies()
    work = {name: engine(bodies) for name, (engine, _) in ENGINES.items()}
    _say(
        table(
            (f"{BODIES} bodies x {len(RULES)} criteria", "median", "x zen", "target"),
            _rows(timed(work, rounds, process_time), ZEN_TRACED),
        )
    )
    _say(
        table(
            (f"not exact, of {YEARS} x {BODIES} bodies x {len(RULES)} criteria", "scores", "totals", "bodies"),
            _inexact(),
        )
    )


def _rows(times: Times, to: str) -> list[tuple[str, str, str, str]]:
    return [
        (
            name,
            milliseconds(times, name),
            f"{ratio(times, name, to):.2f}",
            f"{TARGETS[name]}" if name in TARGETS else "",
        )
        for name in times
    ]


def _inexact() -> list[tuple[str, ...]]:
    """Of each engine: scores and totals that are not exact over several drawn years, and bodies that have one."""
    counts = {name: [0, 0, 0] for name in EACH_ONCE}
    for year in range(YEARS):
        bodies = drawn_bodies(SEED + year)
        exact = [exact_hundredths(body) for body in bodies]
        for name in EACH_ONCE:
            engine, scores = ENGINES[name]
            found = _differing(*scores(engine(bodies)()), exact)
            counts[name] = [one + more for one, more in zip(counts[name], found, strict=True)]
    return [(name, *map(str, count)) for name, count in counts.items()]


def _differing(scores: list[list[Any]], totals: list[Any], exact: list[list[int]]) -> tuple[int, int, int]:
    """Scores and totals that are not the exact ones when read at two decimals, and bodies that have such a one."""
    wrong = [
        sum(round(score * 100) != right for score, right in zip(body, rights, strict=True))
        for body, rights in zip(scores, exact, strict=True)
    ]
    wrong_totals = [round(total * 100) != sum(rights) for total, rights in zip(totals, exact, strict=True)]
    bodies = sum(bool(one) or other for one, other in zip(wrong, wrong_totals, strict=True))
    return sum(wrong), sum(wrong_totals), bodies


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
