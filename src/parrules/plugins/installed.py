"""Which plugins are installed; none of them is loaded to know that."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from parrules.scoring.sheet import Plugin

GROUP = "parrules"
"""The entry point group of plugins."""


@cache
def plugins_installed() -> tuple[EntryPoint, ...]:
    """Every plugin, in the order of their names; of two with one name, that of the distribution named first.

    None where the user asked for none: PARRULES_PLUGINS=off.
    """
    if os.environ.get("PARRULES_PLUGINS") == "off":
        return ()
    return tuple(sorted(entry_points(group=GROUP), key=lambda one: (one.name, distribution_of(one))))


@cache
def installed() -> tuple[Plugin, ...]:
    """Every plugin with its version and the digest of its files, sorted."""
    found = {Plugin(one.name, _version(one), _digest(one)) for one in plugins_installed()}
    return tuple(sorted(found, key=lambda one: (one.name, one.version, one.digest)))


def distribution_of(one: EntryPoint) -> str:
    """The name under which it was installed; empty where it was not."""
    return one.dist.name if one.dist is not None else ""


def _version(one: EntryPoint) -> str:
    return one.dist.version if one.dist is not None else ""


def _digest(one: EntryPoint) -> str:
    """The sha256 of a list of its files in order of their names, one a line, as `sha256sum` writes it."""
    files = _files_installed(one) or _files_of_package(one)
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in sorted(files.items()))
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def _files_installed(one: EntryPoint) -> dict[str, Path]:
    """The files that its distribution put in place; none where it stands in a folder of its own while it is written.

    What lies outside the place of packages, as scripts do, differs from one machine to the next.
    """
    files: dict[str, Path] = {}
    for file in one.dist.files or () if one.dist is not None else ():
        name = file.as_posix()
        if ".." not in file.parts and not file.parts[0].endswith((".dist-info", ".egg-info")) and _is_own(name):
            files[name] = Path(str(file.locate()))
    there = {name: path for name, path in files.items() if path.is_file()}
    return there if any(name.endswith(".py") for name in there) else {}


def _files_of_package(one: EntryPoint) -> dict[str, Path]:
    """The files of the package, or the module, in which it begins."""
    top = one.module.partition(".")[0]
    try:
        spec = find_spec(top)  # finds it, and runs nothing of it
    except (ImportError, ValueError):
        return {}
    if spec is None or spec.origin is None:
        return {}
    origin = Path(spec.origin)
    if spec.submodule_search_locations is None:
        return {origin.name: origin} if origin.is_file() else {}
    folder = origin.parent
    return {
        path.relative_to(folder.parent).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and _is_own(path.as_posix())
    }


def _is_own(name: str) -> bool:
    """Whether it is of the plugin, and not made from it by Python."""
    return "__pycache__" not in name and not name.endswith((".pyc", ".pth"))
