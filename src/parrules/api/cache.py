"""The user's cache: texts that can be made again, kept under the digests of what they were made from.

What cannot be kept, or was torn, is made again; no command fails, or says anything else, for want of a cache.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import parrules

KEPT = 64
"""How many entries stay; the oldest go first."""

_ENTRY, _PARTIAL = ".entry", ".partial"


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries. folder: None where nothing is kept."""

    folder: Path | None

    def fetch(self, key: str) -> str | None:
        """The text kept under `key`; None where there is none, or it is not whole as it was written."""
        if self.folder is None:
            return None
        try:
            written = (self.folder / (key + _ENTRY)).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        seal, _, text = written.partition("\n")
        return text if seal == _seal(key, text) else None

    def keep(self, key: str, text: str) -> None:
        """Keeps `text` under `key`, whole or not at all."""
        if self.folder is None:
            return
        partial = self.folder / f"{key}.{os.getpid()}{_PARTIAL}"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            partial.write_bytes(f"{_seal(key, text)}\n{text}".encode())
            os.replace(partial, self.folder / (key + _ENTRY))
            _drop_oldest(self.folder)
        except OSError:
            _remove(partial)


NO_CACHE = Cache(None)


def user_cache(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Cache:
    """The cache of the user: PARRULES_CACHE, or `parrules` where the system keeps the caches of programs."""
    chosen = environ.get("PARRULES_CACHE")
    if chosen:
        return Cache(Path(chosen))
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        return Cache(Path(local) / "parrules" / "Cache") if local else NO_CACHE
    home = environ.get("HOME")
    if platform == "darwin":
        return Cache(Path(home) / "Library" / "Caches" / "parrules") if home else NO_CACHE
    xdg = environ.get("XDG_CACHE_HOME", "")
    if xdg.startswith("/"):
        return Cache(Path(xdg) / "parrules")
    return Cache(Path(home) / ".cache" / "parrules") if home else NO_CACHE


def key_of(subject: str, digests: Iterable[str], plugins: Iterable[str] = ()) -> str:
    """The key of what is made from files with these digests by this engine with plugins of these hashes.

    subject: what is made. The order of digests tells; the order of plugins does not.
    """
    parts = (subject, _engine(), "files", *digests, "plugins", *sorted(plugins))
    return digest_of("\n".join(f"{len(part)} {part}" for part in parts).encode())


def digest_of(content: bytes) -> str:
    """The sha256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


@cache
def _engine() -> str:
    """The engine's version; in a checkout, where it changes under one version, also how its files stand."""
    package = Path(parrules.__file__).parent
    if (package / "shipped").is_dir():
        return parrules.__version__
    stands = [parrules.__version__]
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            found = os.stat(os.path.join(folder, name))
            stands.append(f"{name} {found.st_size} {found.st_mtime_ns}")
    return digest_of("\n".join(stands).encode())


def _seal(key: str, text: str) -> str:
    return digest_of(f"{key}\n{text}".encode())


def _drop_oldest(folder: Path) -> None:
    """Entries, and what was left half written, beyond the number that stays; nothing that is not ours."""
    ours = [one for one in os.scandir(folder) if one.name.endswith((_ENTRY, _PARTIAL)) and _is_key(one.name)]
    if len(ours) > KEPT:
        newest_last = sorted(ours, key=lambda one: (one.stat().st_mtime_ns, one.name))
        for one in newest_last[:-KEPT]:
            _remove(Path(one.path))


def _is_key(name: str) -> bool:
    key = name.partition(".")[0]
    return len(key) == 64 and set(key) <= set("0123456789abcdef")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
