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
    kept = folder / "cache"
    return {
        BARE: lambda: _run((sys.executable, "-c", "pass"), kept),
        VERSION: lambda: _run((*_PARRULES, "--version"), kept),
        COLD: lambda: _run((*_PARRULES, *commune), _empty(folder)),
        WARM: lambda: _run((*_PARRULES, *commune), kept),
        COLD_90: lambda: _run((*_PARRULES, *ninety), _empty(folder)),
        WARM_90: lambda: _run((*_PARRULES, *ninety), kept),
    }


def _empty(folder: Path) -> Path:
    return Path(mkdtemp(dir=folder))


def _run(command: tuple[str, ...], cache: Path) -> None:
    environ = {**os.environ, "PARRULES_CACHE": str(cache), "PARRULES_LANG": "vi"}
    ended = subprocess.run(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if ended.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {ended.returncode}:\n{ended.stderr.decode()}")
