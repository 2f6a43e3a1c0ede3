"""Tests of the plugins run where these are installed, with plugins loaded whatever other tests asked for."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from parrules.plugins.collect import collect
from parrules.plugins.installed import installed, plugins_installed

_THERE = {one.name for one in entry_points(group="parrules")}
collect_ignore = [
    str(folder)
    for folder in Path(__file__).parent.glob("parrules-*")
    if folder.name.removeprefix("parrules-") not in _THERE
]
"""Those that are not installed."""


@pytest.fixture(autouse=True)
def _with_plugins(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("PARRULES_PLUGINS", raising=False)
    _forget()
    yield
    _forget()


def _forget() -> None:
    for known in (collect, installed, plugins_installed):
        known.cache_clear()
