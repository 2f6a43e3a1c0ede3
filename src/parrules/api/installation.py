"""What is installed here: asked of the packages' own records, nothing is imported for it."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import parrules
from parrules.api.cache import Cache
from parrules.plugins.installed import installed
from parrules.report.installation import Extra, Installation, Library

NEEDED = ("click", "jsonschema", "lark", "pluggy", "PyYAML", "rich")
"""The libraries that parrules cannot do without."""

EXTRAS = {"office": ("XlsxWriter", "python-docx"), "tables": ("duckdb",), "postgres": ("psycopg",)}
"""What may be installed besides: the libraries of each extra, by the names that pip knows."""


def installation(cache: Cache) -> Installation:
    """What is installed here, what is missing, and whether anything can be kept in the cache."""
    return Installation(
        parrules.__version__,
        platform.python_version(),
        platform.system(),
        tuple(_library(name) for name in NEEDED),
        tuple(Extra(name, tuple(map(_library, names)), pip_command(name)) for name, names in EXTRAS.items()),
        cache.folder.as_posix() if cache.folder is not None else None,
        cache.folder is not None and _can_write(cache.folder),
        tuple(map(str, installed())),
    )


def pip_command(extra: str) -> str:
    """What installs an extra, on every system."""
    return f'python -m pip install "parrules[{extra}]"'


def _library(name: str) -> Library:
    try:
        return Library(name, version(name))
    except PackageNotFoundError:
        return Library(name, None)


def _can_write(folder: Path) -> bool:
    """Whether a file can be made in a folder, which is made where it is not there yet."""
    probe = folder / f".{os.getpid()}.probe"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        return False
    return True
