"""The other editions of a methodology: those that stand beside its file."""

from __future__ import annotations

import os
import re
from pathlib import Path

from parrules.api.find import RuleFile
from parrules.api.folders import TESTS
from parrules.api.heads import head_of
from parrules.checks.editions_in_time import OtherEdition
from parrules.text.files import MOST_BYTES, STANDARD_INPUT

_NAMES = re.compile(rb"""^methodology[ \t]*:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)


def editions_beside(file: RuleFile) -> tuple[OtherEdition, ...]:
    """Of the rule files in the same folder, those that name the same methodology, in the order of their names."""
    if str(file.path) == STANDARD_INPUT or not os.path.isfile(file.path):
        return ()
    own = _named(file.path)
    found = []
    for path in sorted(file.path.parent.glob("*.yaml")):
        if path.name == file.path.name or path.name.endswith(TESTS) or own is None or _named(path) != own:
            continue
        head = head_of(path.read_bytes().decode("utf-8", errors="replace"))
        if head.valid_from is not None:
            found.append(OtherEdition(head.edition, head.valid_from, head.valid_to, path.name))
    return tuple(found)


def _named(path: Path) -> bytes | None:
    """The methodology that a file names; None where it is too large, cannot be read, or is no rule file."""
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    except OSError:
        return None
    match = _NAMES.search(content)
    return match[1] if match else None
