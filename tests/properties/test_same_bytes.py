# ruff: noqa: SIM300  (expected first, then actual)
"""The same input gives the same bytes, whatever the hash seed, the locale and the time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
PROGRAM = (sys.executable, "-c", "from parrules.cli.main import run; run()")
PLACES: tuple[Mapping[str, str], ...] = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh"},
    {"PYTHONHASHSEED": "4242", "LC_ALL": "tr_TR.ISO-8859-9", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0"},
)
"""Where a command may run; a locale that a machine does not have is the C locale there."""
COMMANDS = {
    "receipts of communes": ("evaluate", "nd307/communes.yaml", "--format", "json", "--no-cache"),
    "receipts of officials": ("evaluate", "tt01/officials.yaml", "--format", "json", "--no-cache"),
    "a table": ("evaluate", "nd307/wards.yaml", "--lang", "vi", "--no-cache"),
    "a sheet for Excel": ("evaluate", "ministries-2023/evidence.yaml", "--format", "csv", "--lang", "en", "--no-cache"),
    "records in a table": ("evaluate", "province-detail-2023/evidence.yaml", "--format", "json", "--no-cache"),
}


def told(command: tuple[str, ...], place: Mapping[str, str]) -> tuple[int, bytes, bytes]:
    """How a command ended, its result and what it said."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    ended = subprocess.run(command, cwd=EXAMPLES, env={**kept, **place}, capture_output=True, check=False)
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_a_command_prints_the_same_bytes_everywhere(arguments: tuple[str, ...]) -> None:
    first, *others = (told((*PROGRAM, *arguments), place) for place in PLACES)
    assert first[0] in (0, 4)
    assert len(first[1]) > 500
    assert [first[:2]] * len(others) == [one[:2] for one in others]


def test_generated_plans_and_receipts_are_the_same_bytes_everywhere() -> None:
    command = (sys.executable, str(HERE / "receipts_in_child.py"))
    first, *others = (told(command, place) for place in PLACES)
    assert (0, b"") == (first[0], first[2])
    assert len(first[1]) > 20_000
    assert [first] * len(others) == others
