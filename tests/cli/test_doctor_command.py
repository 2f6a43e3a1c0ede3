"""`parrules doctor`: what is installed and what is missing."""
# ruff: noqa: SIM300  (expected first, then actual)

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

import parrules as package
from parrules.api import installation
from parrules.cli import exits

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def without(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Libraries are as if they had never been installed."""
    known = installation.version

    def version(name: str) -> str:
        if name in names:
            raise PackageNotFoundError(name)
        return known(name)

    monkeypatch.setattr(installation, "version", version)


def test_what_is_missing_is_told_with_the_command_that_installs_it(parrules, monkeypatch) -> None:
    without(monkeypatch, "duckdb", "python-docx")
    ended = parrules("doctor", "--lang", "en")
    assert (exits.FINE, "") == (ended.code, ended.err)
    lines = ended.out.splitlines()
    assert lines[0].startswith(f"parrules {package.__version__}, Python 3.")
    at = next(at for at, line in enumerate(lines) if "tables:" in line)
    assert "  --  tables: Parquet and DuckDB files, tables with millions of records (duckdb)" == lines[at]
    assert '      python -m pip install "parrules[tables]"' == lines[at + 1]
    assert '      python -m pip install "parrules[office]"' in lines
    assert '      python -m pip install "parrules[postgres]"' not in lines


def test_a_library_that_every_command_needs_is_a_finding(parrules, monkeypatch) -> None:
    without(monkeypatch, "lark")
    ended = parrules("doctor", "--format", "json")
    told = json.loads(ended.out)
    assert (exits.FINDINGS, False, None) == (ended.code, told["whole"], told["libraries"]["lark"])
    assert "thiếu  lark" in parrules("doctor").out


def test_a_cache_that_cannot_be_written_is_told_and_is_no_finding(parrules, monkeypatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("PARRULES_CACHE", str(tmp_path / "file" / "cache"))
    ended = parrules("doctor", "--lang", "en")
    assert exits.FINE == ended.code
    assert "nothing can be written to" in ended.out
    assert {"folder": (tmp_path / "file" / "cache").as_posix(), "can_write": False} == cache_of(parrules)


def test_a_cache_that_can_be_written_is_left_as_it_was(parrules, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PARRULES_CACHE", str(tmp_path / "cache"))
    assert {"folder": (tmp_path / "cache").as_posix(), "can_write": True} == cache_of(parrules)
    assert [] == list((tmp_path / "cache").iterdir())


def cache_of(parrules) -> dict[str, object]:
    told = json.loads(parrules("doctor", "--format", "json").out)
    assert isinstance(told["cache"], dict)
    return told["cache"]


def test_it_looks_for_what_the_project_declares() -> None:
    declared = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    assert sorted(map(str.lower, installation.NEEDED)) == sorted(map(bare, declared["dependencies"]))
    extras = declared["optional-dependencies"]
    for name, libraries in installation.EXTRAS.items():
        assert [one.lower() for one in libraries] == [bare(one) for one in extras[name]]
    assert {*installation.EXTRAS, "all", "test", "bench"} == extras.keys()


def bare(requirement: str) -> str:
    """The name in a requirement: `psycopg[binary]>=3.2` is psycopg."""
    return re.split(r"[\[<>=~! ]", requirement)[0].lower()
