"""Prints what whole rounds cost, and whether that grows with their size: `python benchmarks/scale.py [BODIES ...]`."""

from __future__ import annotations

import hashlib
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import whole_round
from measuring import table

SIZES = (500, 1_000, 3_321)
SECONDS, MEGABYTES = 90, 1_000
"""What 3,321 communes by 100 criteria may take on two processors, with full receipts."""

_PARRULES = (sys.executable, "-c", "from parrules.cli.main import run; run()")
_PAGE = resource.getpagesize()


@dataclass(frozen=True)
class Cost:
    """Of one command: seconds by the clock and of all processors; the most memory that its processes had together."""

    wall: float
    cpu: float
    memory: float
    digest: str
    size: int


def main(arguments: Sequence[str]) -> None:
    sizes = [int(one) for one in arguments] or list(SIZES)
    sys.stdout.write(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores\n\n")
    rows = []
    with TemporaryDirectory() as name:
        for bodies in sizes:
            folder = Path(name) / str(bodies)
            folder.mkdir()
            evidence = whole_round.write(folder, bodies)
            costs = {workers: _cost(folder, evidence, workers) for workers in (1, 2)}
            rows += [_row(bodies, workers, one) for workers, one in costs.items()]
            if len({one.digest for one in costs.values()}) != 1:
                raise SystemExit(f"{bodies} bodies: other bytes in two processes than in one")
    head = ("bodies", "workers", "wall", "CPU", "CPU a body", "memory", "receipts")
    sys.stdout.write(table(head, rows))
    sys.stdout.write("\nthe same bytes for one worker and for two\n")
    sys.stdout.write(f"target: {SECONDS} s and {MEGABYTES} MB for 3,321 bodies and two workers\n")


def _row(bodies: int, workers: int, one: Cost) -> tuple[str, ...]:
    return (
        f"{bodies:,}",
        str(workers),
        f"{one.wall:.1f} s",
        f"{one.cpu:.1f} s",
        f"{one.cpu / bodies * 1000:.1f} ms",
        f"{one.memory:.0f} MB",
        f"{one.size / 1e6:.0f} MB",
    )


def _cost(folder: Path, evidence: Path, workers: int) -> Cost:
    """One run of the command, after one over a single body that fills the cache with the rules."""
    receipts = folder / f"receipts-{workers}.json"
    command = (*_PARRULES, "evaluate", str(folder / "vn.benchmark.yaml"), str(evidence), "--format", "json")
    environ = {**os.environ, "PARRULES_CACHE": str(folder / "cache")}
    subprocess.run([*command, "--body", "xa-0000"], env=environ, stdout=subprocess.DEVNULL, check=True)
    before, begun, memory = resource.getrusage(resource.RUSAGE_CHILDREN), monotonic(), 0.0
    running = subprocess.Popen([*command, "-o", str(receipts), "--workers", str(workers)], env=environ)
    while running.poll() is None:
        memory = max(memory, sum(map(_megabytes, _family(running.pid))))
        sleep(0.05)
    if running.returncode != 0:
        raise SystemExit(f"evaluate ended with {running.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    with receipts.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = receipts.stat().st_size
    receipts.unlink()
    return Cost(monotonic() - begun, cpu, memory, digest, size)


def _family(process: int) -> list[int]:
    """A process and those that it started (on Linux)."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return [process]
    return [process, *map(int, children)]


def _megabytes(process: int) -> float:
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE / 1e6
    except OSError:
        return 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
