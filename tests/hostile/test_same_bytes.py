"""The same input gives the same bytes: whatever the machine, the moment, the locale, and the state of the cache."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hostile.child import ended
from parrules.api.cache import Cache
from parrules.cli import exits

CORPUS = Path(__file__).parent / "corpus"
EVALUATE = ("evaluate", "rules.yaml", "evidence.yaml", "--format", "json")
SETTINGS = [
    {"PYTHONHASHSEED": "1"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Ho_Chi_Minh"},
    {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"},
    {"COLUMNS": "40", "NO_COLOR": "1", "TERM": "dumb"},
]


@pytest.mark.parametrize(
    "command",
    [
        EVALUATE,
        (*EVALUATE[:3], "--format", "csv"),
        EVALUATE[:3],
        ("explain", "rules.yaml", "evidence.yaml", "1"),
        ("evaluate", "rules.yaml", "evidence-a-mark-for-nothing.yaml"),
        ("check", "alias-bomb.yaml", "circle.yaml", "tabs.yaml"),
        ("code", "PR101"),
        ("--help",),
    ],
    ids=" ".join,
)
def test_no_setting_of_the_machine_changes_a_byte(command: tuple[str, ...]) -> None:
    runs = [ended(*command, cwd=CORPUS, environ={"PARRULES_LANG": "vi", **settings}) for settings in SETTINGS]
    assert runs[0].is_calm
    assert [runs[0]] * len(runs) == runs


@pytest.mark.parametrize("state", ["empty", "kept", "torn", "foreign", "a file", "a folder in its place", "not ours"])
def test_no_state_of_the_cache_changes_a_byte(tmp_path: Path, state: str) -> None:
    expected = ended(*EVALUATE, "--no-cache", cwd=CORPUS)
    assert (exits.FINE, b"") == (expected.code, expected.err)
    folder, environ = tmp_path / "cache", {"PARRULES_CACHE": str(tmp_path / "cache")}
    if state == "a file":
        folder.write_bytes(b"")
    elif state != "empty":
        ended(*EVALUATE, cwd=CORPUS, environ=environ)
        entries = sorted(folder.glob("*.entry"))
        assert entries
        for entry in entries:
            spoil(entry, state)
    assert expected == ended(*EVALUATE, cwd=CORPUS, environ=environ)
    assert expected == ended(*EVALUATE, cwd=CORPUS, environ=environ)


def spoil(entry: Path, state: str) -> None:
    """Brings an entry of the cache into a state."""
    content = entry.read_bytes()
    if state == "torn":
        entry.write_bytes(content[: len(content) // 2])
    elif state == "foreign":
        entry.write_bytes(b"\xff\0" * 100)
    elif state == "a folder in its place":
        entry.unlink()
        entry.mkdir()
    elif state == "not ours":  # sealed as ours are, and yet no plan
        entry.unlink()
        Cache(entry.parent).keep(entry.stem, "[" * 100_000)


def test_a_result_names_nothing_of_the_machine(tmp_path: Path) -> None:
    for name in ("rules.yaml", "evidence.yaml", "tasks.csv"):
        (tmp_path / name).write_bytes((CORPUS / name).read_bytes())
    here, elsewhere = (ended(*EVALUATE, cwd=folder) for folder in (CORPUS, tmp_path))
    assert here == elsewhere
    assert str(tmp_path) not in elsewhere.said
    assert json.loads(here.out)
