"""Times of several pieces of work in one run: in turn, round after round, so that a busy machine slows all of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median

Times = Mapping[str, Sequence[float]]


def timed(work: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float]) -> Times:
    """Seconds by the clock of each piece of work by name, one of each a round, after one round that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in work}
    for round_ in range(rounds + 1):
        for name, one in work.items():
            gc.collect()
            begun = clock()
            result = one()
            taken = clock() - begun
            del result
            if round_:
                times[name].append(taken)
    return times


def ratio(times: Times, name: str, to: str) -> float:
    """The median of what `name` takes as a multiple of `to` in the same round."""
    return median(one / other for one, other in zip(times[name], times[to], strict=True))


def milliseconds(times: Times, name: str) -> str:
    """The median time."""
    return f"{median(times[name]) * 1000:.1f} ms"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under a head, in columns: words on the left, numbers on the right."""
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    lines.insert(1, ["-" * width for width in widths])

    def shown(line: Sequence[str]) -> str:
        cells = [
            line[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)),
        ]
        return "  ".join(cells).rstrip()

    return "\n".join(map(shown, lines)) + "\n"
