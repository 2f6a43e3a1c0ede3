"""Whether files changed that a score rests on: the evidence, the rules, and what each of them names.

A file is asked for its size and the time of its last change; nothing is kept open, so that every program may save it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from parrules.api.find import is_path
from parrules.evidence.files import READ, YAML
from parrules.evidence.form.opened import ENDINGS

Stamp = tuple[int, int]
"""Size, and time of the last change in nanoseconds: compared with each other, and never shown."""

Stamps = dict[Path, Stamp | None]
"""None: there is no such file, or it cannot be asked for."""


def files_of(methodology: str | None, evidence: str) -> tuple[Path, ...]:
    """The evidence, the rule file where it is one of the user's own, and the files that they name, in order."""
    starts = [Path(evidence)]
    if methodology is not None and is_path(methodology):
        starts.append(Path(methodology))
    found: dict[Path, None] = {}
    for start in starts:
        _add(start, found)
    return tuple(found)


def stamps(files: Iterable[Path]) -> Stamps:
    """How the files stand."""
    return {file: _stamp(file) for file in files}


def changed(before: Stamps, now: Stamps) -> tuple[Path, ...]:
    """The files that are not as they were."""
    return tuple(file for file, stamp in now.items() if before.get(file) != stamp)


def _add(path: Path, found: dict[Path, None]) -> None:
    if path in found:
        return
    found[path] = None
    if path.suffix.lower() in YAML:
        for name in _names_in(path):
            _add(path.parent / name, found)


def _names_in(path: Path) -> list[str]:
    """What a file of ours says that is written as the name of a file; nothing while it is half saved."""
    from parrules.syntax.nodes import Mapping, Node, Scalar
    from parrules.syntax.yaml_reader import read_yaml
    from parrules.text.files import read_source
    from parrules.text.source import Source

    source = read_source(path, path.as_posix())
    root = read_yaml(source)[0] if isinstance(source, Source) else None
    waiting: list[Node] = [root] if root is not None else []
    names = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            if Path(node.text).suffix.lower() in _NAMED and "\n" not in node.text and len(node.text) < _LONGEST:
                names.append(node.text)
        else:
            waiting += [under for _, under in node.entries] if isinstance(node, Mapping) else node.entries
    return list(dict.fromkeys(names))


_NAMED = {*READ, *YAML, *ENDINGS, ".parquet", ".duckdb", ".db", ".sqlite"}
_LONGEST = 1_000


def _stamp(file: Path) -> Stamp | None:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns
