"""A folder that was given where a file is wanted: which of the files in it may be meant."""

from __future__ import annotations

import os
import re
from pathlib import Path

from parrules.text.diagnostic import Diagnostic
from parrules.text.files import is_directory, read_source, shown_name
from parrules.text.source import Source

TESTS = ".test.yaml"
"""How the name of a file of tests ends."""

_RULES = re.compile(r"^methodology[ \t]*:", re.MULTILINE)
_EVIDENCE = re.compile(r"^evidence[ \t]*:[ \t]*\S", re.MULTILINE)
_ENDINGS = (".yaml", ".yml")
_LOOKED_AT = 100
_MOST_NAMED = 5


def says_to_be_rules(source: Source) -> bool:
    return _RULES.search(source.text) is not None


def rule_files_in(folder: Path) -> tuple[str, ...]:
    """The rule files that lie in a folder, as they are named from outside; none where it is no folder."""
    return tuple(shown for shown, source in sources_in(folder) if says_to_be_rules(source))


def folder_for_rules(path: Path) -> Diagnostic | None:
    """Why a rule file cannot be read from `path`, which is a folder, with those in it; None where it is none."""
    return is_directory(shown_name(path), rule_files_in(path)[:_MOST_NAMED]) if os.path.isdir(path) else None


def folder_for_evidence(path: Path) -> Diagnostic | None:
    """The same for an evidence file."""
    if not os.path.isdir(path):
        return None
    inside = [shown for shown, one in sources_in(path) if not says_to_be_rules(one) and _EVIDENCE.search(one.text)]
    return is_directory(shown_name(path), tuple(inside[:_MOST_NAMED]))


def sources_in(folder: Path) -> list[tuple[str, Source]]:
    """The YAML files in a folder but tests, as they are named from outside; none where it is no folder."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(_ENDINGS) and not name.endswith(TESTS))
    except OSError:
        return []
    read = ((shown_name(folder / name), read_source(folder / name, name)) for name in names[:_LOOKED_AT])
    return [(shown, source) for shown, source in read if isinstance(source, Source)]
