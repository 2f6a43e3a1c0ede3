"""Which plugins are installed; none of them is loaded to know that."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

GROUP = "parrules"
"""The entry point group of plugins."""


def plugins_installed() -> list[EntryPoint]:
    """Every plugin, in the order of their names."""
    return sorted(entry_points(group=GROUP), key=lambda one: one.name)


def installed() -> tuple[str, ...]:
    """Name and version of every plugin, sorted."""
    return tuple(sorted({f"{one.name} {_version(one)}" for one in plugins_installed()}))


def _version(one: EntryPoint) -> str:
    return one.dist.version if one.dist is not None else ""
