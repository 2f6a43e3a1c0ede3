"""A plugin to start from: a distribution with a criterion in Python, rules that use it, and its tests."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from parrules.api.scaffold import LONGEST_NAME, in_spelling, without_marks, write_new
from parrules.text.diagnostic import Diagnostic, diagnostic
from parrules.text.spelling import Language

if TYPE_CHECKING:
    from parrules.syntax.keywords import Spelling

_RULES = "src/PACKAGE/rules/an-example.WORD.yaml"
TEMPLATES = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "src/PACKAGE/__init__.py": "package.py.txt",
    _RULES: "rules.yaml",
    "tests/test_PACKAGE.py": "tests.py.txt",
    "tests/evidence.yaml": "evidence.yaml",
}
"""What is written, and the text that it is made of."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def plugin_scaffold(
    name: str, folder: Path, language: Language, spelling: Spelling = "en"
) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Writes the files of a new plugin called `name` into `folder`, with notes in `language`.

    spelling: of the programs in its rules.
    The files that were written, or why none was: nothing that is there already is ever changed.
    """
    if not is_plugin_name(name):
        return (), (not_a_plugin_name(name),)
    place = files("parrules.api") / "templates" / language / "plugin"
    texts = {
        _filled(file, name): _filled((place / template).read_text(encoding="utf-8"), name)
        for file, template in TEMPLATES.items()
    }
    rules = _filled(_RULES, name)
    return write_new(folder, {**texts, rules: in_spelling(texts[rules], spelling)})


def is_plugin_name(name: str) -> bool:
    """Whether a plugin can be called so: plain small letters, digits and hyphens."""
    return _NAME.fullmatch(name) is not None and len(name) <= LONGEST_NAME and name != "parrules"


def package_of(name: str) -> str:
    """The name of its package: `cao-bang` is `parrules_cao_bang`."""
    return "parrules_" + name.replace("-", "_")


def _filled(text: str, name: str) -> str:
    return text.replace("PACKAGE", package_of(name)).replace("WORD", name.replace("-", "_")).replace("NAME", name)


def not_a_plugin_name(name: str) -> Diagnostic:
    meant = re.sub(r"[^a-z0-9]+", "-", without_marks(name)).strip("-")
    return diagnostic("UC208", name=name, suggestion=meant if is_plugin_name(meant) else None)
