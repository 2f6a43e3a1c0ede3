"""Commands in a new process each, against the same interpreter that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp

from assessment import drawn_bodies, evidence_file, rule_file

BARE = "python -c pass"
VERSION, COLD, WARM = "parrules --version", "evaluate a commune, empty cache", "evaluate a commune, warm cache"
COLD_90, WARM_90 = "evaluate 90 criteria, empty cache", "evaluate 90 criteria, warm cache"

_PARRULES = (sys.executable, "-c", "from parrules.cli.main import run; run()")
_COMMUNE = Path(__file__).with_name("commune.yaml")


def commands(folder: Path) -> Mapping[str, Callable[[], object]]:
    """Each command by what it is called. folder: for the rules, the evidence and the caches."""
    (folder / "vn.benchmark.yaml").write_text(rule_file(), encoding="utf-8")
    (folder / "one.yaml").write_text(evidence_file(drawn_bodies()[:1]), encoding="utf-8")
    commune = ("evaluate", str(_COMMUNE))
    ninety = ("evaluate", str(folder / "vn.benchmark.yaml"), str(folder / "one.yaml"))

    def run(*command: str, empty_cache: bool = False) -> None:
        _run(command, _environ(folder, mkdtemp(dir=folder) if empty_cache else str(folder / "cache")))

    return {
        BARE: lambda: run(sys.executable, "-c", "pass"),
        VERSION: lambda: run(*_PARRULES, "--version"),
        COLD: lambda: run(*_PARRULES, *commune, empty_cache=True),
        WARM: lambda: run(*_PARRULES, *commune),
        COLD_90: lambda: run(*_PARRULES, *ninety, empty_cache=True),
        WARM_90: lambda: run(*_PARRULES, *ninety),
    }


def _environ(folder: Path, cache: str) -> dict[str, str]:
    """Bytecode is kept, as after an installation, whatever this shell says, and outside the checkout."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    bytecode = str(folder / "bytecode")
    return {**environ, "PYTHONPYCACHEPREFIX": bytecode, "PARRULES_CACHE": cache, "PARRULES_LANG": "vi"}


def _run(command: tuple[str, ...], environ: dict[str, str]) -> None:
    ended = subprocess.run(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if ended.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {ended.returncode}:\n{ended.stderr.decode()}")
