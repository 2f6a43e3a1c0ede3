"""Small distributions as pip leaves them, on a path of their own, and commands of a child process that finds them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

RULES = """\
parrules: 1
methodology: an-example.patrols
edition: "2025"
title: {vi: Tuần tra, en: Patrols}
fidelity: illustrative
valid: {from: 2025-01-01}
levels: [criterion]
evidence:
  seats: {type: count, min: 0}
  share: {type: number, min: 0}
  patrols:
    columns: {month: {type: date}, done: {type: yes_no}}
criteria:
  - {code: "1", title: Seats, max: 5, score: 'add 1 per 3 of seats up to maximum'}
  - {code: "2", title: Patrols, max: 5, python: streak, reads: [patrols, share]}
"""
EVIDENCE = """\
parrules: 1
evidence: an-example.patrols
round: {year: 2025, from: 2025-01-01, to: 2025-12-31}
stage: self
bodies: {a: {name: A}, b: {name: B}}
values:
  a:
    seats: 7
    share: 0.5
    patrols: [{month: 2025-01-01, done: yes}, {month: 2025-02-01, done: yes}, {month: 2025-03-01, done: no}]
  b: {seats: 6, share: 1}
"""
STREAK = '''\
"""Scores the longest run of months with a patrol."""

import parrules
from fractions import Fraction


def streak(evidence):
    longest = now = 0
    for row in sorted(evidence.tables["patrols"], key=lambda row: row["month"]):
        now = now + 1 if row["done"] else 0
        longest = max(longest, now)
    return parrules.Scored(Fraction(longest, 2), (parrules.Step(Fraction(longest, 2), f"{longest} months"),))


@parrules.hookimpl
def parrules_criteria():
    return (parrules.ScoredInPython("streak", ("patrols", "share"), streak),)
'''


def with_body(body: str) -> str:
    """The same plugin, whose criterion does this in place of counting months."""
    start, end = STREAK.index("    longest ="), STREAK.index("\n\n\n@parrules")
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return STREAK[:start] + lines + STREAK[end:]


def install(folder: Path, name: str, source: str, version: str = "1.0") -> None:
    """A distribution of one module, which brings the plugin `name`."""
    module, stem = name.replace("-", "_"), f"{name.replace('-', '_')}-{version}.dist-info"
    (folder / stem).mkdir(parents=True)
    (folder / f"{module}.py").write_text(source, encoding="utf-8", newline="\n")
    files = {
        "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        "entry_points.txt": f"[parrules]\n{name} = {module}\n",
        "RECORD": f"{module}.py,,\n{stem}/METADATA,,\n{stem}/RECORD,,\n",
    }
    for file, text in files.items():
        (folder / stem / file).write_text(text, encoding="utf-8", newline="\n")


_PROGRAM = """
import importlib.metadata, sys
every = importlib.metadata.entry_points
def of_the_test(**asked):
    own = [one for one in every(**asked) if str(one.dist._path.parent) in sys.path[:2]]
    return importlib.metadata.EntryPoints(own)
importlib.metadata.entry_points = of_the_test
from parrules.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""parrules as if no plugins were installed but those of the test, which stand first among the places of packages."""


def parrules(folder: Path, *arguments: str, off: bool = False) -> subprocess.CompletedProcess[str]:
    """Runs a command in `folder`, with the plugins in `folder / "site"`."""
    for name, text in (("rules.yaml", RULES), ("evidence.yaml", EVIDENCE)):
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    environment = {**os.environ, "PYTHONPATH": str(folder / "site"), "PARRULES_LANG": "en", "PYTHONUTF8": "1"}
    environment["PARRULES_PLUGINS"] = "off" if off else ""
    command = [sys.executable, "-c", _PROGRAM, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def receipts(folder: Path) -> tuple[list[dict[str, Any]], str, int]:
    """The sheets of the round, what was said beside (in one line), and how it ended."""
    ended = parrules(folder, "evaluate", "rules.yaml", "evidence.yaml", "--format", "json")
    sheets = json.loads(ended.stdout)["sheets"] if ended.stdout else []
    return sheets, " ".join(ended.stderr.split()), ended.returncode


def scores(sheet: dict[str, Any]) -> list[Any]:
    """By criterion: its score, or between which two it lies."""
    return [one["score"] if isinstance(one["score"], str) else one["score"]["within"] for one in sheet["criteria"]]
